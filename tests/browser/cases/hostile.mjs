// What strings that were made to do harm come to: they are read, and nothing else.
import assert from 'node:assert/strict';
import { LINKS, OWN, RECORDS, TEXTS } from '../hostile.mjs';

/** What the widget has that could run, load or lead astray; and what it shows. */
const FOUND = `
  const root = document.querySelector('mitra-kota').shadowRoot;
  const all = [...root.querySelectorAll('*')];
  const never = ['script', 'style', 'img', 'iframe', 'object', 'embed', 'link', 'meta', 'base', 'form', 'template'];
  const bad = all.filter((element) => never.includes(element.localName)
    || [...element.attributes].some(({ name }) => /^on|^style$|^srcdoc$|^formaction$/.test(name))).map((element) => element.localName);
  const links = all.filter((element) => element.hasAttribute('href')).map((element) => element.getAttribute('href'));
  return { bad, links, text: root.textContent.replaceAll('\\0', '\u2400'), title: document.title };`;

/** A driver cuts what it brings at U+0000: another sign stands for it. */
const brought = (text) => text.replaceAll('\0', '\u2400');

/** Waits until the widget has been painted anew. */
const painted = (page) => page.run('return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))');

export const cases = {
  async 'hostile strings in every field are read, and nothing else'(page) {
    page.expect(/\[data-problems\]/);
    await page.open('/strings.html');
    const safe = new Set(LINKS.safe);
    let followed = 0;
    for (const { id, texts } of RECORDS) {
      await page.run("document.querySelector('mitra-kota').select(arguments[0])", id);
      await page.until(({ hash }) => hash === `#mk.record=${id}`, `${id} is open`);
      const found = await page.run(FOUND);
      assert.deepEqual([found.bad, found.title], [[], 'Hostile strings']);
      const lost = texts.filter((text) => !found.text.includes(brought(text)));
      assert.deepEqual(lost, [], 'every string is shown as it is written');
      const astray = found.links.filter((link) => link !== '#' && !safe.has(link));
      assert.deepEqual(astray, [], 'no link leads where links may not lead');
      followed += found.links.filter((link) => safe.has(link)).length;
    }
    assert.ok(followed >= LINKS.safe.length && TEXTS.length > 560, `${followed} links, ${TEXTS.length} texts`);
  },

  async 'hostile strings in the address are sought, and nothing else'(page) {
    await page.open('/index.html');
    for (const text of OWN.filter((_, index) => index % 3 === 0)) {
      await page.run('location.hash = `mk.q=${encodeURIComponent(arguments[0])}&mk.record=${arguments[0]}&mk.map=${arguments[0]}`', text);
      await painted(page);
    }
    const found = await page.run(FOUND);
    assert.deepEqual(found.bad, []);
    await page.run("document.querySelector('mitra-kota').reset()");
    const seen = await page.until(({ cards }) => cards.length === 5, 'and all is there again');
    assert.deepEqual(seen.events.filter(({ name }) => name === 'error'), []);
  },

  async 'hostile strings in the options change nothing but themselves'(page) {
    page.expect(/\[data-problems\]/);
    await page.open('/index.html');
    for (const text of OWN.slice(0, 6)) {
      for (const name of ['lang', 'home', 'view', 'theme', 'worldview', 'url-state']) {
        await page.run("document.querySelector('mitra-kota').setAttribute(arguments[0], arguments[1])", name, text);
      }
      await page.run("return document.querySelector('mitra-kota').ready.then(() => true)");
      const seen = await page.until(({ painted: there, cards }) => there && cards.length === 5, 'five records');
      assert.deepEqual((await page.run(FOUND)).bad, []);
      assert.deepEqual(seen.events.filter(({ name }) => name === 'error'), []);
    }
  },

  async 'a widget of any name keeps its part of the address'(page) {
    await page.open('/index.html#other=1');
    await page.run(`
      const widget = document.querySelector('mitra-kota');
      widget.id = arguments[0];
      widget.remove();
      return Promise.resolve().then(() => document.querySelector('main').append(widget)).then(() => widget.ready);`, 'a&b=c#d.e 市%');
    await page.until(({ painted: there }) => there, 'it is back');
    await page.choose('country/KR');
    await page.until(({ hash }) => hash.includes('country=KR'), 'the choice is in the address');
    await page.choose('country/JP');
    const { hash } = await page.until((seen) => seen.hash.includes('KR,JP') || seen.hash.includes('JP,KR'), 'both are');
    assert.equal(hash.match(/country=/g).length, 1, hash);
    assert.ok(hash.startsWith('#other=1&'), hash);
    await page.does('clear');
    const seen = await page.until(({ hash: now }) => !now.includes('country'), 'nothing is left');
    assert.equal(seen.hash, '#other=1');
  },
};
