// Makes the script that stands in for the module where WebAssembly is refused.
// In: the folder with the glue (`core_bg.js`) and the module as JavaScript (`core.js`), the file to write.
// Out: that file; it gives `Widget` and `Catalog`, like the glue of the module.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TEXT } from './script.mjs';

const [folder, script] = process.argv.slice(2);
const glue = join(folder, 'core_bg.js');
let text = await readFile(glue, 'utf8');

// Without a table of references the glue keeps what Rust holds in an array. The first 1028 places are
// its own; the module asks where they end.
for (const form of ['new Array(1024)', 'heap.push(undefined, null, true, false)']) {
  if (!text.includes(form)) throw changed(form);
}
const OWN = 'export const __wbindgen_externref_statics_end = () => 1028;';

// When memory grows, WebAssembly takes the old one away: that is how the glue finds its views stale.
// JavaScript only makes a new one.
const VIEWS = [
  [/cachedUint8ArrayMemory0\.byteLength === 0/, 'cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer'],
  [/cachedDataViewMemory0\.buffer\.detached === true/, 'cachedDataViewMemory0.buffer !== wasm.memory.buffer'],
];
for (const [form, instead] of [...VIEWS, ...TEXT]) {
  if (text.search(form) < 0) throw changed(form);
  text = text.replaceAll(new RegExp(form, 'g'), instead);
}
await writeFile(glue, text);

function changed(form) {
  return new Error(`the glue has no "${form}": has wasm-bindgen changed its form?`);
}

const ENTRY = `
import * as core from './core.js';
import { __wbg_set_wasm } from './core_bg.js';
__wbg_set_wasm(core);
export { Catalog, Widget } from './core_bg.js';
`;

await build({
  stdin: { contents: ENTRY, resolveDir: resolve(folder) },
  outfile: script,
  format: 'esm',
  bundle: true,
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  logLevel: 'error',
  banner: { js: '/*! Mitra Kota. MIT OR Apache-2.0, see NOTICE.txt */' },
  plugins: [{
    name: 'own-places',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^__wbindgen_externref_xform__$/ }, ({ path }) => ({ path, namespace: 'own' }));
      onLoad({ filter: /.*/, namespace: 'own' }, () => ({ contents: OWN }));
    },
  }],
});
