// Datasets in the packed form: the list from the first file, details with the first record.
import assert from 'node:assert/strict';
import { errors, NOT_FOUND } from './falling.mjs';

const FILES = ['sound.mkp', 'sound.0.mkd'];
const text = (page) => page.run("return document.querySelector('mitra-kota').shadowRoot.textContent");
const asked = (page) => page.run("return performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)).filter((name) => name.includes('.mk'))");

export const cases = {
  async 'a packed dataset is listed and filtered from its first file'(page) {
    await page.open('/packed.html');
    const seen = await page.until(({ cards }) => cards.length === 3, 'three records');
    assert.match(seen.status, /^3 /);
    await page.choose('relation/letter-of-intent');
    const { cardLinks } = await page.until(({ cards }) => cards.length === 1, 'one record');
    assert.deepEqual(cardLinks, ['kota-bekasi-hamamatsu']);
    assert.deepEqual(await asked(page), FILES.slice(0, 1));
  },

  async 'the details of a packed dataset come with the first record, once'(page) {
    await page.open('/packed.html');
    await page.does('select', 'kota-bekasi-izumisano');
    await page.until((view) => view.detail, 'the detail is open');
    assert.match(await text(page), /Koran/, 'its source is named');
    await page.does('back');
    await page.until(({ cards }) => cards.length > 0, 'the list is back');
    await page.does('select', 'kota-bekasi-jepang');
    await page.until((view) => view.detail, 'another detail is open');
    assert.deepEqual(await asked(page), FILES);
  },

  async 'a link to a record of a packed dataset opens it with its details'(page) {
    await page.open('/packed.html#mk.record=kota-bekasi-izumisano');
    await page.until((view) => view.detail, 'the detail is open');
    assert.match(await text(page), /Koran/, 'its source is named');
  },

  async 'without its details a packed dataset stays a list'(page) {
    if (page.engine === 'chromium') page.expect(NOT_FOUND);
    page.expect(/<mitra-kota> .*\[data-not-found\].*sound\.0\.mkd/);
    await page.open('/headonly/packed.html');
    await page.does('select', 'kota-bekasi-izumisano');
    const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
    assert.deepEqual([seen.cards.length, seen.detail, seen.hash], [3, null, '']);
  },

  async 'a packed dataset that is given needs an address for its details'(page) {
    page.expect(/<mitra-kota> .*\[data-without-src\]/);
    await page.open('/packed.html');
    await page.run(`
      const widget = document.querySelector('mitra-kota');
      return fetch(widget.getAttribute('src')).then((answer) => answer.arrayBuffer()).then((bytes) => {
        widget.data = bytes;
        widget.removeAttribute('src');
        return widget.ready;
      }).then(() => {});`);
    await page.does('select', 'kota-bekasi-izumisano');
    const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
    assert.deepEqual([seen.cards.length, seen.detail, errors(seen)], [3, null, ['data-without-src']]);
    await page.run("const widget = document.querySelector('mitra-kota'); widget.setAttribute('src', 'packed/sound.mkp'); return widget.ready.then(() => {})");
    await page.does('select', 'kota-bekasi-izumisano');
    await page.until((view) => view.detail, 'the detail is open');
  },

  async 'with half a packed dataset the plain list stays'(page) {
    page.expect(/<mitra-kota> .*\[data-not-read\].*before offset/);
    await page.open('/halved/packed.html', { wait: false });
    const seen = await page.until((view) => errors(view).length > 0, 'mitra:error is sent');
    assert.deepEqual([seen.plain, errors(seen)], [true, ['data-not-read']]);
  },
};
