// The npm package: packed, installed into a sample application of each bundler, run in Chromium under
// the strict policy.
// In: `target/npm/mitra-kota`, as `cargo xtask package` leaves it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createServer } from 'vite';
import { launch, open, until } from '../browser/chromium.mjs';
import { serve } from '../browser/server.mjs';
import { APPS, BUILDS, install, installed } from './apps.mjs';

/** How Chromium tells that a policy refuses WebAssembly. */
const REFUSAL = /wasm-unsafe-eval/;

/** What needs each kind of file: the module, a language, the module of a record, tiles of land. */
async function works(page) {
  const first = await until(page, ({ ground }) => ground);
  assert.equal(first.cards.length, 5);
  await page.locator('[data-do=lang][data-arg=en]').click();
  await until(page, ({ lang }) => lang === 'en');
  await page.locator('[data-do=select][data-arg=bekasi-seongnam]').first().click();
  await until(page, ({ detail }) => detail);
  await page.locator('[data-do=back]').first().click();
  for (const more of [1, 2, 3]) await page.locator('[data-do=zoom][data-arg=in]').click();
  await until(page, ({ tiles }) => tiles > 0);
}

test('the npm package', { timeout: 300_000 }, async (t) => {
  const files = await install();
  const browser = await launch();
  t.after(() => browser.close());

  /** Opens a page of a built application and sees it work; nothing may be said. */
  const runs = async (folder, path, allowed = /^$/) => {
    const server = await serve([join(APPS, folder)]);
    const { page, said, close } = await open(browser, server.url + path, { wait: false });
    try {
      await works(page);
      assert.deepEqual(said.filter((words) => !allowed.test(words)), [], 'nothing is said');
    } finally {
      await close();
      await server.close();
    }
  };

  await t.test('what it describes is in it', async () => {
    const { exports, types, main, customElements, sideEffects } = JSON.parse(await installed('package.json'));
    const named = Object.values(exports).flatMap((way) => (typeof way === 'string' ? way : Object.values(way)));
    const paths = [...named, types, main, customElements, ...sideEffects].map((path) => path.replace('./', ''));
    const missing = paths.filter((path) => !path.includes('*') && !files.includes(path));
    assert.deepEqual(missing, []);
    for (const name of ['README.md', 'LICENSE-MIT.txt', 'LICENSE-APACHE.txt', 'NOTICE.txt', 'files/mitra-kota.wasm']) {
      assert.ok(files.includes(name), name);
    }
  });

  await t.test('the WordPress plugin is of the same version', async () => {
    const { version } = JSON.parse(await installed('package.json'));
    const plugin = await readFile(new URL('../../integrations/wordpress/mitra-kota/mitra-kota.php', import.meta.url), 'utf8');
    const named = [...plugin.matchAll(/(?:Version: +|')(\d+\.\d+\.\d+)/g)].map(([, found]) => found);
    assert.ok(named.length > 1);
    assert.deepEqual([...new Set(named)], [version]);
  });

  await t.test('what it says of the element is what the documentation says', async () => {
    const docs = await readFile(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
    const section = (title) => docs.split(`### ${title}\n`)[1].split(/\n##/)[0];
    const found = (text, form) => [...new Set([...text.matchAll(form)].map(([, name]) => name))].sort();
    const [colours, parts] = section('Looks').split('Parts for `::part()`');
    const { modules: [{ declarations: [element] }] } = JSON.parse(await installed('custom-elements.json'));
    const said = (list) => element[list].map(({ name }) => name).sort();
    assert.deepEqual(said('attributes'), found(section('Attributes'), /^\| `([\w-]+)`/gm));
    assert.deepEqual(said('events'), found(section('Events'), /^\| `([\w:]+)`/gm));
    assert.deepEqual(said('cssProperties'), found(colours, /`(--mitra-[\w-]+)`/g));
    assert.deepEqual(said('cssParts'), found(parts.split('\n\n')[0], /`([\w-]+)`/g));
  });

  await t.test('imported where there is no page it does nothing', async () => {
    const script = "import('mitra-kota').then(({ Catalog }) => process.stdout.write(typeof Catalog.parse))";
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: APPS });
    assert.deepEqual([stdout, stderr], ['function', '']);
  });

  await t.test('without a bundler', () => runs('.', '/plain/index.html'));

  for (const [name, build] of Object.entries(BUILDS)) {
    // Vue makes a policy of its own for Trusted Types.
    const policy = name === 'webpack' ? 'vue' : 'strict';
    await t.test(`built with ${name}`, async () => {
      assert.deepEqual(await build(), [], 'the bundler says nothing');
      await runs(`${name}/out`, `/index.html?policy=${policy}`);
    });
    await t.test(`built with ${name}, where WebAssembly is refused`, () => runs(`${name}/out`, `/index.html?policy=self`, REFUSAL));
  }

  await t.test('served by Vite while it is being worked on', async () => {
    const server = await createServer({
      root: join(APPS, 'vite'),
      configFile: false,
      logLevel: 'silent',
      optimizeDeps: { exclude: ['mitra-kota'] },
      server: { host: '127.0.0.1', port: 0, fs: { strict: false } },
    });
    await server.listen();
    const { page, said, close } = await open(browser, server.resolvedUrls.local[0], { wait: false });
    try {
      await works(page);
      assert.deepEqual(said, [], 'nothing is said');
    } finally {
      await close();
      await server.close();
    }
  });
});
