// What most hand-made pages do: objects, Array.filter, one pass for each facet. The judge of the
// others' answers.
import { COUNTRIES, SECTORS, STAGES, YEARS } from './generate.js';

export const needsRows = true;

export function build(_, rows) {
  const named = (names, places) => new Set(places.map((place) => names[place]));
  const count = (names, values) => {
    const counts = new Map(names.map((name) => [name, 0]));
    for (const value of values) counts.set(value, counts.get(value) + 1);
    return [...counts.values()];
  };
  return {
    step(filter) {
      const sectors = named(SECTORS, filter.sectors);
      const countries = named(COUNTRIES, filter.country);
      const stages = named(STAGES, filter.stage);
      const [from, to] = (filter.year ?? [0, 76]).map((place) => YEARS[place]);
      const bySector = (row) => !sectors.size || row.sectors.some((sector) => sectors.has(sector));
      const byCountry = (row) => !countries.size || countries.has(row.country);
      const byStage = (row) => !stages.size || stages.has(row.stage);
      const byYear = (row) => row.year >= from && row.year <= to;
      const hits = rows.filter((row) => bySector(row) && byCountry(row) && byStage(row) && byYear(row));
      const but = (...tests) => rows.filter((row) => tests.every((test) => test(row)));
      return {
        total: hits.length,
        ids: hits.slice(0, 50).map((row) => row.id),
        counts: [
          count(SECTORS, but(byCountry, byStage, byYear).flatMap((row) => row.sectors)),
          count(COUNTRIES, but(bySector, byStage, byYear).map((row) => row.country)),
          count(STAGES, but(bySector, byCountry, byYear).map((row) => row.stage)),
          count(YEARS, but(bySector, byCountry, byStage).map((row) => row.year)),
        ],
      };
    },
    plain: (answer) => answer,
    reset() {},
  };
}
