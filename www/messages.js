// What the page and its web team are told.
//
// In: the element, and what happened. Out: an event that bubbles from it, a message on the console.
//
// What helps against a failure, and all else that is of use only then, waits in mitra-kota.trouble.js.

const TROUBLE = new URL('./mitra-kota.trouble.js', import.meta.url);
const MISSING = { remedyOf: () => 'Copy all files of one version beside mitra-kota.js.' };

/** What is loaded only when something goes wrong. Where even that is missing, the remedy is known. */
export const trouble = () => import(TROUBLE).catch(() => MISSING);

/** An event `mitra:NAME`. */
export function send(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`mitra:${name}`, { detail, bubbles: true, composed: true }));
}

/** Something failed: one message with its code and the remedy, and if it fails an element `mitra:error`. */
export async function tell(element, { code = 'unknown', message }) {
  const text = `${message.replace(/\.?$/, '.')} ${(await trouble()).remedyOf(code)}`;
  console.error(`<mitra-kota> ${text}`);
  if (element) send(element, 'error', { code, message: text });
}
