// The widget in one file, on a page whose policy allows no request.
import assert from 'node:assert/strict';

/** What a visitor can do, and that nothing but the script was asked for. */
async function works(page, path) {
  await page.open(`${path}#mk.map=world`);
  const far = await page.until(({ ground }) => ground, 'the land is drawn');
  assert.equal(far.cards.length, 5);
  await page.choose('country/JP');
  await page.until(({ cards }) => cards.length === 3, 'the filter works');
  await page.does('lang', 'ja');
  await page.until(({ lang }) => lang === 'ja', 'the languages are there');
  await page.does('select', 'bekasi-izumisano');
  await page.until(({ detail }) => detail === '泉佐野市', 'a record opens');
  await page.does('back');
  await page.does('view', 'region');
  const near = await page.until(({ land }) => land > far.land, 'the land of the whole world is there');
  assert.equal(near.tiles, 0, 'and no finer');
  const saved = await page.run("return document.querySelector('mitra-kota').export('json').then((file) => file.text())");
  assert.equal(JSON.parse(saved).format, 'mitra-kota/1');
  const loaded = await page.run("return performance.getEntriesByType('resource').map(({ name }) => name)");
  const own = loaded.filter((name) => !/\/(icon\.svg|probe\.js|report)$/.test(name));
  assert.deepEqual(own.map((name) => name.split('/').pop()), ['mitra-kota.single.js']);
}

export const cases = {
  async 'in one file it works without any request'(page) {
    await works(page, '/single.html?policy=alone');
  },

  async 'in one file it works where WebAssembly is refused too'(page) {
    page.expectRefusal();
    await works(page, '/single.html?policy=alone-no-wasm');
  },
};
