// What leaves the widget as a file: the dataset, and the map as a picture. Loaded only when one is asked for.
//
// In: a format, the shadow root of a widget, what gives the bytes of its dataset. Out: a Blob; on request on
// the visitor's disk. A picture stands alone: all colours are values, the light ones, words are words, and
// nothing is referred to. The PNG is drawn from the SVG shape by shape: a strict policy lets no page load a
// picture that it has made.

const SVG = 'http://www.w3.org/2000/svg';
const AWHILE = 10_000; // ms until the browser has taken what it was given
const SHARP = 3; // pixels of the PNG in one of the page: 260 in an inch where the map is 15 cm wide
const LEAST = 480; // px: a sheet is no narrower, for title and legend
const ENDINGS = { 'application/json': 'json', 'image/svg+xml': 'svg', 'image/png': 'png' };

/** What makes a shape. */
const FORM = ['d', 'x', 'y', 'cx', 'cy', 'r', 'width', 'height', 'viewBox', 'transform'];
/** What a line looks like, with what goes without saying. */
const LINE = { 'stroke-width': '1px', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter' };
/** Lengths that are pixels of the page, however large the shape is drawn. */
const LENGTHS = ['stroke-width', 'stroke-dasharray'];
const WORDS = ['font-size', 'font-weight', 'text-anchor', 'paint-order'];
const LEFT_OUT = 'title, .mk-hit';

/** A file: `json` (a packed dataset stays packed), `svg` or `png`. `data` gives the bytes of the dataset. */
export async function fileOf(format = 'json', root, data) {
  if (format === 'json') return datasetOf(await data());
  if (!['svg', 'png'].includes(format)) throw new RangeError(`no export "${format}"; known: json, svg, png`);
  const sheet = sheetOf(root);
  if (format === 'png') return pixels(sheet);
  return new Blob([new XMLSerializer().serializeToString(sheet)], { type: 'image/svg+xml' });
}

/** Has the browser save a file that is being made. */
export async function save(file) {
  const blob = await file;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `mitra-kota.${ENDINGS[blob.type] ?? 'mkp'}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), AWHILE);
}

function datasetOf(bytes) {
  const isPacked = bytes[0] === 109;
  return new Blob([bytes], { type: `application/${isPacked ? 'octet-stream' : 'json'}` });
}

function make(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * The sheet of a widget. Its looks are read from a copy that is light, whatever the page is, and that is gone
 * before anything is painted.
 */
function sheetOf(root) {
  const widget = root.querySelector('.mk');
  const map = widget?.querySelector('.mk-svg');
  if (!map) throw new Error('no map is drawn: with view="list" there is no picture');
  const stand = widget.cloneNode(false);
  stand.style.colorScheme = 'light';
  stand.style.background = 'var(--mitra-page)';
  stand.append(map.cloneNode(true), widget.querySelector('.mk-legend').cloneNode(true));
  const said = (name) => widget.querySelector(name)?.textContent.trim() ?? '';
  root.append(stand);
  try {
    return laidOut(stand, { title: said('.mk-title'), what: said('.mk-printed'), credit: said('.mk-credit') });
  } finally {
    stand.remove();
  }
}

/** Title, what is shown, map, legend, sources, one below the other. */
function laidOut(stand, { title, what, credit }) {
  const looks = getComputedStyle(stand);
  const em = parseFloat(looks.fontSize);
  const map = stand.querySelector('.mk-svg');
  const box = map.viewBox.baseVal;
  const page = new Sheet(Math.max(box.width, LEAST * em / 16), em, looks);
  page.say(title, 1.375, 650);
  page.say(what, 0.875, 400, 0.2);
  page.put(copied(map), box.width, box.height);
  page.list([...stand.querySelectorAll('.mk-legend li')]);
  page.rule();
  page.say(credit, 0.75, 400);
  page.say(location.host && `${location.host}${location.pathname}`, 0.75, 400);
  return page.whole(title, stand.lang);
}

/** A sheet that fills from above. All sizes are em. */
class Sheet {
  #parts = [];
  #pen = document.createElement('canvas').getContext('2d');

  constructor(width, em, { color, backgroundColor, fontFamily }) {
    Object.assign(this, { width, em, ink: plain(color), page: plain(backgroundColor), family: fontFamily });
    this.edge = em * 1.25;
    this.y = this.edge;
  }

  #wide(text, size, weight) {
    this.#pen.font = `${weight} ${size * this.em}px ${this.family}`;
    return this.#pen.measureText(text).width;
  }

  #text(text, x, y, size, weight) {
    const looks = { x: round(x), y: round(y), fill: this.ink, 'font-size': size * this.em, 'font-weight': weight };
    this.#parts.push(make('text', looks, text));
  }

  /** A paragraph in as many lines as it needs. */
  say(text, size, weight, above = 0) {
    const line = size * this.em * 1.4;
    this.y += above * this.em;
    for (const words of broken(text, (row) => this.#wide(row, size, weight) <= this.width)) {
      this.y += line;
      this.#text(words, this.edge, this.y - line * 0.25, size, weight);
    }
  }

  /** The map, in the middle. */
  put(drawing, width, height) {
    this.y += this.em * 0.75;
    const place = { x: round(this.edge + (this.width - width) / 2), y: round(this.y), width, height };
    for (const [name, value] of Object.entries(place)) drawing.setAttribute(name, value);
    this.#parts.push(drawing);
    this.y += height + this.em * 0.5;
  }

  /** Entries of a legend, in columns as wide as the longest. */
  list(entries) {
    const size = 0.8125;
    const rows = entries.map((entry) => ({ sample: sampleOf(entry.querySelector('svg')), text: entry.textContent.trim() }));
    const column = Math.max(...rows.map(({ text }) => this.#wide(text, size, 400))) + this.em * 3.75;
    const columns = Math.max(1, Math.floor((this.width + this.em) / column));
    rows.forEach(({ sample, text }, at) => {
      const x = this.edge + (at % columns) * this.width / columns;
      const y = this.y + (Math.floor(at / columns) + 1) * this.em * 1.4;
      const height = Number(sample.getAttribute('height'));
      sample.setAttribute('x', round(x));
      sample.setAttribute('y', round(y - this.em * 0.28 - height / 2));
      this.#parts.push(sample);
      this.#text(text, x + this.em * 2.75, y, size, 400);
    });
    this.y += Math.ceil(rows.length / columns) * this.em * 1.4;
  }

  rule() {
    this.y += this.em * 0.75;
    const line = { x: this.edge, y: round(this.y), width: this.width, height: 0.75, fill: this.ink };
    this.#parts.push(make('rect', line));
    this.y += this.em * 0.25;
  }

  whole(title, lang) {
    const [width, height] = [this.width + this.edge * 2, this.y + this.edge].map(Math.ceil);
    const looks = { width, height, viewBox: `0 0 ${width} ${height}`, lang, role: 'img', 'font-family': this.family };
    const ground = make('rect', { width, height, fill: this.page });
    return make('svg', looks, make('title', {}, title), ground, ...this.#parts);
  }
}

const round = (length) => Math.round(length * 100) / 100;

/** A text in lines of which each `fits`: parted after blanks, and in Chinese characters and kana anywhere. */
function broken(text, fits) {
  const rows = [];
  for (const word of text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー][、。，．）」』]*|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])\S)+\s*|\s+/gu) ?? []) {
    const longer = (rows.at(-1) ?? '') + word;
    if (rows.length && fits(longer.trimEnd())) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.map((row) => row.trim());
}

/** A colour as programs read it that know little of CSS. */
function plain(colour) {
  const parts = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)\)$/.exec(colour)?.slice(1);
  return parts ? `rgb(${parts.map((part) => Math.round(part * 255)).join(', ')})` : colour;
}

/** A mark or a line of the legend; that of a country lies on a patch of shaded land. */
function sampleOf(element) {
  const sample = copied(element);
  const { backgroundColor } = getComputedStyle(element);
  if (/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return sample;
  const [x, y, width, height] = element.getAttribute('viewBox').split(' ');
  sample.prepend(make('rect', { x, y, width, height, fill: plain(backgroundColor) }));
  return sample;
}

/** An element of the page with its looks as attributes. `scale` is what it is enlarged by. */
function copied(element, scale = 1) {
  const made = make(element.localName);
  for (const name of FORM) {
    if (element.hasAttribute(name)) made.setAttribute(name, element.getAttribute(name));
  }
  const within = scale * Number(/scale\(([\d.]+)/.exec(element.getAttribute('transform'))?.[1] ?? 1);
  const children = [...element.children].filter((child) => !child.matches(LEFT_OUT));
  if (!children.length) made.textContent = element.textContent;
  if (element.localName === 'text' || (!children.length && !element.closest('text'))) dress(made, getComputedStyle(element), scale);
  made.append(...children.map((child) => copied(child, within)));
  return made;
}

function dress(made, looks, scale) {
  const look = (name) => looks.getPropertyValue(name);
  made.setAttribute('fill', plain(look('fill')));
  const names = made.localName === 'text' ? [...WORDS] : [];
  if (look('stroke') !== 'none') {
    made.setAttribute('stroke', plain(look('stroke')));
    names.push(...Object.keys(LINE).filter((name) => look(name) !== LINE[name]));
  }
  const own = look('vector-effect') === 'non-scaling-stroke' ? scale : 1;
  for (const name of names) {
    const value = look(name).replaceAll('px', '');
    const shrunk = LENGTHS.includes(name) && own !== 1;
    made.setAttribute(name, shrunk ? value.replaceAll(/[\d.]+/g, (length) => Number((length / own).toPrecision(5))) : value);
  }
  if (own !== 1 && !made.hasAttribute('stroke-width')) made.setAttribute('stroke-width', 1 / own);
}

async function pixels(sheet) {
  const canvas = document.createElement('canvas');
  canvas.width = Number(sheet.getAttribute('width')) * SHARP;
  canvas.height = Number(sheet.getAttribute('height')) * SHARP;
  const on = canvas.getContext('2d');
  on.scale(SHARP, SHARP);
  for (const child of sheet.children) draw(on, child);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the browser made no PNG'))), 'image/png');
  });
}

/** Draws an element and what is in it. */
function draw(on, element) {
  if (element.localName === 'title') return;
  on.save();
  const turn = element.transform?.baseVal.consolidate()?.matrix;
  if (turn) on.transform(turn.a, turn.b, turn.c, turn.d, turn.e, turn.f);
  if (element.localName === 'svg') enter(on, element);
  if (element.children.length) [...element.children].forEach((child) => draw(on, child));
  else ink(on, element);
  on.restore();
}

/** A drawing in the drawing: its place, its window. */
function enter(on, drawing) {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(drawing.getAttribute(name)));
  const window = drawing.getAttribute('viewBox').split(' ').map(Number);
  on.translate(x, y);
  on.beginPath();
  on.rect(0, 0, width, height);
  on.clip();
  on.scale(width / window[2], height / window[3]);
  on.translate(-window[0], -window[1]);
}

/** Fills and strokes a shape or words; the halo of a name lies below it, the edge of a mark above. */
function ink(on, element) {
  const look = (name) => element.closest(`[${name}]`)?.getAttribute(name);
  const at = (name) => Number(element.getAttribute(name));
  const form = outline(element, at);
  if (!form && !element.textContent) return;
  on.fillStyle = look('fill');
  on.strokeStyle = look('stroke') ?? 'none';
  on.lineWidth = parseFloat(look('stroke-width') ?? 1);
  const opacity = Number(look('stroke-opacity') ?? 1);
  on.lineCap = look('stroke-linecap') ?? 'butt';
  on.lineJoin = look('stroke-linejoin') ?? 'miter';
  on.setLineDash((look('stroke-dasharray') ?? '').split(/[ ,]+/).filter(Boolean).map(Number));
  on.font = `${look('font-weight')} ${look('font-size')}px ${look('font-family')}`;
  on.textAlign = { middle: 'center', end: 'right' }[look('text-anchor')] ?? 'left';
  const steps = { fill: () => (form ? on.fill(form) : on.fillText(element.textContent, at('x'), at('y'))),
    stroke: () => (form ? on.stroke(form) : on.strokeText(element.textContent, at('x'), at('y'))) };
  const order = look('paint-order')?.startsWith('stroke') ? ['stroke', 'fill'] : ['fill', 'stroke'];
  for (const name of order.filter((name) => (look(name) ?? 'none') !== 'none')) {
    on.globalAlpha = name === 'stroke' ? opacity : 1;
    steps[name]();
  }
}

function outline(element, at) {
  if (element.localName === 'path') return new Path2D(element.getAttribute('d'));
  const form = new Path2D();
  if (element.localName === 'circle') form.arc(at('cx'), at('cy'), at('r'), 0, Math.PI * 2);
  else if (element.localName === 'rect') form.rect(at('x'), at('y'), at('width'), at('height'));
  else return undefined;
  return form;
}
