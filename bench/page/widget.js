// The product's map, moved as a visitor moves it: one pointer drags, two of them zoom.
// In: a motion. Out: a function for each frame; the same with the land on a canvas instead.

const APART = 100; // px between two fingers at first
const wait = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

async function grown() {
  await import(/* @vite-ignore */ new URL('mitra-kota.js', location.href).href);
  const widget = document.createElement('mitra-kota');
  widget.setAttribute('url-state', 'none');
  widget.setAttribute('view', 'map');
  document.body.append(widget);
  await widget.ready;
  return widget.shadowRoot;
}

/** Sends a pointer's event to the middle of the map and `x` pixels right of it. */
function pointer(root, type, id, x) {
  const map = root.querySelector('[data-map]');
  const { left, top, width, height } = map.getBoundingClientRect();
  map.dispatchEvent(new PointerEvent(type, {
    bubbles: true,
    composed: true,
    cancelable: true,
    pointerId: id,
    pointerType: id === 1 ? 'mouse' : 'touch',
    buttons: type === 'pointerup' ? 0 : 1,
    clientX: left + Math.round(width / 2 + x),
    clientY: top + Math.round(height / 2),
  }));
}

/** Two fingers, of which one stays in the middle of the map. */
const fingers = (root, type, x) => {
  if (type !== 'pointermove') pointer(root, type, 2, 0);
  pointer(root, type, 3, x);
};

/** The whole world or globe; then nearer by `zoom`. */
async function look(root, globe, zoom) {
  pointer(root, 'pointerover', 1, 0); // then what moves the map is fetched
  root.querySelector(`[data-do=view][data-arg=${globe ? 'globe' : 'world'}]`).click();
  await wait(1500);
  if (zoom === 1) return;
  fingers(root, 'pointerdown', APART);
  fingers(root, 'pointermove', APART * zoom);
  fingers(root, 'pointerup', APART * zoom);
  await wait(1500); // finer land
}

/** The box of the map, pixels. */
export const box = (root) => {
  const { clientWidth, clientHeight } = root.querySelector('[data-map]');
  return [clientWidth, clientHeight];
};

/** The widget in this motion; `canvas` draws its land. */
export async function widget({ at, globe, zoom }, { canvas } = {}) {
  const root = await grown();
  await look(root, globe, zoom);
  const draw = canvas && paper(root);
  if (at(1).k) fingers(root, 'pointerdown', APART);
  else pointer(root, 'pointerdown', 1, 0);
  return {
    box: box(root),
    frame(step) {
      const { k, x } = at(step);
      if (k) pointer(root, 'pointermove', 3, APART * k);
      else pointer(root, 'pointermove', 1, x);
      if (draw) requestAnimationFrame(draw);
    },
  };
}

/** Takes the land out of the picture and draws the same paths, in the same colours, into a canvas. */
function paper(root) {
  const style = document.createElement('style');
  style.textContent = '[data-key=ground]{display:none}';
  root.append(style);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = box(root);
  const { left, top } = root.querySelector('[data-map]').getBoundingClientRect();
  canvas.style.cssText = `position:absolute;pointer-events:none;left:${left}px;top:${top}px`;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  const paths = new WeakMap();
  const looks = new Map();
  const lookOf = (path) => {
    const name = path.getAttribute('class');
    if (!looks.has(name)) {
      const { fill, stroke, strokeWidth, strokeLinecap } = getComputedStyle(path);
      looks.set(name, { fill, stroke, width: parseFloat(strokeWidth), cap: strokeLinecap });
    }
    return looks.get(name);
  };
  return () => {
    const ground = root.querySelector('[data-key=ground]');
    const [x, y, scale] = ground.getAttribute('transform').match(/-?[\d.]+/g).map(Number);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(scale, 0, 0, scale, x, y);
    for (const path of ground.querySelectorAll('path')) {
      const text = path.getAttribute('d');
      if (paths.get(path)?.text !== text) paths.set(path, { text, drawn: new Path2D(text) });
      const { drawn } = paths.get(path);
      const { fill, stroke, width, cap } = lookOf(path);
      if (fill !== 'none') {
        context.fillStyle = fill;
        context.fill(drawn);
      }
      if (stroke !== 'none') {
        context.strokeStyle = stroke;
        context.lineWidth = width / scale;
        context.lineCap = cap;
        context.stroke(drawn);
      }
    }
  };
}
