// Makes the one script that a page includes.
// In: the entry script, the file to write, a file for the minified styles, the short names of the
// module's imports and exports; styles that come later, each followed by the file to write them to.
// Out: these files, lists of the hashes of all that lies beside the script, and on standard output the path of
// every file that was taken in, one per line.
import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BANNER, common, list, minified, pins, shortNames, smaller, stylesAsText } from './script.mjs';

const [entry, script, styles, names, ...later] = process.argv.slice(2);
const taken = new Set();
const take = (input) => taken.add(input);

const keptStyles = stylesAsText(async (path) => {
  const contents = await minified(path, take);
  await writeFile(styles, contents);
  return contents;
});

for (let at = 0; at < later.length; at += 2) {
  await writeFile(later[at + 1], await minified(later[at], take));
}
await list(dirname(script));
const bundle = await build({
  ...common,
  entryPoints: [entry],
  outfile: script,
  write: false,
  format: 'esm',
  define: await pins(dirname(script)),
  banner: BANNER,
  plugins: [keptStyles, shortNames(names)],
});
await writeFile(script, await smaller(bundle.outputFiles[0].text));
Object.keys(bundle.metafile.inputs).forEach(take);
process.stdout.write([...taken].map((path) => `${path}\n`).join(''));
