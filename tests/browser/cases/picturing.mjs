// The map as a picture to keep: what a host is given and what a visitor saves.
import assert from 'node:assert/strict';

const WIDGET = "document.querySelector('mitra-kota')";

/** The SVG as text, what can be read in it, and what the page says. */
async function drawn(page) {
  const { text, type, shown } = await page.run(`
    const widget = ${WIDGET};
    const page = (css) => [...widget.shadowRoot.querySelectorAll(css)].map((each) => each.textContent.trim());
    const shown = { title: page('.mk-title')[0], printed: page('.mk-printed')[0], credit: page('.mk-credit')[0],
      legend: page('.mk-legend li'), numbers: page('.mk-number'), names: page('.mk-name tspan'), marks: page('.mk-shape').length };
    return widget.export('svg').then(async (file) => ({ text: await file.text(), type: file.type, shown }));`);
  const plain = (part) => part.replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const words = [...text.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, part]) => plain(part));
  const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(`^<svg[^>]* ${name}="(\\d+)"`).exec(text)?.[1]));
  const title = plain(/<title>(.*?)<\/title>/.exec(text)?.[1] ?? '');
  const ground = /<rect [^>]*fill="([^"]*)"/.exec(text)?.[1];
  return { text, type, shown, words, width, height, title, ground };
}

/** The PNG: its size, the colour of a corner and how often some others occur. */
const painted = (page) => page.run(`
  return ${WIDGET}.export('png').then(createImageBitmap).then((image) => {
    const on = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      .getContext('2d', { willReadFrequently: true });
    on.drawImage(image, 0, 0);
    const at = (x, y, width, height) => new Uint32Array(on.getImageData(x, y, width, height).data.buffer);
    const [corner] = at(0, 0, 1, 1);
    const counted = new Map();
    const STEP = 7; // One line in so many tells enough.
    let all = 0;
    for (let y = 0; y < image.height; y += STEP) {
      for (const colour of at(0, y, image.width, 1)) counted.set(colour, (counted.get(colour) ?? 0) + 1);
      all += image.width;
    }
    const share = (red, green, blue) => (counted.get((255 << 24 | blue << 16 | green << 8 | red) >>> 0) ?? 0) / all;
    return { width: image.width, height: image.height, corner, many: counted.size,
      land: share(231, 233, 229), accent: share(0, 90, 110) };
  });`);

const squeezed = (words) => words.join('').replaceAll(/\s/g, '');

/** What every picture must have. */
function holds({ text, words, shown, title }) {
  assert.match(text, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.equal(title, shown.title);
  assert.doesNotMatch(text, /var\(|url\(|light-dark|color\(|color-mix|class=|style=|href|<script|<image|data-|NaN/, 'it stands alone');
  const all = squeezed(words);
  for (const said of [shown.title, shown.printed, shown.credit]) assert.ok(all.includes(squeezed([said])), said);
  for (const entry of [...shown.legend, ...shown.numbers]) assert.ok(words.includes(entry), `"${entry}" among ${words}`);
  for (const name of shown.names) assert.ok(all.includes(squeezed([name])), name);
}

export const cases = {
  async 'picture: the map as SVG stands alone'(page) {
    await page.open('/index.html');
    await page.until(({ ground }) => ground, 'the land is drawn');
    const picture = await drawn(page);
    assert.equal(picture.type, 'image/svg+xml');
    assert.equal(picture.ground, 'rgb(255, 255, 255)');
    assert.ok(picture.shown.legend.length > 3 && picture.shown.names.length > 3, 'there is something to compare');
    assert.match(picture.shown.printed, /2026/, 'the date of the data');
    holds(picture);
  },

  async 'picture: what is filtered, seen from afar and on a globe is exported as it is'(page) {
    await page.open('/index.html#mk.country=JP&mk.map=world');
    await page.until(({ cards, ground }) => cards.length === 3 && ground, 'three records');
    const picture = await drawn(page);
    holds(picture);
    assert.match(picture.shown.printed, /Jepang/, 'the filter in words');
    assert.ok(picture.shown.numbers.length > 0, 'marks with numbers');
    await page.does('view', 'globe');
    await page.until(({ hash }) => /globe/.test(hash), 'the globe');
    holds(await drawn(page));
  },

  async 'picture: that of a dark page is light'(page) {
    await page.open('/index.html');
    await page.until(({ ground }) => ground, 'the land is drawn');
    const light = await drawn(page);
    await page.run(`${WIDGET}.setAttribute('theme', 'dark')`);
    const { text } = await drawn(page);
    await page.run(`${WIDGET}.setAttribute('theme', 'light')`);
    // Finer land may come at any time, before the picture of the dark page or after it.
    const again = await drawn(page);
    assert.ok([light.text, again.text].includes(text), 'it is the same picture');
    const left = await page.run(`return ${WIDGET}.shadowRoot.querySelectorAll('.mk').length`);
    assert.equal(left, 1, 'nothing is left behind');
  },

  async 'picture: lines between provinces are as faint as on the page'(page) {
    await page.open('/index.html#mk.map=13600,3500,80');
    const there = () => page.run(`return Boolean(${WIDGET}.shadowRoot.querySelector('[data-key^="3/"]'))`);
    await page.until(there, 'the prefectures of Japan');
    const { text } = await drawn(page);
    assert.match(text, /stroke-opacity="0?\.7"/);
    await page.run(`${WIDGET}.style.setProperty('--mitra-provinces', 0)`);
    assert.match((await drawn(page)).text, /stroke-opacity="0"/, 'a host wants none');
  },

  async 'picture: the map as PNG has its ground, its land and its lines'(page) {
    await page.open('/index.html');
    await page.until(({ ground }) => ground, 'the land is drawn');
    const { width, height } = await drawn(page);
    const picture = await painted(page);
    assert.deepEqual([picture.width, picture.height], [width * 3, height * 3]);
    assert.equal(picture.corner, 0xffffffff, 'white');
    assert.ok(picture.land > 0.02 && picture.land < 0.7, `land: ${picture.land}`);
    assert.ok(picture.accent > 0.001, `lines and marks: ${picture.accent}`);
    assert.ok(picture.many > 20, `${picture.many} colours`);
  },

  async 'picture: a visitor saves it'(page) {
    await page.open('/index.html');
    await page.run(`
      window.saved = [];
      HTMLAnchorElement.prototype.click = function click() { window.saved.push(this.download); };
      ${WIDGET}.shadowRoot.querySelector('[data-map]').focus();`);
    await page.does('picture');
    const saved = () => page.run('return window.saved');
    await page.driver.wait(async () => (await saved()).length > 0, 20_000);
    assert.deepEqual(await saved(), ['mitra-kota.png']);
  },

  async 'picture: there is none where no map is shown'(page) {
    await page.open('/index.html');
    await page.run(`${WIDGET}.setAttribute('view', 'list'); return ${WIDGET}.ready`);
    const reason = await page.run(`
      const widget = ${WIDGET}.cloneNode(true);
      document.querySelector('main').append(widget);
      return widget.ready.then(() => widget.export('svg')).catch((error) => error.message);`);
    assert.match(reason, /no map/);
  },
};
