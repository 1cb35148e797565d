// What the bench drives in the page: `bench.data`, `bench.build`, `bench.check`, `bench.run`.
import * as bitset from './bitset.js';
import * as catalog from './catalog.js';
import * as crossfilter from './crossfilter.js';
import * as itemsjs from './itemsjs.js';
import * as naive from './naive.js';
import { layout } from './product.js';
import * as scan from './scan.js';
import { columns, rows, steps } from './generate.js';

const ENGINES = {
  naive,
  scan,
  bitset,
  crossfilter2: crossfilter,
  itemsjs,
  'mitra-kota': layout('product'),
  'mitra-kota Catalog': catalog,
  'wasm pass': layout('pass'),
  'wasm bitmaps': layout('bitmaps'),
  'wasm both': layout('both'),
};
const STEPS = steps();
let records;
let objects;
let text;
let engine;

/** FNV-1a over the words of an answer: total, ids, counts. */
function hash({ total, ids, counts }) {
  let out = 2166136261;
  const add = (word) => { out = Math.imul(out ^ word, 16777619); };
  add(total);
  ids.forEach(add);
  counts.forEach((facet) => facet.forEach(add));
  return out >>> 0;
}

window.bench = {
  /** Makes `n` records as the engine wants them; what follows is the engine's own. */
  async data(n, name) {
    await ENGINES[name].prepare?.();
    records = columns(n);
    objects = ENGINES[name].needsRows ? rows(records) : null;
    text = ENGINES[name].needsText ? ENGINES[name].text(rows(records)) : null;
  },
  build(name) {
    engine = ENGINES[name].build(records, objects, text);
  },
  bytes: (name) => ENGINES[name].bytes?.() ?? 0,
  /** The hashes of all answers, of as many as the time allows. */
  check(milliseconds) {
    const hashes = [];
    const end = performance.now() + milliseconds;
    engine.reset();
    for (const step of STEPS) {
      hashes.push(hash(engine.plain(engine.step(step))));
      if (performance.now() > end) break;
    }
    return hashes;
  },
  reset() {
    engine.reset();
  },
  /** Step number `at`; a negative one does nothing. */
  step(at) {
    if (at >= 0) engine.step(STEPS[at]);
  },
  /** All steps, over and over: the shortest time of each, and of a pass the mean, in milliseconds. */
  run(passes, milliseconds) {
    const best = STEPS.map(() => Infinity);
    let mean = Infinity;
    const end = performance.now() + milliseconds;
    for (let pass = 0; pass < passes && performance.now() < end; pass++) {
      engine.reset();
      const start = performance.now();
      STEPS.forEach((step, at) => {
        const begun = performance.now();
        engine.step(step);
        best[at] = Math.min(best[at], performance.now() - begun);
      });
      mean = Math.min(mean, (performance.now() - start) / STEPS.length);
    }
    return { best, mean };
  },
};
