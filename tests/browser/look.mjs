// What a visitor can see of a widget, as one plain object.
// In: a selector of the element; runs inside the page. Out: names, counts, marks, focus, address.
//
// It holds on to the public parts and to `data-do`, `data-arg`: not to how things are nested.

/** Reads a widget. Has to stand alone: its text is sent into the browser. */
export function look(selector) {
  const host = document.querySelector(selector);
  const root = host?.shadowRoot;
  const one = (css) => root?.querySelector(css) ?? null;
  const all = (css) => [...(root?.querySelectorAll(css) ?? [])];
  const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const seen = (element) => Boolean(element) && element.getClientRects().length > 0;

  const values = {};
  for (const box of all('input[data-do=toggle]')) {
    const count = text(box.closest('label')?.querySelector('.mk-count'));
    values[box.dataset.arg] = { count: Number(count), checked: box.checked, seen: seen(box) };
  }
  const live = all('[part~=marker]').filter((mark) => mark.dataset.state !== 'off');
  const names = (marks) => marks.flatMap((mark) => text(mark.querySelector('title')).split(', '));
  const active = root?.activeElement;
  const detail = one('[part~=detail]');

  return {
    painted: Boolean(one('.mk')) && !one('slot, .mk-behind'),
    lang: one('.mk')?.lang ?? '',
    title: text(one('.mk-title')),
    status: text(one('[part~=status]')),
    live: text(one('[role=status]')),
    cards: all('[part~=record]').map((card) => text(card.querySelector('h3'))),
    cardLinks: all('[part~=record] h3 a').map((link) => link.dataset.arg),
    values,
    chips: all('[part~=chip]').map(text),
    partners: names(live.filter((mark) => mark.dataset.form !== 'home')).sort(),
    selected: all('[part~=marker][data-state=selected]').length,
    ground: one('[data-map] svg [transform]')?.getAttribute('transform') ?? '',
    land: one('.mk-land')?.getAttribute('d').length ?? 0,
    tiles: all('.mk-sea').length,
    detail: detail ? text(detail.querySelector('h2')) : null,
    detailText: text(detail),
    note: text(one('.mk-note')),
    query: one('input[data-do=q]')?.value ?? '',
    focus: active && {
      tag: active.localName,
      key: active.dataset.key ?? '',
      does: active.dataset.do ?? '',
      arg: active.dataset.arg ?? '',
      text: text(active),
    },
    plain: [...(host?.children ?? [])].some(seen),
    hash: location.hash,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    events: globalThis.probe?.events ?? [],
  };
}
