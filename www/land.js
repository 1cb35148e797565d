// The base map's finer files: each fetched once for all widgets of a page, and let go while on its
// way when no widget looks there any more. Without them the map is whole, only coarser.

import { Failure, fetchBytes } from './loading.js';

const files = new Map(); // name → { bytes: a promise, users: who waits, stop: its way back }
let told = false;

/** Tells once per page that finer land is missing. */
function tell(error) {
  if (!told) console.error(`<mitra-kota> ${error.message} The map stays coarser.`);
  told = true;
}

function fetchFile(name) {
  const url = new URL(`./basemap/${name}.bin`, import.meta.url);
  const stop = new AbortController();
  const remedy = 'Put the folder basemap beside mitra-kota.js.';
  const bytes = fetchBytes(url, 'land-not-found', remedy, stop.signal).then((all) => new Uint8Array(all));
  const file = { bytes, users: new Set(), stop };
  bytes.catch((error) => stop.signal.aborted || tell(error)).finally(() => { file.settled = true; });
  return file;
}

/** Brings `user` the files with these names, and no others: `take` says whether it could use one. */
export function bring(user, names, take) {
  for (const [name, file] of files) {
    if (names.includes(name) || !file.users.delete(user) || file.users.size || file.settled) continue;
    file.stop.abort();
    files.delete(name);
  }
  for (const name of names) {
    if (!files.has(name)) files.set(name, fetchFile(name));
    const file = files.get(name);
    if (file.users.has(user)) continue;
    file.users.add(user);
    file.bytes.then((bytes) => {
      if (!file.users.has(user) || take(bytes)) return;
      tell(new Failure('land-not-read', `basemap/${name}.bin is no base map.`, 'Copy all files of one version.'));
    }, () => {});
  }
}
