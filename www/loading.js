// What the widget loads: its module once for all widgets of the page, and with the first record that is
// opened the module and the styles that show it.

import { Catalog as WasmCatalog, Widget as WasmWidget, initSync } from '../pkg/mitra_kota.js';
import styles from './mitra-kota.css';

const MODULE = new URL('./mitra-kota.wasm', import.meta.url);
const NO_WASM = new URL('./mitra-kota.nowasm.js', import.meta.url);
const DETAIL = new URL('./mitra-kota.detail.wasm', import.meta.url);
const DETAIL_STYLES = new URL('./mitra-kota.detail.css', import.meta.url);

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
let exported;
export const load = once(async () => {
  if (!await allowed()) return loadPlain();
  const bytes = await fetchModule(MODULE);
  await accepted(async () => {
    exported = initSync({ module: await WebAssembly.compile(bytes) });
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

// What shows an open record is a module of its own. It puts itself into the first one's table of
// functions: a record may only be painted once it is there.
let detailIsHere = false;
export const loadDetail = once(async () => {
  const [styles, bytes] = await Promise.all([fetchBytes(DETAIL_STYLES), exported && fetchModule(DETAIL)]);
  if (bytes) await accepted(() => WebAssembly.instantiate(bytes, { m: exported }));
  styleSheets()[1].replaceSync(new TextDecoder().decode(styles));
  detailIsHere = true;
});

export function lacksDetail(widget) {
  return !detailIsHere && widget.selected !== undefined;
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
