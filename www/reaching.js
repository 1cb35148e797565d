// What is fetched before it is needed, and the screen that a map may fill.
//
// In: what a visitor reaches for. Out: later modules on their way, each asked for once for a widget.

import { complete } from './loading.js';

/** What somebody will use who reaches for a record, the search or the map. */
const AHEAD = { detail: '[data-do=select]', search: '[type=search]', moving: '[data-map]' };

/** Fetches what `target` will need, unless it is `known` to be under way; a map that cannot be moved is told of, all else when it is missed. */
export function reach(target, known, completed, then) {
  for (const name in AHEAD) {
    if (known[name] || !target.closest?.(AHEAD[name])) continue;
    known[name] = name === 'moving' ? completed(name) : complete(name).catch(() => {});
    known[name].then(then);
  }
}

/** The map fills the screen, or no longer. A browser that says no says so itself. */
export function fill(root) {
  const asked = root.fullscreenElement ? root.ownerDocument.exitFullscreen() : root.querySelector('.mk-map').requestFullscreen();
  asked?.catch(() => {});
}
