// itemsjs: aggregations without conjunction; a range of years is the list of its years.
import itemsjs from 'itemsjs';
import { COUNTRIES, SECTORS, STAGES, YEARS } from './generate.js';

export const needsRows = true;

export function build(_, rows) {
  const facet = () => ({ size: 1000, conjunction: false });
  const aggregations = { sectors: facet(), country: facet(), stage: facet(), year: facet() };
  const engine = itemsjs(rows, { native_search_enabled: false, aggregations });
  const named = (names, places) => places.map((place) => names[place]);
  return {
    step(filter) {
      const year = filter.year ? YEARS.slice(filter.year[0], filter.year[1] + 1) : [];
      return engine.search({
        per_page: 50,
        filters: {
          sectors: named(SECTORS, filter.sectors),
          country: named(COUNTRIES, filter.country),
          stage: named(STAGES, filter.stage),
          year,
        },
      });
    },
    plain({ pagination, data }) {
      const names = { sectors: SECTORS, country: COUNTRIES, stage: STAGES, year: YEARS };
      const counts = Object.entries(names).map(([facet, values]) => {
        const buckets = data.aggregations[facet].buckets;
        const found = new Map(buckets.map(({ key, doc_count: count }) => [String(key), count]));
        return values.map((value) => found.get(String(value)) ?? 0);
      });
      return { total: pagination.total, ids: data.items.map((row) => row.id), counts };
    },
    reset() {},
  };
}
