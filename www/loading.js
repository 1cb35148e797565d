// What the widget loads: its module once for all widgets of the page, and later modules with their styles
// when they are needed.

import { glue } from '../pkg/mitra_kota.js';
import { own, script, strange } from './pins.js';
import styles from './mitra-kota.css';

/* global SEAL: what all files of a build have in common; the bundler writes it in. */
const NO_WASM = 'mitra-kota.nowasm.js';

/** What went wrong: a code, and what was found. What helps against it, mitra-kota.trouble.js knows. */
export class Failure extends Error {
  constructor(code, found) {
    super(`[${code}] ${found}`);
    this.code = code;
  }
}

/** How often the core was given up for a fresh one. */
let age = 0;

/** Does something once for all widgets of the page, and for each core. A failed attempt may be repeated. */
function once(start) {
  let under;
  let of;
  return () => {
    if (of !== age) under = undefined;
    of = age;
    return (under ??= start().catch((error) => {
      under = undefined;
      throw error;
    }));
  };
}

/** Gives up a core that has stopped: whoever loads next gets a fresh one, of the same files. */
export function restart() {
  age += 1;
}

/** The classes of the core, once it is loaded: of the module, or the same as JavaScript. */
export let Widget;
export let Catalog;
let wasm;
export const load = once(async () => {
  if (!await allowed()) return loadPlain();
  const module = await moduleAt('mitra-kota.wasm');
  const core = glue();
  await accepted(() => { wasm = core.initSync(module); });
  ({ Widget, Catalog } = core);
});

// The smallest module there is tells whether a policy or the browser refuses them all; WebKit compiles
// it and refuses to instantiate it.
async function allowed() {
  try {
    return Boolean(await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

async function loadPlain() {
  let core;
  try {
    core = await script(NO_WASM, age ? `#${age}` : '');
  } catch (error) {
    throw new Failure(await strange(NO_WASM) ?? 'wasm-refused', error);
  }
  if (core.seal !== SEAL) throw new Failure('other-version', NO_WASM);
  ({ Widget, Catalog } = core);
}

// What not every page needs is in modules of its own. Each puts itself into the first one's table of
// functions: nothing that calls it may be done before it is there.
const later = {};

/** Brings a later module, once for all widgets of the page, and the styles that go with it. */
export function complete(name) {
  later[name] ??= once(() => bringLater(name));
  return later[name]();
}

async function bringLater(name) {
  const file = `mitra-kota.${name}`;
  const [styles, module] = await Promise.all([DRESSED.test(name) && !laterStyles[name] && own(`${file}.css`), wasm && moduleAt(`${file}.wasm`)]);
  if (module) await accepted(() => WebAssembly.instantiate(module, { m: wasm }));
  if (styles) laterStyles[name] = new TextDecoder().decode(styles);
  Widget.arrived(name);
}

/** Where the core has stopped, if it tells: file, line and column. */
export function place() {
  const at = wasm && wasm.panicked.value;
  if (!at) return '';
  const [from, length, line, column] = new Uint32Array(wasm.memory.buffer, at, 4);
  return `${new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, from, length))}:${line}:${column}`;
}

const compiled = {};

async function moduleAt(path) {
  if (!compiled[path]) {
    const bytes = await own(path);
    await accepted(async () => { compiled[path] = await WebAssembly.compile(bytes); });
  }
  return compiled[path];
}

async function accepted(use) {
  try {
    await use();
  } catch (error) {
    throw new Failure('wasm-refused', error);
  }
}

export async function fetchBytes(url, code = 'wasm-not-found', options) {
  try {
    const answer = await fetch(url, options);
    if (answer.ok) return await answer.arrayBuffer();
    throw new Error(`answered ${answer.status}`);
  } catch (error) {
    throw new Failure(code, `${url}: ${error.message}`);
  }
}

const sheets = new WeakMap(); // by document: none takes those of another
const laterStyles = {}; // by the module that they come with
const DRESSED = /detail|moving/;

/** The sheets of a widget, shared by all of a document. The second is empty until later ones come. */
export function styleSheets(document) {
  if (!sheets.has(document)) {
    const own = [styles, ''].map(() => new document.defaultView.CSSStyleSheet());
    own[0].replaceSync(styles);
    sheets.set(document, own);
  }
  const own = sheets.get(document);
  own[1].replaceSync(Object.values(laterStyles).join(''));
  return own;
}

/** The bytes of a dataset given as object, JSON text or bytes. */
export function bytesOf(data) {
  // By its name: a buffer of another frame is no instance of ours.
  const whole = Object.prototype.toString.call(data) === '[object ArrayBuffer]';
  if (whole) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data));
}

/** How long a slice of work may take that can wait for the next, in ms. */
export const SLICE = 8;

/** Lets the page take its turn. */
export const pause = () => new Promise((done) => { setTimeout(done); });

/** Asked between two steps of a start, lets the page take its turn after `slice` ms; false once it is no longer `wanted`. */
export function turns(wanted, slice) {
  let end = 0;
  return async () => {
    if (performance.now() < end) return true;
    await pause();
    end = performance.now() + slice;
    return wanted();
  };
}
