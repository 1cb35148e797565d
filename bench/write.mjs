// The page that shows the last run.
// In: results. Out: docs/performance.md with its plot, and the figures as JSON.
import { writeFile } from 'node:fs/promises';
import { plot } from './plot.mjs';
import { bars, table } from './report.mjs';

const DOCS = new URL('../docs/', import.meta.url);

export async function write(results) {
  const { machine, loads, rows } = results;
  const load = `${Math.min(...loads).toFixed(0)} to ${Math.max(...loads).toFixed(0)}`;
  const met = bars(rows).map(([text, good]) => `- ${good ? 'met' : '**not met**'}: ${text}`);
  const text = `# Performance

The last run of \`cargo xtask bench\`: written by it, not by hand.

${machine.date}, Chromium ${machine.chromium} headless, ${machine.processor}, ${machine.cores} cores,
${machine.memory} GiB, ${machine.system}, Node ${machine.node}. Load of the machine during the run: ${load}
on ${machine.cores} cores; other work makes every figure larger, so ratios count, not milliseconds.

![Milliseconds of a filter step over the number of records](performance.svg)

## What was promised

${met.join('\n')}

How long a start takes, and a visitor's steps in the page, stands in [loading.md](loading.md).

## What was measured

A step is one change of the filter: total, the first 50 ids in order, and the counts of all 188
values of four facets (24 sectors, of which a record has one to four; 80 countries; 7 stages; 77
years), each facet's counts ignoring its own choice. 200 steps, the same for all; the median one
matches 0.29 % of the records.

- *same answers*: steps whose total, ids and counts are those of the plain filter, of as many as it
  answered in a minute.
- *step p50, p95*: time of the page's main thread on a processor, one call at a time, less that of
  an empty call; not told below 10 000 records, where a call costs more than a step.
- *mean of a pass*: the fastest of several passes over all steps by the page's clock.
- *memory*: what the engine holds above the records it was given, after building and all steps. Of
  the product it is by how much the module's memory grew, which never shrinks.

\`mitra-kota\` is the code of the widget as it is shipped (\`opt-level = "z"\`), \`mitra-kota -O3\`
the same code built for speed. Its records come as columns, as those of \`scan\` and \`bitset\` do;
these two are JavaScript written by hand for just this query. \`naive\` is \`Array.filter\` over
objects. \`mitra-kota Catalog\` is what a host calls: its records come as the text of a dataset, so
that its building is reading and its memory holds the records, and filters and answers cross as
objects; a million records have more bytes than the reader takes. Every engine runs at every size in a browser process of its own.

${table(rows)}
`;
  await writeFile(new URL('performance.md', DOCS), text);
  await writeFile(new URL('performance.svg', DOCS), plot(rows));
  await writeFile(new URL('performance.json', DOCS), `${JSON.stringify(results, null, 1)}\n`);
}
