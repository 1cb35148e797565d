// What only Chromium can be asked for: axe in every state, emulated preferences, exact widths.
// In: `dist/`, as `cargo xtask build` leaves it.
import test from 'node:test';
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { SIZES, launch, open, until } from './chromium.mjs';
import { serve } from './server.mjs';
import { STATES, address, reach } from './states.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The violations that axe finds, one line each. */
async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((values) => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values },
    resultTypes: ['violations'],
  }), RULES);
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => (
    `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary.replaceAll(/\s+/g, ' ')}`
  )));
}

/** Text that stands out too little, one line each: also where axe cannot decide. */
function faint() {
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    return paint.getImageData(0, 0, 1, 1).data;
  };
  const light = (colour) => {
    const [r, g, b] = [...rgba(colour)].slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const up = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const ground = (element) => {
    for (let at = element; at; at = up(at)) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgba(backgroundColor)[3] === 255) return backgroundColor;
    }
    return 'white';
  };
  const root = document.querySelector('mitra-kota').shadowRoot;
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...root.querySelectorAll('*')].filter((element) => !element.closest('svg, option, :disabled')
    && own(element) && element.checkVisibility()).flatMap((element) => {
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && fontWeight >= 700);
    const [a, b] = [light(color), light(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    return ratio < (large ? 3 : 4.5) ? [`${ratio.toFixed(2)} ${element.className}: ${element.textContent}`] : [];
  });
}

