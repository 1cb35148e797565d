// What was measured, made comparable.
// In: the runs of every engine at one size. Out: a row for each, a table, and what the bars say.
import { cpus, totalmem, type } from 'node:os';
import { median, quantile } from './measure.mjs';

/** The machine, as far as figures depend on it. */
export function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0].model,
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: type(),
    node: process.version,
  };
}

/**
 * A row for each engine. `same` is the share of the steps with the answer of the first engine, which
 * is the plain filter unless it was left out.
 */
export function conclude(n, found) {
  const judge = [...found.values()].flat().find((run) => run.hashes)?.hashes;
  return [...found].map(([engine, runs]) => {
    const good = runs.filter((run) => !run.failed);
    if (!good.length) return { n, engine, failed: runs[0].failed };
    const of = (read) => median(good.map(read));
    const steps = good.filter((run) => run.steps.length);
    const { hashes } = good[0];
    const judged = Math.min(hashes.length, judge?.length ?? hashes.length);
    const equal = hashes.slice(0, judged).filter((hash, at) => !judge || hash === judge[at]);
    return {
      n,
      engine,
      version: good[0].version,
      judged,
      same: equal.length / judged,
      build: of((run) => run.build),
      mean: Math.min(...good.map((run) => run.mean)),
      p50: steps.length ? median(steps.map((run) => quantile(run.steps, 0.5))) : undefined,
      p95: steps.length ? median(steps.map((run) => quantile(run.steps, 0.95))) : undefined,
      memory: of((run) => (run.own.heap + run.own.wasm) / 1e6),
    };
  });
}

/** A number with about three digits. */
export function shown(number) {
  if (number === undefined || !Number.isFinite(number)) return '–';
  if (number >= 100) return number.toFixed(0);
  return number.toPrecision(number < 1 ? 2 : 3);
}

/** A table in Markdown. */
export function table(rows) {
  const head = ['records', 'engine', 'same answers', 'build, ms', 'step p50, ms', 'step p95, ms',
    'mean of a pass, ms', 'memory above the rows, MB'];
  const lines = rows.map((row) => (row.failed
    ? [row.n, row.engine, row.failed, '', '', '', '', '']
    : [row.n, row.engine, `${Math.round(row.same * row.judged)}/${row.judged}`,
      ...[row.build, row.p50, row.p95, row.mean, row.memory].map(shown)]));
  const rule = head.map((_, at) => (at === 1 ? '---' : '--:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What was promised, and what came out: `[text, met]`. */
export function bars(rows) {
  const of = (n, engine) => rows.find((row) => row.n === n && row.engine === engine) ?? {};
  const hand = (n, key) => Math.min(of(n, 'scan')[key], of(n, 'bitset')[key]);
  const own = of(1e6, 'mitra-kota');
  const cross = of(1e6, 'crossfilter2');
  const ratio = (what, figure, other, most) => [
    `${what}: ${shown(figure)} against ${shown(other)}, ${shown(figure / other)} of it; at most ${most}`,
    figure <= other * most,
  ];
  return [
    ratio('step p50 at 1 000 000 against hand-written JavaScript, ms', own.p50, hand(1e6, 'p50'), 0.5),
    ratio('step p50 at 1 000 000 against crossfilter2, ms', own.p50, cross.p50, 0.1),
    [`step p95 at 1 000 000: ${shown(own.p95)} ms; at most 16`, own.p95 <= 16],
    ...[1000, 10_000].map((n) => ratio(
      `mean step at ${n} against hand-written JavaScript, ms`,
      of(n, 'mitra-kota').mean,
      hand(n, 'mean'),
      1,
    )),
    [`memory above the rows at 1 000 000: ${shown(own.memory)} MB; at most 30`, own.memory <= 30],
    ratio('build at 1 000 000 against crossfilter2, ms', own.build, cross.build, 0.25),
  ];
}
