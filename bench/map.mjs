// The bench of the map: frames and clusters of the product and of its peers, side by side.
// In: the folder of the engine's module (`--shipped`), `dist/`; `--parts frames`, `--levels 0`,
// `--sizes 1000`, `--frames 60` and `--rounds 1` for less than everything.
// Out: tables; docs/map.md and docs/map.json if everything was measured.
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { open, serve } from './browser.mjs';
import { mapping, SLOWER } from './mapping.mjs';
import { median } from './measure.mjs';
import { bundle } from './pages.mjs';
import { machine } from './report.mjs';

const PRODUCT = 'mitra-kota';
const CANVAS = 'mitra-kota, land on a canvas';
const CACHED = ['d3-geo, cached Path2D, 110m', 'd3-geo, cached Path2D, same land'];
const ANEW = ['d3-geo, projected anew, 110m', 'd3-geo, projected anew, same land'];
const FLAT = [PRODUCT, CANVAS, ...CACHED, ...ANEW, 'Leaflet, canvas, same land'];
/** Which maps are led along which motion, and at which level of the land. */
const MOTIONS = [
  { motion: 'pan', level: 0, maps: FLAT },
  { motion: 'zoom', level: 0, maps: FLAT },
  { motion: 'globe', level: 0, maps: [PRODUCT, CANVAS, ...ANEW] },
  { motion: 'near', level: 1, maps: [PRODUCT, CANVAS] },
];
const ENGINES = [PRODUCT, 'supercluster', 'leaflet.markercluster'];
const SIZES = [1000, 10_000, 100_000, 1_000_000];
/** Beyond this many records nobody would wait for a change of the filter. */
const PATIENCE = { 'leaflet.markercluster': 100_000 };
const WARM = 20; // frames
const EMPTY = 40; // frames in which nothing happens

const { values: asked } = parseArgs({
  options: {
    shipped: { type: 'string' },
    parts: { type: 'string' },
    levels: { type: 'string' },
    sizes: { type: 'string' },
    frames: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '2' },
  },
});
const whole = !asked.parts && !asked.levels && !asked.sizes;
const parts = asked.parts?.split(',') ?? ['levels', 'frames', 'clusters'];
const levels = asked.levels?.split(',').map(Number) ?? [0, 1];
const sizes = asked.sizes?.split(',').map(Number) ?? SIZES;
const frames = Number(asked.frames);
const rounds = Number(asked.rounds);

/** One call on a processor, in milliseconds: the page's main thread, and all that draws. */
async function one(page, method, step) {
  const [own, all] = [page.cpu(), page.drawing()];
  const script = await page.call(method, [step]);
  return { own: page.cpu() - own, all: page.drawing() - all, script };
}

/** A map led along a motion in a fresh browser: what each frame took beyond one in which nothing happens. */
async function led(map, motion, box) {
  const page = await open(`${server.url}/index.html`);
  try {
    const found = await page.call('show', [map, motion, frames, box]);
    for (let step = 1; step <= WARM; step++) await one(page, 'step', step);
    for (let step = WARM; step >= 0; step--) await one(page, 'step', step);
    const empty = [];
    for (let time = 0; time < EMPTY; time++) empty.push(await one(page, 'idle'));
    const taken = [];
    for (let step = 1; step <= frames; step++) taken.push(await one(page, 'step', step));
    const beyond = (key) => median(taken.map((one) => one[key])) - median(empty.map((one) => one[key]));
    return { version: page.version, box: found, own: beyond('own'), all: beyond('all'), scripts: taken.map(({ script }) => script) };
  } finally {
    await page.close();
  }
}

/** All maps along a motion, round after round: what disturbs one disturbs its neighbours. */
async function along({ motion, level, maps }) {
  const found = new Map(maps.map((map) => [map, []]));
  let box;
  for (let round = 0; round < rounds; round++) {
    for (const map of maps) {
      const run = await led(map, motion, box).catch((error) => ({ failed: error.message.split('\n')[0] }));
      box ??= run.box;
      found.get(map).push(run);
      process.stderr.write(`${motion}, ${map}, round ${round + 1}: ${run.failed ?? `${run.all.toFixed(2)} ms`}\n`);
    }
  }
  return [...found].map(([map, runs]) => {
    const good = runs.filter((run) => !run.failed);
    if (!good.length) return { motion, level, map, failed: runs[0].failed };
    const of = (key) => median(good.map((run) => run[key]));
    // Of each frame the quietest round: not what else the machine did.
    const scripts = good[0].scripts.map((_, at) => Math.min(...good.map((run) => run.scripts[at])));
    return {
      motion, level, map, box, version: good[0].version, own: of('own'), all: of('all'),
      script: median(scripts), longest: SLOWER * Math.max(...scripts),
    };
  });
}