test('chromium alone', { timeout: 300_000 }, async (t) => {
  const server = await serve();
  let browser;
  t.after(async () => {
    await browser?.close();
    await server.close();
  });
  browser = await launch();
  const index = `${server.url}/index.html`;

  /** A case on a page of its own; fails if anything was said. */
  const on = (what, url, options, run) => t.test(what, { timeout: 60_000 }, async () => {
    const { page, said, close } = await open(browser, url, options);
    try {
      await run(page);
      assert.equal(said.join('\n'), '', 'nothing is said');
    } finally {
      await close();
    }
  });

  for (const [name, { narrow }] of Object.entries(STATES)) {
    const viewport = narrow ? SIZES.phone : SIZES.desktop;
    await on(`axe: ${name}`, address(index, name), { viewport }, async (page) => {
      await reach(page, name);
      assert.equal((await violations(page)).join('\n'), '');
    });
  }
  for (const name of ['list', 'filtered', 'detail', 'empty']) {
    const options = { viewport: SIZES.phone };
    await on(`axe: ${name} on a phone`, address(index, name), options, async (page) => {
      await reach(page, name);
      assert.equal((await violations(page)).join('\n'), '');
    });
  }
  for (const name of ['list', 'filtered', 'detail', 'empty']) {
    await on(`axe: ${name}, dark`, address(index, name), { colorScheme: 'dark' }, async (page) => {
      await reach(page, name);
      assert.equal((await violations(page)).join('\n'), '');
    });
  }
  for (const name of ['english', 'embed', 'two', 'themes']) {
    await on(`axe: ${name}.html`, `${server.url}/${name}.html`, {}, async (page) => {
      await until(page, ({ cards }) => cards.length > 0);
      assert.equal((await violations(page)).join('\n'), '');
    });
  }

  for (const [scheme, file] of [['light', 'index'], ['dark', 'index'], ['light', 'english']]) {
    for (const name of ['list', 'empty', 'detail', 'open']) {
      const url = address(`${server.url}/${file}.html`, name);
      await on(`text stands out: ${file}.html, ${name}, ${scheme}`, url, { colorScheme: scheme }, async (page) => {
        await reach(page, name);
        assert.equal((await page.evaluate(faint)).join('\n'), '');
      });
    }
  }

  await t.test('axe: the plain list', { timeout: 60_000 }, async () => {
    // Scripts of the page are refused, those of the test are not: axe needs its timers.
    const { page, close } = await open(browser, `${index}?policy=scripts-off`, { wait: false });
    try {
      assert.ok(await page.getByRole('heading', { name: /Izumisano/ }).isVisible());
      assert.equal((await violations(page)).join('\n'), '');
    } finally {
      await close();
    }
  });

  for (const width of [320, 360, 768, 1280]) {
    const options = { viewport: { width, height: 800 } };
    await on(`no scrolling sideways at ${width} px`, index, options, async (page) => {
      for (const hash of ['', 'mk.record=bandung-hamamatsu', 'mk.q=osaka']) {
        await page.evaluate((to) => { location.hash = to; }, hash);
        const seen = await until(page, ({ hash: now }) => now === (hash && `#${hash}`));
        assert.ok(seen.sideways <= 0, `${seen.sideways} px at #${hash}`);
      }
    });
  }

  for (const width of [320, 390, 1280]) {
    const options = { viewport: { width, height: 800 } };
    await on(`no control of the map lies over another at ${width} px`, index, options, async (page) => {
      for (const lang of ['id', 'en', 'ja', 'ko']) {
        await page.evaluate((to) => { location.hash = `mk.lang=${to}`; }, lang);
        await until(page, (seen) => seen.ground && seen.lang === lang);
        const large = page.locator('mitra-kota').locator('[data-do=enlarge]');
        if (width < 480 && await large.getAttribute('aria-expanded') === 'false') await large.click();
        await page.locator('[data-map]').focus();
        await page.locator('[data-do=picture]').waitFor();
        const over = await page.evaluate(() => {
          const stage = document.querySelector('mitra-kota').shadowRoot.querySelector('.mk-stage');
          const shown = [...stage.querySelectorAll('button, .mk-scale')].filter((each) => each.checkVisibility());
          const boxes = shown.map((each) => ({ name: each.textContent || each.ariaLabel, box: each.getBoundingClientRect() }));
          const whole = stage.getBoundingClientRect();
          const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
          const within = ({ left, right, top, bottom }) => left >= whole.left && right <= whole.right && top >= whole.top && bottom <= whole.bottom;
          return boxes.flatMap(({ name, box }, at) => [
            ...boxes.slice(0, at).filter((other) => !apart(other.box, box)).map((other) => `${name} over ${other.name}`),
            ...(within(box) ? [] : [`${name} beyond the map`]),
          ]);
        });
        assert.deepEqual(over, [], lang);
      }
    });
  }

  await on('nothing jumps while the widget takes the place of the list', index, {}, async (page) => {
    await until(page, ({ partners }) => partners.length === 5);
    const jumps = await page.evaluate(() => new Promise((done) => {
      const seen = [];
      new PerformanceObserver((list) => seen.push(...list.getEntries()))
        .observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => done(seen.map(({ value }) => value))));
    }));
    assert.deepEqual(jumps, []);
  });

  await on('the text may be twice as large', index, {}, async (page) => {
    await page.evaluate(() => { document.body.style.fontSize = '200%'; });
    const seen = await until(page, ({ cards }) => cards.length === 5);
    assert.ok(seen.sideways <= 0, `${seen.sideways} px`);
  });

  await on('from right to left nothing sticks out', index, {}, async (page) => {
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    const seen = await until(page, ({ cards }) => cards.length === 5);
    assert.ok(seen.sideways <= 0, `${seen.sideways} px`);
  });

  await on('on paper there is the list and no control', index, {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate(() => {
      const root = document.querySelector('mitra-kota').shadowRoot;
      const seen = (css) => [...root.querySelectorAll(css)].filter((element) => element.checkVisibility()).length;
      return { controls: seen('button, input, select, summary'), cards: seen('[part~=record]') };
    });
    assert.deepEqual(printed, { controls: 0, cards: 5 });
  });

  await on('paper lists what a screen would list further down', `${server.url}/many.html`, {}, async (page) => {
    const cards = () => page.evaluate(() => document.querySelector('mitra-kota').shadowRoot.querySelectorAll('[part~=record]').length);
    await until(page, (seen) => seen.cards.length > 0);
    assert.ok(await cards() < 50, 'what is near the screen');
    await page.pdf();
    assert.equal(await cards(), 50);
  });

  await on('one finger on the map scrolls the page', index, { hasTouch: true, viewport: SIZES.phone }, async (page) => {
    const before = await until(page, ({ ground }) => ground);
    await page.locator('[data-map]').scrollIntoViewIfNeeded();
    const { x, y, width, height } = await page.locator('[data-map]').boundingBox();
    const protocol = await page.context().newCDPSession(page);
    const touch = (type, at) => protocol.send('Input.dispatchTouchEvent', {
      type, touchPoints: at === undefined ? [] : [{ x: x + width / 2, y: at }],
    });
    const from = y + height - 20;
    await touch('touchStart', from);
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', from - step * 15);
    await touch('touchEnd');
    await page.waitForFunction(() => scrollY > 40);
    const after = await until(page, ({ ground }) => ground);
    assert.equal(after.ground, before.ground, 'the map stays');
  });

  await on('with forced colours marks, focus and choice can be told apart', index, { forcedColors: 'active' }, async (page) => {
    await page.locator('[data-arg="country/JP"]').focus();
    await page.keyboard.press('Space');
    await until(page, ({ cards }) => cards.length === 3);
    const styles = await page.evaluate(() => {
      const root = document.querySelector('mitra-kota').shadowRoot;
      const shape = (form) => getComputedStyle(root.querySelector(`[part~=marker][data-form=${form}] .mk-shape`));
      const box = root.querySelector('[data-arg="country/JP"]');
      const ring = [box, box.closest('label')].map((element) => getComputedStyle(element).outlineStyle);
      const page_ = getComputedStyle(root.querySelector('.mk')).backgroundColor;
      return { page: page_, home: shape('home').fill, ring };
    });
    assert.notEqual(styles.home, styles.page, 'a mark is no hole');
    assert.ok(styles.ring.some((ring) => ring !== 'none'), 'the focus has a ring');
  });

  await on('with reduced motion the map is there at once', index, { reducedMotion: 'reduce' }, async (page) => {
    const before = await until(page, ({ ground }) => ground);
    const steps = await page.evaluate(() => new Promise((done) => {
      const root = document.querySelector('mitra-kota').shadowRoot;
      const seen = new Set();
      const ground = () => root.querySelector('[data-map] svg [transform]').getAttribute('transform');
      let left = 40;
      const frame = () => {
        seen.add(ground());
        left -= 1;
        if (left) requestAnimationFrame(frame); else done([...seen]);
      };
      root.querySelector('[data-do=zoom][data-arg=in]').click();
      requestAnimationFrame(frame);
    }));
    assert.deepEqual(steps.filter((step) => step !== before.ground).length, 1, 'one step, no glide');
  });

  await on('the wheel scrolls the page, not the map', index, {}, async (page) => {
    const before = await until(page, ({ ground }) => ground);
    await page.locator('[data-map]').hover();
    await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => scrollY > 0);
    const after = await until(page, ({ ground }) => ground);
    assert.equal(after.ground, before.ground);
  });

  await on('a drag moves the map and opens nothing', index, {}, async (page) => {
    const before = await until(page, ({ ground }) => ground);
    const box = await page.locator('[data-map]').boundingBox();
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
    await page.locator('.mk-scale').waitFor(); // What moves the map has come.
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 3 + 60, box.y + box.height / 2 + 20, { steps: 5 });
    await page.mouse.up();
    const after = await until(page, ({ ground }) => ground !== before.ground);
    assert.equal(after.detail, null);
  });

  await on('pointing at a card brings its mark forward', index, {}, async (page) => {
    await until(page, ({ partners }) => partners.length === 5);
    await page.locator('[part~=record]', { hasText: 'Izumisano' }).hover();
    await page.waitForFunction(() => document.querySelector('mitra-kota').shadowRoot
      .querySelector('.mk-name[data-voice=pointed]')?.textContent.includes('Izumisano'));
  });
});
