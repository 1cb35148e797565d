// The widget in a frame of another page, which gives the frame the height of what is in it.
import assert from 'node:assert/strict';

const PAGE = '/frame.html?policy=framing';

/** The frames, as seen from the page around. */
const framed = (page) => page.run(`return [...document.querySelectorAll('iframe')].map((frame) => {
  const inside = frame.contentDocument;
  const widget = inside?.querySelector('mitra-kota');
  const root = widget?.shadowRoot;
  return {
    painted: Boolean(root?.querySelector('.mk')) && !root.querySelector('slot'),
    lang: root?.querySelector('.mk')?.lang,
    id: widget?.id,
    cards: root?.querySelectorAll('[part~=record]').length,
    height: frame.clientHeight,
    inside: inside?.documentElement.getBoundingClientRect().height,
  };
});`);

/** Waits until the frames are as `check` wants them. */
async function until(page, check, what) {
  let seen;
  const good = async () => {
    seen = await framed(page);
    return check(seen);
  };
  await page.driver.wait(good, 20_000, undefined, 50).catch(() => {
    throw new Error(`not so: ${what}. Seen: ${JSON.stringify(seen)}`);
  });
  return seen;
}

const fits = ({ painted, height, inside }) => painted && Math.abs(height - inside) < 1.5;

export const cases = {
  async 'a frame is as high as the widget in it, also after a filter'(page) {
    await page.open(PAGE, { wait: false });
    const [before, other] = await until(page, ([one, two]) => fits(one) && two.painted, 'the frame fits');
    assert.deepEqual([before.lang, before.id, before.cards], ['en', 'one', 5]);
    assert.deepEqual([other.cards, other.height], [2, 150], 'a frame without the class is left alone');
    await page.run(`
      const widget = document.querySelector('iframe').contentDocument.querySelector('mitra-kota');
      widget.filter = { country: ['SG'] };
      widget.setAttribute('view', 'list');`);
    const [after] = await until(page, ([one]) => fits(one) && one.height < before.height, 'it is lower');
    assert.ok(after.cards < 5);
  },

  async 'a frame believes no height that another window tells, and none that is no height'(page) {
    await page.open(PAGE, { wait: false });
    const [before] = await until(page, ([one]) => fits(one), 'the frame fits');
    const told = "parent.postMessage({ type: 'mitra-kota:height', height: arguments[0], id: 'one' }, '*')";
    await page.run(told, 3);
    await page.driver.switchTo().frame(1);
    await page.run(told, 3);
    await page.driver.switchTo().parentFrame();
    await page.driver.switchTo().frame(0);
    for (const height of ['40px', -1, 0, null]) await page.run(told, height);
    await page.driver.switchTo().parentFrame();
    // Messages come in order: once this one is heard, all others have been.
    await page.run("return new Promise((done) => { addEventListener('message', done); postMessage('last', '*'); }).then(() => true)");
    assert.equal((await framed(page))[0].height, before.height);
  },

  async 'an address cannot bring a foreign dataset into the frame'(page) {
    page.expect(/\[data-not-found\].*another origin/);
    await page.open('/embed.html?src=https://example.org/records.json&lang=en');
    const seen = await page.until(({ cards }) => cards.length === 5, 'the bundled dataset is shown');
    assert.equal(seen.lang, 'en');
  },

  async 'a link in the frame leaves it'(page) {
    await page.open('/embed.html');
    await page.run(`
      const widget = document.querySelector('mitra-kota');
      return fetch('/data/bekasi-bandung.json').then((answer) => answer.json()).then((data) => {
        for (const source of data.sources) source.url = 'https://example.org/';
        widget.data = data;
        return widget.ready;
      }).then(() => { widget.select('bekasi-izumisano'); });`);
    await page.until(({ detail }) => detail, 'a record is open');
    const target = await page.run(`
      const root = document.querySelector('mitra-kota').shadowRoot;
      const link = [...root.querySelectorAll('a[href^=http]')].find(({ origin }) => origin !== location.origin);
      addEventListener('click', (event) => event.preventDefault());
      link.click();
      return link.target;`);
    assert.equal(target, '_blank');
  },
};
