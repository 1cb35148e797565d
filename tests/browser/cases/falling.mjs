// How it looks when the plain list stays.
// In: a page and what is expected. Out: nothing, or an assertion that failed.
import assert from 'node:assert/strict';

/** The codes of all `mitra:error` so far. */
export const errors = (seen) => seen.events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code);
/** How Chromium tells of a file that is not there. */
export const NOT_FOUND = /Failed to load resource|404/;

/** The plain list stays, and one message of ours is said with `code`. */
export async function fallsBack(page, path, code) {
  page.expect(new RegExp(`<mitra-kota> .*\\[${code}\\]`));
  await page.open(path, { wait: false });
  const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
  assert.deepEqual(errors(seen), [code]);
  assert.equal(seen.plain, true, 'the plain list is shown');
  const said = await page.run('return probe.said.filter((words) => words.includes("<mitra-kota>"))');
  assert.equal(said.length, 1, said.join('\n'));
}
