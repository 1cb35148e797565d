// For hosts that strip unknown tags.
//
// In: `<div data-mitra-kota …>`. Out: the element, with the same content and attributes, of `data-src` too:
// some systems leave a `div` no other attributes than such.

/** Makes every such `div` of the page the element. */
export function upgrade() {
  for (const place of document.querySelectorAll('[data-mitra-kota]')) {
    const element = document.createElement('mitra-kota');
    for (const { name, value } of place.attributes) element.setAttribute(name.replace('data-', ''), value);
    element.append(...place.childNodes);
    place.replaceWith(element);
  }
}
