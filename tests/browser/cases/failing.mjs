// Something is wrong: the visitor loses as little as can be, the web team is told once.
import assert from 'node:assert/strict';
import { errors, NOT_OURS } from './falling.mjs';

export const cases = {
  async 'a broken record is told of, and the rest shown'(page) {
    page.expect(/\[data-problems\].*\n?.*records\[1\]\.events\[0\]\.date/);
    await page.open('/broken.html');
    const seen = await page.look();
    assert.equal(seen.cards.length, 3);
    assert.match(seen.note, /1.*3/);
    const problems = await page.run("return document.querySelector('mitra-kota').problems");
    assert.equal(problems.length, 1);
    assert.equal(problems[0].severity, 'error');
    assert.match(problems[0].path, /^records\[1\]\.events\[0\]\.date/);
    assert.match(problems[0].found, /14 Mei 2024/);
  },

  async 'without finer land, or with a broken one, the coarser stays, and it is told once'(page) {
    page.allow(NOT_OURS);
    page.expect(/<mitra-kota> .*\[land-not-(found|read)\]/);
    for (const folder of ['/landless', '/landbroken']) {
      await page.open(`${folder}/two.html`);
      const { land } = await page.until(({ ground }) => ground, 'the land is drawn');
      for (const more of [1, 2]) await page.does('zoom', 'in', '#daerah');
      const told = () => page.run('return probe.said.filter((words) => words.includes("[land-not"))');
      await page.until(async () => (await told()).length > 0, 'it is told');
      assert.equal((await told()).length, 1);
      const seen = await page.look();
      assert.deepEqual([seen.land, errors(seen)], [land, []]);
    }
  },
};
