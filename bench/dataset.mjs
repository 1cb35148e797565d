// The generated records with their texts as a dataset, for `mitra pack`.
// In: how many. Out: a file of JSON.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { columns, COUNTRIES, rows, SECTORS, STAGES } from './page/generate.js';
import { texts } from './page/texts.js';

const named = (id, more) => ({ id, name: id, ...more });
const sources = ['s'];

/** All but the records. */
const HEAD = {
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
  stageModels: [named('m', { version: '1', sources, stages: STAGES.map((id) => named(id)) })],
  sources: [{ id: 's', title: 'Generated' }],
};

/** Writes the first `n` records. */
export async function writeDataset(n, file) {
  const out = createWriteStream(file);
  out.write(`${JSON.stringify(HEAD).slice(0, -1)},"records":[`);
  const all = rows(columns(n));
  for (const { id, title, summary } of texts(n)) {
    const { sectors, country, stage, year } = all[id - 1];
    const record = {
      id: `r${id}`,
      title,
      summary,
      home: 'home',
      partners: [country.toLowerCase()],
      relation: 'contact',
      sectors,
      stage: { model: 'm', at: stage, sources },
      events: [{ date: `${year}`, kind: 'mention', title: 'Made up', sources }],
      sources,
    };
    if (!out.write(`${id > 1 ? ',' : ''}${JSON.stringify(record)}`)) await once(out, 'drain');
  }
  out.end(']}');
  await once(out, 'finish');
}
