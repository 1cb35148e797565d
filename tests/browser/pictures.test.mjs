// The map, pixel by pixel, in Chromium: each projection, level of land, point of view, set of colours.
// In: `dist/`, and the references in pictures/; UPDATE_PICTURES=1 writes those anew. A picture that is not as
// its reference is kept in shots/.
import test from 'node:test';
import assert from 'node:assert/strict';
import { launch, open } from './chromium.mjs';
import { TOLERANCE, alone, difference, dress, keep, reference, taken, updating } from './pictures.mjs';
import { serve } from './server.mjs';

const WIDE = [340, 272];
const SMALL = [200, 140];
const JAPAN = 'mk.map=13600,3500,66';
const KANSAI = 'mk.map=13600,3500,80';
const REGION = 'mk.map=12000,1450,44';

/** For each picture: where it looks, how, and which land it must have got for that. */
const PICTURES = {
  'equal-earth': { hash: 'mk.map=world' },
  mercator: { hash: REGION, query: 'projection=mercator', land: 'world' },
  globe: { hash: 'mk.map=globe' },
  region: { hash: REGION, land: 'world' },
  tiles: { hash: JAPAN, land: 'tiles' },
  provinces: { hash: KANSAI, land: 'tiles' },
  dark: { hash: REGION, land: 'world', colorScheme: 'dark' },
  print: { hash: REGION, land: 'world', media: 'print' },
  forced: { hash: REGION, land: 'world', forcedColors: 'active', size: [220, 200] },
};

/** Places where points of view differ, and how each draws the border there. */
const BORDERS = {
  crimea: { hash: 'mk.map=3430,4590,82', id: 'hidden', iso: 'dashed', jp: 'dashed', kr: 'hidden' },
  somaliland: { hash: 'mk.map=4850,960,70', id: 'hidden', iso: 'hidden', jp: 'dashed', kr: 'dashed' },
};
const OTHER = { hidden: 'dashed', dashed: 'hidden' };

test('pictures of the map', { timeout: 300_000 }, async (t) => {
  const server = await serve();
  let browser;
  t.after(async () => {
    await browser?.close();
    await server.close();
  });
  browser = await launch(['--force-color-profile=srgb', '--disable-lcd-text']);

  /** Has `use` look at a map that is alone on its page. */
  async function onMap({ hash, query = '', land, media, size = WIDE, ...preferences }, use) {
    const url = `${server.url}/picture.html?${query}#${hash}`;
    const options = { viewport: { width: 900, height: 700 }, deviceScaleFactor: 1, reducedMotion: 'reduce', ...preferences };
    const { page, said, close } = await open(browser, url, options);
    try {
      if (media) await page.emulateMedia({ media });
      await alone(page, size, land);
      await use(page);
      assert.equal(said.join('\n'), '', 'nothing is said');
    } finally {
      await close();
    }
  }

  async function same(name, picture) {
    const { share, where } = difference(picture, await reference(name, picture));
    const path = share > TOLERANCE ? await keep(name, picture, where) : '';
    assert.equal(path, '', `${(share * 100).toFixed(2)} % of the pixels differ from pictures/${name}.png`);
  }

  async function differs(name, picture, fault = '') {
    const { share } = difference(picture, await reference(name, picture));
    assert.ok(share > TOLERANCE, `${fault} only ${(share * 100).toFixed(2)} % of the pixels differ from pictures/${name}.png`);
  }

  for (const [name, how] of Object.entries(PICTURES)) {
    await t.test(name, { timeout: 60_000 }, () => onMap(how, async (page) => same(name, await taken(page))));
  }

  for (const [place, { hash, ...views }] of Object.entries(BORDERS)) {
    for (const [view, border] of Object.entries(views)) {
      const how = { hash, query: `worldview=${view}&host=borders`, land: 'tiles', size: SMALL };
      await t.test(`${place} as ${view} sees it: ${border}`, { timeout: 60_000 }, () => onMap(how, async (page) => {
        const picture = await taken(page);
        await same(`${place}-${border}`, picture);
        if (!updating) await differs(`${place}-${OTHER[border]}`, picture);
      }));
    }
  }

  await t.test('what is missing or drawn otherwise would be seen', { skip: updating, timeout: 60_000 }, async () => {
    const faults = {
      region: ['.mk-land { display: none }', '.mk-shade { display: none }', '.mk-borders { display: none }',
        '.mk-arc { stroke-dasharray: none !important }', '.mk-mark { display: none }'],
      provinces: [':host { --mitra-provinces: 0 }'],
    };
    for (const [name, all] of Object.entries(faults)) {
      for (const fault of all) {
        await onMap(PICTURES[name], async (page) => {
          await dress(page, fault);
          await differs(name, await taken(page), fault);
        });
      }
    }
  });
});
