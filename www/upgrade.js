// For hosts that strip unknown tags.
//
// In: `<div data-mitra-kota …>`. Out: the element, with the same attributes and content.

/** Makes every such `div` of the page the element. */
export function upgrade() {
  for (const place of document.querySelectorAll('[data-mitra-kota]')) {
    const element = document.createElement('mitra-kota');
    for (const { name, value } of place.attributes) {
      if (name !== 'data-mitra-kota') element.setAttribute(name, value);
    }
    element.append(...place.childNodes);
    place.replaceWith(element);
  }
}
