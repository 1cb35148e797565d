// What the bench of the search drives in the page: `bench.data`, `bench.build`, `bench.check`, `bench.run`.
import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search } from '@orama/orama';
import init, { Search } from 'engine';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { CITIES, PLACES, fold, queries, texts } from './texts.js';

const FIELDS = ['title', 'partner', 'summary'];
const MOST = 50;
const QUERIES = queries();
const order = Array.from({ length: QUERIES.length }, (_, at) => at * 37 % QUERIES.length);
let memory;
let records;
let sought;

const joined = (record) => FIELDS.map((field) => record[field]).join(' ');

const ENGINES = {
  'mitra-kota': async () => {
    const lines = (all, cells) => all.map((one) => cells(one).join('\t')).join('\n');
    const engine = new Search();
    // A few at a time: what crosses into the module shall not make its memory larger.
    for (let at = 0; at < records.length; at += 1000) {
      const some = records.slice(at, at + 1000);
      engine.add(lines(some, ({ title, summary, home, city }) => [title, summary, CITIES.length + home, city]));
    }
    engine.catalog(lines(PLACES, (place) => place));
    const build = () => {
      const steps = [];
      engine.forget();
      for (let more = true; more;) {
        const begun = performance.now();
        more = engine.gather(64);
        steps.push(performance.now() - begun);
      }
      return steps;
    };
    const ask = (q) => {
      const [, ...ids] = engine.search(q, MOST);
      return ids.map((id) => id + 1);
    };
    return { build, ask };
  },
  minisearch: async () => {
    const engine = new MiniSearch({ fields: FIELDS, storeFields: [], processTerm: fold });
    const options = { prefix: true, fuzzy: (term) => (term.length >= 5 ? 1 : false), combineWith: 'AND' };
    return {
      build: () => engine.addAll(records),
      ask: (q) => engine.search(q, options).slice(0, MOST).map(({ id }) => id),
    };
  },
  ufuzzy: async () => {
    const engine = new uFuzzy({ intraMode: 1 });
    let hay;
    return {
      build: () => { hay = uFuzzy.latinize(records.map(joined)); },
      ask(q) {
        const [found, info, order] = engine.search(hay, uFuzzy.latinize([q])[0], 1, 1000);
        const places = order ? order.map((at) => info.idx[at]) : found ?? [];
        return places.slice(0, MOST).map((at) => records[at].id);
      },
    };
  },
  'fuse.js': async () => {
    let engine;
    const options = { keys: FIELDS, ignoreLocation: true, threshold: 0.25, ignoreDiacritics: true, minMatchCharLength: 2 };
    return {
      build: () => { engine = new Fuse(records, options); },
      ask: (q) => engine.search(q, { limit: MOST }).map(({ item }) => item.id),
    };
  },
  orama: async () => {
    const schema = { title: 'string', partner: 'string', summary: 'string' };
    const engine = create({ schema, sort: { enabled: false } });
    const rows = records.map(({ id, title, partner, summary }) => ({ id: `${id}`, title, partner, summary }));
    return {
      build: () => insertMultiple(engine, rows, rows.length + 1),
      ask: (term) => search(engine, { term, properties: FIELDS, tolerance: 1, threshold: 0, limit: MOST })
        .hits.map(({ id }) => Number(id)),
    };
  },
};

window.bench = {
  /** Makes `n` records, as the engine wants them; what follows is the engine's own. */
  async data(n, name) {
    ({ memory } = await init({ module_or_path: 'engine_bg.wasm' }));
    records = texts(n);
    sought = await ENGINES[name]();
  },
  /** Bytes of the module's memory. */
  bytes: () => memory.buffer.byteLength,
  /** Makes the index; the product does it in steps: their milliseconds. */
  build() {
    const steps = sought.build();
    return Array.isArray(steps) ? steps : [];
  },
  /** For each kind how many of its queries found what they want among the first 50, of how many. */
  check(milliseconds) {
    const kinds = {};
    const end = performance.now() + milliseconds;
    for (const at of order) {
      const { kind, q, want } = QUERIES[at];
      const found = sought.ask(q).some((id) => {
        const text = fold(joined(records[id - 1]));
        return want.every((word) => text.includes(word));
      });
      kinds[kind] ??= { found: 0, of: 0 };
      kinds[kind].found += found;
      kinds[kind].of += 1;
      if (performance.now() > end) break;
    }
    return kinds;
  },
  /** All queries, several times over: the shortest time of each that was asked, in milliseconds. */
  run(passes, milliseconds) {
    const best = [];
    const end = performance.now() + milliseconds;
    for (let pass = 0; pass < passes; pass++) {
      for (const at of order) {
        const begun = performance.now();
        sought.ask(QUERIES[at].q);
        best[at] = Math.min(best[at] ?? Infinity, performance.now() - begun);
        if (performance.now() > end) return best.filter(Number.isFinite);
      }
    }
    return best.filter(Number.isFinite);
  },
};
