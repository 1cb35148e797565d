// Mitra Kota's own engine: the code of the widget's module behind a door of numbers.
import init, { Engine } from 'engine';
import { SIZES } from './generate.js';

/** The places of our facets among the product's columns. */
const AT = { sectors: 0, country: 1, stage: 2, year: 5 };
const NONE = { sectors: [], country: [], stage: [], year: null };
let memory;

export async function prepare() {
  ({ memory } = await init({ module_or_path: 'engine_bg.wasm' }));
}

/** Bytes of the module's memory. */
export const bytes = () => memory.buffer.byteLength;

export function build(columns) {
  const engine = new Engine(columns.n);
  engine.several(AT.sectors, SIZES[0], columns.sectors);
  engine.one(AT.country, SIZES[1], columns.country);
  engine.one(AT.stage, SIZES[2], columns.stage);
  engine.one(AT.year, SIZES[3], columns.year);
  const choose = (filter, changed) => {
    const values = filter[changed] ?? [];
    const range = changed === 'year' && values.length;
    const all = range
      ? Uint32Array.from({ length: values[1] - values[0] + 1 }, (_, at) => values[0] + at)
      : Uint32Array.from(values);
    engine.choose(AT[changed], all);
  };
  return {
    step(filter) {
      choose(filter, filter.changed);
      return engine.count(50);
    },
    plain([total, found, ...rest]) {
      const ids = rest.slice(0, found).map((number) => number + 1);
      let at = found;
      const counts = SIZES.map((size) => rest.slice(at, at += size));
      return { total, ids, counts };
    },
    reset() {
      for (const changed of Object.keys(NONE)) choose(NONE, changed);
      engine.count(50);
    },
  };
}
