// How long the widget takes from the bytes of a packed dataset to a list that can be used.
// In: the program `mitra` (`--mitra`), `dist/`; `--sizes 1000` and `--rounds 1` for less than everything.
// Out: a table; docs/loading.md if everything was measured.
import { execFile } from 'node:child_process';
import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../tests/browser/drivers.mjs';
import { serve } from './browser.mjs';
import { writeDataset } from './dataset.mjs';
import { median } from './measure.mjs';
import { machine, shown } from './report.mjs';

const SLOWER = 4;
const SIZES = [1000, 10_000, 100_000];
const HEAD = ['records', 'first file, MB', 'packing, s', 'list usable, ms', 'main thread at 4× CPU, ms', 'longest task at 4× CPU, ms'];

const { values: asked } = parseArgs({
  options: { mitra: { type: 'string' }, sizes: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const sizes = asked.sizes?.split(',').map(Number) ?? SIZES;
const folder = fileURLToPath(new URL('../target/bench/load/', import.meta.url));

// The module is there and warm, and so are the bytes: what is measured begins with both.
const PAGE = `<!doctype html><meta charset="utf-8"><title>Load</title><body><script type="module">
import { Catalog } from './mitra-kota.js';
const bytes = await (await fetch('data.mkp')).arrayBuffer();
(await Catalog.parse({ format: 'mitra-kota/1', records: [] })).free();
window.bench = { async show() {
  const widget = document.createElement('mitra-kota');
  widget.setAttribute('url-state', 'none');
  const begun = performance.now();
  widget.data = bytes;
  document.body.append(widget);
  await widget.ready;
  await new Promise((done) => { requestAnimationFrame(() => { setTimeout(done); }); });
  return { usable: performance.now() - begun, cards: widget.shadowRoot.querySelectorAll('.mk-card').length };
} };
</script>`;

/**
 * The time of all tasks of a page's main thread and that of the longest, in milliseconds on a processor,
 * from a trace of the browser.
 */
function tasks(trace) {
  const { traceEvents } = JSON.parse(trace);
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const own = new Set(threads.map(({ pid, tid }) => `${pid}:${tid}`));
  const times = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && own.has(`${pid}:${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
  return { all: times.reduce((sum, time) => sum + time, 0), longest: Math.max(...times) };
}

/** One load in a fresh browser. */
async function measure(url) {
  const browser = await chromium.launch({ executablePath: CHROMIUM.binary(), args: CHROMIUM.args });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.bench);
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
    const { usable, cards } = await page.evaluate(() => window.bench.show());
    const trace = await browser.stopTracing();
    if (cards !== 50) throw new Error(`found ${cards} cards, expected 50`);
    return { version: browser.version(), usable, ...tasks(trace.toString()) };
  } finally {
    await browser.close();
  }
}

async function atSize(n) {
  const begun = performance.now();
  await writeDataset(n, `${folder}data.json`);
  const pack = performance.now();
  await promisify(execFile)(asked.mitra, ['pack', `${folder}data.json`, `${folder}data.mkp`, '--details'], { maxBuffer: 1 << 26 });
  const packing = (performance.now() - pack) / 1000;
  process.stderr.write(`${n}: made in ${((pack - begun) / 1000).toFixed(1)} s, packed in ${packing.toFixed(1)} s\n`);
  const runs = [];
  for (let round = 0; round < Number(asked.rounds); round++) {
    runs.push(await measure(`${server.url}/index.html`));
    process.stderr.write(`${n}, round ${round + 1}: ${JSON.stringify(runs.at(-1))}\n`);
  }
  return {
    n,
    version: runs[0].version,
    size: (await stat(`${folder}data.mkp`)).size / 1e6,
    packing,
    usable: median(runs.map((run) => run.usable)),
    all: SLOWER * median(runs.map((run) => run.all)),
    longest: SLOWER * median(runs.map((run) => run.longest)),
  };
}

function table(rows) {
  const lines = rows.map(({ n, size, packing, usable, all, longest }) => [n, ...[size, packing, usable, all, longest].map(shown)]);
  return [HEAD, HEAD.map(() => '--:'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What was promised, and what came out: `[text, met]`. */
function bars(rows) {
  const { all, longest } = rows.find(({ n }) => n === 100_000) ?? {};
  return [
    [`list usable at 100 000 and 4× CPU: ${shown(all)} ms of work after the bytes are there; at most 1500`, all <= 1500],
    [`longest task at 100 000 and 4× CPU: ${shown(longest)} ms; at most 50`, longest <= 50],
  ];
}

async function write({ machine: on, loads, rows }) {
  const load = `${Math.min(...loads).toFixed(0)} to ${Math.max(...loads).toFixed(0)}`;
  const met = bars(rows).map(([text, good]) => `- ${good ? 'met' : '**not met**'}: ${text}`);
  await writeFile(new URL('../docs/loading.md', import.meta.url), `# Loading

The last run of \`cargo xtask bench load\`: written by it, not by hand.

${on.date}, Chromium ${on.chromium} headless, ${on.processor}, ${on.cores} cores, ${on.memory} GiB,
${on.system}, Node ${on.node}. Load of the machine during the run: ${load} on ${on.cores} cores; other work
makes every figure larger.

## What was promised

${met.join('\n')}

## What was measured

Generated records with title, summary, sectors, a stage and an event, of one home with 80 countries, packed
by \`mitra pack --details\`, in the widget as it is shipped. The module is loaded and the bytes of the first
file are there before the clock starts; what is told is the median of ${asked.rounds} browser processes.

- *list usable*: by the clock, until the element is ready, its first 50 cards and its map are painted and
  the page has had its turn; on this machine with all its other work.
- *main thread*: ${SLOWER} times what all tasks of the page's main thread took on a processor on the way there.
- *longest task*: ${SLOWER} times the longest of them. Both by a trace of the browser.

${table(rows)}
`);
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await cp(new URL('../dist/', import.meta.url), folder, { recursive: true });
await writeFile(`${folder}index.html`, PAGE);
const server = await serve(folder);
const results = { machine: machine(), loads: [loadavg()[0]], rows: [] };
for (const n of sizes) {
  results.rows.push(await atSize(n));
  results.loads.push(loadavg()[0]);
}
results.machine.chromium = results.rows[0].version;
server.close();
process.stdout.write(`${table(results.rows)}\n`);
for (const [text, good] of bars(results.rows)) process.stdout.write(`${good ? 'met' : 'not met'}: ${text}\n`);
if (!asked.sizes) await write(results);
