// What the bench of the map's frames drives in the page: `bench.show`, `bench.step`, `bench.idle`,
// and `bench.read` for the files of the base map.
import { inFrame } from './frames.js';
import init, { Ground } from 'engine';
import { coarse, d3, leaflet, same } from './peers.js';
import { widget } from './widget.js';

const wave = (step, frames) => Math.sin(step / frames * 2 * Math.PI);

/** For each motion: how near it begins, and after each step the zoom `k` or how far `x` it was dragged. */
const MOTIONS = {
  pan: (frames) => ({ zoom: 2, at: (step) => ({ x: Math.round(300 * wave(step, frames)) }) }),
  zoom: (frames) => ({ zoom: 1, at: (step) => ({ k: 2 ** (0.9 - 0.9 * Math.cos(step / frames * 2 * Math.PI)) }) }),
  globe: () => ({ zoom: 1, globe: true, at: (step) => ({ x: 7 * step }) }),
  near: (frames) => ({ zoom: 5.5, at: (step) => ({ x: Math.round(300 * wave(step, frames)) }) }),
};

const fetched = async (file) => new Uint8Array(await (await fetch(`basemap/${file}.bin`)).arrayBuffer());
const own = async () => same(Ground.outlines(await fetched('world')));

const MAPS = {
  'mitra-kota': (motion) => widget(motion),
  'mitra-kota, land on a canvas': (motion) => widget(motion, { canvas: true }),
  'd3-geo, cached Path2D, 110m': (motion, box) => d3(coarse(), motion, box, { cached: true }),
  'd3-geo, projected anew, 110m': (motion, box) => d3(coarse(), motion, box),
  'd3-geo, cached Path2D, same land': async (motion, box) => d3(await own(), motion, box, { cached: true }),
  'd3-geo, projected anew, same land': async (motion, box) => d3(await own(), motion, box),
  'Leaflet, canvas, same land': async (motion, box) => leaflet(await own(), motion, box),
};

let frame;

window.bench = {
  /** Shows a map; gives its box where it is the product's. */
  async show(map, motion, frames, box) {
    await init({ module_or_path: 'engine_bg.wasm' });
    const shown = await MAPS[map](MOTIONS[motion](frames), box);
    frame = shown.frame ?? shown;
    return shown.box ?? box;
  },
  /** Draws one frame; gives the milliseconds of its script. */
  step: (step) => inFrame(() => frame(step)),
  /** A frame in which nothing happens. */
  idle: () => inFrame(() => {}),
  /** How long files of the base map take to be read, and to be read and written as paths, in milliseconds. */
  async read(files, rounds) {
    await init({ module_or_path: 'engine_bg.wasm' });
    const best = { decode: Infinity, lay: Infinity };
    const all = await Promise.all(files.map(fetched));
    for (const [what, work] of [['decode', Ground.read], ['lay', Ground.lay]]) {
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now();
        for (const file of all) work(file);
        best[what] = Math.min(best[what], performance.now() - begun);
      }
    }
    return { ...best, bytes: all.reduce((sum, { length }) => sum + length, 0) };
  },
};
