// What the widget loads: its module once for all widgets of the page, and later modules with their styles
// when they are needed.

import { Catalog as WasmCatalog, Widget as WasmWidget, initSync } from '../pkg/mitra_kota.js';
import styles from './mitra-kota.css';

const MODULE = new URL('./mitra-kota.wasm', import.meta.url);
const NO_WASM = new URL('./mitra-kota.nowasm.js', import.meta.url);

/** What went wrong: a code, what was found, and what the web team can do. */
export class Failure extends Error {
  constructor(code, found, remedy) {
    super(`[${code}] ${found} ${remedy}`);
    this.code = code;
  }
}

/** Does something once for all widgets of the page. A failed attempt may be repeated. */
function once(start) {
  let under;
  return () => (under ??= start().catch((error) => {
    under = undefined;
    throw error;
  }));
}

/** The classes of the core, once it is loaded: of the module, or the same as JavaScript. */
export let Widget;
export let Catalog;
let wasm;
export const load = once(async () => {
  if (!await allowed()) return loadPlain();
  const bytes = await fetchModule(MODULE);
  await accepted(async () => {
    wasm = initSync({ module: await WebAssembly.compile(bytes) });
  });
  [Widget, Catalog] = [WasmWidget, WasmCatalog];
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
  try {
    ({ Widget, Catalog } = await import(NO_WASM));
  } catch (error) {
    throw new Failure('wasm-refused', `WebAssembly is refused here, and ${NO_WASM} could not be loaded (${error.message}).`, "Allow 'wasm-unsafe-eval' in script-src, or put that file beside mitra-kota.js.");
  }
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
  const at = (kind) => new URL(`./mitra-kota.${name}.${kind}`, import.meta.url);
  const [styles, bytes] = await Promise.all([name === 'detail' && fetchBytes(at('css')), wasm && fetchModule(at('wasm'))]);
  if (bytes) await accepted(() => WebAssembly.instantiate(bytes, { m: wasm }));
  if (styles) styleSheets()[1].replaceSync(new TextDecoder().decode(styles));
  Widget.arrived(name);
}

/** Where the core has stopped, if it tells: file, line and column. */
export function place() {
  const at = wasm && wasm.panicked.value;
  if (!at) return '';
  const [from, length, line, column] = new Uint32Array(wasm.memory.buffer, at, 4);
  return `${new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, from, length))}:${line}:${column}`;
}

async function fetchModule(url) {
  const bytes = await fetchBytes(url);
  if (bytes.byteLength < 4 || new DataView(bytes).getUint32(0) !== 0x0061736d) {
    throw new Failure('wasm-not-wasm', `${url} is no WebAssembly.`, 'The server answers another file, perhaps an error page.');
  }
  return bytes;
}

async function accepted(use) {
  try {
    await use();
  } catch (error) {
    throw new Failure('wasm-refused', String(error), "Allow 'wasm-unsafe-eval' in script-src; copy all files of one version.");
  }
}

export async function fetchBytes(url, code = 'wasm-not-found', remedy = `Put ${url.pathname.split('/').pop()} beside mitra-kota.js.`, signal = null) {
  let answer;
  try {
    answer = await fetch(url, { credentials: 'same-origin', signal });
  } catch (error) {
    throw new Failure(code, `${url} could not be fetched (${error.message}).`, `${remedy} Allow it in connect-src.`);
  }
  if (!answer.ok) throw new Failure(code, `${url} answered ${answer.status}.`, remedy);
  return answer.arrayBuffer();
}

let sheets;
/** The sheets of a widget, shared by all. The second, that of an open record, is empty until it comes. */
export function styleSheets() {
  if (!sheets) {
    sheets = [new CSSStyleSheet(), new CSSStyleSheet()];
    sheets[0].replaceSync(styles);
  }
  return sheets;
}

/** The bytes of a dataset given as object, JSON text or bytes. */
export function bytesOf(data) {
  // By its name: a buffer of another frame is no instance of ours.
  const whole = Object.prototype.toString.call(data) === '[object ArrayBuffer]';
  if (whole) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data));
}

/** Lets the page take its turn between the steps of a start. */
export const pause = () => new Promise((done) => { setTimeout(done); });
