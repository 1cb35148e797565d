// The base map's finer files: each fetched once for all widgets of a page, and let go while on its
// way when no widget looks there any more. Without them the map is whole, only coarser.

import { Failure, fetchBytes } from './loading.js';
import { tell } from './messages.js';

const files = new Map(); // name → { bytes: a promise, users: who waits, stop: while it is on its way }
let told = false;
const AWHILE = 1000; // ms: a page that is being left loses its fetches too, but will be gone by then

/** Tells once per page that finer land is missing. */
function miss(error) {
  if (!told) setTimeout(() => tell(undefined, error), AWHILE);
  told = true;
}

function fetchFile(name) {
  const url = new URL(`./basemap/${name}.bin`, import.meta.url);
  const stop = new AbortController();
  const file = { users: new Set(), stop };
  file.bytes = fetchBytes(url, 'land-not-found', { signal: stop.signal })
    .catch((error) => stop.signal.aborted || miss(error))
    .finally(() => { delete file.stop; });
  files.set(name, file);
  return file;
}

/** Brings `user` the files of these names, and no others: `take` says whether it could use one. */
export function bring(user, wanted, take) {
  const names = wanted ? wanted.split(' ') : [];
  for (const [name, file] of files) {
    if (names.includes(name) || !file.users.delete(user) || file.users.size || !file.stop) continue;
    file.stop.abort();
    files.delete(name);
  }
  for (const name of names) {
    const file = files.get(name) ?? fetchFile(name);
    if (file.users.has(user)) continue;
    file.users.add(user);
    file.bytes.then((bytes) => {
      if (!bytes?.slice || !file.users.has(user) || take(name, new Uint8Array(bytes))) return;
      miss(new Failure('land-not-read', name));
    });
  }
}
