// From the bytes of a dataset to a catalog, and further files of a packed one.
//
// In: bytes, or the address of the first file. Out: a catalog that has taken in all records, a few
// hundred at a time: in between the page has its turn.

import { Catalog, complete, Failure, fetchBytes, pause, SLICE } from './loading.js';

const RECORDS = 256; // taken in between two looks at the clock

/** Whether a dataset is packed: it begins with `m`, and no JSON does. */
export const isPacked = (bytes) => bytes?.[0] === 109;

/** Makes a dataset ready for queries: all of it, or the records of `home`. Nothing once it is not `wanted`. */
export async function ready(bytes, home, wanted = () => true) {
  // A packed dataset may have its details inside.
  const needed = [bytes && (isPacked(bytes) ? 'detail' : 'json'), home && 'address'];
  await Promise.all(needed.filter(Boolean).map(complete));
  const catalog = read(bytes, home);
  for (let end = 0; catalog.step(RECORDS);) {
    if (performance.now() < end) continue;
    await pause();
    if (!wanted()) return catalog.free();
    end = performance.now() + SLICE;
  }
  await pause();
  return catalog;
}

function read(bytes, home) {
  try {
    return new Catalog(bytes, home);
  } catch (error) {
    const { message } = error;
    if (!/dataset/.test(message)) throw error;
    throw new Failure(/^The dataset (is|has) too /.test(message) ? 'data-too-large' : 'data-not-read', message);
  }
}

/** Whether something that a widget lacks is a file of details and no module. */
export const isFile = (name) => /^\d/.test(name);

/** Fetches a file of details of the dataset at `src`, or of the bundled one, and at once what shows them. */
export async function fetchDetails(widget, src, isBundled, number) {
  if (src === null && !isBundled) throw new Failure('data-without-src', `details ${number}`);
  const url = isBundled ? new URL(`./mitra-kota.${number}.mkd`, import.meta.url) : new URL(src, document.baseURI);
  url.pathname = url.pathname.replace(/\.mkp$/, `.${number}.mkd`);
  const [details] = await Promise.all([fetchBytes(url, 'data-not-found'), complete('detail')]);
  widget.add(new Uint8Array(details));
}
