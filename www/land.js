// The base map's finer files: each fetched once for all widgets of a page, and let go while on its
// way when no widget looks there any more. Without them the map is whole, only coarser.

import { miss } from './messages.js';
import { own } from './pins.js';

const files = new Map(); // name → { bytes: a promise, users: who waits, stop: while it is on its way }

function fetchFile(name) {
  const stop = new AbortController();
  const file = { users: new Set(), stop };
  file.bytes = own(`basemap/${name}.bin`, 'land-not-found', { signal: stop.signal })
    .catch((error) => stop.signal.aborted || miss(error))
    .finally(() => { delete file.stop; });
  files.set(name, file);
  return file;
}

/** Brings `user` the files of these names, and no others: `take` gets each. */
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
      if (bytes?.slice && file.users.has(user)) take(name, new Uint8Array(bytes));
    });
  }
}
