// Something is wrong: the visitor loses as little as can be, the web team is told once.
import assert from 'node:assert/strict';

const errors = (seen) => seen.events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code);
const NOT_FOUND = /Failed to load resource|404/;

/** The plain list stays, and one message of ours is said with `code`. */
async function fallsBack(page, path, code) {
  page.expect(new RegExp(`<mitra-kota> .*\\[${code}\\]`));
  await page.open(path, { wait: false });
  const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
  assert.deepEqual(errors(seen), [code]);
  assert.equal(seen.plain, true, 'the plain list is shown');
  const said = await page.run('return probe.said.filter((words) => words.includes("<mitra-kota>"))');
  assert.equal(said.length, 1, said.join('\n'));
}

export const cases = {
  async 'a broken record is told of, and the rest shown'(page) {
    page.expect(/\[data-problems\].*\n?.*records\[1\]\.events\[0\]\.date/);
    await page.open('/broken.html');
    const seen = await page.look();
    assert.equal(seen.cards.length, 3);
    assert.match(seen.note, /1.*3/);
    const problems = await page.run("return document.querySelector('mitra-kota').problems");
    assert.equal(problems.length, 1);
    assert.equal(problems[0].severity, 'error');
    assert.match(problems[0].path, /^records\[1\]\.events\[0\]\.date/);
    assert.match(problems[0].found, /14 Mei 2024/);
  },

  async 'without its data the plain list stays'(page) {
    if (page.engine === 'chromium') page.expect(NOT_FOUND);
    await fallsBack(page, '/missing.html', 'data-not-found');
  },

  async 'with data that is no dataset the plain list stays'(page) {
    await fallsBack(page, '/nonsense.html', 'data-not-read');
  },

  async 'without its module the plain list stays'(page) {
    if (page.engine === 'chromium') page.expect(NOT_FOUND);
    await fallsBack(page, '/lost/fallback.html', 'wasm-not-found');
  },

  async 'without the module of a record the list stays, and goes on working'(page) {
    if (page.engine === 'chromium') page.expect(NOT_FOUND);
    page.expect(/<mitra-kota> .*\[wasm-not-found\].*mitra-kota\.detail\.wasm/);
    await page.open('/listonly/index.html');
    await page.does('select', 'bekasi-izumisano');
    const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
    assert.deepEqual([seen.cards.length, seen.detail, seen.hash], [5, null, '']);
    await page.choose('country/JP');
    await page.until(({ cards }) => cards.length === 3, 'the filter still works');
  },

  async 'the module of a record is fetched with the first record, once'(page) {
    const asked = () => page.run("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('.detail.')).length");
    await page.open('/index.html');
    assert.equal(await asked(), 0);
    await page.does('select', 'bekasi-izumisano');
    await page.until(({ detail }) => detail, 'the detail is open');
    await page.does('back');
    await page.does('select', 'bekasi-seongnam');
    await page.until(({ detail }) => detail, 'another detail is open');
    assert.equal(await asked(), 2, 'the module and its styles');
  },

  async 'without finer land, or with a broken one, the coarser stays, and it is told once'(page) {
    if (page.engine === 'chromium') page.expect(NOT_FOUND);
    page.expect(/<mitra-kota> .*\[land-not-(found|read)\]/);
    for (const folder of ['/landless', '/landbroken']) {
      await page.open(`${folder}/two.html`);
      const { land } = await page.until(({ ground }) => ground, 'the land is drawn');
      for (const more of [1, 2]) await page.does('zoom', 'in', '#daerah');
      const told = () => page.run('return probe.said.filter((words) => words.includes("[land-not"))');
      await page.until(async () => (await told()).length > 0, 'it is told');
      assert.equal((await told()).length, 1);
      const seen = await page.look();
      assert.deepEqual([seen.land, errors(seen)], [land, []]);
    }
  },

  async 'with half a module the plain list stays'(page) {
    await fallsBack(page, '/cut/fallback.html', 'wasm-refused');
  },

  async 'with a page in place of the module the plain list stays'(page) {
    await fallsBack(page, '/page/fallback.html', 'wasm-not-wasm');
  },

  async 'where WebAssembly is refused the plain list stays'(page) {
    // WebKit refuses without telling of a violation.
    if (page.engine !== 'webkit') page.expect(/wasm/);
    await fallsBack(page, '/fallback.html?policy=no-wasm', 'wasm-refused');
  },
};
