// A host's page: several widgets, moved and removed; the script's own interface.
import assert from 'node:assert/strict';

export const cases = {
  async 'two widgets keep out of each other\'s way'(page) {
    await page.open('/two.html', { widget: '#daerah' });
    await page.until(({ painted }) => painted, 'the other is painted', '#contoh');
    await page.does('toggle', 'country/AU', '#contoh');
    const other = await page.until(({ cards }) => cards.length === 1, 'one record', '#contoh');
    assert.equal(other.lang, 'en');
    assert.equal(other.hash, '', 'with url-state none the address is left alone');
    assert.equal((await page.look()).cards.length, 5);
    await page.choose('country/KR');
    const first = await page.until(({ cards, hash }) => cards.length === 2 && hash, 'two records, and the address');
    assert.equal(first.hash, '#daerah.country=KR');
    assert.equal((await page.look('#contoh')).cards.length, 1);
    await page.does('select', 'bekasi-seongnam');
    await page.until(({ detail }) => detail, 'the detail of one');
    assert.equal((await page.look('#contoh')).detail, null);
  },

  async 'a widget can be moved, removed and put back'(page) {
    await page.open('/index.html');
    await page.choose('country/KR');
    await page.until(({ cards }) => cards.length === 2, 'two records');
    await page.run("document.querySelector('main').prepend(document.querySelector('mitra-kota'))");
    const moved = await page.until(({ painted }) => painted, 'it is still there');
    assert.equal(moved.cards.length, 2, 'a move changes nothing');
    await page.run(`
      const widget = document.querySelector('mitra-kota');
      widget.remove();
      return Promise.resolve().then(() => document.querySelector('main').append(widget)).then(() => widget.ready);`);
    await page.until(({ painted }) => painted, 'it is back');
    await page.until(({ cards }) => cards.length === 2, 'what the address says is shown');
    await page.does('clear');
    await page.until(({ cards }) => cards.length === 5, 'and works');
  },

  async 'the script\'s interface'(page) {
    await page.open('/index.html');
    const told = await page.run(`
      const widget = document.querySelector('mitra-kota');
      widget.filter = { country: ['KR'] };
      const { total, ids, facets } = widget.answer;
      return { total, ids, kr: facets.country.KR, filter: widget.filter };`);
    assert.equal(told.total, 2);
    assert.deepEqual(told.ids.toSorted(), ['bekasi-seongnam', 'kabupaten-bekasi-korea']);
    assert.equal(told.kr, 2);
    assert.deepEqual(told.filter.country, ['KR']);
    await page.until(({ cards }) => cards.length === 2, 'two records');
    await page.run("document.querySelector('mitra-kota').select('bekasi-seongnam')");
    await page.until(({ detail }) => detail, 'the detail is open');
    const selected = await page.run("return document.querySelector('mitra-kota').selected");
    assert.equal(selected, 'bekasi-seongnam');
    await page.run("document.querySelector('mitra-kota').reset()");
    const seen = await page.until(({ cards }) => cards.length === 5, 'all as at first');
    assert.equal(seen.detail, null);
  },

  async 'queries without a widget'(page) {
    await page.open('/index.html');
    const told = await page.run(`
      return import('/mitra-kota.js').then(async ({ Catalog }) => {
        const data = await (await fetch('/data/bekasi-bandung.json')).arrayBuffer();
        const catalog = await Catalog.parse(data);
        const all = catalog.query({});
        const { total, ids, facets } = catalog.query({ country: ['KR'] }, 1);
        const again = catalog.query({});
        const refused = await Catalog.parse('[').then(() => '', (error) => error.message);
        return { all, total, ids, facets, again, refused, problems: catalog.problems };
      });`);
    assert.equal(told.all.total, 5);
    assert.equal(told.total, 2);
    assert.equal(told.ids.length, 1);
    assert.deepEqual([told.facets.country.JP, told.facets.country.KR], [3, 2]);
    assert.deepEqual(told.all, told.again);
    assert.ok(Object.keys(told.all.facets.year).every((year) => /^[0-9]{4}$/.test(year)));
    assert.match(told.refused, /not JSON/);
    assert.deepEqual(told.problems, []);
  },

  async 'a filter that does not exist is refused with a reason'(page) {
    await page.open('/index.html');
    const reason = await page.run(`
      try { document.querySelector('mitra-kota').filter = { colour: ['red'] }; } catch (error) { return error.message; }
      return '';`);
    assert.match(reason, /colour/);
    assert.equal((await page.look()).cards.length, 5);
  },

  async 'data can be given instead of an address'(page) {
    await page.open('/index.html');
    await page.run(`
      return fetch('/data/example.json').then((answer) => answer.json()).then((data) => {
        document.querySelector('mitra-kota').data = data;
      });`);
    await page.until(({ cards }) => cards.length === 2, 'two records');
  },

  async 'the host shows the records of one home, in every language'(page) {
    await page.open('/index.html');
    const home = (id) => page.run("document.querySelector('mitra-kota').setAttribute('home', arguments[0])", id);
    await home('kota-bandung');
    const one = await page.until(({ cards, partners }) => cards.length + partners.length === 2, 'one record and its partner');
    assert.deepEqual([one.cardLinks, one.partners], [['bandung-hamamatsu'], ['Hamamatsu']]);
    await page.does('lang', 'ja');
    const japanese = await page.until(({ lang }) => lang === 'ja', 'the same in Japanese');
    assert.deepEqual(japanese.cardLinks, ['bandung-hamamatsu']);
    page.expect(/\[data-problems\][^]*kota-bandun[^]*kota-bekasi/);
    await home('kota-bandun');
    await page.until(({ cards }) => cards.length === 5, 'a home that is not there takes nothing away');
  },

  async 'the host chooses the list alone or the map above all'(page) {
    await page.open('/index.html');
    const regions = (view) => page.run(`
      const host = document.querySelector('mitra-kota');
      host.setAttribute('view', arguments[0]);
      const box = (css) => host.shadowRoot.querySelector(css).getBoundingClientRect();
      const [map, list, whole] = [box('.mk-map'), box('[part~=list]'), host.getBoundingClientRect()];
      return { map: map.height, share: map.width / whole.width, below: list.top > map.bottom - 1, list: list.height };`, view);
    const list = await regions('list');
    assert.deepEqual([list.map, list.list > 0], [0, true]);
    const map = await regions('map');
    assert.ok(map.share > 0.95 && map.below && map.list > 0, JSON.stringify(map));
  },

  async 'a div stands for the element where tags are stripped'(page) {
    await page.open('/div.html');
    const seen = await page.look();
    assert.equal(seen.cards.length, 4);
    assert.equal(seen.lang, 'en');
  },
};
