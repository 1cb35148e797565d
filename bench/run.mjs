// The bench: the product's engine and its peers, side by side.
// In: the folders of the product's module as shipped (`--shipped`) and built for speed (`--fast`);
// `--sizes 1000,10000`, `--engines scan,mitra-kota` and `--rounds 1` for less than everything.
// Out: a table, docs/performance.{json,md,svg} if everything was measured.
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadavg } from 'node:os';
import { serve } from './browser.mjs';
import { measure } from './measure.mjs';
import { bundle } from './pages.mjs';
import { conclude, machine, table } from './report.mjs';
import { write } from './write.mjs';

const PEERS = ['naive', 'scan', 'bitset', 'crossfilter2', 'itemsjs'];
const OWN = ['mitra-kota', 'mitra-kota -O3', 'mitra-kota Catalog'];
const FAST = ' -O3';
/** A dataset of more records has more bytes than the reader takes. */
const CATALOG = 100_000;
const SIZES = [5, 1000, 10_000, 100_000, 1_000_000];

const { values: asked } = parseArgs({
  options: {
    shipped: { type: 'string' },
    fast: { type: 'string' },
    sizes: { type: 'string' },
    engines: { type: 'string' },
    rounds: { type: 'string', default: '2' },
  },
});
const sizes = asked.sizes?.split(',').map(Number) ?? SIZES;
const engines = asked.engines?.split(',') ?? [...PEERS, ...OWN];
const rounds = Number(asked.rounds);
const whole = !asked.sizes && !asked.engines;

const target = fileURLToPath(new URL('../target/bench/pages/', import.meta.url));
const server = await serve(target);
await bundle(asked.shipped, `${target}shipped`);
if (asked.fast) await bundle(asked.fast, `${target}fast`);

/** All rounds of all engines at one size, interleaved: what disturbs one disturbs its neighbours. */
async function atSize(n) {
  const found = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const name of engines.filter((name) => n <= CATALOG || !name.includes('Catalog'))) {
      const folder = name.endsWith(FAST) ? 'fast' : 'shipped';
      const engine = name.replace(FAST, '');
      const run = await measure(`${server.url}/${folder}/index.html`, engine, n)
        .catch((error) => ({ failed: error.message }));
      found.set(name, [...found.get(name) ?? [], run]);
      process.stderr.write(`${n} ${name}, round ${round + 1}: ${run.failed ?? 'done'}\n`);
    }
  }
  return conclude(n, found);
}

const results = { machine: machine(), loads: [loadavg()[0]], rows: [] };
for (const n of sizes) {
  results.rows.push(...await atSize(n));
  results.loads.push(loadavg()[0]);
}
results.machine.chromium = results.rows.find((row) => row.version)?.version;
server.close();
process.stdout.write(`${table(results.rows)}\n`);
if (whole) await write(results);
const wrong = results.rows.filter((row) => row.same < 1);
if (wrong.length) {
  const names = wrong.map(({ engine, n }) => `${engine} at ${n}`).join(', ');
  process.stderr.write(`other answers than the plain filter: ${names}\n`);
  process.exitCode = 1;
}
