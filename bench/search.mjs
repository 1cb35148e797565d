// The bench of the search: the product and its peers, side by side.
// In: the folders of the product's module as shipped (`--shipped`) and built for speed (`--fast`);
// `--sizes 1000,10000`, `--engines minisearch,mitra-kota` and `--rounds 1` for less than everything.
// Out: a table; docs/search.md and docs/search.json if everything was measured.
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { open, serve } from './browser.mjs';
import { median, quantile } from './measure.mjs';
import { bundle } from './pages.mjs';
import { machine, shown } from './report.mjs';

const ENGINES = ['mitra-kota', 'mitra-kota -O3', 'minisearch', 'ufuzzy', 'fuse.js', 'orama'];
const SIZES = [1000, 10_000, 100_000];
const HEAD = ['records', 'engine', 'prefixes', 'typos', 'without diacritics', 'p50, ms', 'p95, ms',
  'CPU of a query, ms', 'build, ms', 'longest slice at 4× CPU, ms', 'memory above the rows, MB'];

const { values: asked } = parseArgs({
  options: {
    shipped: { type: 'string' },
    fast: { type: 'string' },
    sizes: { type: 'string' },
    engines: { type: 'string' },
    rounds: { type: 'string', default: '2' },
  },
});

/** One engine at one size in a fresh browser. */
async function measure(folder, name, n) {
  const page = await open(`${server.url}/${folder}/index.html`);
  try {
    await page.call('data', [n, name]);
    const before = { heap: await page.heap(), wasm: await page.call('bytes') };
    const begun = page.cpu();
    await page.call('build');
    const build = page.cpu() - begun;
    const held = await page.heap() - before.heap + await page.call('bytes') - before.wasm;
    const kinds = await page.call('check', [20_000]);
    const asked = page.cpu();
    const times = await page.call('run', [1, 20_000]);
    const cpu = (page.cpu() - asked) / times.length;
    const best = await page.call('run', [n > 10_000 ? 5 : 20, 20_000]);
    const longest = name === ENGINES[0] ? await slice(page) : undefined;
    return { version: page.version, build, held, kinds, cpu, best, slice: longest };
  } finally {
    await page.close();
  }
}

/** What the widget's script gives to each slice of the product's building, in milliseconds. */
const SLICE = 8;

/**
 * The longest slice on a processor four times as slow: the script looks at the clock after each step.
 * Of each step the fastest of several builds counts, so that it is not other work that is measured.
 */
async function slice(page) {
  const best = [];
  for (let build = 0; build < 8; build++) {
    const steps = await page.call('build');
    steps.forEach((time, at) => { best[at] = Math.min(best[at] ?? Infinity, time); });
  }
  return SLICE + 4 * Math.max(...best);
}

function row(n, engine, runs) {
  const good = runs.filter((run) => !run.failed);
  if (!good.length) return { n, engine, failed: runs[0].failed };
  const best = good[0].best.map((_, at) => Math.min(...good.map((run) => run.best[at] ?? Infinity)));
  return {
    n,
    engine,
    version: good[0].version,
    kinds: good[0].kinds,
    p50: quantile(best, 0.5),
    p95: quantile(best, 0.95),
    cpu: median(good.map((run) => run.cpu)),
    build: median(good.map((run) => run.build)),
    slice: Math.min(...good.map((run) => run.slice ?? NaN)),
    memory: median(good.map((run) => run.held)) / 1e6,
  };
}

async function atSize(n) {
  const found = new Map();
  for (let round = 0; round < Number(asked.rounds); round++) {
    for (const name of engines) {
      const folder = name === ENGINES[1] ? 'fast' : 'shipped';
      const run = await measure(folder, name.split(' ')[0], n)
        .catch((error) => ({ failed: error.message.split('\n')[0] }));
      found.set(name, [...found.get(name) ?? [], run]);
      process.stderr.write(`${n} ${name}, round ${round + 1}: ${run.failed ?? 'done'}\n`);
    }
  }
  const rows = [];
  for (const [name, runs] of found) rows.push(row(n, name, runs));
  return rows;
}

