// The map is moved by buttons and keys, the page fits where it stands, the Tab key gets through.
import assert from 'node:assert/strict';

const STOPS = `
  const root = document.querySelector('mitra-kota').shadowRoot;
  const css = 'a[href], button:not(:disabled), input, select, summary, [tabindex="0"]';
  const stops = [...root.querySelectorAll(css)].filter((e) => e.getClientRects().length > 0);
  const below = (part) => stops.filter((e) => e.closest(part)).length;
  return { map: below('[part~=map]'), list: below('[part~=list]'), all: stops.length };`;

export const cases = {
  async 'buttons zoom, show the world and show all again'(page) {
    await page.open('/index.html');
    const before = await page.until(({ ground }) => ground, 'the land is drawn');
    await page.does('zoom', 'in');
    const near = await page.until(({ ground, hash }) => ground !== before.ground && hash, 'the map is nearer');
    assert.match(near.hash, /\bmap=/);
    await page.does('view', 'world');
    await page.until(({ hash }) => /map=world/.test(hash), 'the world is shown');
    await page.does('view', 'region');
    await page.until(({ ground, hash }) => ground === before.ground && !hash, 'the region again, and the address');
  },

  async 'finer land comes when the map is near, once for all widgets'(page) {
    const asked = () => page.run("return performance.getEntriesByType('resource').map(({ name }) => name.split('/basemap/')[1]).filter((name) => name?.endsWith('.bin'))");
    await page.open('/index.html#mk.map=world');
    const coarse = (await page.until(({ ground }) => ground, 'the land is drawn')).land;
    assert.deepEqual(await asked(), []);
    await page.open('/two.html', { widget: '#daerah' });
    await page.until(({ land }) => land > coarse, 'the whole world is finer');
    await page.until(({ painted }) => painted, 'the other is painted', '#contoh');
    await page.does('zoom', 'in', '#contoh');
    await page.until(({ land }) => land > coarse, 'the whole world is finer in the other', '#contoh');
    assert.deepEqual(await asked(), ['world.bin']);
    for (const widget of ['#daerah', '#contoh']) {
      for (const more of [1, 2]) await page.does('zoom', 'in', widget);
      await page.until(({ tiles }) => tiles > 0, 'tiles lie over it', widget);
    }
    const names = await asked();
    assert.equal(new Set(names).size, names.length, names.join(' '));
    await page.does('view', 'world', '#daerah');
    await page.until(({ hash, tiles }) => /map=world/.test(hash) && tiles === 0, 'the world, in one piece', '#daerah');
  },

  async 'arrow keys move the map'(page) {
    await page.open('/index.html');
    const before = await page.until(({ ground }) => ground, 'the land is drawn');
    await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('[data-map]').focus()");
    const there = () => page.run("return Boolean(document.querySelector('mitra-kota').shadowRoot.querySelector('.mk-scale'))");
    await page.until(there, 'what reads keys has come');
    await page.press('ARROW_RIGHT');
    await page.until(({ ground }) => ground !== before.ground, 'the map has moved');
  },

  async 'a mark opens its record'(page) {
    await page.open('/index.html');
    await page.until(({ partners }) => partners.length === 5, 'five partners on the map');
    await page.click('[part~=marker][data-point=bekasi-izumisano] .mk-shape');
    const seen = await page.until(({ detail }) => detail, 'the detail is open');
    assert.match(seen.detail, /Izumisano/);
  },

  async 'in 320 pixels nothing sticks out'(page) {
    await page.open('/narrow.html');
    await page.until(({ cards }) => cards.length === 5, 'five records');
    const wide = (selector) => page.run(`
      const box = document.querySelector('${selector}');
      const right = box.getBoundingClientRect().right;
      const out = [...document.querySelector('mitra-kota').shadowRoot.querySelectorAll('*')]
        .filter((e) => !e.closest('svg, [aria-hidden=true]') && e.getClientRects().length > 0)
        .filter((e) => e.getBoundingClientRect().right > right + 1);
      return out.map((e) => e.className || e.localName);`);
    assert.deepEqual(await wide('main'), []);
    await page.does('select', 'bandung-hamamatsu');
    await page.until(({ detail }) => detail, 'the detail is open');
    assert.deepEqual(await wide('main'), []);
  },

  async 'the filters open as a sheet where there is no room for a column'(page) {
    await page.open('/narrow.html');
    await page.does('sheet', 'open');
    await page.until(({ focus }) => focus?.key === 'sheet', 'the focus is in the sheet');
    await page.choose('country/KR');
    await page.until(({ values }) => values['country/KR'].checked, 'South Korea is chosen');
    await page.press('Escape');
    const seen = await page.until(({ focus }) => focus?.key === 'sheet-open', 'the focus is back');
    assert.equal(seen.cards.length, 2);
  },

  async 'more records mean no more stops on the map, and at most a page of cards'(page) {
    await page.open('/index.html');
    const few = await page.run(STOPS);
    await page.open('/many.html');
    const seen = await page.until(({ cards }) => cards.length > 5, 'many records');
    const many = await page.run(STOPS);
    assert.match(seen.status, /^300 /);
    assert.ok(seen.cards.length < 50, `${seen.cards.length} cards, though a screen has fewer`);
    assert.equal(many.map, few.map);
    assert.ok(many.all <= few.all + 50, `${many.all} stops, ${few.all} with five records`);
    const place = (n) => page.run(`
      const card = document.querySelector('mitra-kota').shadowRoot.querySelectorAll('[part~=record]')[${n}];
      return ['posinset', 'setsize'].map((name) => card.getAttribute('aria-' + name)).join(' of ')`);
    assert.equal(await place(9), '10 of 300');
    for (let listed = seen.cards.length; listed < 50;) {
      await page.run('scrollTo(0, document.documentElement.scrollHeight)');
      const { cards } = await page.until((view) => view.cards.length > listed, `more than ${listed} cards`);
      listed = cards.length;
    }
    await page.does('more');
    const more = await page.until(({ cards }) => cards.length > 50, 'more cards');
    assert.equal(more.focus?.arg, more.cardLinks[50], 'the focus is on the first new card');
    assert.equal(await place(50), '51 of 300');
  },
};
