// Languages that come as files of their own: when, how often, and when they do not.
import assert from 'node:assert/strict';
import { NOT_OURS } from './falling.mjs';

/** The language files that the page has asked for, in order of their names. */
const asked = (page) => page.run(`
  return performance.getEntriesByType('resource').map(({ name }) => name.split('/lang/')[1]).filter(Boolean).sort();`);

/** What the widget has said, without the engine's own words. */
const said = (page) => page.run(
  "return probe.said.filter((words) => words.includes('<mitra-kota>')).map((words) => words.match(/\\[([a-z-]+)\\]/)[1])",
);

/** Chooses languages one right after another. */
const choose = (page, ...langs) => page.run(`
  const root = document.querySelector('mitra-kota').shadowRoot;
  for (const lang of arguments[0]) root.querySelector('[data-do=lang][data-arg=' + lang + ']').click();`, langs);

export const cases = {
  async 'a page asks for the files of its language once, in Indonesian for none'(page) {
    await page.open('/english.html');
    const seen = await page.look();
    assert.equal(seen.lang, 'en');
    assert.equal(seen.title, 'Partner cities');
    assert.deepEqual(await asked(page), ['bundled.en.mkd', 'en.txt']);
    await page.open('/index.html');
    assert.deepEqual(await asked(page), []);
    await page.open('/two.html', { widget: '#contoh' });
    assert.equal((await page.look()).lang, 'en');
    assert.deepEqual(await asked(page), ['en.txt'], 'a dataset of the host has all its words');
  },

  async 'a page is never shown in another language first'(page) {
    await page.open('/index.html#mk.lang=ko', { wait: false });
    const first = await page.run(`
      const widget = document.querySelector('mitra-kota');
      return widget.ready.then(() => widget.shadowRoot.querySelector('.mk').lang);`);
    assert.equal(first, 'ko');
    assert.deepEqual(await asked(page), ['bundled.ko.mkd', 'ko.txt']);
  },

  async 'a language is changed and changed back, and the view stays'(page) {
    await page.open('/index.html');
    await page.choose('country/JP');
    await page.does('select', 'bandung-hamamatsu');
    await page.until(({ detail }) => detail, 'the detail is open');
    await page.does('lang', 'ja');
    const there = await page.until(({ lang, hash }) => lang === 'ja' && /lang=ja/.test(hash), 'in Japanese');
    assert.match(there.title, /海外/);
    assert.match(there.detail, /浜松/);
    assert.match(there.hash, /country=JP&.*record=bandung-hamamatsu&.*lang=ja/);
    assert.ok(there.selected > 0, 'its marks are selected still');
    await page.does('lang', 'id');
    const back = await page.until(({ lang }) => lang === 'id', 'in Indonesian again');
    assert.equal(back.title, 'Mitra kota');
    assert.ok(!back.hash.includes('lang='), back.hash);
    await page.does('lang', 'ja');
    await page.until(({ title }) => /海外/.test(title), 'in Japanese once more');
    assert.deepEqual(await asked(page), ['bundled.ja.mkd', 'ja.txt']);
  },

  async 'of two choices the last one counts'(page) {
    await page.open('/index.html');
    await choose(page, 'ja', 'ko');
    await page.until(({ lang }) => lang === 'ko', 'in Korean');
    await choose(page, 'en', 'id');
    await page.until(({ lang }) => lang === 'id', 'in Indonesian');
    await choose(page, 'en');
    const seen = await page.until(({ lang }) => lang === 'en', 'in English');
    assert.equal(seen.title, 'Partner cities');
  },

  async 'without its files a page is shown in Indonesian, and told so once'(page) {
    page.allow(NOT_OURS);
    page.expect(/\[language-not-found\].*lang\/(bundled\.)?en\.(txt|mkd)/);
    await page.open('/mute/english.html');
    const seen = await page.look();
    assert.equal(seen.lang, 'id');
    assert.equal(seen.title, 'Mitra kota');
    assert.equal(seen.cards.length, 5);
    await page.does('lang', 'en');
    await page.does('select', 'bekasi-izumisano');
    assert.equal((await page.until(({ detail }) => detail, 'all else works')).lang, 'id');
    await page.until(async () => (await said(page)).length > 0, 'it is told');
    assert.deepEqual(await said(page), ['language-not-found']);
  },

  async 'a language that does not come is not left chosen'(page) {
    page.allow(NOT_OURS);
    page.expect(/\[language-not-found\]/);
    await page.open('/mute/narrow.html');
    const chosen = () => page.run("return document.querySelector('mitra-kota').shadowRoot.querySelector('select[data-do=lang]').value");
    await page.run(`
      const select = document.querySelector('mitra-kota').shadowRoot.querySelector('select[data-do=lang]');
      select.value = 'ko';
      select.dispatchEvent(new Event('change', { bubbles: true }));`);
    await page.driver.wait(async () => (await said(page)).length === 1 && (await chosen()) === 'id', 20_000);
    assert.equal((await page.look()).lang, 'id');
  },

  async 'without the words of the dataset the interface speaks, and marks what does not'(page) {
    page.allow(NOT_OURS);
    page.expect(/\[language-not-found\].*lang\/bundled\.en\.mkd/);
    await page.open('/wordless/english.html');
    const seen = await page.until(async () => (await said(page)).length > 0, 'it is told');
    assert.equal(seen.lang, 'en');
    assert.equal(seen.title, 'Mitra kota');
    assert.match(seen.status, /cooperations/);
    const marked = await page.run(
      "return document.querySelector('mitra-kota').shadowRoot.querySelector('.mk-title').lang",
    );
    assert.equal(marked, 'id');
  },

  async 'files of another version are not mixed in'(page) {
    page.allow(NOT_OURS);
    page.expect(/\[language-not-read\]/);
    await page.open('/older/english.html');
    const seen = await page.until(async () => (await said(page)).length > 0, 'it is told');
    assert.equal(seen.lang, 'id');
    assert.equal(seen.title, 'Mitra kota');
  },

  async 'what is saved is whole, whatever is shown'(page) {
    await page.open('/index.html');
    const { title } = await page.run(
      "return document.querySelector('mitra-kota').export('json').then((blob) => blob.text()).then(JSON.parse)",
    );
    assert.deepEqual(Object.keys(title).toSorted(), ['en', 'id', 'ja', 'ko']);
    const reason = await page.run(
      "return document.querySelector('mitra-kota').export('xml').catch((error) => error.message)",
    );
    assert.match(reason, /xml/);
  },
};
