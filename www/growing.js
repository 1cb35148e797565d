// The first paint of a widget, in turns of which none is long.
//
// In: the shadow root, a box for the widget, and the widget. Out: the widget has grown in the box out of
// sight, in turns that end with the step that makes them long, and has taken the place of what was shown before: so nothing jumps.

import { pause, SLICE, styleSheets } from './loading.js';

/** Gives the live region for screen readers; nothing if `isWanted` is no longer so. */
export async function grow(root, box, widget, measure, isWanted) {
  styleSheets(root.ownerDocument);
  await pause();
  root.adoptedStyleSheets = styleSheets(root.ownerDocument);
  box.className = 'mk-root mk-behind';
  root.append(box);
  for (let more = true, end = 0; more;) {
    if (performance.now() > end) {
      await pause();
      if (!isWanted()) return undefined;
      end = performance.now() + SLICE / 2;
    }
    more = widget.paint(0);
    measure();
  }
  const live = document.createElement('div');
  live.setAttribute('role', 'status');
  live.className = 'mk-live';
  box.append(live);
  box.className = 'mk-root';
  for (const before of [...root.childNodes]) {
    if (before !== box) before.remove();
  }
  return live;
}

/** Paper has no end that comes near: all cards are listed that are listed without being asked for. */
export function lengthenWholly(widget) {
  while (widget.lengthen());
  if (!widget.lacks) widget.paint(performance.now());
}
