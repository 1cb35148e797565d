// The life of a widget on a host's page: many at once, moved into other documents, loaded twice.
import assert from 'node:assert/strict';

/** Where WebAssembly is refused it comes with all else. */
const WRITTEN = `return performance.getEntriesByType('resource')
  .some(({ name, responseEnd }) => /nowasm|\\.address\\./.test(name) && responseEnd > 0)`;

export const cases = {
  async 'many widgets with data, languages and filters of their own'(page) {
    await page.open('/embed.html');
    const told = await page.run(`
      const wanted = [['id', '', 'KR'], ['en', '', 'JP'], ['ja', '', 'KR'], ['en', 'data/example.json', 'AU'], ['ko', 'data/example.json', 'AU']];
      const widgets = wanted.map(([lang, src], index) => {
        const widget = document.createElement('mitra-kota');
        widget.id = 'w' + index;
        widget.lang = lang;
        widget.setAttribute('url-state', 'none');
        if (src) widget.setAttribute('src', src);
        document.body.append(widget);
        return widget;
      });
      return Promise.all(widgets.map((widget) => widget.ready)).then(() => {
        widgets.forEach((widget, index) => { widget.filter = { country: [wanted[index][2]] }; });
        return widgets.map((widget) => [widget.shadowRoot.querySelector('.mk').lang, widget.answer.total]);
      });`);
    assert.deepEqual(told, [['id', 2], ['en', 3], ['ja', 2], ['en', 1], ['ko', 1]]);
    assert.equal((await page.look()).cards.length, 5, 'the first one is left alone');
  },

  async 'a widget moves into the document of a frame and back'(page) {
    await page.open('/two.html', { widget: '#contoh' });
    await page.does('toggle', 'country/AU');
    await page.until(({ cards }) => cards.length === 1, 'one record');
    await page.until(() => page.run(WRITTEN), 'what writes addresses is there: the widget can say what it shows');
    const inFrame = await page.run(`
      const [widget, frame] = [document.querySelector('#contoh'), document.createElement('iframe')];
      document.body.append(frame);
      frame.contentDocument.body.append(widget);
      return widget.ready.then(() => new Promise((done) => { setTimeout(done, 100); })).then(() => ({
        cards: widget.shadowRoot.querySelectorAll('[part~=record]').length,
        styled: frame.contentWindow.getComputedStyle(widget.shadowRoot.querySelector('.mk')).display,
        list: frame.contentWindow.getComputedStyle(widget.shadowRoot.querySelector('[part~=chip]')).display,
      }));`);
    assert.deepEqual([inFrame.cards, inFrame.styled], [1, 'block']);
    assert.notEqual(inFrame.list, 'inline', 'its styles came with it');
    await page.run(`
      const widget = document.querySelector('iframe').contentDocument.querySelector('#contoh');
      document.querySelector('main').append(widget);
      return widget.ready.then(() => {});`);
    await page.until(({ cards, values }) => cards.length === 1 && values['country/AU']?.checked, 'it is back as it was');
    await page.does('toggle', 'country/AU');
    await page.until(({ cards }) => cards.length === 2, 'and works');
  },

  async 'the script loaded twice, or in two versions, makes one widget of each element'(page) {
    await page.open('/index.html');
    await page.run("return Promise.all([import('/mitra-kota.js?again'), import('/lost/mitra-kota.js')]).then(() => {})");
    await page.choose('country/KR');
    const seen = await page.until(({ cards }) => cards.length === 2, 'two records');
    assert.deepEqual(seen.events.filter(({ name }) => name !== 'filter').map(({ name }) => name), ['ready']);
  },

  // Browsers keep a page as it is, core and all, if nothing is on its way when it is left. Firefox does not
  // once its driver has clicked, even beside the widget: so it is by key.
  async 'who leaves the page and comes back finds it as it was'(page) {
    await page.open('/index.html');
    await page.run(`document.querySelector('mitra-kota').shadowRoot.querySelector('[data-arg="country/KR"]').focus()`);
    await page.press(' ');
    await page.until(({ hash }) => hash === '#mk.country=KR', 'the address says so');
    await page.driver.wait(() => page.run("return performance.getEntriesByType('resource').some(({ name }) => /world.bin/.test(name))"));
    await page.run("addEventListener('pageshow', ({ persisted }) => { window.wasKept = persisted; })");
    await page.driver.get(`${page.server.url}/narrow.html`);
    await page.driver.navigate().back();
    await page.until(({ painted, cards }) => painted && cards.length === 2, 'two records');
    assert.ok(await page.run('return window.wasKept'), 'the page is the one that was left');
    await page.does('toggle', 'country/KR');
    await page.until(({ cards }) => cards.length === 5, 'and it works');
  },
};
