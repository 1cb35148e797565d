// Files beside the script: none is used but the one that the script was built with.
//
// In: a path from the script. Out: the bytes of a file, or what a script exports. The script holds the hashes
// of what it begins with and of a list; the list holds those of all else. Land has a list of its own.

import { Failure, fetchBytes } from './loading.js';
import { trouble } from './messages.js';

/* global SEAL, PINS: what all files of a build have in common, and hashes by path; the bundler writes them in. */
const LIST = 'mitra-kota.pins.json';
const LAND = 'basemap/pins.json';
const lists = {};

const at = (path) => new URL(`./${path}`, import.meta.url);

/** A list of hashes, once for all widgets of the page. */
const listed = (list) => (lists[list] ??= own(list).then((bytes) => new Response(bytes).json()).catch((error) => {
  delete lists[list];
  throw error;
}));

/** The hash of a file, as `integrity` has it. */
const pinOf = async (path) => `sha256-${PINS[path] ?? (await listed(path.endsWith('.bin') ? LAND : LIST))[path]}`;

/** The code for what came in place of a file; nothing if that is not there at all, which has `code`. */
export const strange = async (path, code) => (await trouble()).strange?.(at(path), SEAL, code);

/** The bytes of a file. What came in its place is looked at to tell of it. */
export async function own(path, code, options) {
  const url = at(path);
  const integrity = await pinOf(path);
  return fetchBytes(url, code, { ...options, integrity }).catch(async (error) => {
    if (options?.signal.aborted) throw error;
    const found = await strange(path, error.code);
    throw found ? new Failure(found, url) : error;
  });
}

/** What a script exports. Browsers import what they have preloaded, and hold that to its hash; `again` makes it another one. */
export async function script(path, again = '') {
  const url = at(path) + again;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.integrity = await pinOf(path);
  link.href = url;
  await new Promise((done, fail) => {
    link.onload = done;
    link.onerror = () => fail(new Error(url));
    document.head.append(link);
  }).finally(() => link.remove());
  return import(url);
}
