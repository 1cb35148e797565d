// What every bundle of the script has in common.
// In: the short names of the module's imports and exports, and what is to be done with the styles. Out:
// options and plugins for esbuild.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';

export const BANNER = { js: '/*! Mitra Kota. MIT OR Apache-2.0, see NOTICE.txt */' };

export const common = {
  bundle: true,
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

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
 * The module as shipped has short names; the glue and the loader have to call them by these. `change` may
 * change the loader further.
 */
export const shortNames = (file, change = (loader) => loader) => ({
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
      return { contents: shortened(contents, exports), loader: 'js' };
    });
    onLoad({ filter: /[\\/]loading\.js$/ }, async ({ path }) => {
      const { exports } = await short;
      return { contents: shortened(change(await readFile(path, 'utf8')), exports), loader: 'js' };
    });
  },
});

function shortened(text, exports) {
  const short = (text, [name, letters]) => text.replaceAll(new RegExp(`\\bwasm\\.${name}\\b`, 'g'), `wasm.${letters}`);
  return exports.reduce(short, text);
}

/** The text with one form in place of another, which must be there. */
export function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`there is no "${from}": has the script or wasm-bindgen's glue changed its form?`);
  return text.replace(from, () => to);
}
