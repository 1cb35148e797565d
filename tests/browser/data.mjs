// Datasets that are made from the bundled one, too large or too strange to be kept as files.
// In: the bundled dataset as an object. Out: another one.

export const MARKUP = '<img src=x onerror="document.title=\'owned\'">';

const TEXTS = new Set(['title', 'name', 'description', 'text', 'summary', 'publisher', 'author',
  'number', 'issuer', 'wording', 'basis', 'label', 'unit', 'context', 'reason', 'short']);

/** Markup behind every text: it must be shown as it is written. */
export function hostile(dataset) {
  const spoil = (value, key) => {
    if (typeof value === 'string') return TEXTS.has(key) ? value + MARKUP : value;
    if (Array.isArray(value)) return value.map((entry) => spoil(entry, key));
    if (value === null || typeof value !== 'object') return value;
    const languages = Object.keys(value).every((name) => ['id', 'en', 'ja', 'ko'].includes(name));
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, spoil(entry, languages ? key : name)]),
    );
  };
  return spoil(dataset, '');
}

/** The records again and again under ids of their own, `count` in all. */
export function many(dataset, count) {
  const { records } = dataset;
  const copy = (_, index) => ({ ...records[index % records.length], id: `catatan-${index}` });
  return { ...dataset, records: Array.from({ length: count }, copy) };
}

/** Two more partners with a record each: one at the very place of Seongnam, one half a degree north of it. */
export function crowded(dataset) {
  const place = dataset.places.find(({ id }) => id === 'seongnam');
  const record = dataset.records.find(({ id }) => id === 'bekasi-seongnam');
  const more = [['kembar', 'Kota Kembar', 0], ['tetangga', 'Kota Tetangga', 0.5]];
  return {
    ...dataset,
    places: [...dataset.places, ...more.map(([id, name, north]) => (
      { ...place, id, name: { id: name }, short: undefined, aliases: undefined, lat: place.lat + north }))],
    records: [...dataset.records, ...more.map(([id]) => ({ ...record, id: `bekasi-${id}`, partners: [id] }))],
  };
}
