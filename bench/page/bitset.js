// Hand-written JavaScript with a set of bits for each value: intersections and bit counts.
import { SIZES } from './generate.js';

const NONE = { sectors: [], country: [], stage: [], year: null };
const FACETS = Object.keys(NONE);

function ones(x) {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function index({ n, sectors, country, stage, year }, length) {
  const sets = SIZES.map((size) => Array.from({ length: size }, () => new Int32Array(length)));
  for (let i = 0; i < n; i++) {
    const word = i >>> 5;
    const bit = 1 << (i & 31);
    for (let own = sectors[i]; own; own &= own - 1) sets[0][31 - Math.clz32(own & -own)][word] |= bit;
    sets[1][country[i]][word] |= bit;
    sets[2][stage[i]][word] |= bit;
    sets[3][year[i]][word] |= bit;
  }
  return sets;
}

export function build(columns) {
  const length = (columns.n + 31) >>> 5;
  const sets = index(columns, length);
  const everything = new Int32Array(length).fill(-1);
  if (columns.n & 31) everything[length - 1] = (1 << (columns.n & 31)) - 1;
  const masks = FACETS.map(() => everything.slice());
  const matching = new Int32Array(length);
  const bases = FACETS.map(() => new Int32Array(length));
  const counts = SIZES.map((size) => new Uint32Array(size));
  const ids = new Int32Array(50);

  const choose = (facet, values) => {
    const mask = masks[facet];
    if (!values) return void mask.set(everything);
    mask.fill(0);
    for (const value of values) {
      const set = sets[facet][value];
      for (let i = 0; i < length; i++) mask[i] |= set[i];
    }
  };
  const update = (filter, changed) => {
    const values = filter[changed];
    const all = changed !== 'year' ? values : values
      && Array.from({ length: values[1] - values[0] + 1 }, (_, at) => values[0] + at);
    choose(FACETS.indexOf(changed), all?.length ? all : null);
  };
  const intersect = () => {
    const [m0, m1, m2, m3] = masks;
    const [b0, b1, b2, b3] = bases;
    let total = 0;
    for (let i = 0; i < length; i++) {
      const front = m0[i] & m1[i];
      const back = m2[i] & m3[i];
      b0[i] = m1[i] & back;
      b1[i] = m0[i] & back;
      b2[i] = front & m3[i];
      b3[i] = front & m2[i];
      matching[i] = front & back;
      total += ones(matching[i]);
    }
    return total;
  };
  const first = () => {
    let found = 0;
    for (let i = 0; i < length && found < 50; i++) {
      for (let word = matching[i]; word && found < 50; word &= word - 1) {
        ids[found++] = i * 32 + 32 - Math.clz32(word & -word);
      }
    }
    return ids.subarray(0, found);
  };
  const countAll = () => {
    for (let facet = 0; facet < 4; facet++) {
      const base = bases[facet];
      for (let value = 0; value < SIZES[facet]; value++) {
        const set = sets[facet][value];
        let count = 0;
        for (let i = 0; i < length; i++) count += ones(set[i] & base[i]);
        counts[facet][value] = count;
      }
    }
  };
  return {
    step(filter) {
      update(filter, filter.changed);
      const total = intersect();
      countAll();
      return { total, ids: first(), counts };
    },
    plain: (answer) => answer,
    reset() {
      for (const changed of FACETS) update(NONE, changed);
    },
  };
}
