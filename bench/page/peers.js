// Maps of the same size made with other libraries, led along the same path of the camera.
// In: land as features, a motion, the box. Out: a function for each frame.
import { geoArea, geoEqualEarth, geoOrthographic, geoPath } from 'd3-geo';
import L from 'leaflet';
import leafletStyles from 'leaflet/dist/leaflet.css';
import { feature, mesh } from 'topojson-client';
import countries from 'world-atlas/countries-110m.json';

const LAND = '#e9e5dc';
const PAGE = '#fff';
const MIDDLE = 120; // degrees east

/** world-atlas 110m: all land as one, and the borders. */
export const coarse = () => ({
  land: feature(countries, countries.objects.countries),
  borders: mesh(countries, countries.objects.countries, (one, other) => one !== other),
});

/** The product's land from its rings, each country a polygon; without borders. */
export function same(outlines) {
  const features = [];
  let rings = [];
  let ring = [];
  for (let at = 0; at < outlines.length; at++) {
    if (!Number.isNaN(outlines[at])) {
      ring.push([outlines[at], outlines[++at]]);
    } else if (ring.length) {
      rings.push([...ring, ring[0]]);
      ring = [];
    } else {
      if (rings.length) features.push(polygon(rings));
      rings = [];
    }
  }
  return { land: { type: 'FeatureCollection', features } };
}

/** d3 takes what lies to the right of a ring for land. */
function polygon(rings) {
  const made = { type: 'Polygon', coordinates: rings };
  if (geoArea(made) > 2 * Math.PI) rings.forEach((ring) => ring.reverse());
  return { type: 'Feature', properties: {}, geometry: made };
}

function sheet([width, height]) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  document.body.append(canvas);
  return canvas.getContext('2d');
}

/** d3-geo on a canvas; `cached` keeps the path and moves it. */
export function d3({ land, borders }, { at, globe, zoom }, [width, height], { cached } = {}) {
  const context = sheet([width, height]);
  const projection = globe
    ? geoOrthographic().scale(Math.min(width, height) / 2.1).translate([width / 2, height / 2])
    : geoEqualEarth().rotate([-MIDDLE, 0]).fitSize([width, height], { type: 'Sphere' });
  const [scale, [left, top]] = [projection.scale(), projection.translate()];
  const write = geoPath(projection);
  const kept = cached && { land: new Path2D(write(land)), borders: new Path2D(borders ? write(borders) : '') };
  const draw = geoPath(projection, context);
  const paint = (what, thin) => {
    context.beginPath();
    if (!cached) draw(what === 'land' ? land : borders);
    const path = cached ? [kept[what]] : [];
    if (what === 'land') context.fill(...path);
    else Object.assign(context, { lineWidth: 0.75 / thin }).stroke(...path);
  };
  return (step) => {
    const { k = zoom, x = 0 } = at(step);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    if (globe) projection.rotate([x / scale * 180 / Math.PI - MIDDLE, 0]);
    else if (cached) context.setTransform(k, 0, 0, k, width / 2 * (1 - k) + x, height / 2 * (1 - k));
    else projection.scale(scale * k).translate([width / 2 + (left - width / 2) * k + x, height / 2 + (top - height / 2) * k]);
    Object.assign(context, { fillStyle: LAND, strokeStyle: PAGE });
    paint('land');
    if (borders) paint('borders', cached ? k : 1);
  };
}

/** Leaflet with its canvas; it draws Mercator's map alone. */
export function leaflet({ land }, { at, zoom }, [width, height]) {
  const style = document.createElement('style');
  style.textContent = leafletStyles;
  const box = document.createElement('div');
  box.style.cssText = `width:${width}px;height:${height}px`;
  document.body.append(style, box);
  const quiet = { zoomControl: false, attributionControl: false, zoomSnap: 0, zoomAnimation: false, fadeAnimation: false };
  const world = Math.log2(width / 256);
  const map = L.map(box, quiet).setView([0, MIDDLE], world + Math.log2(zoom));
  L.geoJSON(land, { renderer: L.canvas(), style: { stroke: false, fillColor: LAND, fillOpacity: 1 } }).addTo(map);
  let before = 0;
  return (step) => {
    const { k, x } = at(step);
    if (k) map.setZoom(world + Math.log2(k), { animate: false });
    else map.panBy([before - x, 0], { animate: false });
    before = x;
  };
}
