// Chromium by its own protocol: exact sizes, emulated preferences, axe.
// In: nothing. Out: a browser, and pages in it that keep what went wrong.
import { chromium } from 'playwright-core';
import { CHROMIUM } from './drivers.mjs';
import { look } from './look.mjs';

/** Starts the browser, with `more` on its command line. */
export function launch(more = []) {
  return chromium.launch({ executablePath: CHROMIUM.binary(), args: [...CHROMIUM.args, ...more] });
}

/** Sizes of a window, in CSS pixels. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 900 },
};

/**
 * Opens a page in a context of its own; `options` are those of a browser context, and `wait: false`
 * where no widget will come.
 */
export async function open(browser, url, { wait = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: SIZES.desktop, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const said = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/<mitra-kota> \[slow\]/.test(message.text())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) said.push(`foreign: ${request.url()}`);
  });
  await page.goto(url);
  if (wait) await until(page, (seen) => seen.painted);
  return { page, said, close: () => context.close() };
}

/** Waits until what is seen of the widget satisfies `check`; gives what is seen. */
export async function until(page, check) {
  const end = Date.now() + 20_000;
  let seen;
  while (Date.now() < end) {
    seen = await page.evaluate(look, 'mitra-kota');
    if (check(seen)) return seen;
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(done); }));
  }
  throw new Error(`not so: ${check}. Seen: ${JSON.stringify(seen)}`);
}
