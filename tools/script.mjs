// What every bundle of the script has in common.
// In: the short names of the module's imports and exports, and what is to be done with the styles. Out:
// options and plugins for esbuild.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'terser';

export const BANNER = { js: '/*! Mitra Kota. MIT OR Apache-2.0, see NOTICE.txt */' };

export const common = {
  bundle: true,
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  minify: true,
  mangleProps: /^__(wbg_ptr|destroy_into_raw)$/, // the glue's own, and long
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** A bundled script, made smaller than esbuild makes it: it works on one expression at a time. */
export async function smaller(script) {
  const { code } = await minify(script, { module: true, ecma: 2022, compress: { passes: 3 }, format: { comments: /^!/ } });
  return code;
}

/** A sheet with its imports drawn in, as small as can be; `took` is told of each file. */
export async function minified(path, took = () => {}) {
  const sheet = await build({ ...common, entryPoints: [path], write: false });
  Object.keys(sheet.metafile.inputs).forEach((input) => took(input));
  return sheet.outputFiles[0].text.trim();
}

/** A style sheet travels in the script as text; `use` gets it. */
export const stylesAsText = (use) => ({
  name: 'styles-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      return { contents: await use(path), loader: 'text' };
    });
  },
});

/**
 * The module as shipped has short names; the glue and the loader have to call them by these.
 */
export const shortNames = (file) => ({
  name: 'short-names',
  setup({ onLoad }) {
    const short = readFile(file, 'utf8').then(JSON.parse);
    onLoad({ filter: /[\\/]mitra_kota\.js$/ }, async ({ path }) => {
      const { imports, exports } = await short;
      let contents = await readFile(path, 'utf8');
      for (const [module, name, letters] of imports) {
        contents = replaced(contents, `${name}: function`, `${letters}: function`);
        contents = contents.replace(`"${module}": import`, `"a": import`);
      }
      return { contents: shortened(await asFunction(contents), exports), loader: 'js' };
    });
    onLoad({ filter: /[\\/]loading\.js$/ }, async ({ path }) => {
      const { exports } = await short;
      return { contents: shortened(await readFile(path, 'utf8'), exports), loader: 'js' };
    });
  },
});

function shortened(text, exports) {
  const short = (text, [name, letters]) => text.replaceAll(new RegExp(`\\bwasm\\.${name}\\b`, 'g'), `wasm.${letters}`);
  return exports.reduce(short, text);
}

/**
 * How text goes into the core, shorter; and what is undefined is empty: an event need not have what its kind
 * has (a browser that fills in a form tells of keys without a name).
 */
export const TEXT = [
  [/function passStringToWasm0\(arg, malloc, realloc\) \{\n[^]*?\n\}\n/, `function passStringToWasm0(arg, malloc) {
  return passArray8ToWasm0(cachedTextEncoder.encode(arg), malloc);
}
`],
  [/, wasm\.__wbindgen_realloc\)/g, ')'],
];

// What the glue has for other uses and for browsers older than ours, each with what stands for it.
const SPARED = [
  [/function initSync\(module\) \{\n[^]*?\n\}\n/, `function initSync(module) {
  wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
  wasm.__wbindgen_start();
  return wasm;
}
`],
  // An argument that cannot be encoded: what was encoded before it is as lost as the core.
  [/( {8}let ptr0[^\n]*\n) {8}try \{\n([^]*?) {8}\} catch \(e\) \{\n[^]*? {12}throw e;\n {8}\}\n/g, '$1$2'],
  [/\(typeof FinalizationRegistry === 'undefined'\)\s*\?[^\n]*\s*:/g, ''],
  [/if \(!\('encodeInto' in cachedTextEncoder\)\) \{\n[^]*?\n\}\n/, ''],
  ...TEXT,
  // Safari stops after two gigabytes; a fresh start, which is what follows, has a new decoder.
  [/const MAX_SAFARI_DECODE_BYTES[^]*?\nfunction decodeText\(bytes\) \{\n[^]*?\n\}\n/, `function decodeText(bytes) {
  return cachedTextDecoder.decode(bytes);
}
`],
  [/ *_assertClass\(catalog, Catalog\);\n/, ''],
  [/if \(Symbol\.dispose\) [^\n]*\n/g, ''],
  [/cachedDataViewMemory0 === null \|\| [^{]*\) \{/, 'cachedDataViewMemory0?.buffer !== wasm.memory.buffer) {'],
  [/cachedUint8ArrayMemory0 === null \|\| [^{]*\) \{/, 'cachedUint8ArrayMemory0?.buffer !== wasm.memory.buffer) {'],
];

// The glue knows one instance for ever. Within a function it can be had again, for a fresh start: what
// was made by the one before keeps calling that.
async function asFunction(whole) {
  const glue = SPARED.reduce((text, [form, to]) => {
    if (text.search(form) < 0) throw new Error(`the glue has no ${form}: has wasm-bindgen changed its form?`);
    return text.replaceAll(new RegExp(form, 'g'), to);
  }, whole);
  const given = { name: 'glue', setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^glue$/ }, ({ path }) => ({ path, namespace: 'glue' }));
    onLoad({ filter: /.*/, namespace: 'glue' }, () => ({ contents: glue }));
  } };
  const stdin = { contents: "export { Catalog, Widget, initSync } from 'glue';" };
  const used = await build({ ...common, minify: false, stdin, format: 'esm', write: false, plugins: [given] });
  return `export const glue = () => {${replaced(used.outputFiles[0].text, 'export {', 'return {')}};`;
}

/** What the script begins with, and what it needs where nothing can be fetched; the list holds all else. */
const HELD = ['mitra-kota.wasm', 'mitra-kota.trouble.js', 'mitra-kota.pins.json'];

const hashes = async (dist, files) => {
  const hash = async (file) => createHash('sha256').update(await readFile(join(dist, file))).digest('base64');
  return JSON.stringify(Object.fromEntries(await Promise.all(files.map(async (file) => [file, await hash(file)]))));
};

/** The lists, by their names in `dist/`, with the files that they hold; land has its own, for it has many files. */
const LISTS = {
  'basemap/pins.json': /^basemap\/.+\.bin$/,
  'mitra-kota.pins.json': /^(mitra-kota\.\w+\.(wasm|css|mkd|js)|lang\/.+|basemap\/pins\.json)$/,
};

/** Writes the lists of hashes of all in `dist/` that the script may ask for. */
export async function list(dist) {
  for (const [name, wanted] of Object.entries(LISTS)) {
    const files = (await readdir(dist, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
    const listed = files.filter((file) => wanted.test(file) && !HELD.includes(file)).sort();
    await writeFile(join(dist, name), await hashes(dist, listed));
  }
}

/** What the script has to know of the files in `dist/`: what all modules end with, and hashes. */
export async function pins(dist) {
  const first = await readFile(join(dist, 'mitra-kota.wasm'), 'latin1');
  return { SEAL: JSON.stringify(first.slice(-8)), PINS: await hashes(dist, HELD) };
}

/** The text with one form in place of another, which must be there. */
export function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`there is no "${from}": has the script or wasm-bindgen's glue changed its form?`);
  return text.replace(from, () => to);
}
