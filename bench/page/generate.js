// Generated records and filter steps: the same in every run and on every machine.
// In: how many. Out: columns, rows made of them, and a sequence of filters.

/** Mulberry32: numbers from 0 to 1. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const sums = new Map();

/** A number below `n`, `i` with weight 1/(i+1)^s: few are frequent, many are rare. */
export function zipf(next, n, s = 1) {
  const key = `${n}:${s}`;
  if (!sums.has(key)) {
    const sum = new Float64Array(n);
    let total = 0;
    for (let i = 0; i < n; i++) sum[i] = total += 1 / Math.pow(i + 1, s);
    sums.set(key, sum.map((part) => part / total));
  }
  const sum = sums.get(key);
  const x = next();
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sum[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const words = (text) => text.trim().split(/\s+/);

export const COUNTRIES = words(`JP CN KR AU NL DE US IN MY SG TH VN PH TR FR GB IT ES RU TW NZ BE AT
  CH SE NO DK FI PL CZ HU RO BG GR PT IE CA MX BR AR CL PE CO EC EG MA TN DZ ZA KE TZ UG ET NG GH SN
  CM AO MZ MG SA AE QA KW OM JO LB IR PK BD LK NP KZ UZ UA RS HR SI SK LT`);
export const SECTORS = words(`education culture trade tourism health environment climate energy
  transport port water waste housing planning governance disaster youth sports agriculture fisheries
  industry digital research security`);
export const STAGES = words('exploration intent memorandum agreement active renewed ended');
export const YEARS = Array.from({ length: 77 }, (_, at) => 1950 + at);

/** How many values there are: sectors, countries, stages, years. */
export const SIZES = [SECTORS.length, COUNTRIES.length, STAGES.length, YEARS.length];

/** The columns of `n` records: sectors as bits, all else as numbers. Record i is the same for every n. */
export function columns(n) {
  const next = random(42);
  const out = {
    n,
    country: new Uint8Array(n),
    stage: new Uint8Array(n),
    year: new Uint8Array(n),
    sectors: new Uint32Array(n),
  };
  for (let i = 0; i < n; i++) {
    out.country[i] = zipf(next, COUNTRIES.length);
    next(); // the city
    out.stage[i] = zipf(next, STAGES.length, 0.5);
    out.year[i] = Math.min(76, Math.floor(76.99 * Math.pow(next(), 0.6)));
    let bits = 0;
    for (let left = 1 + zipf(next, 4, 0.7); left > 0; left--) bits |= 1 << zipf(next, 24, 0.7);
    out.sectors[i] = bits >>> 0;
    next(); // its longitude
    next(); // and latitude
  }
  return out;
}

const sectorsOf = (bits) => SECTORS.filter((_, at) => bits >>> at & 1);

/** The same records as the objects that packages ask for. */
export function rows(all) {
  return Array.from({ length: all.n }, (_, i) => ({
    id: i + 1,
    sectors: sectorsOf(all.sectors[i]),
    country: COUNTRIES[all.country[i]],
    stage: STAGES[all.stage[i]],
    year: YEARS[all.year[i]],
  }));
}

const LISTS = [
  { name: 'sectors', below: 0.35, most: 4, size: 24, s: 0.5 },
  { name: 'country', below: 0.65, most: 5, size: 80, s: 0.8 },
  { name: 'stage', below: 0.8, most: 3, size: 7, s: 0.3 },
];

/** A sequence of filters, each one change away from the one before. */
export function steps(count = 200) {
  const next = random(99);
  const state = { sectors: [], country: [], stage: [], year: null };
  const toggle = ({ name, most, size, s }) => {
    const list = state[name];
    const off = list.length && (list.length >= most || next() < 0.4);
    const value = off ? list[Math.floor(next() * list.length)] : zipf(next, size, s);
    state[name] = list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
  };
  const range = () => {
    if (state.year && next() < 0.35) return null;
    const from = Math.floor(next() * 77);
    return [from, Math.min(76, from + 5 + Math.floor(next() * 40))];
  };
  return Array.from({ length: count }, () => {
    const draw = next();
    const list = LISTS.find(({ below }) => draw < below);
    if (list) toggle(list);
    else state.year = range();
    return { changed: list?.name ?? 'year', ...state };
  });
}
