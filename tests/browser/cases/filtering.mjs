// A visitor asks: list, counts, map, address and host follow.
import assert from 'node:assert/strict';

const counts = (seen, ...values) => values.map((value) => seen.values[value]?.count ?? 0);

/** Gives the widget so many records that their words are gathered step by step; one is the last. */
const giveMany = (page) => page.run(`
  return fetch('/data/bekasi-bandung.json').then((answer) => answer.json()).then((data) => {
    const { records } = data;
    data.records = Array.from({ length: 3000 }, (_, at) => ({ ...records[at % records.length], id: 'r' + at }));
    data.records[2999].title = 'Terakhir';
    const widget = document.querySelector('mitra-kota');
    widget.data = data;
    return widget.ready;
  });`);

export const cases = {
  async 'a sector is chosen: list, counts, map, address and host follow'(page) {
    await page.open('/index.html');
    await page.choose('sector/employment');
    const seen = await page.until(({ cards, hash }) => cards.length === 3 && hash, 'three records, and the address');
    assert.deepEqual(
      seen.cardLinks.toSorted(),
      ['bandung-hamamatsu', 'bekasi-izumisano', 'kabupaten-bekasi-korea'],
    );
    assert.match(seen.status, /^3 .*5/);
    assert.deepEqual(counts(seen, 'country/JP', 'country/KR'), [2, 1]);
    assert.deepEqual(counts(seen, 'home/kota-bekasi', 'home/kabupaten-bekasi', 'home/kota-bandung'), [1, 1, 1]);
    assert.equal(seen.values['sector/employment'].checked, true);
    assert.equal(seen.chips.length, 1);
    assert.equal(seen.partners.length, 3, `on the map: ${seen.partners}`);
    assert.match(seen.hash, /\bsector=employment$/);
    const [ready, filter, ...rest] = seen.events;
    assert.deepEqual([ready.name, filter.name, rest], ['ready', 'filter', []]);
    assert.deepEqual(filter.detail.filter.sector, ['employment']);
    assert.equal(filter.detail.answer.total, 3);
    await page.until(({ live }) => /3/.test(live), 'a screen reader is told');
  },

  async 'a second facet narrows, a second value widens, clear brings all back'(page) {
    await page.open('/index.html');
    await page.choose('sector/employment');
    await page.choose('country/JP');
    const both = await page.until(({ cards }) => cards.length === 2, 'two records');
    assert.deepEqual(counts(both, 'country/KR'), [1], 'a facet does not count against itself');
    await page.choose('country/KR');
    await page.until(({ cards }) => cards.length === 3, 'three records');
    await page.does('clear');
    const all = await page.until(({ cards }) => cards.length === 5, 'five records');
    assert.deepEqual(all.chips, []);
    assert.equal(all.hash, '');
    assert.ok(!Object.values(all.values).some(({ checked }) => checked), 'no box is ticked');
  },

  async 'a chip takes its filter away, and the focus is not lost'(page) {
    await page.open('/index.html');
    await page.choose('country/KR');
    await page.until(({ cards }) => cards.length === 2, 'two records');
    await page.tabTo(({ does, tag }) => does === 'toggle' && tag === 'button', 'the chip');
    await page.press('Enter');
    const seen = await page.until(({ cards }) => cards.length === 5, 'five records');
    assert.ok(seen.focus, 'the focus is still in the widget');
  },

  async 'words are sought as they are typed'(page) {
    await page.open('/index.html');
    // By keyboard: WebKit's driver takes the inside of a search field for something in the way.
    await page.tabTo(({ does }) => does === 'q', 'the search field');
    await page.type('hamamatsu');
    // One record stands there before the last letter is in: the address tells that all are.
    const seen = await page.until(({ hash }) => /\bq=hamamatsu$/.test(hash), 'all letters are sought');
    assert.deepEqual(seen.cardLinks, ['bandung-hamamatsu']);
    assert.equal(seen.query, 'hamamatsu', 'what was typed is left alone');
    assert.equal(seen.focus.does, 'q', 'the focus stays in the field');
    await page.does('drop', 'q');
    const all = await page.until(({ cards }) => cards.length === 5, 'five records');
    assert.equal(all.query, '');
    assert.ok(all.focus, 'the focus is still in the widget');
  },

  async 'in a large dataset the last record is found by its words too'(page) {
    await page.open('/index.html');
    await giveMany(page);
    await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('input[type=search]').focus()");
    await page.press(...'terakihr');
    const seen = await page.until(({ cards }) => cards.length === 1, 'the last record');
    assert.deepEqual(seen.cardLinks, ['r2999']);
  },

  async 'a host is answered from all records of a large dataset'(page) {
    await page.open('/index.html');
    await giveMany(page);
    const answer = await page.run(`
      const widget = document.querySelector('mitra-kota');
      widget.addEventListener('mitra:filter', () => { widget.dataset.ids = widget.answer.ids; });
      widget.filter = { q: 'terakhir' };
      return widget.answer ?? null;`);
    assert.equal(answer, null, 'what seeks words is still on its way');
    await page.until(({ status }) => /^1 /.test(status), 'one record');
    assert.equal(await page.run("return document.querySelector('mitra-kota').dataset.ids"), 'r2999');
  },

  async 'an answer without records says so and offers a way out'(page) {
    await page.open('/index.html#mk.q=zzzz');
    const seen = await page.until(({ status }) => /^0 /.test(status), 'no record');
    assert.deepEqual(seen.cards, []);
    assert.deepEqual(seen.partners, []);
    await page.does('clear');
    await page.until(({ cards }) => cards.length === 5, 'five records');
  },

  async 'back and forward go through the views'(page) {
    await page.open('/index.html');
    await page.choose('country/KR');
    await page.until(({ cards }) => cards.length === 2, 'two records');
    await page.does('select', 'bekasi-seongnam');
    await page.until(({ detail }) => detail, 'the detail is open');
    await page.driver.navigate().back();
    const list = await page.until(({ cards }) => cards.length === 2, 'the two records again');
    assert.equal(list.detail, null);
    await page.driver.navigate().back();
    await page.until(({ cards }) => cards.length === 5, 'the five records again');
    await page.driver.navigate().forward();
    await page.until(({ cards }) => cards.length === 2, 'the two records once more');
  },

  async 'boxes work by keyboard and keep the focus'(page) {
    await page.open('/index.html');
    await page.tabTo(({ arg }) => arg === 'country/JP', 'the box of Japan');
    await page.press('Space');
    const on = await page.until(({ cards }) => cards.length === 3, 'three records');
    assert.equal(on.focus.arg, 'country/JP');
    await page.press('Space');
    const off = await page.until(({ cards }) => cards.length === 5, 'five records');
    assert.equal(off.focus.arg, 'country/JP');
  },

  async 'the years are a filter'(page) {
    await page.open('/index.html#mk.year=2018');
    const seen = await page.until(({ cards }) => cards.length === 1, 'one record');
    assert.deepEqual(seen.cardLinks, ['bandung-hamamatsu']);
    assert.equal(seen.chips.length, 1);
  },
};
