// A plot of the mean step over the number of records, both logarithmic.
// In: rows. Out: SVG.

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 64;
const RIGHT = 150;
const TOP = 20;
const BOTTOM = 40;
const COLOURS = {
  'mitra-kota': '#c0392b',
  'mitra-kota -O3': '#e59866',
  'mitra-kota Catalog': '#8e44ad',
  scan: '#1f618d',
  bitset: '#5dade2',
  crossfilter2: '#7d6608',
  itemsjs: '#1e8449',
  naive: '#7f8c8d',
};

const x = (n) => LEFT + (Math.log10(n) - 3) / 3 * (WIDTH - LEFT - RIGHT);
const y = (ms) => TOP + (3 - Math.log10(ms)) / 6 * (HEIGHT - TOP - BOTTOM);

function grid() {
  const across = [-3, -2, -1, 0, 1, 2, 3].map((power) => {
    const at = y(10 ** power).toFixed(1);
    return `<path class="grid" d="M${LEFT} ${at}H${WIDTH - RIGHT}"/>`
      + `<text x="${LEFT - 8}" y="${at}" dy=".3em" text-anchor="end">${10 ** power} ms</text>`;
  });
  const down = [3, 4, 5, 6].map((power) => {
    const at = x(10 ** power).toFixed(1);
    const label = (10 ** power).toLocaleString('en').replaceAll(',', ' ');
    return `<path class="grid" d="M${at} ${TOP}V${HEIGHT - BOTTOM}"/>`
      + `<text x="${at}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${label}</text>`;
  });
  return [...across, ...down];
}

/** Places for the names at the ends of the lines, one under the other where they would meet. */
function spread(ends) {
  let last = -Infinity;
  return ends.toSorted((a, b) => a.at - b.at).map((end) => {
    last = Math.max(end.at, last + 15);
    return { ...end, at: last };
  });
}

export function plot(rows) {
  const drawn = rows.filter((row) => row.n >= 1000 && row.mean > 0);
  const lines = [];
  const ends = [];
  for (const [engine, colour] of Object.entries(COLOURS)) {
    const own = drawn.filter((row) => row.engine === engine);
    if (!own.length) continue;
    const points = own.map((row) => `${x(row.n).toFixed(1)} ${y(row.mean).toFixed(1)}`);
    lines.push(`<path class="line" stroke="${colour}" d="M${points.join('L')}"/>`);
    ends.push({ engine, colour, at: y(own.at(-1).mean) });
  }
  const names = spread(ends).map(({ engine, colour, at }) => (
    `<text x="${WIDTH - RIGHT + 8}" y="${at.toFixed(1)}" dy=".3em" fill="${colour}">${engine}</text>`));
  const style = 'text{font:12px sans-serif}.grid{stroke:#8884}.line{fill:none;stroke-width:2}'
    + 'text:not([fill]){fill:#777}';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"`
      + ' aria-label="Milliseconds of a filter step over the number of records">',
    `<style>${style}</style>`,
    ...grid(),
    ...lines,
    ...names,
    '</svg>\n',
  ].join('\n');
}
