// The plugin in a real WordPress, in Chromium.
// In: WORDPRESS, the folder of a WordPress; php with mysql, and mariadbd on the PATH. Not part of
// `cargo xtask test`: CONTRIBUTING.md says how to run it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { launch, open, until } from '../browser/chromium.mjs';
import { start } from './site.mjs';

const { WORDPRESS } = process.env;

test('the plugin in WordPress', { timeout: 300_000, skip: !WORDPRESS && 'WORDPRESS names no folder' }, async (t) => {
  const site = await start(WORDPRESS);
  t.after(() => site.stop());
  const browser = await launch();
  t.after(() => browser.close());
  t.diagnostic(`WordPress ${site.version}`);

  /** The page as it is sent, and as it is seen. */
  const on = (what, name, run, options) => t.test(what, { timeout: 60_000 }, async () => {
    const sent = (await (await fetch(site.pages[name].address)).text()).split('<body>')[1];
    const { page, said, close } = await open(browser, site.pages[name].address, { wait: false, ...options });
    try {
      await run(page, sent, site.pages[name].saved);
      assert.deepEqual(said.filter((words) => /mitra/.test(words)), [], 'nothing is said');
    } finally {
      await close();
    }
  });
  const scripts = (sent) => [...sent.matchAll(/<script[^>]*mitra-kota\.js[^>]*>/g)].map(([tag]) => tag);
  const element = (sent) => /<mitra-kota[^>]*>/.exec(sent)?.[0];

  await on('a shortcode of an author, with a dataset of the site', 'shortcode', async (page, sent) => {
    assert.equal(element(sent), '<mitra-kota src="/records.json" lang="en" home="kota-contoh">');
    assert.match(sent, /<mitra-kota[^>]*>\s*<ul>\s*<li>The plain list<\/li>\s*<\/ul>\s*<\/mitra-kota>/);
    assert.equal(scripts(sent).length, 1);
    assert.match(scripts(sent)[0], /type="module"/);
    assert.equal((await until(page, ({ painted }) => painted)).cards.length, 2);
  });

  await on('a shortcode alone shows the bundled dataset and holds its plain list', 'bare', async (page, sent) => {
    assert.match(sent, /<mitra-kota lang="en">[^]*Izumisano[^]*<\/mitra-kota>/);
    const seen = await until(page, ({ painted }) => painted);
    assert.deepEqual([seen.cards.length, seen.lang], [5, 'en']);
  });

  await on('what an author must not say is left out', 'hostile', async (page, sent) => {
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

  await on('of what an author writes as HTML the div with its data attributes survives', 'kses', async (page, sent, saved) => {
    assert.doesNotMatch(saved, /<mitra-kota|<script|onclick/);
    assert.match(saved, /<div data-mitra-kota data-lang="en" data-src="\/records\.json" data-url-state="none" lang="en"><p>The plain list<\/p><\/div>/);
    const seen = await until(page, ({ painted }) => painted);
    assert.deepEqual([seen.cards.length, seen.lang], [2, 'en']);
  });
});
