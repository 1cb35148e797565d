// Mitra Kota's own engine, the code of the widget's module behind a door of numbers; and the layouts
// that it was weighed against.
import init, { Engine } from 'engine';
import { SIZES } from './generate.js';

/** The places of the facets. */
const AT = { sectors: 0, country: 1, stage: 2, year: 3 };
const NONE = { sectors: [], country: [], stage: [], year: null };
let memory;

/** Loads the module. */
export async function prepare() {
  ({ memory } = await init({ module_or_path: 'engine_bg.wasm' }));
}

/** Bytes of the module's memory. */
export const bytes = () => memory.buffer.byteLength;

/** A layout by its name; `product` is what is shipped. */
export const layout = (name) => ({ prepare, bytes, build: (columns) => build(name, columns) });

function build(name, columns) {
  const engine = new Engine(name, columns.n);
  engine.several(SIZES[0], columns.sectors);
  engine.one(SIZES[1], columns.country);
  engine.one(SIZES[2], columns.stage);
  engine.one(SIZES[3], columns.year);
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
