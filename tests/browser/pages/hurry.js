// Waiting is a fiftieth as long: what happens after seconds, a test sees at once.
const plain = globalThis.setTimeout;
globalThis.setTimeout = (then, wait, ...more) => plain(then, wait / 50, ...more);
