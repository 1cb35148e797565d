// The plugin in a real WordPress, in Chromium.
// In: `npm ci` in this folder, and `target/wordpress/mitra-kota` as `cargo xtask package` leaves it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { launch, open, until } from '../browser/chromium.mjs';
import { start } from './site.mjs';

/** The oldest WordPress to be had, on the oldest PHP that is promised, and the newest to be had. */
const SITES = [
  { wordpress: '6.2', php: '@php-wasm/node-7-4' },
  { wordpress: '6.5', php: '@php-wasm/node-8-3' },
];

/** As the administrator: a new post with the block, published and opened; gives what was saved. */
async function edited(page, url) {
  await page.locator('#user_login').fill('admin');
  await page.locator('#user_pass').fill('password');
  await page.locator('#wp-submit').click();
  await page.waitForURL(/wp-admin/);
  await page.goto(`${url}/wp-admin/post-new.php`);
  await page.waitForFunction(() => globalThis.wp?.data?.select('core/editor')?.getCurrentPostId());
  await page.evaluate(async () => {
    const { blocks, data: { dispatch } } = globalThis.wp;
    const list = blocks.createBlock('core/paragraph', { content: 'The plain list' });
    await dispatch('core/block-editor').insertBlock(blocks.createBlock('mitra-kota/widget', {}, [list]));
    await dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
    const [{ clientId }] = globalThis.wp.data.select('core/block-editor').getBlocks();
    await dispatch('core/block-editor').selectBlock(clientId);
  });
  await page.locator('.block-editor-block-inspector').getByLabel('lang').selectOption('ko');
  const [address, saved, isValid] = await page.evaluate(async () => {
    const { blocks, data: { dispatch, select } } = globalThis.wp;
    await dispatch('core/editor').editPost({ title: 'Kerja sama', status: 'publish' });
    await dispatch('core/editor').savePost();
    const content = select('core/editor').getEditedPostContent();
    return [select('core/editor').getPermalink(), content, blocks.parse(content)[0]?.isValid];
  });
  assert.match(saved, /<!-- wp:mitra-kota\/widget {"lang":"ko"} -->/);
  assert.ok(isValid, `the editor understands what it has saved: ${saved}`);
  await page.goto(address);
}

for (const wanted of SITES) test(`the plugin in WordPress ${wanted.wordpress}`, { timeout: 300_000 }, async (t) => {
  const site = await start(wanted);
  t.after(() => site.stop());
  const browser = await launch();
  t.after(() => browser.close());
  t.diagnostic(`WordPress ${site.version}, PHP ${site.php}`);
  assert.ok(site.version.startsWith(wanted.wordpress), site.version);
  assert.equal(site.any_html, false, 'who writes may not write any HTML');

  /** The page as it is sent, and as it is seen. */
  const on = (what, name, run, options) => t.test(what, { timeout: 60_000 }, async () => {
    const sent = (await (await fetch(site.pages[name].address)).text()).split('<body>')[1];
    const { page, said, close } = await open(browser, site.pages[name].address, { wait: false, ...options });
    try {
      await run(page, sent, site.pages[name].saved);
      assert.deepEqual(said, [], 'nothing is said');
    } finally {
      await close();
    }
  });
  const scripts = (sent) => [...sent.matchAll(/<script[^>]*mitra-kota\.js[^>]*>/g)].map(([tag]) => tag);
  const element = (sent) => /<mitra-kota[^>]*>/.exec(sent)?.[0];

  await on('a shortcode of a contributor, with a dataset of the site', 'shortcode', async (page, sent) => {
    assert.equal(element(sent), '<mitra-kota src="/records.json" lang="en" home="kota-contoh">');
    assert.match(sent, /<mitra-kota[^>]*>\s*<ul>\s*<li>The plain list<\/li>\s*<\/ul>\s*<\/mitra-kota>/);
    assert.equal(scripts(sent).length, 1);
    assert.match(scripts(sent)[0], /type="module"/);
    assert.equal((await until(page, ({ painted }) => painted)).cards.length, 2);
    await page.locator('[data-do=select]').first().click();
    assert.ok((await until(page, ({ detail }) => detail)).detail);
  });

  await on('a shortcode alone shows the bundled dataset and holds its plain list', 'bare', async (page, sent) => {
    assert.match(sent, /<mitra-kota lang="en">[^]*Izumisano[^]*<\/mitra-kota>/);
    const seen = await until(page, ({ painted }) => painted);
    assert.deepEqual([seen.cards.length, seen.lang], [5, 'en']);
  });

  await on('what a contributor must not say is left out', 'hostile', async (page, sent) => {
    assert.equal(element(sent), '<mitra-kota>');
    assert.equal((await until(page, ({ painted }) => painted)).cards.length, 5);
  });

  await on('a block, with its content as the plain list', 'block', async (page, sent, saved) => {
    assert.match(saved, /wp:mitra-kota\/widget/);
    assert.equal(element(sent), '<mitra-kota src="/records.json" lang="en" view="map" url-state="none">');
    assert.match(sent, /<mitra-kota[^>]*>\s*<p[^>]*>The plain list<\/p>\s*<\/mitra-kota>/);
    assert.equal((await until(page, ({ painted }) => painted)).cards.length, 2);
  });

  await on('without scripts there is the plain list', 'block', async (page) => {
    assert.ok(await page.getByText('The plain list').isVisible());
  }, { javaScriptEnabled: false });

  await on('of what a contributor writes as HTML the div with its data attributes survives', 'kses', async (page, sent, saved) => {
    assert.doesNotMatch(saved, /<mitra-kota|<script|onclick/);
    assert.match(saved, /<div data-mitra-kota data-lang="en" data-src="\/records\.json" data-url-state="none" lang="en"><p>The plain list<\/p><\/div>/);
    const seen = await until(page, ({ painted }) => painted);
    assert.deepEqual([seen.cards.length, seen.lang], [2, 'en']);
  });

  const skip = wanted !== SITES.at(-1) && 'the editor takes half a minute: in the newest alone';
  await t.test('the block is put into a post, set in the side panel, and published', { timeout: 120_000, skip }, async () => {
    const { page, said, close } = await open(browser, `${site.url}/wp-login.php`, { wait: false });
    try {
      await edited(page, site.url);
      const seen = await until(page, ({ painted }) => painted);
      assert.deepEqual([seen.cards.length, seen.lang], [5, 'ko']);
      assert.deepEqual(said.filter((words) => /mitra/.test(words)), [], 'nothing is said');
    } finally {
      await close();
    }
  });

  await t.test('PHP has nothing to complain of in the plugin', () => {
    assert.doesNotMatch(site.log(), /mitra[-_]kota/);
  });
});
