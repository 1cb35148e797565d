// What the turns of a page's main thread took.
// In: a browser's trace, in which the page has set marks. Out: milliseconds on a processor.

const thread = ({ pid, tid }) => `${pid}:${tid}`;

/**
 * For each mark that the page has set, what its thread did from there to the next: how long all turns took
 * together and how long the longest was.
 */
export function turns(trace) {
  const { traceEvents } = JSON.parse(trace);
  const marks = traceEvents
    .filter(({ name, cat }) => name.startsWith('bench:') && cat.includes('user_timing'))
    .sort((one, other) => one.ts - other.ts);
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && thread(event) === thread(marks[0]));
  return Object.fromEntries(marks.map(({ name, ts }, at) => {
    const end = marks[at + 1]?.ts ?? Infinity;
    // The turn in which a mark is set belongs to what comes after it.
    const times = tasks
      .filter((task) => task.ts + task.dur > ts && task.ts + task.dur <= end)
      .map(({ tdur = 0 }) => tdur / 1000);
    return [name.slice(6), { all: times.reduce((sum, one) => sum + one, 0), longest: Math.max(0, ...times) }];
  }));
}
