// Stands for `fetch` in the build that is one file: what lies beside the script elsewhere is in it here.
//
// In: an address. Out: the file out of the script; for any other address what the browser answers.

import files from 'own-files'; // name → base64 of its bytes after gzip

const HERE = new URL('./', import.meta.url).href;

export function ownFetch(address, options) {
  const whole = String(address);
  const name = whole.startsWith(HERE) ? whole.slice(HERE.length) : '';
  // Land finer than the one file holds never comes, as on a bad line: the map is whole without it.
  if (name.startsWith('basemap/') && !Object.hasOwn(files, name)) return new Promise(() => {});
  return Object.hasOwn(files, name) ? unpacked(files[name]) : globalThis.fetch(address, options);
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}
