// What is of use only when something goes wrong; loaded only then.
//
// In: a code, an address, an element with its shadow root. Out: what the web team can do; what came in
// place of a module; a bar while a visitor has to wait; a search field above the plain list, when that is
// all there is.

const SLOW = 7000; // ms that the bar is shown before the web team is told

const REMEDIES = {
  'wasm-not-found': 'Put the file beside mitra-kota.js, and allow it in connect-src.',
  'wasm-not-wasm': 'This is no WebAssembly: the server answers another file, perhaps an error page: look for a rewrite rule.',
  'wasm-broken': 'This is not the file that was built with mitra-kota.js: copy it anew, as it is: not as text, to the end, and rewritten by no cache.',
  'wasm-refused': "WebAssembly is refused here, and what stands in for it cannot be had: allow 'wasm-unsafe-eval' in script-src, or put mitra-kota.nowasm.js and mitra-kota.pins.json beside mitra-kota.js.",
  'other-version': 'This is of another version than mitra-kota.js: copy all files of one version, and let caches ask for them anew.',
  'data-not-found': 'Check the address in src, and allow it in connect-src.',
  'data-without-src': 'This dataset is packed without its details: say where it lies in src too, they are fetched beside it.',
  'data-not-read': 'Check the file with: mitra check FILE',
  'data-too-large': 'Split the file, or leave out old records.',
  'data-problems': 'Check the file with: mitra check FILE',
  'land-not-found': 'The map stays coarser. Copy the folder basemap, and mitra-kota.pins.json.',
  'land-not-read': 'This is no base map, so the map stays coarser. Copy the folder basemap anew.',
  'language-not-found': 'Copy the folder lang and mitra-kota.pins.json, and allow them in connect-src.',
  'language-not-read': 'What lies in lang for it is of another version, or not whole. Copy all files of one version, and the folder lang.',
  'export-not-found': 'Copy mitra-kota.export.js and mitra-kota.pins.json beside mitra-kota.js.',
  slow: 'The plain list is shown until then. Look at the server, and at its compression.',
  restarted: 'It went on where it was. Please report this with the address of the page.',
  stopped: 'Please report this with the address of the page.',
};

const WORDS = {
  id: { wait: 'Peta mitra sedang dimuat', seek: 'Cari dalam daftar' },
  en: { wait: 'The map of partners is being loaded', seek: 'Search in the list' },
  ja: { wait: '地図を読み込んでいます', seek: '一覧を検索' },
  ko: { wait: '지도를 불러오는 중', seek: '목록에서 검색' },
};

const STYLES = `
  :host { display: block }
  progress { position: sticky; inset-block-start: 0; display: block; inline-size: 100%; block-size: 4px; margin-block-end: -4px }
  label { display: flex; flex-wrap: wrap; gap: .25em 1em; align-items: baseline; margin-block-end: 1em }
  input { flex: 1 1 12em; min-inline-size: 0; max-inline-size: 24em; padding: .4em .6em; font: inherit; color: inherit; background: transparent; border: 1px solid }
`;

/** The styles of what is shown here; for those of the widget it is too early or too late. */
function dress(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function wordsOf(element) {
  const lang = element.getAttribute('lang') || element.closest('[lang]')?.lang || '';
  return WORDS[lang.slice(0, 2).toLowerCase()] ?? WORDS.id;
}

/** What the web team can do against a failure of that code. */
export const remedyOf = (code) => REMEDIES[code] ?? REMEDIES.stopped;

/** The code for what lies where a file is expected that has not come, or was refused for its hash; `code` is that of one that has not come. */
export async function strange(url, seal, code) {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) return undefined;
  if (/^land|^lang/.test(code)) return code.replace('found', 'read');
  const text = new TextDecoder('latin1').decode(await answer.arrayBuffer());
  if (url.pathname.endsWith('.wasm') && !text.startsWith('\0asm')) return 'wasm-not-wasm';
  const [sealed] = /(?<=mk|seal=")[\da-f]{8}(?=$|";\s*$)/.exec(text) ?? [seal];
  return sealed === seal ? 'wasm-broken' : 'other-version';
}

/** Tells the web team of each value that could not be read; the visitor sees a note with the number. */
export function report(element, problems) {
  const lines = problems.map(({ severity, path, found, expected }) => `${severity} at ${path || 'the file'}: found ${found}; expected ${expected}`);
  console.warn(`<mitra-kota> [data-problems] ${element.getAttribute('src') ?? 'the dataset'}: ${remedyOf('data-problems')}\n${lines.join('\n')}`);
}

/** Shows a bar over the list until what was awaited is painted; then it goes with all else under `root`. */
export function wait(element, root, tell) {
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', wordsOf(element).wait);
  dress(root);
  root.prepend(bar);
  setTimeout(() => {
    if (bar.isConnected) tell(element, { code: 'slow', message: '[slow] Not all files have come within ten seconds.' });
  }, SLOW);
}

/** What finds an element again in a widget that was painted anew. */
function way(element) {
  const names = ['data-key', 'data-do', 'data-arg'].filter((name) => element?.hasAttribute(name));
  return names.map((name) => `[${name}="${CSS.escape(element.getAttribute(name))}"]`).join('');
}

/**
 * While a widget begins anew, what it was stands there without a core. What a visitor clicks on meanwhile
 * is clicked when it is back, and the focus is where it was.
 */
export async function relay(element, root) {
  const over = new AbortController();
  let [clicked, focused] = ['', way(root.activeElement)];
  root.addEventListener('focusin', ({ target }) => { focused = way(target); }, { signal: over.signal });
  root.addEventListener('click', ({ target }) => { clicked = way(target.closest('[data-do]')); }, { signal: over.signal });
  await element.ready.catch(() => {});
  over.abort();
  if (focused && !root.activeElement) root.querySelector(focused)?.focus({ preventScroll: true });
  if (clicked) root.querySelector(clicked)?.click();
}

const folded = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** A search field above the plain list: it shows the entries that hold all words. */
export function seek(element, root) {
  const entries = [...element.querySelectorAll('article')];
  if (!root.querySelector('slot') || entries.length < 2) return;
  const [label, field, status] = ['label', 'input', 'span'].map((name) => document.createElement(name));
  field.type = 'search';
  status.setAttribute('role', 'status');
  label.append(wordsOf(element).seek, field, status);
  dress(root);
  root.prepend(label);
  const show = () => {
    const words = folded(field.value).split(/\s+/);
    const found = entries.filter((entry) => words.every((word) => folded(entry.textContent).includes(word)));
    for (const entry of entries) {
      if (found.includes(entry)) entry.style.removeProperty('display');
      else entry.style.setProperty('display', 'none', 'important');
    }
    status.textContent = field.value && `${found.length} / ${entries.length}`;
  };
  field.addEventListener('input', show);
  show();
}
