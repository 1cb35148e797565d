// What is seen from outside a page: the script in plain Node, and memory after many lives.
// In: `dist/`, as `cargo xtask build` leaves it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { launch, open } from './chromium.mjs';
import { serve } from './server.mjs';

const SCRIPT = new URL('../../dist/mitra-kota.js', import.meta.url).href;
const LIVES = 500;

test('where there is no browser the script does nothing', async () => {
  const program = `import(${JSON.stringify(SCRIPT)}).then((script) => console.log(Object.keys(script).sort().join()))`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  assert.deepEqual([stdout.trim(), stderr], ['Catalog,MitraKota', '']);
});

/** In the page: `count` widgets one after another, each painted and removed again. */
async function live(count) {
  for (let n = 0; n < count; n += 1) {
    const widget = document.createElement('mitra-kota');
    widget.setAttribute('url-state', 'none');
    document.querySelector('main').append(widget);
    await widget.ready;
    widget.filter = { country: ['KR'] };
    await new Promise((done) => { requestAnimationFrame(done); });
    widget.remove();
  }
}

/** Bytes of the core's memory, and of the page's objects. */
async function memory(page, protocol) {
  await page.evaluate(() => { globalThis.probe.events.length = 0; });
  for (let n = 0; n < 3; n += 1) await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize } = await protocol.send('Runtime.getHeapUsage');
  return { core: await page.evaluate(() => globalThis.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)), page: usedSize };
}

/** The memory after the tenth widget and after the last. */
async function lived(t, flags) {
  const [server, browser] = [await serve(), await launch(flags)];
  t.after(async () => {
    await browser.close();
    await server.close();
  });
  const { page, said } = await open(browser, `${server.url}/life.html?first=memories`);
  const protocol = await page.context().newCDPSession(page);
  await page.evaluate(live, 10);
  const tenth = await memory(page, protocol);
  await page.evaluate(live, LIVES - 10);
  const last = await memory(page, protocol);
  t.diagnostic(`after 10: ${JSON.stringify(tenth)}; after ${LIVES}: ${JSON.stringify(last)}`);
  assert.equal(said.join('\n'), '');
  return { tenth, last };
}

// What the engine compiles of code that runs often lies among the page's objects: some 230 kB more by the
// 2000th life, nothing after it (docs/reliability.md). Without its compilers only what the page itself holds can grow.
test('500 widgets later core and page have the memory that they had after ten', { timeout: 300_000 }, async (t) => {
  const { tenth, last } = await lived(t, ['--js-flags=--no-sparkplug --no-maglev --no-opt --no-flush-bytecode']);
  assert.equal(last.core, tenth.core, 'the core takes no more memory');
  assert.ok(last.page <= tenth.page * 1.02, `${tenth.page} bytes after 10, ${last.page} after ${LIVES}`);
});
