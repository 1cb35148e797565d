// The map as a globe and as Mercator: chosen by visitors, by the host, by an address.
import assert from 'node:assert/strict';
import { POLICY } from '../server.mjs';

/** The files that a globe needs: none where WebAssembly is refused, and all is there. */
const FILES = POLICY === 'self' ? 0 : 1;

const asked = (page) => page.run("return performance.getEntriesByType('resource').filter(({ name }) => name.includes('.globe.')).length");
/** The globe's disc; null on a flat map. */
const DISC = `
  const sea = document.querySelector('mitra-kota').shadowRoot.querySelector('[data-key=ground] > g:first-child > .mk-sea');
  const box = sea && sea.getBoundingClientRect();
  return box && [box.width, box.height].map(Math.round);`;

export const cases = {
  async 'the world turns into a globe, and flat again'(page) {
    await page.open('/index.html');
    assert.equal(await asked(page), 0, 'nobody has asked for a globe');
    const flat = await page.until(({ ground }) => ground, 'the land is drawn');
    await page.does('view', 'globe');
    await page.until(({ hash }) => /map=globe/.test(hash), 'the address says so');
    await page.until(async () => page.run(DISC), 'there is a disc');
    const [width, height] = await page.run(DISC);
    assert.ok(width > 100 && Math.abs(width - height) <= 2, `${width} by ${height}`);
    await page.until(({ partners }) => partners.length === 3, 'the cities that lie on this side');
    assert.equal(await asked(page), FILES);
    await page.does('view', 'region');
    await page.until(({ ground, hash }) => ground === flat.ground && !hash, 'the region again, and the address');
    assert.equal(await page.run(DISC), null);
  },

  async 'arrow keys turn the globe, and the address keeps where it looks'(page) {
    await page.open('/index.html#mk.map=globe');
    await page.until(({ partners }) => partners.length === 3, 'the globe from the address');
    const { land } = await page.look();
    await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('[data-map]').focus()");
    for (let turn = 0; turn < 9; turn += 1) await page.press('ARROW_LEFT');
    const turned = await page.until((seen) => seen.land !== land && /map=-?\d+,-?\d+,\d+,globe/.test(decodeURIComponent(seen.hash)), 'it has turned');
    const there = decodeURIComponent(turned.hash).slice(1);
    await page.open(`/index.html#${there}`);
    const again = await page.until(({ ground }) => ground, 'the same again');
    assert.equal(decodeURIComponent(again.hash).slice(1), there);
    assert.ok(await page.run(DISC));
  },

  async 'a host has its map as a globe or as Mercator'(page) {
    await page.open('/two.html', { widget: '#daerah' });
    const before = await page.until(({ ground }) => ground, 'the land is drawn');
    for (const name of ['mercator', 'globe']) {
      await page.run(`document.querySelector('#daerah').setAttribute('projection', '${name}')`);
      await page.until(({ painted, land, ground }) => painted && land && ground !== before.ground, `the map as ${name}`);
    }
    assert.equal(await asked(page), FILES);
  },
};
