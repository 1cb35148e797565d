// Pictures of every state at three widths, light and dark: `node tests/browser/shots.mjs`.
// In: `dist/`; words of state names to take only those; `readme` for docs/images/widget.png,
// `themes` for docs/images/theme-*.png.
// Out: tests/browser/shots/STATE-WIDTH-SCHEME.png
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SIZES, launch, open, until } from './chromium.mjs';
import { serve } from './server.mjs';
import { STATES, address, reach } from './states.mjs';

const wanted = process.argv.slice(2);
const folder = fileURLToPath(new URL('./shots/', import.meta.url));
const picture = fileURLToPath(new URL('../../docs/images/widget.png', import.meta.url));

/** The example page in a state. */
async function opened(browser, server, state, options) {
  const { page, said, close } = await open(browser, address(`${server.url}/index.html`, state), options);
  await reach(page, state);
  await until(page, ({ ground }) => ground);
  return { page, said, close };
}

/** One picture of the whole page; of the window where a sheet covers it. */
async function take(browser, server, state, size, scheme) {
  const options = { viewport: SIZES[size], colorScheme: scheme };
  const { page, said, close } = await opened(browser, server, state, options);
  const path = `${folder}${state}-${SIZES[size].width}-${scheme}.png`;
  await page.screenshot({ path, fullPage: !STATES[state].narrow, animations: 'disabled' });
  await close();
  process.stdout.write(`${path}\n${said.map((words) => `  ${words}\n`).join('')}`);
}

/** The widget alone, sharp enough for print. */
async function takeForReadme(browser, server) {
  const options = { viewport: SIZES.desktop, deviceScaleFactor: 2 };
  const { page, close } = await opened(browser, server, 'list', options);
  await page.locator('mitra-kota').screenshot({ path: picture, animations: 'disabled' });
  await close();
}

/** The three themes of themes.html. */
async function takeThemes(browser, server) {
  const { page, close } = await open(browser, `${server.url}/themes.html`, { viewport: SIZES.desktop });
  for (const theme of ['koran', 'malam', 'sawah']) {
    await page.waitForFunction((id) => document.getElementById(id).shadowRoot?.querySelector('[data-map] svg [transform]'), theme);
    await page.locator(`#${theme}`).screenshot({ path: new URL(`../../docs/images/theme-${theme}.png`, import.meta.url).pathname, animations: 'disabled' });
  }
  await close();
}

const server = await serve();
const browser = await launch();
try {
  if (wanted.includes('readme')) {
    await mkdir(dirname(picture), { recursive: true });
    await takeForReadme(browser, server);
  } else if (wanted.includes('themes')) {
    await takeThemes(browser, server);
  } else {
    await mkdir(folder, { recursive: true });
    const states = Object.keys(STATES).filter((name) => !wanted.length || wanted.includes(name));
    for (const state of states) {
      const sizes = Object.keys(SIZES).filter((size) => !STATES[state].narrow || size === 'phone');
      for (const size of sizes) {
        await take(browser, server, state, size, 'light');
        await take(browser, server, state, size, 'dark');
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
