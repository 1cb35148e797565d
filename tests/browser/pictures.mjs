// Pictures of the map to compare: the drawing alone, without words, in a box of a fixed size.
// In: an open page (chromium.mjs) with pages/picture.html. Out: PNGs, and how far two of them differ.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { until } from './chromium.mjs';

/** How far a pixel may be off, from 0 to 1: below what parts land from sea in the light colours. */
const COLOUR = 0.04;
/** The share of pixels that may be further off: what another version of the browser draws softer. */
export const TOLERANCE = 0.001;

const REFERENCES = new URL('./pictures/', import.meta.url);
const FAILED = new URL('./shots/', import.meta.url);
/** `UPDATE_PICTURES=1` writes the references anew. */
export const updating = Boolean(process.env.UPDATE_PICTURES);

/** What the picture is of: the land, the lines, the marks. Words differ with the fonts of a machine. */
const ALONE = `
  .mk-stage { position: fixed !important; inset: 0 auto auto 0 !important; z-index: 9; flex: none !important;
    width: WIDTHpx; height: HEIGHTpx !important; min-height: 0; background: var(--mitra-page) }
  .mk-stage > :not(.mk-canvas) { display: none !important }
  .mk-canvas { outline: none !important }
  .mk-svg text { visibility: hidden }
`;

/** Adds styles to the widget; what was added before stays. */
export function dress(page, styles) {
  return page.evaluate((text) => {
    const root = document.querySelector('mitra-kota').shadowRoot;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }, styles);
}

const frames = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(done));
}));

/** The map alone, once it has the land that it wants: of a file, or of at least one tile. */
export async function alone(page, [width, height], land) {
  await dress(page, ALONE.replace('WIDTH', width).replace('HEIGHT', height));
  await page.waitForFunction(([width, height]) => document.querySelector('mitra-kota').shadowRoot
    .querySelector('.mk-svg')?.getAttribute('viewBox') === `0 0 ${width} ${height}`, [width, height]);
  await until(page, ({ ground, tiles }) => ground && (land !== 'tiles' || tiles > 0));
  const asked = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('world.bin'));
  if (land === 'world') await page.waitForFunction(asked);
  await page.waitForLoadState('networkidle');
  await frames(page);
}

/** The map as a PNG. */
export async function taken(page) {
  const options = { animations: 'disabled', caret: 'hide' };
  return PNG.sync.read(await page.locator('.mk-canvas').screenshot(options));
}

/** The share of pixels that differ, from 0 to 1, and where. */
export function difference(one, other) {
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return { share: 1, where: one };
  const where = new PNG({ width, height });
  const options = { threshold: COLOUR, includeAA: true };
  const count = pixelmatch(one.data, other.data, where.data, width, height, options);
  return { share: count / (width * height), where };
}

/** The reference of a name; with `UPDATE_PICTURES=1` the picture itself becomes it. */
export async function reference(name, picture) {
  const path = new URL(`${name}.png`, REFERENCES);
  if (updating) {
    await mkdir(REFERENCES, { recursive: true });
    await writeFile(path, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }));
  }
  return PNG.sync.read(await readFile(path));
}

/** Keeps a picture that is not as it should be, and where it is not; says where they lie. */
export async function keep(name, picture, where) {
  await mkdir(FAILED, { recursive: true });
  await writeFile(new URL(`${name}.png`, FAILED), PNG.sync.write(picture));
  await writeFile(new URL(`${name}-where.png`, FAILED), PNG.sync.write(where));
  return fileURLToPath(new URL(`${name}.png`, FAILED));
}
