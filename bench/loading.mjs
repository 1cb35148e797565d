// What was measured of loading, as tables and as a page of the documentation.
// In: the results of load.mjs. Out: text for the terminal, and Markdown.
import { shown } from './report.mjs';

/** How much slower than this machine a visitor's is taken to be. */
export const SLOWER = 4;

function markdown(head, lines) {
  const rule = head.map((_, at) => (at === 0 ? '---' : '--:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const of = ({ n, form }) => `${n} ${form}`;

function loads(rows) {
  const head = ['records', 'first file, MB', 'packing, s', 'list usable, ms', 'main thread, ms', 'longest turn, ms', 'longest after, ms'];
  return markdown(head, rows.map((row) => [
    of(row),
    ...[row.size, row.packing, row.usable, row.all, row.longest, row.after].map(shown),
  ]));
}

function steps(rows) {
  const taken = rows.filter((row) => Object.keys(row.steps).length);
  const names = Object.keys(taken[0]?.steps ?? {});
  return markdown(
    ['longest turn of a step, ms', ...taken.map(of)],
    names.map((name) => [name, ...taken.map((row) => shown(row.steps[name]))]),
  );
}

/** What was promised, and what came out: `[text, met]`. */
function bars(rows) {
  const found = [];
  for (const row of rows.filter(({ n }) => n <= 1000)) {
    found.push([`longest turn, ${of(row)}: ${shown(row.longest)} ms; at most 50`, row.longest <= 50]);
  }
  const large = rows.find(({ n }) => n === 100_000);
  if (large) {
    found.push(
      [`list usable, ${of(large)}: ${shown(large.all)} ms of work after the bytes are there; at most 1500`, large.all <= 1500],
      [`longest turn, ${of(large)}: ${shown(large.longest)} ms; at most 50`, large.longest <= 50],
    );
  }
  return found.map(([text, met]) => `- ${met ? 'met' : '**not met**'}: ${text}`).join('\n');
}

/** The text of a run, and the page that keeps it. */
export function loading({ machine: on, loads: load, rounds, rows }) {
  const busy = `${Math.min(...load).toFixed(0)} to ${Math.max(...load).toFixed(0)}`;
  const text = `${loads(rows)}\n\n${steps(rows)}\n\n${bars(rows)}\n`;
  const page = `# Loading

The last run of \`cargo xtask bench load\`: written by it, not by hand.

${on.date}, Chromium ${on.chromium} headless, ${on.processor}, ${on.cores} cores, ${on.memory} GiB,
${on.system}, Node ${on.node}. Load of the machine during the run: ${busy} on ${on.cores} cores; other work
makes every figure larger.

## What was promised

${bars(rows)}

## What was measured

A page without anything else gets the widget as it is shipped: with the records that travel with it, or with
generated ones of one home with 80 countries, as JSON or packed by \`mitra pack --details\`. Up to 1,000
records nothing is loaded when the clock starts; beyond, module and bytes are there. Each figure is the
quietest of ${rounds} browser processes; all but the first are ${SLOWER} times what a trace of the browser says of the
main thread on a processor, as on a telephone that is ${SLOWER} times slower.

- *list usable*: by the clock of this machine, until the element is ready and the page had its turn.
- *main thread*: all its turns on the way there.
- *longest turn*: the longest of them.
- *longest after*: the longest once it is usable, in which finer land and further cards come.

${loads(rows)}

The steps of a visitor, after that. The first step into the search field begins the gathering of words.

${steps(rows)}
`;
  return { text, page };
}
