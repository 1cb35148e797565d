// What the bench of clusters drives in the page: `bench.data`, `bench.change`.
import './frames.js';
import init, { Places } from 'engine';
import L from 'leaflet';
import Supercluster from 'supercluster';
import { random } from './generate.js';
import { CITIES, partners } from './texts.js';

const BOX = [1280, 720];
const RADIUS = 40; // px, supercluster's own
const NEAREST = 8;
const ZOOM = 1; // of tiles of 512 px: the world is 1024 px wide

const ENGINES = {
  'mitra-kota'(places) {
    const all = [CITIES.map(({ lon }) => lon), CITIES.map(({ lat }) => lat)].map((one) => Float64Array.from(one));
    const engine = new Places(...all, Uint32Array.from(places), ...BOX);
    return {
      chosen: (records) => records,
      prepare: (records) => engine.choose(records),
      change: () => engine.cluster(1),
    };
  },
  supercluster(places) {
    const points = places.map((place, id) => {
      const { lon, lat } = CITIES[place];
      return { type: 'Feature', properties: { id }, geometry: { type: 'Point', coordinates: [lon, lat] } };
    });
    const change = (some) => {
      const index = new Supercluster({ radius: RADIUS, maxZoom: NEAREST }).load(some);
      return index.getClusters([-180, -85, 180, 85], ZOOM).length;
    };
    return { chosen: (records) => Array.from(records, (id) => points[id]), change };
  },
  async 'leaflet.markercluster'(places) {
    window.L = L;
    await import('leaflet.markercluster');
    const box = document.createElement('div');
    box.style.cssText = `width:${BOX[0]}px;height:${BOX[1]}px`;
    document.body.append(box);
    const map = L.map(box, { maxZoom: NEAREST }).setView([0, 0], ZOOM + 1);
    const icon = L.divIcon({ iconSize: [10, 10] });
    const marks = places.map((place) => L.marker([CITIES[place].lat, CITIES[place].lon], { icon }));
    const group = L.markerClusterGroup({ maxClusterRadius: RADIUS }).addTo(map);
    const change = (some) => {
      group.clearLayers();
      group.addLayers(some);
      return box.querySelectorAll('.leaflet-marker-icon').length;
    };
    return { chosen: (records) => Array.from(records, (id) => marks[id]), change };
  },
};

let engine;
let halves;

window.bench = {
  /** Makes `n` records and two filters, each of which keeps about half of them. */
  async data(n, name) {
    await init({ module_or_path: 'engine_bg.wasm' });
    const next = random(11);
    const lots = [[], []];
    for (let id = 0; id < n; id++) lots[next() < 0.5 ? 0 : 1].push(id);
    engine = await ENGINES[name](partners(n));
    halves = lots.map((lot) => engine.chosen(Uint32Array.from(lot)));
  },
  /** Changes the filter so many times; gives the milliseconds of each change and the marks after it. */
  change(times) {
    const taken = [];
    let marks;
    for (let time = 0; time < times; time++) {
      const some = halves[time % 2];
      engine.prepare?.(some);
      const begun = performance.now();
      marks = engine.change(some);
      taken.push(performance.now() - begun);
    }
    return { taken, marks };
  },
};
