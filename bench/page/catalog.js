// Mitra Kota as a host takes it: `Catalog`, from the text of a dataset, with filters and answers as
// plain objects. All of its six facets are counted, relation and home too.
import { Catalog } from 'engine';
import { COUNTRIES, SECTORS, STAGES, YEARS } from './generate.js';
import { bytes, prepare } from './product.js';

export { bytes, prepare };

export const needsText = true;

const named = (id, more) => ({ id, name: id, ...more });

/** The rows as a dataset. The partners have no positions, so that the order by distance is the file's. */
export function text(rows) {
  const sources = ['s'];
  const model = { version: '1', sources, stages: STAGES.map((id) => named(id)) };
  return new TextEncoder().encode(JSON.stringify({
    format: 'mitra-kota/1',
    version: '1',
    updated: '2026-11-21',
    language: 'en',
    title: 'Generated',
    license: 'CC0-1.0',
    publisher: { name: 'Nobody' },
    places: [
      named('home', { country: 'ID', level: 'city', lat: -6.2, lon: 107, positionSource: 's' }),
      ...COUNTRIES.map((country) => named(country.toLowerCase(), { country, level: 'country' })),
    ],
    sectorGroups: [named('all')],
    sectors: SECTORS.map((id) => named(id, { group: 'all' })),
    stageModels: [named('m', model)],
    sources: [{ id: 's', title: 'Generated' }],
    records: rows.map(({ id, sectors, country, stage, year }) => ({
      id: `r${id}`,
      home: 'home',
      partners: [country.toLowerCase()],
      relation: 'contact',
      sectors,
      stage: { model: 'm', at: stage, sources },
      events: [{ date: `${year}`, kind: 'mention', title: 'Made up', sources }],
      sources,
    })),
  }));
}

export function build(_, __, text) {
  const catalog = new Catalog(text.length, '');
  catalog.put(text);
  while (catalog.step(1 << 20));
  return {
    step({ sectors, country, stage, year }) {
      return catalog.query({
        sector: sectors.map((place) => SECTORS[place]),
        country: country.map((place) => COUNTRIES[place]),
        stage: stage.map((place) => `m.${STAGES[place]}`),
        year: year && year.map((place) => YEARS[place]),
        sort: 'distance',
      }, 50);
    },
    plain({ total, ids, facets }) {
      const stages = STAGES.map((id) => `m.${id}`);
      const lists = [['sector', SECTORS], ['country', COUNTRIES], ['stage', stages], ['year', YEARS]];
      const counts = lists.map(([facet, names]) => names.map((name) => facets[facet][name] ?? 0));
      return { total, ids: ids.map((id) => Number(id.slice(1))), counts };
    },
    reset() {
      catalog.query({}, 50);
    },
  };
}
