// The core stops, by a fault of its own or of the page: it begins anew, and everything is where it was.
import assert from 'node:assert/strict';
import { errors } from './falling.mjs';

const RESET = "document.querySelector('#contoh').reset()";

/** What is seen of a widget that begins anew is the old one until then. */
const ready = (page, widget) => page.run('return document.querySelector(arguments[0]).ready.then(() => true)', widget);

/** In the page: all that is fetched waits from now on; and waits no more. */
const HOLD = 'window.plain = fetch; window.held = []; window.fetch = (...asked) => new Promise((go) => { window.held.push(go); }).then(() => window.plain(...asked))';
const RELEASE = 'window.fetch = window.plain; window.held.forEach((go) => go())';

/** Needs the module: what is poisoned is WebAssembly. */
export const panics = {
  async 'after a panic all widgets are where they were; after a second one the plain list is there'(page) {
    page.allow(/Failed to load resource/);
    page.expect(/<mitra-kota> \[restarted\]/);
    page.expect(/<mitra-kota> \[stopped\]/);
    await page.open('/panicking/two.html', { widget: '#daerah' });
    await page.until(({ painted }) => painted, 'the other is painted', '#contoh');
    await page.choose('country/KR');
    await page.does('select', 'bekasi-seongnam');
    await page.until(({ detail }) => detail, 'the detail of one');
    await page.does('toggle', 'country/AU', '#contoh');
    const before = await page.until(({ cards }) => cards.length === 1, 'one record', '#contoh');
    await page.run(RESET);
    const both = async () => {
      const [daerah, contoh] = [await page.look(), await page.look('#contoh')];
      return daerah.detail && contoh.cards.length === 1 && contoh.values['country/AU']?.checked && { daerah, contoh };
    };
    await page.until(async () => errors(await page.look()).length > 0, 'it is told');
    await ready(page, '#contoh');
    await ready(page, '#daerah');
    await page.until(both, 'both are where they were');
    const { daerah, contoh } = await both();
    assert.deepEqual(errors(daerah), ['restarted']);
    assert.deepEqual([contoh.cards, contoh.plain, daerah.plain], [before.cards, false, false]);
    await page.does('clear', undefined, '#contoh');
    await page.until(({ cards }) => cards.length === 2, 'it works', '#contoh');
    await page.run(RESET);
    const after = await page.until((seen) => errors(seen).length > 1, 'it is told again', '#contoh');
    assert.deepEqual([errors(after), after.painted, after.plain], [['restarted', 'stopped'], false, true]);
    await ready(page, '#daerah');
    await page.until(({ detail }) => detail, 'the other goes on');
    await page.does('back');
    await page.until(({ cards }) => cards.length === 2, 'and works');
  },

  async 'what is clicked while a widget begins anew is done when it is back'(page) {
    page.expect(/<mitra-kota> \[restarted\]/);
    await page.open('/panicking/failing.html?data=example.json');
    await page.run(HOLD);
    await page.run("document.querySelector('mitra-kota').reset()");
    await page.until((seen) => errors(seen).length > 0, 'it is told');
    await page.does('toggle', 'country/AU');
    assert.equal((await page.look()).cards.length, 2, 'there is no core yet');
    await page.run(RELEASE);
    const { focus } = await page.until(({ cards }) => cards.length === 1, 'one record');
    assert.equal(focus?.arg, 'country/AU', 'the focus is where it was');
  },
};

export const cases = {
  async 'what throws in the midst of the core does not end the widget'(page) {
    page.expect(/<mitra-kota> \[restarted\] Error: poisoned/);
    await page.open('/index.html');
    await page.choose('country/KR');
    await page.until(({ cards }) => cards.length === 2, 'two records');
    await page.run(`
      const plain = Document.prototype.createTextNode;
      Document.prototype.createTextNode = () => {
        Document.prototype.createTextNode = plain;
        throw new Error('poisoned');
      };`);
    await page.does('toggle', 'country/KR');
    await page.until((seen) => errors(seen).length > 0, 'it is told');
    await ready(page, 'mitra-kota');
    await page.until(({ cards, plain }) => cards.length > 0 && !plain, 'it is there again');
    await page.does('lang', 'ja');
    await page.until(({ lang }) => lang === 'ja', 'and works');
  },
};
