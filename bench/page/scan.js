// Hand-written JavaScript over typed columns: a byte for each record says which facets it fails,
// then one pass counts those that fail none or one.
import { SIZES } from './generate.js';

const NONE = { sectors: [], country: [], stage: [], year: null };

export function build(columns) {
  const { n, sectors, country, stage, year } = columns;
  const fails = new Uint8Array(n);
  const counts = SIZES.map((size) => new Uint32Array(size));
  const ids = new Int32Array(50);

  const table = (values, size) => {
    const out = new Uint8Array(size);
    if (!values.length) out.fill(1);
    for (const value of values) out[value] = 1;
    return out;
  };
  const mark = (column, passes, bit) => {
    const others = 255 ^ bit;
    for (let i = 0; i < n; i++) fails[i] = passes[column[i]] ? fails[i] & others : fails[i] | bit;
  };
  const markSectors = (values) => {
    let mask = 0;
    for (const value of values) mask |= 1 << value;
    if (!mask) mask = -1;
    for (let i = 0; i < n; i++) fails[i] = (sectors[i] & mask) ? fails[i] & 254 : fails[i] | 1;
  };
  const update = (filter, changed) => {
    if (changed === 'sectors') markSectors(filter.sectors);
    if (changed === 'country') mark(country, table(filter.country, 80), 2);
    if (changed === 'stage') mark(stage, table(filter.stage, 7), 4);
    if (changed === 'year') {
      const [from, to] = filter.year ?? [0, 76];
      mark(year, Uint8Array.from({ length: 77 }, (_, at) => +(at >= from && at <= to)), 8);
    }
  };
  const countSectors = (counts, bits) => {
    while (bits) {
      const lowest = bits & -bits;
      counts[31 - Math.clz32(lowest)]++;
      bits ^= lowest;
    }
  };
  const count = () => {
    for (const facet of counts) facet.fill(0);
    const [bySector, byCountry, byStage, byYear] = counts;
    let total = 0;
    for (let i = 0; i < n; i++) {
      const failed = fails[i];
      if (failed === 0) {
        if (total < 50) ids[total] = i + 1;
        total++;
        byCountry[country[i]]++;
        byStage[stage[i]]++;
        byYear[year[i]]++;
        countSectors(bySector, sectors[i]);
      } else if (failed === 1) countSectors(bySector, sectors[i]);
      else if (failed === 2) byCountry[country[i]]++;
      else if (failed === 4) byStage[stage[i]]++;
      else if (failed === 8) byYear[year[i]]++;
    }
    return { total, ids: ids.subarray(0, Math.min(50, total)), counts };
  };
  return {
    step(filter) {
      update(filter, filter.changed);
      return count();
    },
    plain: (answer) => answer,
    reset() {
      for (const changed of Object.keys(NONE)) update(NONE, changed);
    },
  };
}
