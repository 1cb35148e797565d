// Pages that are not kind: what they set does not reach into the widget, and nothing of it reaches out.
import assert from 'node:assert/strict';

/** In the page: how the widget's parts look, in units of its own letters. */
function looks() {
  const host = document.querySelector('mitra-kota');
  const em = parseFloat(getComputedStyle(host).fontSize);
  const size = (text) => (/px/.test(text) ? text.replaceAll(/-?[\d.]+px/g, (px) => `${(parseFloat(px) / em).toFixed(2)}em`) : text);
  const told = ['display', 'float', 'position', 'boxSizing', 'padding', 'margin', 'borderStyle', 'fontSize', 'fontStyle', 'fontWeight',
    'lineHeight', 'letterSpacing', 'wordSpacing', 'textAlign', 'textTransform', 'textIndent', 'textShadow', 'whiteSpace', 'listStyleType',
    'color', 'backgroundColor'];
  const one = (css) => {
    const style = getComputedStyle(host.shadowRoot.querySelector(css));
    return Object.fromEntries(told.map((name) => [name, size(style[name])]));
  };
  return Object.fromEntries(['.mk', '.mk-title', '[part~=search]', '[part~=facet]', '[part~=status]', '[part~=record]', '[part~=record] h3', '[data-do=zoom]']
    .map((css) => [css, one(css)]));
}

/** In the page: how the host's own looks, and what it has. */
function own() {
  const told = ['color', 'backgroundColor', 'font', 'letterSpacing', 'padding', 'margin', 'border', 'display', 'cursor'];
  const style = (element) => Object.fromEntries(told.map((name) => [name, getComputedStyle(element)[name]]));
  const all = [...document.querySelectorAll('header, .own, .own *')];
  return {
    styles: all.map(style),
    heads: document.head.children.length,
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    root: document.documentElement.attributes.length + document.body.attributes.length,
    globals: Object.keys(globalThis).filter((name) => !/cdc_|^ret_nodes|^se_/.test(name)),
  };
}

/** Whether two values say the same, but for parts of a pixel. */
function same(one, other) {
  const numbers = (text) => (text.match(/-?[\d.]+(?=em)/g) ?? []).map(Number);
  const words = (text) => text.replaceAll(/-?[\d.]+(?=em)/g, '');
  const [a, b] = [numbers(one), numbers(other)];
  return words(one) === words(other) && a.every((value, at) => Math.abs(value - b[at]) < 0.15);
}

const sticksOut = "const root = document.querySelector('mitra-kota').shadowRoot.querySelector('.mk'); return root.scrollWidth - root.clientWidth";

const HOSTS = ['resets', 'rems', 'dark', 'transforms', 'tiny', 'huge', 'sticky', 'inherited'];
/** What may differ: colours where the page is dark; sizes and places where the page is narrow, wide or turned. */
const DIFFERS = { dark: /olor$/, tiny: /./, huge: /./, inherited: /^textAlign$/ };

/** Opens a page of that host, and waits for the widget. */
async function opened(page, host) {
  await page.open(`/host.html?host=${host}`);
  await page.until(({ cards, ground }) => cards.length === 5 && ground, 'five records and a map');
}

export const cases = {
  ...Object.fromEntries(HOSTS.map((host) => [`a host with ${host}.css`, async (page) => {
    await opened(page, 'none');
    const plain = await page.run(looks);
    await opened(page, host);
    const unkind = await page.run(looks);
    for (const [css, styles] of Object.entries(plain)) {
      for (const [name, value] of Object.entries(styles).filter(([name]) => !DIFFERS[host]?.test(name))) {
        assert.ok(same(unkind[css][name], value), `${css} has ${name} ${unkind[css][name]}, on a kind page ${value}`);
      }
    }
    assert.ok(await page.run(sticksOut) <= 0, 'nothing sticks out of the widget');
    await page.run(`
      const root = document.querySelector('mitra-kota').shadowRoot;
      const ways = ['[data-arg="country/KR"]', '[data-do=sheet]'].map((css) => root.querySelector(css));
      ways.find((way) => way?.checkVisibility()).focus();`);
    await page.press(' ');
    await page.until(({ cards, focus }) => cards.length === 2 || focus?.key === 'sheet', 'it works');
  }])),

  async 'a host that reads from right to left'(page) {
    await page.open('/host.html?first=rightward');
    await page.until(({ cards, ground }) => cards.length === 5 && ground, 'five records and a map');
    assert.ok(await page.run(sticksOut) <= 0, 'nothing sticks out of the widget');
    await page.does('select', 'bekasi-seongnam');
    await page.until(({ detail }) => detail, 'a record opens');
    assert.ok(await page.run(sticksOut) <= 0, 'nor out of a record');
  },

  async 'nothing of the widget reaches the host'(page) {
    await page.open('/host.html?host=sticky');
    await page.run("document.querySelector('mitra-kota').remove()");
    const without = await page.run(own);
    await page.open('/host.html?host=sticky');
    await page.run("document.querySelector('mitra-kota').select('bekasi-seongnam')");
    await page.until(({ detail }) => detail, 'a record is open');
    assert.deepEqual(await page.run(own), without);
  },
};
