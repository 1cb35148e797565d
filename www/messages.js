// What the page and its web team are told.
//
// In: the element, and what happened. Out: an event that bubbles from it, a message on the console.

/** An event `mitra:NAME`. */
export function send(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`mitra:${name}`, { detail, bubbles: true, composed: true }));
}

/** Something failed: one message with its code and the remedy, and `mitra:error`. */
export function tell(element, error) {
  console.error(`<mitra-kota> ${error.message}`);
  send(element, 'error', { code: error.code ?? 'unknown', message: error.message });
}

/** A bad record is left out and told to the web team; the visitor sees a note with the number. */
export function report(element, problems) {
  if (!problems.length) return;
  const lines = problems.map(({ severity, path, found, expected }) => `${severity} at ${path || 'the file'}: found ${found}; expected ${expected}`);
  console.warn(`<mitra-kota> [data-problems] ${element.getAttribute('src') ?? 'the dataset'}: check it with: mitra check FILE\n${lines.join('\n')}`);
}
