// One engine at one size in a fresh browser.
// In: the page's address, engine, number of records. Out: hashes of its answers, times, memory.
import { open } from './browser.mjs';

/** The value that a share of the numbers does not exceed (nearest rank). */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (numbers) => quantile(numbers, 0.5);

/** From which number of records the processor's time of a single step can be told. */
const CPU_FROM = 10_000;

export async function measure(url, engine, n) {
  const page = await open(url);
  try {
    await page.call('data', [n, engine]);
    const before = { heap: await page.heap(), wasm: await page.call('bytes', [engine]) };
    const begun = page.cpu();
    await page.call('build', [engine]);
    const build = page.cpu() - begun;
    const hashes = await page.call('check', [60_000]);
    const own = {
      heap: await page.heap() - before.heap,
      wasm: await page.call('bytes', [engine]) - before.wasm,
    };
    const passes = n <= 1000 ? 100 : n <= 10_000 ? 20 : 3;
    const { best, mean } = await page.call('run', [passes, 20_000]);
    const steps = n >= CPU_FROM ? await stepByStep(page) : [];
    return { engine, n, version: page.version, hashes, build, own, best, mean, steps };
  } finally {
    await page.close();
  }
}

/** The time of each step on a processor, in milliseconds, without that of an empty call. */
async function stepByStep(page) {
  const one = async (at) => {
    const begun = page.cpu();
    await page.call('step', [at]);
    return page.cpu() - begun;
  };
  await page.call('reset');
  const empty = [];
  for (let count = 0; count < 40; count++) empty.push(await one(-1));
  const base = median(empty);
  const times = [];
  const end = Date.now() + 60_000;
  for (let at = 0; at < 200 && Date.now() < end; at++) times.push(Math.max(0, await one(at) - base));
  return times;
}
