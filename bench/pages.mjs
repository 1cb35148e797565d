// The page of the bench, bundled.
// In: the folder of an engine's module. Out: a folder to be served.
import { build } from 'esbuild';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export async function bundle(module, folder, entry = 'main') {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(HERE, `page/${entry}.js`)],
    alias: { engine: join(module, 'engine.js') },
    bundle: true,
    minify: true,
    format: 'esm',
    loader: { '.css': 'text' },
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '""' },
    outfile: join(folder, 'main.js'),
    logLevel: 'error',
  });
  await copyFile(join(module, 'engine_bg.wasm'), join(folder, 'engine_bg.wasm'));
  const script = '<script type="module" src="main.js"></script>';
  await writeFile(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8">${script}`);
}
