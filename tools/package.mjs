// Lays out the npm package.
// In: the entry script, `dist/`, the folder that wasm-pack wrote, the short names of the module's imports
// and exports, the folder to write. Out: that folder, ready for `npm pack`.
//
// Bundlers find what a script loads by `new URL('./name', import.meta.url)`, written out. So the script of
// the package names each file that way, where the one of `dist/` makes up names as it goes; and it is not
// minified, for that takes away the words that bundlers look for.
import { build } from 'esbuild';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BANNER, common, minified, pins, replaced, shortNames, stylesAsText } from './script.mjs';

const [entry, dist, made, names, out] = process.argv.slice(2);
const OWN = 'integrations/npm';
const WHOLE = ['mitra-kota.single.js', 'mitra-kota.d.ts', 'schema', 'LICENSE-APACHE.txt', 'LICENSE-MIT.txt', 'NOTICE.txt'];
/** What the script loads. */
const LOADED = /^(mitra-kota\.(.+\.)?(wasm|css|mkd)|mitra-kota\.(nowasm|trouble|export)\.js|mitra-kota\.pins\.json|lang|basemap)$/;

async function copy() {
  for (const name of WHOLE) await cp(join(dist, name), join(out, name), { recursive: true });
  for (const name of ['README.md', 'custom-elements.json']) await cp(join(OWN, name), join(out, name));
  for (const name of (await readdir(dist)).filter((name) => LOADED.test(name))) {
    await cp(join(dist, name), join(out, 'files', name), { recursive: true });
  }
}

/** The description that wasm-pack took from Cargo.toml, with what only the package knows. */
async function describe() {
  const { name, version, description, license, repository } = JSON.parse(await readFile(join(made, 'package.json'), 'utf8'));
  const own = JSON.parse(await readFile(join(OWN, 'package.json'), 'utf8'));
  const whole = { name, version, description, license, repository, type: 'module', ...own };
  await writeFile(join(out, 'package.json'), `${JSON.stringify(whole, null, 2)}\n`);
}

// Vite puts small files into the script as `data:` addresses, which no strict policy lets a script fetch.
const address = (name) => `new URL('./files/${name}?no-inline', import.meta.url)`;

/** The addresses of all files, by their paths. */
async function listed() {
  const files = await readdir(join(out, 'files'), { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name).slice(join(out, 'files').length + 1).replaceAll('\\', '/'));
  const lines = paths.sort().map((path) => `  '${path}': ${address(path)},\n`);
  return `export default {\n${lines.join('')}};\n`;
}

const IGNORED = '/* webpackIgnore: true */ /* @vite-ignore */';

/** What asks for files, as bundlers understand it. They write scripts and styles anew, which then have other hashes. */
const plain = (text) => `import files from 'listed-files';\n${[
  ['new URL(`./${path}`, import.meta.url)', 'files[path]'],
  ['import(url)', `import(${IGNORED} url)`],
  ['link.integrity = await pinOf(path);\n', ''],
  ['await pinOf(path);\n  return', "path.endsWith('.css') ? '' : await pinOf(path);\n  return"],
].reduce((told, [from, to]) => replaced(told, from, to), text)}`;

const bundlers = {
  name: 'for-bundlers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^listed-files$/ }, ({ path }) => ({ path, namespace: 'listed' }));
    onLoad({ filter: /.*/, namespace: 'listed' }, async () => ({ contents: await listed(), loader: 'js' }));
    onLoad({ filter: /[\\/]pins\.js$/ }, async ({ path }) => (
      { contents: plain(await readFile(path, 'utf8')), loader: 'js' }
    ));
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await copy();
await describe();
await build({
  ...common,
  minify: false,
  entryPoints: [entry],
  outfile: join(out, 'mitra-kota.js'),
  format: 'esm',
  define: await pins(dist),
  banner: BANNER,
  plugins: [stylesAsText((path) => minified(path)), shortNames(names), bundlers],
});
