// Makes the one script that a page includes.
// In: the entry script, the file to write, a file for the minified styles, the short names of the
// module's imports and exports; the styles that come later, and the file to write them to.
// Out: these files, and on standard output the path of every file that was taken in, one per line.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';

const [entry, script, styles, names, laterFrom, laterTo] = process.argv.slice(2);
const common = {
  bundle: true,
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};
const taken = new Set();

// A style sheet travels in the script as text: its imports are drawn in and it is minified first.
const stylesAsText = {
  name: 'styles-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const contents = await minified(path);
      await writeFile(styles, contents);
      return { contents, loader: 'text' };
    });
  },
};

// The module as shipped has short names; the glue has to call them by these.
const short = JSON.parse(await readFile(names, 'utf8'));
const shortNames = {
  name: 'short-names',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mitra_kota\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [module, name, letters] of short.imports) {
        contents = replaced(contents, `${name}: function`, `${letters}: function`);
        contents = contents.replace(`"${module}": import`, `"a": import`);
      }
      for (const [name, letters] of short.exports) {
        contents = contents.replaceAll(new RegExp(`\\bwasm\\.${name}\\b`, 'g'), `wasm.${letters}`);
      }
      return { contents, loader: 'js' };
    });
  },
};

async function minified(path) {
  const sheet = await build({ ...common, entryPoints: [path], write: false });
  Object.keys(sheet.metafile.inputs).forEach((input) => taken.add(input));
  return sheet.outputFiles[0].text.trim();
}

function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`the glue has no "${from}": has wasm-bindgen changed its form?`);
  return text.replace(from, () => to);
}

await writeFile(laterTo, await minified(laterFrom));
const bundle = await build({
  ...common,
  entryPoints: [entry],
  outfile: script,
  format: 'esm',
  banner: { js: '/*! Mitra Kota. MIT OR Apache-2.0, see NOTICE.txt */' },
  plugins: [stylesAsText, shortNames],
});
Object.keys(bundle.metafile.inputs).forEach((input) => taken.add(input));
process.stdout.write([...taken].map((path) => `${path}\n`).join(''));
