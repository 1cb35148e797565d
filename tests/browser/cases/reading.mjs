// What a visitor reads: the first view, a record, four languages, a link to a view.
import assert from 'node:assert/strict';
import { By } from 'selenium-webdriver';
import { MARKUP } from '../data.mjs';

const FIVE = ['bandung-hamamatsu', 'bekasi-izumisano', 'bekasi-japan', 'bekasi-seongnam',
  'kabupaten-bekasi-korea'];

const LANGUAGES = {
  id: { title: 'Mitra kota', partner: 'Izumisano' },
  en: { title: 'Partner cities', partner: 'Izumisano' },
  ja: { title: '海外の連携先', partner: '泉佐野市' },
  ko: { title: '해외 협력 도시', partner: '이즈미사노시' },
};

export const cases = {
  async 'five records and their partners are shown in place of the plain list'(page) {
    await page.open('/index.html');
    const seen = await page.until(({ partners }) => partners.length === 5, 'five partners on the map');
    assert.deepEqual(seen.cardLinks.toSorted(), FIVE);
    assert.match(seen.status, /^5 /);
    assert.equal(seen.plain, false, 'the plain list is hidden');
    assert.ok(seen.sideways <= 0, 'nothing sticks out at the side');
    assert.deepEqual(seen.events.map(({ name }) => name), ['ready']);
    assert.equal(seen.hash, '', 'the address is left alone');
  },

  async 'a record opens by keyboard and Escape leads back to its card'(page) {
    await page.open('/index.html');
    const before = await page.tabTo(({ does }) => does === 'select', 'the first card');
    await page.press('Enter');
    const open = await page.until(({ detail }) => detail, 'the detail is open');
    assert.ok(open.detail.includes(before.focus.text), `${open.detail} is what was chosen`);
    await page.until(({ focus }) => focus?.key === 'detail-name', 'the focus is on the name');
    await page.until(({ hash }) => hash.includes(`record=${before.focus.arg}`), 'the address says so');
    await page.press('Escape');
    const closed = await page.until(({ cards, hash }) => cards.length === 5 && !hash, 'the list is back, and the address');
    await page.until(({ focus }) => focus?.text === before.focus.text, 'the focus is on the card');
    assert.deepEqual(closed.events.map(({ name }) => name), ['ready', 'select', 'select']);
  },

  async 'the detail names its sources and the map shows where'(page) {
    await page.open('/index.html#mk.record=bandung-hamamatsu');
    const seen = await page.until(({ detail }) => detail, 'the detail is open');
    assert.match(seen.detail, /Hamamatsu/);
    assert.match(seen.detailText, /2–6 November 2018/);
    assert.ok(seen.selected > 0, 'its marks are selected');
    const links = await page.run(
      "return [...document.querySelector('mitra-kota').shadowRoot.querySelectorAll('[part~=detail] a[href^=http]')].map((a) => [a.protocol, a.rel])",
    );
    for (const [protocol, rel] of links) {
      assert.match(protocol, /^https?:$/);
      assert.match(rel, /noopener/);
    }
  },

  async 'every language can be chosen and is kept in the address'(page) {
    await page.open('/index.html');
    for (const [lang, { title, partner }] of Object.entries(LANGUAGES).toReversed()) {
      await page.does('lang', lang);
      const inAddress = ({ hash }) => hash.includes(`lang=${lang}`) === (lang !== 'id');
      const seen = await page.until((view) => view.title === title && inAddress(view), `the title is ${title}, the address says so`);
      assert.equal(seen.lang, lang);
      assert.ok(seen.cards.some((name) => name.includes(partner)), `${partner} in ${seen.cards}`);
      assert.ok(seen.partners.some((name) => name.includes(partner)), `${partner} in ${seen.partners}`);
    }
  },

  async 'what is not there in a language is shown in another, and marked so'(page) {
    await page.open('/index.html#mk.lang=ja&mk.record=bekasi-seongnam');
    await page.until(({ detail, lang }) => detail && lang === 'ja', 'the detail in Japanese');
    const marked = await page.run(
      "return [...document.querySelector('mitra-kota').shadowRoot.querySelectorAll('[part~=detail] [lang=id]')].map((e) => e.textContent)",
    );
    assert.ok(marked.some((text) => text.includes('Ke Korea Selatan')), marked.join(' | '));
  },

  async 'a link to a view opens the same view'(page) {
    await page.open('/index.html');
    await page.choose('country/JP');
    await page.does('lang', 'en');
    const made = await page.until(({ cards, lang, hash }) => cards.length === 3 && lang === 'en' && /lang=en/.test(hash), 'three records');
    await page.open(`/index.html${made.hash}`);
    const seen = await page.until(({ cards, lang }) => cards.length === 3 && lang === 'en', 'the same again');
    assert.deepEqual(seen.cards, made.cards);
    assert.deepEqual(seen.chips, made.chips);
    assert.equal(seen.hash, made.hash);
  },

  async 'an address that says what is not there shows all'(page) {
    await page.open('/index.html#mk.record=nowhere&mk.sector=nothing%&mk.year=x-y&other=1');
    const seen = await page.look();
    assert.equal(seen.detail, null);
    assert.ok(seen.painted);
  },

  async 'markup in a dataset is shown as it is written'(page) {
    await page.open('/hostile.html#mk.record=bandung-hamamatsu');
    const seen = await page.until(({ detail }) => detail, 'the detail is open');
    assert.ok(seen.title.includes(MARKUP), seen.title);
    assert.ok(seen.detailText.includes(MARKUP));
    const images = await page.run(
      "return document.querySelector('mitra-kota').shadowRoot.querySelectorAll('img, script').length",
    );
    assert.equal(images, 0);
    assert.equal(await page.driver.getTitle(), 'Markup in every text');
  },

  async 'with scripts off the list is there'(page) {
    page.expect(/script-src/);
    await page.open('/index.html?policy=scripts-off', { wait: false });
    const list = await page.driver.findElement(By.css('mitra-kota'));
    assert.ok(await list.isDisplayed());
    const text = await list.getText();
    const words = ['Izumisano', 'Jepang', 'Seongnam', 'Korea Selatan', 'Hamamatsu', 'FAKTAJAYA.COM'];
    for (const word of words) assert.ok(text.includes(word), `${word} is in the list`);
  },
};
