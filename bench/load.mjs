// How long the widget takes until its list can be used, and how long a visitor's steps take then.
// In: the program `mitra` (`--mitra`), `dist/`; `--sizes 1000` and `--rounds 1` for less than everything.
// Out: tables; docs/loading.md and docs/loading.json if everything was measured.
import { execFile } from 'node:child_process';
import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../tests/browser/drivers.mjs';
import { serve } from './browser.mjs';
import { writeDataset } from './dataset.mjs';
import { machine } from './report.mjs';
import { loading, SLOWER } from './loading.mjs';
import { turns } from './turns.mjs';

const BUNDLED = 5;
const SIZES = [BUNDLED, 1000, 10_000, 100_000];

const { values: asked } = parseArgs({
  options: { mitra: { type: 'string' }, sizes: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const sizes = asked.sizes?.split(',').map(Number) ?? SIZES;
const folder = fileURLToPath(new URL('../target/bench/load/', import.meta.url));

const TRACED = ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const QUIET = 600; // ms that a step may take

/** Runs in the page: a widget from nothing, or from a module that is warm and bytes that are there. */
const SHOW = async ({ src, warm }) => {
  const { Catalog } = warm ? await import('./mitra-kota.js') : {};
  const bytes = warm && await (await fetch(src)).arrayBuffer();
  await (await Catalog?.parse({ format: 'mitra-kota/1', records: [] }))?.free();
  performance.mark('bench:load');
  const begun = performance.now();
  if (!warm) await import('./mitra-kota.js');
  const widget = document.createElement('mitra-kota');
  widget.setAttribute('url-state', 'none');
  if (warm) widget.data = bytes;
  else if (src) widget.setAttribute('src', src);
  document.body.append(widget);
  await widget.ready;
  await new Promise((done) => { requestAnimationFrame(() => { setTimeout(done); }); });
  const usable = performance.now() - begun;
  performance.mark('bench:after');
  return { usable, cards: widget.shadowRoot.querySelectorAll('.mk-card').length };
};

/** The steps of a visitor, each run in the page. */
const STEPS = {
  'choose a sector': (root) => root.querySelector('[data-do=toggle]').click(),
  'take it back': (root) => root.querySelector('[data-do=toggle]:checked').click(),
  'go to the search field': (root) => root.querySelector('input[type=search]').focus(),
  'type a word': (root) => {
    const field = root.querySelector('input[type=search]');
    field.value = 'ba';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
  'empty the field': (root) => {
    const field = root.querySelector('input[type=search]');
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
  'zoom the map': (root) => root.querySelector('[data-do=zoom]').click(),
  'scroll to the end': () => scrollTo(0, document.documentElement.scrollHeight),
  'show more': (root) => root.querySelector('[data-do=more]')?.click(),
};

/** One load in a fresh browser, with the steps after it if they are asked for. */
async function measure(url, what, steps) {
  const browser = await chromium.launch({ executablePath: CHROMIUM.binary(), args: CHROMIUM.args });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(url);
    await browser.startTracing(page, { categories: TRACED });
    const { usable, cards } = await page.evaluate(SHOW, what);
    if (cards < BUNDLED) throw new Error(`found ${cards} cards, expected ${BUNDLED} or more`);
    await page.waitForTimeout(QUIET);
    for (const [name, step] of steps ? Object.entries(STEPS) : []) {
      await page.evaluate(`performance.mark('bench:${name}'), (${step})(document.querySelector('mitra-kota').shadowRoot), 0`);
      await page.waitForTimeout(name === 'go to the search field' ? QUIET * 5 : QUIET);
    }
    const found = turns((await browser.stopTracing()).toString());
    return { version: browser.version(), usable, found };
  } finally {
    await browser.close();
  }
}

/** The quietest of several: what else a machine does only ever makes a figure larger. */
async function quietest(n, form, what, steps) {
  const runs = [];
  for (let round = 0; round < Number(asked.rounds); round++) {
    runs.push(await measure(`${server.url}/index.html`, what, steps));
    process.stderr.write(`${n} ${form}, round ${round + 1}: ${JSON.stringify(runs.at(-1).found.load)}\n`);
  }
  const least = (read) => SLOWER * Math.min(...runs.map(read));
  const names = steps ? Object.keys(STEPS) : [];
  return {
    n,
    form,
    version: runs[0].version,
    usable: Math.min(...runs.map((run) => run.usable)),
    all: least(({ found }) => found.load.all),
    longest: least(({ found }) => found.load.longest),
    after: least(({ found }) => found.after.longest),
    steps: Object.fromEntries(names.map((name) => [name, least(({ found }) => found[name].longest)])),
  };
}

async function atSize(n) {
  if (n === BUNDLED) return [await quietest(n, 'bundled', {}, true)];
  await writeDataset(n, `${folder}data.json`);
  const begun = performance.now();
  await promisify(execFile)(asked.mitra, ['pack', `${folder}data.json`, `${folder}data.mkp`, '--details'], { maxBuffer: 1 << 26 });
  const packing = (performance.now() - begun) / 1000;
  const size = (await stat(`${folder}data.mkp`)).size / 1e6;
  const rows = [{ ...await quietest(n, 'packed', { src: 'data.mkp', warm: n > 1000 }, true), packing, size }];
  if (n <= 1000) rows.push(await quietest(n, 'JSON', { src: 'data.json' }, false));
  return rows;
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await cp(new URL('../dist/', import.meta.url), folder, { recursive: true });
await writeFile(`${folder}index.html`, '<!doctype html><html lang="id"><meta charset="utf-8"><title>Load</title><body>');
const server = await serve(folder);
const results = { machine: machine(), loads: [loadavg()[0]], rounds: Number(asked.rounds), rows: [] };
for (const n of sizes) {
  results.rows.push(...await atSize(n));
  results.loads.push(loadavg()[0]);
}
results.machine.chromium = results.rows[0].version;
server.close();
const { text, page } = loading(results);
process.stdout.write(text);
if (!asked.sizes) {
  await writeFile(new URL('../docs/loading.json', import.meta.url), `${JSON.stringify(results, null, 1)}\n`);
  await writeFile(new URL('../docs/loading.md', import.meta.url), page);
}
