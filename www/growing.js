// The first paint of a widget, in turns of which none is long.
//
// In: the shadow root, a box for the widget, and the widget. Out: the widget has grown in the box out of
// sight, in turns that end with what makes them long, and has taken the place of what was shown before: so nothing jumps.

import { pause, SLICE, styleSheets, turns } from './loading.js';

/** Gives the live region for screen readers; nothing if `isWanted` is no longer so. */
export async function grow(root, box, widget, measure, isWanted) {
  styleSheets(root.ownerDocument);
  await pause();
  root.adoptedStyleSheets = styleSheets(root.ownerDocument);
  box.className = 'mk-root mk-behind';
  root.prepend(box); // what stands after what is taken away would be laid out anew
  const goOn = turns(isWanted, SLICE / 2);
  for (let step = 0, more = true; more; step++) {
    if (!await goOn()) return undefined;
    if (step % 2) measure(); // which lays out what was painted
    else more = widget.paint(0) === 0;
  }
  const live = document.createElement('div');
  live.setAttribute('role', 'status');
  live.className = 'mk-live';
  box.append(live);
  box.className = 'mk-root';
  while (box.nextSibling) box.nextSibling.remove();
  return live;
}

/** Paper has no end that comes near: all cards are listed that are listed without being asked for. */
export function lengthenWholly(widget) {
  while (widget.lengthen());
  if (!widget.lacks) widget.paint(performance.now());
}
