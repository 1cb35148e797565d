// Makes the widget in one file, for hosts whose policy allows no request: `mitra-kota.single.js`.
// In: the entry script, `dist/` with all else in it, the short names of the module's imports and exports.
// Out: that file in `dist/`. It holds both cores, the languages and the land of the whole world; of finer
// land it holds none.
import { build } from 'esbuild';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { BANNER, common, minified, pins, shortNames, stylesAsText } from './script.mjs';

const [entry, dist, names] = process.argv.slice(2);
const SINGLE = 'mitra-kota.single.js';
/** Scripts that come when they are needed, by their names in single/pins.js. */
const LATER = { core: 'mitra-kota.nowasm.js', trouble: 'mitra-kota.trouble.js', export: 'mitra-kota.export.js' };

/** Names of the files that the script asks for by address. */
async function asked() {
  const beside = (await readdir(dist)).filter((name) => /^mitra-kota\..*(wasm|css|mkd)$/.test(name));
  const languages = (await readdir(join(dist, 'lang'))).map((name) => `lang/${name}`);
  return [...beside, ...languages, 'basemap/world.bin'].sort();
}

const packed = async (name) => gzipSync(await readFile(join(dist, name)), { level: 9 }).toString('base64');

const ownFiles = {
  name: 'own-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^own-files$/ }, ({ path }) => ({ path, namespace: 'own' }));
    onResolve({ filter: /\/pins\.js$/ }, () => ({ path: fileURLToPath(new URL('./single/pins.js', import.meta.url)) }));
    for (const [name, file] of Object.entries(LATER)) {
      onResolve({ filter: new RegExp(`^own-${name}$`) }, () => ({ path: resolve(dist, file) }));
    }
    onLoad({ filter: /.*/, namespace: 'own' }, async () => {
      const files = await Promise.all((await asked()).map(async (name) => [name, await packed(name)]));
      return { contents: JSON.stringify(Object.fromEntries(files)), loader: 'json' };
    });
  },
};

await build({
  ...common,
  entryPoints: [entry],
  outfile: join(dist, SINGLE),
  format: 'esm',
  banner: BANNER,
  inject: [fileURLToPath(new URL('./single/fetch.js', import.meta.url))],
  define: { fetch: 'ownFetch', ...await pins(dist) },
  plugins: [stylesAsText((path) => minified(path)), shortNames(names), ownFiles],
});
