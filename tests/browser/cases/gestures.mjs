// The map under a hand: pointer, wheel, fingers, keys; what comes when a visitor reaches for it.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { Pointer } from 'selenium-webdriver/lib/input.js';

/** Where the first partner's mark lies in the window, what the scale and the hint say, what fills the screen. */
const MAP = `
  const root = document.querySelector('mitra-kota').shadowRoot;
  const text = (css) => root.querySelector(css)?.textContent ?? '';
  const { left, top, width, height } = root.querySelector('[data-map]').getBoundingClientRect();
  const marks = [...root.querySelectorAll('[part~=marker]')].map((mark) => {
    const box = mark.querySelector('.mk-shape').getBoundingClientRect();
    return { name: mark.querySelector('title').textContent, x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  return { left, top, width, height, marks, scale: text('.mk-scale'), bar: root.querySelector('.mk-scale path')?.getBoundingClientRect().width,
    hint: text('.mk-hint'), full: Boolean(document.fullscreenElement), scrolled: scrollY };`;
const seen = (page) => page.run(MAP);
const mark = ({ marks }, name) => marks.find((each) => each.name === name);

/** Waits until a mark stands where it stood a moment ago. */
async function still(page, name) {
  let last;
  await page.until(async () => {
    const { x, y } = mark(await seen(page), name);
    const before = last;
    last = `${x} ${y}`;
    return before === last;
  }, 'the map has come to rest');
}

/** Opens the page, reaches for the map, and waits until it can be moved. */
async function reached(page, path = '/index.html') {
  await page.open(path);
  await page.until(({ ground }) => ground, 'the map is drawn');
  await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('[data-map]').focus()");
  let map;
  await page.until(async () => (map = await seen(page)).scale, 'the map can be moved');
  return map;
}

/** A free spot of the map: neither mark nor control. */
const spot = ({ left, top, width, height }) => ({ x: Math.round(left + width * 0.4), y: Math.round(top + height * 0.3) });

const over = (page, at) => page.driver.actions().move({ ...at, origin: 'viewport', duration: 0 }).perform();

/** A hand that lets go while it moves, whatever else the machine does: ten moves of 8 ms in one turn. */
const throwBy = (page, from, x) => page.run(`
  const [from, x] = arguments;
  const map = document.querySelector('mitra-kota').shadowRoot.querySelector('[data-map]');
  const send = (type, at, buttons) => map.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true,
    cancelable: true, pointerId: 1, isPrimary: true, pointerType: 'mouse', clientX: from.x + at, clientY: from.y, buttons }));
  send('pointerdown', 0, 1);
  for (let step = 1; step <= 10; step += 1) {
    for (const end = performance.now() + 8; performance.now() < end;);
    send('pointermove', x * step / 10, 1);
  }
  send('pointerup', x, 0);`, from, x);

/** Drags by four times ten pixels, a frame each: after each frame how far a mark has come and whether the map was drawn anew. */
const carriedBy = (page, from, name) => page.run(`
  const [from, name] = arguments;
  const root = document.querySelector('mitra-kota').shadowRoot;
  const map = root.querySelector('[data-map]');
  const send = (type, x) => map.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true,
    cancelable: true, pointerId: 1, isPrimary: true, pointerType: 'mouse', clientX: from.x + x, clientY: from.y, buttons: 1 }));
  const title = [...root.querySelectorAll('[part~=marker] title')].find((each) => each.textContent === name);
  const place = () => title.parentNode.querySelector('.mk-shape').getBoundingClientRect().left;
  const ground = () => root.querySelector('[data-key=ground]').getAttribute('transform');
  const [first, drawn] = [place(), ground()];
  send('pointerdown', 0);
  const step = (seen) => new Promise((done) => {
    send('pointermove', seen.length * 10 + 10);
    requestAnimationFrame(() => done([...seen, { by: place() - first, anew: ground() !== drawn }]));
  });
  return step([]).then(step).then(step).then(step).then((seen) => ({ seen, drawn, ground: ground() }));`, from, name);