/** One engine at one size in a fresh browser: milliseconds of the main thread for a change of the filter. */
async function clustered(engine, n) {
  const page = await open(`${server.url}/clusters/index.html`);
  try {
    await page.call('data', [n, engine]);
    const times = Math.max(2, Math.min(200, 200_000 / n));
    const { marks } = await page.call('change', [2]);
    const passes = [];
    for (let pass = 0; pass < 5; pass++) {
      const begun = page.cpu();
      const { taken } = await page.call('change', [times]);
      passes.push({ cpu: (page.cpu() - begun) / times, best: Math.min(...taken) });
    }
    return { marks, cpu: median(passes.map(({ cpu }) => cpu)), best: Math.min(...passes.map(({ best }) => best)) };
  } finally {
    await page.close();
  }
}

async function atSize(n) {
  const rows = [];
  for (const engine of ENGINES.filter((name) => n <= (PATIENCE[name] ?? Infinity))) {
    const runs = [];
    for (let round = 0; round < rounds; round++) {
      runs.push(await clustered(engine, n).catch((error) => ({ failed: error.message.split('\n')[0] })));
      process.stderr.write(`${n} ${engine}, round ${round + 1}: ${runs.at(-1).failed ?? `${runs.at(-1).cpu.toFixed(2)} ms`}\n`);
    }
    const good = runs.filter((run) => !run.failed);
    rows.push(good.length
      ? { n, engine, marks: good[0].marks, cpu: median(good.map(({ cpu }) => cpu)), best: Math.min(...good.map(({ best }) => best)) }
      : { n, engine, failed: runs[0].failed });
  }
  return rows;
}

/** Reading the files of each level of the land. */
async function read() {
  const files = { first: ['first'], world: ['world'] };
  const tiles = { 1: 'all tiles of level 1', 2: 'all tiles of level 2', 3: 'lines between provinces' };
  for (const [level, what] of Object.entries(tiles)) {
    const names = await readdir(new URL(`../dist/basemap/${level}/`, import.meta.url));
    files[what] = names.map((name) => `${level}/${name.replace('.bin', '')}`);
  }
  const page = await open(`${server.url}/index.html`);
  const rows = [];
  for (const [name, some] of Object.entries(files)) {
    rows.push({ name, files: some.length, ...await page.call('read', [some, 20]) });
  }
  await page.close();
  return rows;
}

const target = fileURLToPath(new URL('../target/bench/map/', import.meta.url));
await rm(target, { recursive: true, force: true });
await cp(new URL('../dist/', import.meta.url), target, { recursive: true });
await cp(new URL('../www/basemap/first.bin', import.meta.url), `${target}basemap/first.bin`);
await bundle(asked.shipped, target, 'map');
await bundle(asked.shipped, `${target}clusters`, 'clusters');
const server = await serve(target);
const results = { machine: machine(), loads: [loadavg()[0]], asked: { frames, rounds }, levels: [], frames: [], clusters: [] };
const noteLoad = () => results.loads.push(loadavg()[0]);
if (parts.includes('levels')) results.levels = await read();
for (const motion of parts.includes('frames') ? MOTIONS.filter(({ level }) => levels.includes(level)) : []) {
  results.frames.push(...await along(motion));
  noteLoad();
}
for (const n of parts.includes('clusters') ? sizes : []) {
  results.clusters.push(...await atSize(n));
  noteLoad();
}
results.machine.chromium = results.frames.find((row) => row.version)?.version;
server.close();
const { text, page } = mapping(results);
process.stdout.write(text);
if (whole) {
  await writeFile(new URL('../docs/map.json', import.meta.url), `${JSON.stringify(results, null, 1)}\n`);
  await writeFile(new URL('../docs/map.md', import.meta.url), page);
}
