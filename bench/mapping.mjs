// What was measured of the map, as tables and as a page of the documentation.
// In: the results of map.mjs. Out: text for the terminal, and Markdown.
import { shown } from './report.mjs';

/** How much slower than this machine a visitor's is taken to be. */
export const SLOWER = 4;
const NAMES = { pan: 'pan', zoom: 'zoom', globe: 'globe turning', near: 'pan, level 1' };

function markdown(head, rows, texts = 1) {
  const rule = head.map((_, at) => (at < texts ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function frames(rows) {
  const head = ['motion', 'map', 'CPU of a frame, ms', 'of it the main thread', 'of that script', `longest script at ${SLOWER}× CPU, ms`];
  return markdown(head, rows.map((row) => [
    NAMES[row.motion],
    row.map,
    ...(row.failed ? [row.failed, '', '', ''] : [row.all, row.own, row.script, row.longest].map(shown)),
  ]), 2);
}

function clusters(rows) {
  const head = ['records', 'engine', 'marks', 'CPU of a change, ms', 'quickest, ms'];
  return markdown(head, rows.map((row) => [
    row.n,
    row.engine,
    ...(row.failed ? [row.failed, '', ''] : [row.marks, shown(row.cpu), shown(row.best)]),
  ]), 2);
}

function levels(rows) {
  const head = ['land', 'files', 'bytes', 'reading, ms', 'reading and writing paths, ms'];
  return markdown(head, rows.map((row) => [row.name, row.files, row.bytes, shown(row.decode), shown(row.lay)]));
}

/** What was promised, and what came out: `[text, met]`. */
function bars(results) {
  const frame = (motion, map) => results.frames.find((row) => row.motion === motion && row.map === map) ?? {};
  const change = (n, engine) => results.clusters.find((row) => row.n === n && row.engine === engine) ?? {};
  const own = (motion) => frame(motion, 'mitra-kota');
  const least = (what, figure, other, most) => [
    `${what}, ms: ${shown(figure)} against ${shown(other)}, ${shown(figure / other)} of it; at most ${most}`,
    figure <= other * most,
  ];
  const below = (what, figure, most) => [`${what}: ${shown(figure)} ms; at most ${most}`, figure <= most];
  const found = [];
  for (const motion of ['pan', 'zoom']) {
    found.push(least(`frame of level 0, ${motion}, against d3-geo's cached Path2D of 110m`, own(motion).all, frame(motion, 'd3-geo, cached Path2D, 110m').all, 1));
  }
  found.push(
    least('frame of the globe against d3-geo on 110m', own('globe').all, frame('globe', 'd3-geo, projected anew, 110m').all, 0.5),
    below('frame of level 1 at its zoom', own('near').all, 8),
    below(`longest script of a frame of level 0 at ${SLOWER}× CPU`, Math.max(...['pan', 'zoom', 'globe'].map((motion) => own(motion).longest)), 16),
    below('clusters after a filter change, 100000 records', change(100_000, 'mitra-kota').cpu, 4),
  );
  for (const n of [100_000, 1_000_000]) {
    found.push(least(`clusters after a filter change, ${n} records, against supercluster's reload`, change(n, 'mitra-kota').cpu, change(n, 'supercluster').cpu, 0.5));
  }
  const measured = found.filter(([text]) => !text.includes('–'));
  return measured.map(([text, met]) => `- ${met ? 'met' : '**not met**'}: ${text}`).join('\n');
}

/** The text of a run, and the page that keeps it. */
export function mapping(results) {
  const { machine: on, loads, asked } = results;
  const load = `${Math.min(...loads).toFixed(0)} to ${Math.max(...loads).toFixed(0)}`;
  const tables = [frames(results.frames), clusters(results.clusters), levels(results.levels)];
  const text = `${tables.join('\n\n')}\n\n${bars(results)}\n`;
  const page = `# The map, measured

The last run of \`cargo xtask bench map\`: written by it, not by hand.

${on.date}, Chromium ${on.chromium} headless, ${on.processor}, ${on.cores} cores, ${on.memory} GiB,
${on.system}, Node ${on.node}. Load of the machine during the run: ${load} on ${on.cores} cores; other work
makes every figure larger, so ratios count, not milliseconds.

## What was promised

${bars(results)}

## Frames

Each map has a box of ${results.frames[0]?.box.join(' by ')} pixels and is led along one path of the camera, ${asked.frames}
frames: dragged 300 pixels to both sides of the world at double size, zoomed into the world by 3.5 and back,
the globe turned by 7 pixels a frame, dragged at the scale at which the tiles of level 1 are shown. The product is
the widget in a page, with the marks, arcs and labels of its five records, led by the events of pointers; its
peers draw land and borders alone. \`110m\` is world-atlas, \`same land\` the rings of \`world.bin\` without borders.
Leaflet knows only Mercator's map.

- *CPU of a frame*: median of the frames, one at a time, of all threads of the processes that make and draw the
  page, less that of a frame in which nothing happens; median of ${asked.rounds} browsers. Nothing is drawn by a graphics card.
- *script*: by the page's clock: the events and all that was asked for the frame.
- *longest script*: of all frames, each the quickest of ${asked.rounds} browsers, ${SLOWER} times.

\`mitra-kota, land on a canvas\` is the widget with its land taken out of the SVG: the same paths in the same
colours, kept as \`Path2D\`, are drawn into a canvas under it (\`docs/decisions.md\`).

${tables[0]}

## Clusters

Records of one home with 5,000 cities in 80 countries, of which a filter keeps one half, then the other. The
product gathers their places from the matching records and merges the marks that would overlap on the whole world;
supercluster (radius 40, up to zoom 8) loads the matching points and is asked for the world at zoom 1;
markercluster (the same) clears and adds its markers, which makes their elements but does not lay them out. CPU is
the page's main thread, the median of 5 passes.

${tables[1]}

## Reading the land

The quickest of 20, by the page's clock.

${tables[2]}
`;
  return { text, page };
}