function table(rows) {
  const share = (kind) => (kind ? `${kind.found}/${kind.of}` : '–');
  const lines = rows.map(({ n, engine, failed, kinds, ...figures }) => (failed
    ? [n, engine, failed, ...HEAD.slice(3).map(() => '')]
    : [n, engine, share(kinds.prefix), share(kinds.typo), share(kinds.plain),
      ...['p50', 'p95', 'cpu', 'build', 'slice', 'memory'].map((key) => shown(figures[key]))]));
  const rule = HEAD.map((_, at) => (at === 1 ? '---' : '--:'));
  return [HEAD, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What was promised, and what came out: `[text, met]`. */
function bars(rows) {
  const of = (engine) => rows.find((row) => row.n === 100_000 && row.engine === engine) ?? {};
  const [own, mini] = [of('mitra-kota'), of('minisearch')];
  const all = (kind, count) => own.kinds?.[kind]?.found === count;
  return [
    [`p95 at 100 000 against MiniSearch, ms: ${shown(own.p95)} against ${shown(mini.p95)}, `
      + `${shown(own.p95 / mini.p95)} of it; at most 0.5`, own.p95 <= mini.p95 / 2],
    ['50 of 50 prefixes at 100 000', all('prefix', 50)],
    ['30 of 30 words with a typo at 100 000', all('typo', 30)],
    ['20 of 20 names without diacritics at 100 000', all('plain', 20)],
    [`longest slice at 4× CPU: ${shown(own.slice)} ms; at most 50`, own.slice <= 50],
  ];
}

async function write(results) {
  const { machine: on, loads, rows } = results;
  const load = `${Math.min(...loads).toFixed(0)} to ${Math.max(...loads).toFixed(0)}`;
  const met = bars(rows).map(([text, good]) => `- ${good ? 'met' : '**not met**'}: ${text}`);
  const text = `# Search

The last run of \`cargo xtask bench search\`: written by it, not by hand.

${on.date}, Chromium ${on.chromium} headless, ${on.processor}, ${on.cores} cores, ${on.memory} GiB,
${on.system}, Node ${on.node}. Load of the machine during the run: ${load} on ${on.cores} cores; other work
makes every figure larger, so ratios count, not milliseconds.

## What was promised

${met.join('\n')}

## What was measured

A hundred queries about generated records with title, partner and summary: 50 beginnings of words,
30 words with a letter left out, wrong, put in or swapped, 20 names typed without diacritics. Found is
what stands among the first 50 records. Where fewer queries are told, the time for them was up.

- *p50, p95*: of the hundred queries, each by the fastest of several passes by the page's clock.
- *CPU of a query*: of one pass, on the page's main thread; a call into the page included.
- *longest slice*: the product gathers its words between frames, in steps, until ${SLICE} ms have gone:
  these, and four times the longest step (of each step the fastest of several builds).
- *memory*: what the index holds above the records. Of the product it is by how much the module's
  memory grew, which takes what was freed before into use again.

\`mitra-kota\` is the code of the widget as it is shipped (\`opt-level = "z"\`), \`mitra-kota -O3\` the same
code built for speed. Its query is the widget's whole answer: with the counts of all facets and the
order by relevance; the peers search alone. MiniSearch is given the folding that it lacks.

${table(rows)}
`;
  await writeFile(new URL('../docs/search.md', import.meta.url), text);
  await writeFile(new URL('../docs/search.json', import.meta.url), `${JSON.stringify(results, null, 1)}\n`);
}

const sizes = asked.sizes?.split(',').map(Number) ?? SIZES;
const engines = asked.engines?.split(',') ?? ENGINES;
const target = fileURLToPath(new URL('../target/bench/search/', import.meta.url));
await bundle(asked.shipped, `${target}shipped`, 'search');
if (asked.fast) await bundle(asked.fast, `${target}fast`, 'search');
const server = await serve(target);
const results = { machine: machine(), loads: [loadavg()[0]], rows: [] };
for (const n of sizes) {
  results.rows.push(...await atSize(n));
  results.loads.push(loadavg()[0]);
}
results.machine.chromium = results.rows.find((row) => row.version)?.version;
server.close();
process.stdout.write(`${table(results.rows)}\n`);
for (const [text, good] of bars(results.rows)) process.stdout.write(`${good ? 'met' : 'not met'}: ${text}\n`);
if (!asked.sizes && !asked.engines) await write(results);
