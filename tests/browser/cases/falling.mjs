// What tests of failures have in common.
// In: what is seen of a widget. Out: codes; and how a browser tells of a missing file.

/** The codes of all `mitra:error` so far. */
export const errors = (seen) => seen.events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code);
/** How Chromium tells of a file that is not there. */
export const NOT_FOUND = /Failed to load resource|404/;
/** What browsers say of their own, each in other words. */
export const NOT_OURS = /^(?![^]*<mitra-kota>)/;