export const cases = {
  async 'a dragged map is carried first and drawn when it rests, at the same place'(page) {
    const before = await reached(page);
    const home = mark(before, 'Hamamatsu').x;
    const { seen: frames, drawn } = await carriedBy(page, spot(before), 'Hamamatsu');
    frames.forEach(({ by }, frame) => assert.ok(Math.abs(by - 10 * (frame + 1)) < 0.5, `frame ${frame}: ${by}`));
    assert.equal(frames[0].anew, false, 'nothing was drawn for the first');
    await page.until(({ ground }) => ground !== drawn, 'it is drawn anew');
    assert.ok(Math.abs(mark(await seen(page), 'Hamamatsu').x - home - 40) < 0.5, 'where it was carried to');
    const style = await page.run("return document.querySelector('mitra-kota').shadowRoot.querySelector('.mk-svg').style.transform");
    assert.equal(style, '', 'and no longer carried');
  },

  async 'a dragged map follows, and thrown it goes on for a while'(page) {
    const before = await reached(page);
    const home = mark(before, 'Hamamatsu').x;
    await throwBy(page, spot(before), 100);
    await page.until(async () => !(mark(await seen(page), 'Hamamatsu')?.x < home + 130), 'it lies further than it was dragged');
    const { detail } = await page.until((now) => /\bmap=/.test(now.hash), 'the address says where it looks');
    assert.equal(detail, null, 'a drag is no click');
  },

  async 'a double click zooms where it is'(page) {
    const before = await reached(page);
    const at = spot(before);
    await page.driver.actions().move({ ...at, duration: 0 }).doubleClick().perform();
    await page.until(async () => (await seen(page)).bar !== before.bar, 'the scale is another');
  },

  async 'the wheel scrolls the page and tells how to zoom; with Ctrl it zooms'(page) {
    const before = await reached(page);
    const at = spot(before);
    await over(page, at);
    await page.until(async () => {
      await page.driver.actions().scroll(at.x, at.y, 0, 10).perform();
      return (await seen(page)).hint === 'Tahan Ctrl sambil menggulir';
    }, 'there is a hint');
    const { ground } = await page.look();
    await page.until(async () => (await seen(page)).hint === '', 'the hint goes by itself');
    assert.equal((await page.look()).ground, ground, 'the map has stayed');
    if (page.engine === 'webkit') return; // Its driver tells a wheel nothing of keys.
    await page.until(async (now) => {
      await page.driver.actions().keyDown(Key.CONTROL).scroll(at.x, at.y, 0, -120).keyUp(Key.CONTROL).perform();
      return now.ground !== ground;
    }, 'the map is nearer');
  },

  async 'keys show the homes, the world and all of the answer'(page) {
    const before = await reached(page);
    await page.press('w');
    await page.until(({ hash }) => /map=world/.test(hash), 'the world');
    await page.press('h');
    await page.until(async () => (await seen(page)).scale === '500 km', 'the homes are near');
    const { marks, left, width } = await seen(page);
    const inside = marks.filter(({ x }) => x > left && x < left + width).map(({ name }) => name).join(', ');
    assert.match(inside, /Bandung/);
    assert.match(inside, /Bekasi/);
    await page.press('0');
    await page.until(async () => (await seen(page)).scale === before.scale, 'all of the answer again');
    await page.until(async () => mark(await seen(page), 'Hamamatsu'), 'and its marks');
  },

  async 'a mark for several names them, comes apart when it is pressed, and at one point lists them'(page) {
    const several = 'Seongnam, Kota Kembar, Kota Tetangga';
    const same = 'Seongnam, Kota Kembar';
    const panel = () => page.run("return document.querySelector('mitra-kota').shadowRoot.querySelector('.mk-crowd')?.innerText ?? ''");
    const focused = () => page.run("return document.querySelector('mitra-kota').shadowRoot.activeElement?.textContent ?? ''");
    const press = async (name) => {
      const { x, y } = mark(await seen(page), name);
      await page.driver.actions().move({ x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 }).click().perform();
    };
    await reached(page, '/index.html?data=crowded.json');
    await press(several);
    await page.until(async ({ hash }) => /map=/.test(hash) && mark(await seen(page), 'Kota Tetangga') && mark(await seen(page), same), 'it has come apart');
    await still(page, same);
    await press(same);
    await page.until(async () => /Seongnam\n1 kerja sama · Olahraga.*\nKota Kembar\n/s.test(await panel()), 'the places are listed');
    await page.until(async () => /^Seongnam/.test(await focused()), 'the first one has the focus');
    await page.driver.actions().sendKeys(Key.ESCAPE).perform();
    await page.until(async () => !await panel(), 'the list is gone');
    await press(same);
    await page.until(panel, 'the places are listed again');
    await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('[type=search]').dispatchEvent(new Event('input', { bubbles: true, composed: true }))");
    await page.until(async () => !await panel(), 'another answer has another list');
    await press(same);
    await page.until(panel, 'the places are listed once more');
    await page.run("document.querySelector('mitra-kota').shadowRoot.querySelector('.mk-crowd [data-arg=bekasi-kembar]').click()");
    await page.until(async ({ detail }) => detail && !await panel(), 'a place does what its mark would do');
  },

  async 'events that have not what their kind has do no harm'(page) {
    await reached(page);
    await page.run(`
      const root = document.querySelector('mitra-kota').shadowRoot;
      const types = ['keydown', 'focusin', 'pointerover', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'wheel', 'dblclick', 'click', 'input', 'change'];
      for (const place of [root.querySelector('[data-map]'), root.querySelector('[type=search]')]) {
        for (const type of types) place.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
      }`);
    await page.until(async () => mark(await seen(page), 'Hamamatsu'), 'the map stands');
    await page.does('home');
    await page.until(async () => (await seen(page)).scale === '500 km', 'it goes on');
  },

  async 'a button shows the homes'(page) {
    await reached(page);
    await page.does('home');
    await page.until(async () => (await seen(page)).scale === '500 km', 'the homes are near');
  },

  async 'the map fills the screen; there the wheel zooms as it is'(page) {
    const before = await reached(page);
    await page.does('full');
    let full;
    await page.until(async () => (full = await seen(page)).full && full.width !== before.width, 'it fills the screen');
    const pressed = () => page.run("return document.querySelector('mitra-kota').shadowRoot.querySelector('[data-do=full]').getAttribute('aria-pressed')");
    await page.until(async () => await pressed() === 'true', 'the button is pressed');
    const { ground } = await page.look();
    const at = spot(full);
    await over(page, at);
    await page.until(async (now) => {
      await page.driver.actions().scroll(at.x, at.y, 0, -120).perform();
      return now.ground !== ground;
    }, 'the map is nearer');
    await page.does('full');
    await page.until(async () => !(await seen(page)).full && await pressed() === 'false', 'the page is back');
  },

  async 'one finger scrolls the page, two move the map, two taps zoom'(page) {
    if (page.engine === 'webkit') return; // Its driver has no fingers.
    const before = await reached(page);
    const at = spot(before);
    const [one, two] = ['one', 'two'].map((name) => new Pointer(name, Pointer.Type.TOUCH));
    const put = (finger, x, y, duration = 0) => finger.move({ x: Math.round(x), y: Math.round(y), duration });
    const alone = page.driver.actions();
    await alone.insert(one, put(one, at.x, at.y), one.press(), put(one, at.x, at.y + 12, 50), put(one, at.x, at.y + 14, 50), one.release()).perform();
    await page.until(async () => (await seen(page)).hint === 'Pakai dua jari untuk menggeser peta', 'there is a hint');
    const { marks } = await seen(page);
    const both = page.driver.actions({ async: true });
    for (const [finger, x] of [[one, at.x], [two, at.x + 80]]) {
      both.insert(finger, put(finger, x, at.y), finger.press(), put(finger, x, at.y + 30, 60), put(finger, x, at.y + 60, 60));
    }
    both.pause(200, one, two).insert(one, one.release());
    await both.insert(two, two.release()).perform();
    const there = mark({ marks }, 'Hamamatsu').y;
    await page.until(async () => Math.abs((mark(await seen(page), 'Hamamatsu')?.y ?? 0) - there - 60) < 15, 'the map has moved with them');
    const { bar, scale } = await seen(page);
    const tap = () => page.driver.actions().insert(one, put(one, at.x, at.y), one.press(), one.release(), one.press(), one.release()).perform();
    await tap();
    await page.until(async () => {
      const now = await seen(page);
      return now.bar !== bar || now.scale !== scale;
    }, 'the map is nearer');
  },

  async 'the scale is a round number of kilometres as the language writes it'(page) {
    for (const [path, form] of [['/index.html#mk.map=world', /^[125]\.000 km$/], ['/index.html#mk.map=world&mk.lang=en', /^[125],000 km$/]]) {
      const { scale, bar } = await reached(page, path);
      assert.match(scale, form);
      assert.ok(bar > 30 && bar < 110, `${bar} px`);
    }
  },
};
