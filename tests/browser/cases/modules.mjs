// The modules of the widget: missing, broken, refused; and when they are fetched.
import assert from 'node:assert/strict';
import { errors, NOT_OURS } from './falling.mjs';

/** Opens a record of which a file is not what it should be: the list stays, and the page is told. */
async function withoutRecord(page, folder, code, file) {
  page.allow(NOT_OURS);
  page.expect(new RegExp(`<mitra-kota> .*\\[${code}\\].*mitra-kota\\.${file}`));
  await page.open(`/${folder}/index.html`);
  await page.does('select', 'bekasi-izumisano');
  const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
  assert.deepEqual([seen.cards.length, seen.detail, seen.hash], [5, null, '']);
}

export const cases = {
  async 'without the module of a record the list stays, and goes on working'(page) {
    await withoutRecord(page, 'listonly', 'wasm-not-found', 'detail.wasm');
    await page.choose('country/JP');
    await page.until(({ cards }) => cards.length === 3, 'the filter still works');
  },

  async 'a module of a record that was changed on the server is not run'(page) {
    await withoutRecord(page, 'changedlater', 'wasm-broken', 'detail.wasm');
    const ours = await page.run("return probe.said.filter((words) => words.includes('<mitra-kota>')).length");
    assert.equal(ours, 1, 'it is told once');
  },

  async 'styles of a record that were changed on the server are not used'(page) {
    await withoutRecord(page, 'changedlooks', 'wasm-broken', 'detail.css');
  },

  ...Object.fromEntries([['unlisted', 'wasm-not-found'], ['changedlist', 'wasm-broken']].map(([fault, code]) => [
    `where the list of hashes is ${fault}, nothing is used that it should hold`,
    async (page) => {
      page.allow(NOT_OURS);
      page.expect(new RegExp(`<mitra-kota> .*\\[${code}\\].*mitra-kota\\.pins\\.json`));
      await page.open(`/${fault}/index.html`);
      const { ground } = await page.look();
      await page.does('view', 'globe');
      const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
      assert.deepEqual([[...new Set(errors(seen))], seen.cards.length, seen.ground], [[code], 5, ground]);
    },
  ])),

  // WebKitGTK preloads a script without looking at its hash.
  async 'a script that was changed on the server is not run, where the browser holds it to its hash'(page) {
    page.allow(NOT_OURS);
    const held = page.engine !== 'webkit';
    if (held) page.expect(/<mitra-kota> .*\[export-not-found\].*mitra-kota\.export\.js/);
    await page.open('/changedscripts/index.html');
    await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('[data-do=download]').click()");
    await page.driver.wait(() => page.run("return globalThis.changed || probe.said.some((words) => words.includes('<mitra-kota>'))"), 20_000);
    assert.equal(await page.run('return globalThis.changed ?? false'), !held);
    const links = await page.run("return document.querySelectorAll('link[rel=modulepreload]').length");
    assert.equal(links, 0, 'nothing is left in the page');
  },

  async 'the module of a record is fetched with the first record, once'(page) {
    const asked = () => page.run("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('.detail.')).length");
    await page.open('/index.html');
    assert.equal(await asked(), 0);
    await page.does('select', 'bekasi-izumisano');
    await page.until(({ detail }) => detail, 'the detail is open');
    await page.does('back');
    await page.until(({ cards }) => cards.length === 5, 'the list is back');
    await page.does('select', 'bekasi-seongnam');
    await page.until(({ detail }) => detail, 'another detail is open');
    assert.equal(await asked(), 2, 'the module and its styles');
  },

  async 'what moves the map comes when it is reached for, once'(page) {
    const asked = () => page.run("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('.moving.')).length");
    const reach = () => page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('[data-map]').focus()");
    const there = () => page.run("return Boolean(document.querySelector('mitra-kota').shadowRoot.querySelector('.mk-scale'))");
    await page.open('/index.html');
    const { ground } = await page.until((seen) => seen.ground, 'the land is drawn');
    await page.does('zoom', 'in');
    await page.until((seen) => seen.ground !== ground, 'a button does without');
    assert.equal(await asked(), 0);
    await reach();
    await page.until(there, 'the map can be moved');
    await reach();
    assert.equal(await asked(), 2, 'the module and its styles');
  },

  async 'without what moves the map its buttons stay, and it is told once'(page) {
    page.allow(NOT_OURS);
    page.expect(/<mitra-kota> .*\[wasm-not-found\].*mitra-kota\.moving\.wasm/);
    await page.open('/unmoved/index.html');
    const { ground } = await page.until((seen) => seen.ground, 'the land is drawn');
    await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('[data-map]').focus()");
    await page.until((seen) => errors(seen).length > 0, 'mitra:error is sent');
    await page.press('ARROW_RIGHT', '+');
    await page.does('zoom', 'in');
    await page.until((seen) => seen.ground !== ground, 'a button zooms');
    const ours = await page.run("return probe.said.filter((words) => words.includes('<mitra-kota>')).length");
    assert.equal(ours, 1, 'it is told once');
  },

  async 'the module of a record and its details are fetched at once'(page) {
    await page.open('/abreast/index.html');
    await page.run("document.querySelector('mitra-kota').select('bekasi-izumisano')");
    await page.until(({ detail }) => detail, 'the detail is open');
  },

  async 'where WebAssembly is refused the core runs as JavaScript'(page) {
    page.expectRefusal();
    await page.open('/index.html?policy=no-wasm');
    await page.choose('country/JP');
    await page.until(({ cards }) => cards.length === 3, 'the filter works');
    await page.does('select', 'bekasi-izumisano');
    await page.until(({ detail }) => detail, 'a record opens');
  },

  async 'the plain list can be searched where it is all there is'(page) {
    page.allow(NOT_OURS);
    page.expect(/\[wasm-not-found\]/);
    await page.open('/lost/failing.html', { wait: false });
    const left = () => page.run("return [...document.querySelectorAll('article')].filter((entry) => entry.checkVisibility()).map((entry) => entry.querySelector('h3').textContent)");
    await page.until(async () => page.run("return Boolean(document.querySelector('mitra-kota').shadowRoot?.querySelector('input'))"), 'there is a field');
    await (await page.find('input')).sendKeys('seong olah');
    assert.deepEqual(await left(), ['S\u00e9ongnam']);
    await page.press(...Array.from({ length: 10 }, () => 'back_space'));
    assert.equal((await left()).length, 3);
  },

  async 'while the widget is on its way there is a bar; then the widget comes'(page) {
    page.expect(/\[slow\]/);
    await page.open('/slow/failing.html?first=hurry', { wait: false });
    const bar = "return document.querySelector('mitra-kota').shadowRoot?.querySelector('progress')?.ariaLabel ?? ''";
    await page.until(async (seen) => errors(seen).length > 0, 'the web team is told');
    assert.equal(await page.run(bar), 'Peta mitra sedang dimuat');
    assert.equal((await page.look()).plain, true, 'the list can be read meanwhile');
    await fetch(`${page.server.url}/release`);
    await page.until(({ painted, plain }) => painted && !plain, 'the widget is there');
    assert.equal(await page.run(bar), '');
  },
};
