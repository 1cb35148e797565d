// <mitra-kota>: the one script that a page includes.
//
// It registers the element before the WebAssembly has arrived, owns every listener and timer, and
// guards every call: when anything fails, the plain list inside the element stays and nothing of the
// host's page is touched. All else is in Rust.

import { fetchDetails, isFile, isPacked, ready } from './dataset.js';
import { exporter } from './exporting.js';
import { held, hold, raise } from './focus.js';
import { grow, lengthenWholly } from './growing.js';
import { bring } from './land.js';
import { bundled, fileOf, learn, textsOf } from './languages.js';
import { bytesOf, complete, Failure, fetchBytes, load, pause, place, restart, SLICE, styleSheets, Widget } from './loading.js';
import { send, tell, trouble } from './messages.js';
import { fill, reach } from './reaching.js';
import { upgrade } from './upgrade.js';

const EVENTS = ['click', 'dblclick', 'change', 'input', 'keydown', 'focusin', 'pointerover',
  'pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'wheel', 'fullscreenchange'];
const QUIET = 400; // ms without a change before a screen reader is told
const HINT = 1600; // ms that a hint on the map stays
const AGAIN = 10_000; // ms in which a widget that stops twice gives way to the plain list
const LATE = 3000; // ms until a visitor is shown that something is still on its way

const living = new Set(); // the elements whose widget is there, or on its way

/** Queries without the widget, for those who bring their own interface. */
export const Catalog = {
  async parse(data) {
    await load();
    await complete('search');
    return ready(bytesOf(data), '');
  },
};

export class MitraKota extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['src', 'lang', 'home', 'projection', 'worldview'];

  #widget;
  #data;
  #bytes;
  #root;
  #live;
  #frame = 0;
  #timers = {};
  #observer;
  #near;
  #box;
  #ready;
  #ahead;
  #attempt = 0;
  #view; // the last address, for those that do not write it into the page's
  #stopped = -AGAIN;
  #waits = false;
  #mute; // what writes addresses could not be had
  #unhook = new AbortController();

  connectedCallback() {
    if (!this.#widget) this.#begin();
  }

  // A move is a disconnect and a connect: only what is still away a moment later is let go.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  adoptedCallback() { // another document takes no sheets of this one
    if (this.#widget) this.#again();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#widget || before === now) return;
    if (name === 'lang') this.#call((widget) => { widget.lang = now; });
    else this.#again();
  }

  /** Settles once the widget is painted; fails with the reason why it is not. */
  get ready() { return this.#ready ?? Promise.reject(new Error('<mitra-kota> is in no document')); }

  /** A dataset in place of `src`: an object, JSON text or bytes. */
  set data(data) {
    this.#data = bytesOf(data);
    if (this.isConnected) this.#again();
  }

  get filter() { return this.#call((widget) => widget.filter); }
  set filter(filter) {
    this.#widget?.set_filter(filter);
    this.#soon();
  }

  get answer() {
    return this.#call((widget) => {
      while (widget.gather(false)); // A host is answered from all records.
      return widget.answer;
    });
  }

  get problems() { return this.#call((widget) => widget.problems) ?? []; }
  get selected() { return this.#call((widget) => widget.selected) ?? null; }
  set selected(id) { this.select(id); }

  select(id) { this.#call((widget) => widget.select(id ?? undefined)); }
  reset() { this.#call((widget) => widget.reset()); }

  /** A file: the dataset in all its languages as `json`, the default, a packed one as it is; the map as `svg` or `png`. */
  async export(format) {
    return (await exporter()).fileOf(format, this.#root, () => this.#bytes ?? bundled());
  }

  get #prefix() { return this.id || 'mk'; }
  get #bundled() { return !this.#data && !this.hasAttribute('src'); }
  get #inAddress() { return this.getAttribute('url-state') !== 'none'; }

  #again() {
    this.#end();
    this.#begin();
  }

  #begin() {
    const attempt = ++this.#attempt;
    this.#ahead = {};
    living.add(this);
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'open' });
      this.#showPlain();
    }
    this.#later('slow', LATE, () => trouble().then(({ wait }) => wait?.(this, this.#root, tell)));
    this.#ready = this.#mount(attempt);
    this.#ready.catch((error) => {
      if (attempt === this.#attempt) this.#fail(error);
    });
  }

  async #mount(attempt) {
    const lang = this.getAttribute('lang') || this.closest('[lang]')?.lang || '';
    const asked = this.#inAddress && new URLSearchParams(location.hash.slice(1)).get(`${this.#prefix}.lang`);
    const foreseen = fileOf(asked || lang);
    const view = this.#inAddress ? location.hash.slice(1) : this.#view;
    const core = load().then(() => {
      this.#foresee();
      return view && this.#completed('address');
    });
    const [bytes, texts, visit] = await Promise.all([this.#fetchData(), foreseen && textsOf(foreseen, this.#bundled), core]);
    if (attempt !== this.#attempt) return;
    clearTimeout(this.#timers.slow);
    this.#root.querySelector('progress')?.remove();
    this.#bytes = bytes;
    if (texts) learn(foreseen, texts);
    await pause();
    if (attempt !== this.#attempt) return;
    const catalog = await ready(bytes, this.getAttribute('home') ?? '', () => attempt === this.#attempt);
    if (attempt !== this.#attempt) return;
    this.#box = document.createElement('div');
    const widget = new Widget(this.#box, catalog, lang, this.getAttribute('worldview') ?? '', this.getAttribute('projection') ?? '', encodeURIComponent(this.#prefix));
    await this.#supply(widget); // an address is read on the projection that is given
    if (visit) widget.visit(view);
    // What could not be foreseen: the language of a dataset.
    for (let wish; (wish = widget.awaited);) {
      learn(wish, await textsOf(wish, this.#bundled), widget);
    }
    await this.#supply(widget);
    const live = await grow(this.#root, this.#box, widget, () => this.#measure(widget), () => attempt === this.#attempt);
    if (!live) {
      widget.free();
      return;
    }
    this.#live = live;
    this.#widget = widget;
    this.#listen();
    if (widget.problems.length) trouble().then(({ report }) => report?.(this, this.problems));
    send(this, 'ready', { total: widget.total });
  }

  // Most likely JSON: what reads it comes beside it, not after it.
  #foresee() {
    const packed = this.#data ? isPacked(this.#data) : /\.mkp$/.test(this.getAttribute('src'));
    if (!this.#bundled && !packed) complete('json').catch(() => {});
  }

  async #fetchData() {
    const src = this.getAttribute('src');
    if (this.#data || src === null) return this.#data;
    const url = new URL(src, document.baseURI);
    return new Uint8Array(await fetchBytes(url, 'data-not-found'));
  }

  #listen() {
    this.#unhook = new AbortController();
    const { signal } = this.#unhook;
    for (const type of EVENTS) {
      this.#box.addEventListener(type, (event) => this.#handle(event), { signal, passive: false });
    }
    addEventListener('hashchange', () => this.#visit(), { signal });
    addEventListener('popstate', () => this.#visit(), { signal });
    addEventListener('beforeprint', () => this.#call(lengthenWholly), { signal });
    this.#observer = new ResizeObserver(() => this.#call((widget) => this.#measure(widget)));
    this.#observer.observe(this);
    this.#observer.observe(this.#box.querySelector('[data-map]') ?? this);
    // A screen's height before the end of the list is seen, it goes on.
    this.#near = new IntersectionObserver((seen) => {
      if (seen.at(-1).isIntersecting && this.#widget?.lengthen()) this.#soon();
    }, { rootMargin: '100%' });
  }

  #handle(event) {
    reach(event.target, this.#ahead, (name) => this.#completed(name), () => this.#soon());
    this.#call((widget) => widget.handle(event));
  }

  async #supply(widget) {
    for (let name; (name = widget.lacks);) {
      if (!await this.#completed(name, widget)) widget.forgo();
    }
  }

  // The page stays as it is until what it lacks is there.
  async #wait() {
    if (this.#waits) return;
    this.#waits = true;
    if (!await this.#completed(this.#widget.lacks)) this.#call((widget) => widget.forgo());
    this.#waits = false;
    this.#soon();
  }

  async #completed(name, widget = this.#widget) {
    try {
      await (isFile(name) ? fetchDetails(widget, this.getAttribute('src'), this.#bundled, name) : complete(name));
      styleSheets(this.ownerDocument);
      return true;
    } catch (error) {
      tell(this, error);
      return false;
    }
  }

  async #visit() {
    if (!this.#inAddress || !await this.#completed('address')) return;
    this.#call((widget) => widget.visit(location.hash.slice(1)));
  }

  #measure(widget) {
    const map = this.#box.querySelector('[data-map]');
    const em = parseFloat(getComputedStyle(this).fontSize) || 16;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    widget.resize(map?.clientWidth ?? 0, map?.clientHeight ?? 0, em, this.clientWidth / em, still);
  }

  // Every call goes through here: what stops the core never stops the page.
  #call(use) {
    if (!this.#widget) return undefined;
    try {
      const result = use(this.#widget);
      this.#soon();
      return result;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #soon() {
    if (!this.#widget || this.#frame) return;
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      this.#paint(now);
    });
  }

  #paint(now) {
    if (this.#widget.lacks) {
      this.#wait();
      return;
    }
    try {
      const focus = held(this.#root);
      const wait = this.#widget.paint(now);
      raise(this.#root);
      for (const effect of this.#widget.effects()) this.#carryOut(effect);
      hold(this.#root, focus);
      if (this.#widget.awaited) this.#learn(this.#widget);
      if (wait < 0) this.#rest();
      else if (wait) this.#later('settle', wait, () => this.#soon());
      else this.#soon();
    } catch (error) {
      this.#fail(error);
    }
  }

  // What can wait until nothing moves; finer land for where the map has come to rest.
  #rest() {
    this.#later('live', QUIET, () => this.#announce());
    if (this.#widget.hint) this.#later('hint', HINT, () => this.#call((widget) => widget.hint_seen()));
    this.#gather();
    this.#near.disconnect();
    const end = this.#box.querySelector('[data-do=more]');
    if (end) this.#near.observe(end);
    bring(this, this.#widget.wanted, (name, bytes) => this.#call((widget) => widget.refine(name, bytes)));
  }

  // The words of a large dataset are gathered between frames, a few milliseconds at a time.
  #gather() {
    const expected = this.#root.activeElement?.type === 'search';
    const end = performance.now() + SLICE;
    while (performance.now() < end && this.#widget.gather(expected)) this.#soon();
  }

  #later(name, wait, then) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(then, wait);
  }

  #announce() {
    const text = this.#widget?.announcement() ?? '';
    if (this.#live.textContent !== text) this.#live.textContent = text;
  }

  #carryOut(effect) {
    const widget = this.#widget;
    if (effect === 'push' || effect === 'replace') this.#address(effect);
    else if (effect === 'filter') send(this, 'filter', { filter: widget.filter, get answer() { return widget.answer; } });
    else if (effect === 'select') send(this, 'select', { id: widget.selected ?? null });
    else if (effect === 'print') print();
    else if (effect === 'full') fill(this.#root);
    else if (effect === 'copy') navigator.clipboard?.writeText(location.href).catch(() => {});
    else this.#save(effect);
  }

  // A language is shown when its files are there, if it is still awaited then.
  async #learn(widget) {
    const lang = widget.awaited;
    const texts = await textsOf(lang, this.#bundled);
    if (widget === this.#widget) this.#call(() => learn(lang, texts, widget));
  }

  async #address(how) {
    if (this.#mute ||= !await this.#completed('address')) return;
    const now = location.hash.slice(1);
    const hash = this.#call((widget) => widget.address(now)) ?? now;
    this.#view = hash;
    if (this.#inAddress && hash !== now) history[`${how}State`](history.state, '', hash ? `#${hash}` : location.pathname + location.search);
  }

  #save(format) {
    exporter().then(({ save }) => save(this.export(format))).catch((error) => tell(this, error));
  }

  #showPlain() { // a slot shows the light DOM as it is
    this.#root.adoptedStyleSheets = [];
    this.#root.replaceChildren(document.createElement('slot'));
  }

  // What is no failure of its own has stopped the core.
  #fail(error) {
    if (!(error instanceof Failure) && this.#restarts(error)) return;
    this.#end();
    this.#showPlain();
    tell(this, error instanceof Failure ? error : new Failure('stopped', `${error} ${place()}`));
    trouble().then(({ seek }) => seek?.(this, this.#root));
  }

  // All widgets begin anew where they were, with a core of their own again; this one not twice at once.
  #restarts(error) {
    const found = `${error} ${place()}`;
    const again = performance.now() - this.#stopped > AGAIN;
    this.#stopped = performance.now();
    restart();
    for (const each of [...living].filter((each) => again || each !== this)) {
      each.#again();
      trouble().then(({ relay }) => relay?.(each, each.#root));
    }
    if (again) tell(this, new Failure('restarted', found));
    return again;
  }

  #end() {
    living.delete(this);
    this.#attempt++;
    this.#unhook.abort();
    this.#observer?.disconnect();
    bring(this, '');
    this.#frame = cancelAnimationFrame(this.#frame);
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    const widget = this.#widget;
    this.#widget = undefined;
    try {
      widget?.free();
    } catch {
      // A module that has stopped can free nothing; the page lets go of it as a whole.
    }
  }
}

if (globalThis.customElements) {
  // Loaded twice, or two versions at once: the first one stays.
  if (!customElements.get('mitra-kota')) customElements.define('mitra-kota', MitraKota);
  upgrade();
}
