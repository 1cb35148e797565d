// Makes the one script that a page includes.
// In: the entry script, the file to write, a file for the minified styles.
// Out: both files, and on standard output the path of every file that was taken in, one per line.
import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';

const [entry, script, styles] = process.argv.slice(2);
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
      const sheet = await build({ ...common, entryPoints: [path], write: false });
      Object.keys(sheet.metafile.inputs).forEach((input) => taken.add(input));
      const contents = sheet.outputFiles[0].text.trim();
      await writeFile(styles, contents);
      return { contents, loader: 'text' };
    });
  },
};

const bundle = await build({
  ...common,
  entryPoints: [entry],
  outfile: script,
  format: 'esm',
  banner: { js: '/*! Mitra Kota. MIT OR Apache-2.0, see NOTICE.txt */' },
  plugins: [stylesAsText],
});
Object.keys(bundle.metafile.inputs).forEach((input) => taken.add(input));
process.stdout.write([...taken].map((path) => `${path}\n`).join(''));
