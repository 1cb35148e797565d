// The modules of the widget: missing, broken, refused; and when they are fetched.
import assert from 'node:assert/strict';
import { errors, fallsBack, NOT_FOUND } from './falling.mjs';

export const cases = {
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

  async 'with half a module the plain list stays'(page) {
    await fallsBack(page, '/cut/fallback.html', 'wasm-refused');
  },

  async 'with a page in place of the module the plain list stays'(page) {
    await fallsBack(page, '/page/fallback.html', 'wasm-not-wasm');
  },

  async 'where WebAssembly is refused the core runs as JavaScript'(page) {
    page.expectRefusal();
    await page.open('/index.html?policy=no-wasm');
    await page.choose('country/JP');
    await page.until(({ cards }) => cards.length === 3, 'the filter works');
    await page.does('select', 'bekasi-izumisano');
    await page.until(({ detail }) => detail, 'a record opens');
  },

  async 'where that cannot be had either the plain list stays'(page) {
    page.expectRefusal();
    if (page.engine === 'chromium') page.expect(NOT_FOUND);
    if (page.engine === 'firefox') page.expect(/nowasm\.js” was blocked/);
    await fallsBack(page, '/wasmonly/fallback.html?policy=no-wasm', 'wasm-refused');
  },
};
