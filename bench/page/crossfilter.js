// crossfilter2: a dimension and a group for each facet.
import crossfilter from 'crossfilter2';
import { COUNTRIES, SECTORS, STAGES, YEARS } from './generate.js';

export const needsRows = true;

export function build(_, rows) {
  const all = crossfilter(rows);
  const sectors = all.dimension((row) => row.sectors, true);
  const country = all.dimension((row) => row.country);
  const stage = all.dimension((row) => row.stage);
  const year = all.dimension((row) => row.year);
  const id = all.dimension((row) => row.id);
  const groups = [sectors, country, stage, year].map((dimension) => dimension.group());
  const everything = all.groupAll();
  groups.forEach((group) => group.all());
  everything.value();

  const choose = (dimension, names, places) => {
    const values = places.map((place) => names[place]);
    if (!values.length) return dimension.filterAll();
    if (values.length === 1) return dimension.filterExact(values[0]);
    const chosen = new Set(values);
    return dimension.filterFunction((value) => chosen.has(value));
  };
  const change = {
    sectors: (filter) => choose(sectors, SECTORS, filter.sectors),
    country: (filter) => choose(country, COUNTRIES, filter.country),
    stage: (filter) => choose(stage, STAGES, filter.stage),
    year: ({ year: range }) => (range
      ? year.filterRange([YEARS[range[0]], YEARS[range[1]] + 1])
      : year.filterAll()),
  };
  return {
    step(filter) {
      change[filter.changed](filter);
      return {
        total: everything.value(),
        ids: id.bottom(50),
        groups: groups.map((group) => group.all()),
      };
    },
    plain({ total, ids, groups }) {
      const counts = [SECTORS, COUNTRIES, STAGES, YEARS].map((names, facet) => {
        const found = new Map(groups[facet].map(({ key, value }) => [key, value]));
        return names.map((name) => found.get(name) ?? 0);
      });
      return { total, ids: ids.map((row) => row.id), counts };
    },
    reset() {
      [sectors, country, stage, year].forEach((dimension) => dimension.filterAll());
    },
  };
}
