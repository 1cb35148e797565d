// From the bytes of a dataset to a catalog, and further files of a packed one.
//
// In: bytes, or the address of the first file. Out: a catalog that has taken in all records, a megabyte and
// a few hundred records at a time: in between the page has its turn.

import { Catalog, complete, Failure, fetchBytes, pause, SLICE, turns } from './loading.js';
import { own } from './pins.js';

// Taken in between two looks at the clock.
const RECORDS = 256;
const BYTES = 1 << 20;

/** Whether a dataset is packed: it begins with `m`, and no JSON does. */
export const isPacked = (bytes) => bytes?.[0] === 109;

/** Makes a dataset ready for queries: all of it, or the records of `home`. Nothing once it is not `wanted`. */
export async function ready(bytes, home, wanted = () => true) {
  // A packed dataset may have its details inside.
  const needed = [bytes && (isPacked(bytes) ? 'detail' : 'json'), home && 'address'];
  await Promise.all(needed.filter(Boolean).map(complete));
  const catalog = new Catalog(bytes?.length, home);
  const goOn = turns(wanted, SLICE);
  for (const _ of taken(catalog, bytes)) {
    if (!await goOn()) return catalog.free();
  }
  await pause();
  return catalog;
}

/** Takes a dataset in, a piece at a time. */
function* taken(catalog, bytes) {
  // A file without a byte is one, too.
  for (let at = 0; at <= bytes?.length; at += BYTES) {
    catalog.put(bytes.subarray(at, at + BYTES));
    yield;
  }
  try {
    while (catalog.step(RECORDS)) yield;
  } catch (error) {
    const [told, tooLarge] = /dataset( \w+ too)?/.exec(error.message) ?? [];
    throw told ? new Failure(tooLarge ? 'data-too-large' : 'data-not-read', error.message) : error;
  }
}

/** Whether something that a widget lacks is a file of details and no module. */
export const isFile = (name) => /^\d/.test(name);

function besides(src, number) {
  const url = new URL(src, document.baseURI);
  url.pathname = url.pathname.replace(/\.mkp$/, `.${number}.mkd`);
  return url;
}

/** Fetches a file of details of the dataset at `src`, or of the bundled one, and at once what shows them. */
export async function fetchDetails(widget, src, isBundled, number) {
  if (src === null && !isBundled) throw new Failure('data-without-src', `details ${number}`);
  const file = isBundled ? own(`mitra-kota.${number}.mkd`, 'data-not-found') : fetchBytes(besides(src, number), 'data-not-found');
  const [details] = await Promise.all([file, complete('detail')]);
  widget.add(new Uint8Array(details));
}
