// The same cases in Chromium, Firefox and WebKitGTK, under the strict policy, or with POLICY=self
// without WebAssembly.
// In: `dist/`, as `cargo xtask build` leaves it. ENGINES=firefox runs one engine; CASE=search the
// cases with that word in their name.
import test from 'node:test';
import assert from 'node:assert/strict';
import { start } from './drivers.mjs';
import { cases as failures, documented, table } from './failures.mjs';
import { Page } from './page.mjs';
import { POLICY, serve } from './server.mjs';
import { cases as failing } from './cases/failing.mjs';
import { cases as filtering } from './cases/filtering.mjs';
import { cases as framed } from './cases/framed.mjs';
import { cases as gestures } from './cases/gestures.mjs';
import { cases as globe } from './cases/globe.mjs';
import { cases as hostile } from './cases/hostile.mjs';
import { cases as hosting } from './cases/hosting.mjs';
import { cases as hosts } from './cases/hosts.mjs';
import { cases as languages } from './cases/languages.mjs';
import { cases as living } from './cases/living.mjs';
import { cases as modules } from './cases/modules.mjs';
import { cases as moving } from './cases/moving.mjs';
import { cases as packed } from './cases/packed.mjs';
import { cases as picturing } from './cases/picturing.mjs';
import { cases as reading } from './cases/reading.mjs';
import { cases as single } from './cases/single.mjs';
import { cases as stopping, panics } from './cases/stopping.mjs';

const CASES = { ...reading, ...filtering, ...moving, ...failing, ...hostile, ...hosting, ...framed, ...single, ...languages,
  ...living, ...hosts, ...stopping, ...packed, ...globe, ...gestures, ...picturing };
// Where WebAssembly is refused no module is asked for; and thousands of records take JavaScript longer
// than a driver waits for a script.
if (POLICY !== 'self') Object.assign(CASES, modules, panics, failures);
const isLarge = (name) => name.includes('large dataset');
const engines = (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',');
const wanted = (name) => name.includes(process.env.CASE ?? '') && !(POLICY === 'self' && isLarge(name));

// WebKitGTK gets keys and clicks by the events of a desktop: one of its cases failed once, and in 330 more runs
// never again; and its process has crashed once, in its own JavaScript engine. So there a case gets a second
// attempt, in a fresh browser, and what went wrong in the first is told.
const SECOND = 'webkit';

for (const name of engines) {
  test(name, { timeout: 600_000 }, async (t) => {
    const server = await serve();
    let engine;
    t.after(async () => {
      await engine?.stop();
      await server.close();
    });
    let page;
    const begin = async () => {
      engine = await start(name);
      page = new Page(engine, server);
    };
    await begin();
    for (const [what, run] of Object.entries(CASES).filter(([what]) => wanted(what))) {
      await t.test(what, { timeout: 120_000 }, async (each) => {
        const whole = async () => {
          await page.begin();
          await run(page);
          await page.verdict();
        };
        await whole().catch(async (error) => {
          if (name !== SECOND) throw error;
          each.diagnostic(`a second attempt; the first one: ${error}`);
          await engine.stop();
          await begin();
          await whole();
        });
      });
    }
  });
}

// Only a whole run has seen it all.
const whole = POLICY !== 'self' && !process.env.ENGINES && !process.env.CASE;
test('docs/reliability.md tells what was seen of each failure', { skip: !whole }, async (t) => {
  table().forEach((line) => t.diagnostic(line));
  assert.deepEqual(await documented(), table());
});
