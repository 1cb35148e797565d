// Makes the one script that a page includes.
// In: the entry script, the file to write, a file for the minified styles.
// Out: both files, and on standard output the path of every file that was taken in, one per line.
import { build, transform } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';

const [entry, script, styles] = process.argv.slice(2);

// Style sheets travel in the script as text, so they are minified before esbuild quotes them.
const stylesAsText = {
  name: 'styles-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { loader: 'css', minify: true });
      await writeFile(styles, code.trim());
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const { metafile } = await build({
  entryPoints: [entry],
  outfile: script,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [stylesAsText],
});
process.stdout.write(Object.keys(metafile.inputs).map((path) => `${path}\n`).join(''));
