// The focus over a paint, and what has to be seen for it.
//
// In: the shadow root of a widget, before and after a paint. Out: the focus is where a visitor left it,
// or as near to that as anything is left.

/** What has the focus, and what stands around it, the nearest first. */
export function held(root) {
  const around = [];
  for (let at = root.activeElement; at; at = at.parentElement) around.push(at);
  return around;
}

/** Where what had the focus is gone, the first control of what is left around it takes it. */
export function hold(root, around) {
  if (!around.length || root.activeElement) return;
  const left = around.find((element) => element.isConnected);
  left?.querySelector('a, button, input, select')?.focus({ preventScroll: true });
}

/** The open filter sheet goes on the top layer, above whatever the host keeps there. */
export function raise(root) {
  const sheet = root.querySelector('.mk-sheet[popover]');
  if (sheet?.showPopover && !sheet.matches(':popover-open')) sheet.showPopover();
}
