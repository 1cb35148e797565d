// What the page and its web team are told.
//
// In: the element, and what happened. Out: an event that bubbles from it, a message on the console.
//
// What helps against a failure, and all else that is of use only then, waits in mitra-kota.trouble.js.

import { script } from './pins.js';

const MISSING = { remedyOf: () => 'Copy all files of one version beside mitra-kota.js.' };

/** What is loaded only when something goes wrong. Where even that is missing, the remedy is known. */
export const trouble = () => script('mitra-kota.trouble.js').catch(() => MISSING);

/** An event `mitra:NAME`. */
export function send(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`mitra:${name}`, { detail, bubbles: true, composed: true }));
}

const AWHILE = 1000; // ms: a page that is being left loses its fetches too, but will be gone by then
const missed = {};

/** Tells once per page what the widget goes on without. */
export function miss(error) {
  missed[error.code] ??= setTimeout(() => tell(undefined, error), AWHILE);
}

/** Something failed: one message with its code and the remedy, and if it fails an element `mitra:error`. */
export async function tell(element, { code = 'unknown', message }) {
  const text = `${message.replace(/\.?$/, '.')} ${(await trouble()).remedyOf(code)}`;
  console.error(`<mitra-kota> ${text}`);
  if (element) send(element, 'error', { code, message: text });
}
