// Everything that can fail on the way to a widget, and what is left then.
//
// In: a page. Out: a case for each failure, and the table of what was seen in each engine, which
// docs/reliability.md holds.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { remedyOf } from '../../www/mitra-kota.trouble.js';
import { errors, NOT_OURS } from './cases/falling.mjs';

const RESET = "document.querySelector('mitra-kota').reset()";
const DOWNLOAD = "document.querySelector('mitra-kota').shadowRoot.querySelector('[data-do=download]').click()";

/** Each failure: where it is met, what a visitor has then, and the code that is told, if one can be. */
export const FAILURES = {
  'the script is not found': { at: '/scriptless/failing.html', has: 'list' },
  'the script is cut off': { at: '/scriptcut/failing.html', has: 'list' },
  'the script comes as `text/plain`': { at: '/scripttyped/failing.html', has: 'list' },
  'a policy refuses all scripts': { at: '/failing.html?policy=scripts-off', has: 'list' },
  'nothing but the script is there': { at: '/alone/failing.html', has: 'list', code: 'wasm-not-found', alone: true },
  'the module is not found': { at: '/lost/failing.html', has: 'list', code: 'wasm-not-found' },
  'a policy refuses all requests': { at: '/failing.html?policy=alone', has: 'list', code: 'wasm-not-found' },
  'a page comes in place of the module': { at: '/page/failing.html', has: 'list', code: 'wasm-not-wasm' },
  'the module comes as `text/plain`': { at: '/mistyped/failing.html', has: 'widget' },
  'the module is cut off': { at: '/cut/failing.html', has: 'list', code: 'wasm-broken' },
  'the module was changed on the server': { at: '/changed/failing.html', has: 'list', code: 'wasm-broken' },
  'the module is of another version': { at: '/other/failing.html', has: 'list', code: 'other-version' },
  'the module takes more than ten seconds': { at: '/slow/failing.html?first=hurry', has: 'list', code: 'slow' },
  'the browser knows no WebAssembly': { at: '/failing.html?first=wasmless', has: 'widget' },
  'a policy refuses WebAssembly': { at: '/failing.html?policy=no-wasm', has: 'widget' },
  'the same, and the JavaScript is not found': { at: '/wasmonly/failing.html?policy=no-wasm', has: 'list', code: 'wasm-refused' },
  'the same, and it is of another version': { at: '/othercore/failing.html?policy=no-wasm', has: 'list', code: 'other-version' },
  'the dataset is not found': { at: '/failing.html?data=none.json', has: 'list', code: 'data-not-found' },
  'a page comes in place of the dataset': { at: '/datapage/failing.html?data=example.json', has: 'list', code: 'data-not-read' },
  'the dataset is cut off': { at: '/datacut/failing.html?data=example.json', has: 'list', code: 'data-not-read' },
  'the dataset comes as `text/plain`': { at: '/mistyped/failing.html?data=example.json', has: 'widget' },
  'the dataset is too large': { at: '/failing.html?data=huge.json', has: 'list', code: 'data-too-large' },
  'all records are bad': { at: '/failing.html?data=allbad.json', has: 'list', code: 'data-not-read' },
  'the core stops': { at: '/panicking/failing.html', has: 'widget', code: 'restarted', ask: RESET },
  'one record is bad': { at: '/failing.html?data=example-broken.json', has: 'widget', code: 'data-problems', quiet: true },
  'finer land is not found': { at: '/landless/failing.html', has: 'widget', code: 'land-not-found', quiet: true },
  'finer land is cut off': { at: '/landbroken/failing.html', has: 'widget', code: 'land-not-read', quiet: true },
  'a language is not found': { at: '/mute/failing.html#mk.lang=ja', has: 'widget', code: 'language-not-found', quiet: true },
  'a language is of another version': { at: '/older/failing.html#mk.lang=ja', has: 'widget', code: 'language-not-read', quiet: true },
  'the list of hashes is not found': { at: '/unlisted/failing.html', has: 'widget', code: 'export-not-found', ask: DOWNLOAD },
  'the list of hashes is of another version': { at: '/changedlist/failing.html', has: 'widget', code: 'export-not-found', ask: DOWNLOAD },
  'what makes files is not found': { at: '/unsaved/failing.html', has: 'widget', code: 'export-not-found', ask: DOWNLOAD },
};

const OURS = "return (globalThis.probe?.said ?? []).filter((words) => words.includes('<mitra-kota>'))";
const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };

/** What was seen: by failure and engine. */
const seen = {};

function shown({ painted, plain }) {
  if (painted !== plain) return painted ? 'widget' : 'list';
  return painted ? 'BOTH' : 'NOTHING';
}

/** Meets one failure; the page lives on, its list or widget is there, and it is told once, with the remedy. */
async function meet(page, what, { at, has, code, quiet, alone, ask }) {
  page.allow(NOT_OURS);
  if (code) page.expect(new RegExp(`<mitra-kota> .*\\[${code}\\]`));
  await page.open(at, { wait: Boolean(ask) });
  if (ask) await page.run(ask);
  const told = async () => !code || (await page.run(OURS)).length > 0;
  const done = async (view) => shown(view) === has && await told() && (!code || quiet || errors(view).length > 0);
  const view = await page.until(done, `the ${has} is there, and ${code} is told`);
  assert.deepEqual(errors(view), code && !quiet ? [code] : []);
  const ours = await page.run(OURS);
  assert.equal(ours.length, code ? 1 : 0, ours.join('\n'));
  const remedy = alone ? /Copy all files of one version/ : { test: (words) => words.includes(remedyOf(code)) };
  assert.ok(!code || remedy.test(ours[0]), `${ours[0]}: with the remedy`);
  const alive = await page.run("document.querySelector('summary').click(); return document.querySelector('details').open");
  assert.ok(alive, 'the page of the host lives on');
  seen[what] ??= {};
  seen[what][page.engine] = shown(view) + (code ? `, \`${code}\`` : '');
}

/** A case for each. */
export const cases = Object.fromEntries(Object.entries(FAILURES).map(([what, failure]) => (
  [`failure: ${what}`, (page) => meet(page, what, failure)]
)));

/** The table of what was seen, as docs/reliability.md has it. */
export function table() {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const head = ['what fails', ...Object.values(ENGINES)];
  const rows = Object.keys(FAILURES).map((what) => [what, ...Object.keys(ENGINES).map((engine) => seen[what]?.[engine] ?? '')]);
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** The same table, as the document has it. */
export async function documented() {
  const text = await readFile(new URL('../../docs/reliability.md', import.meta.url), 'utf8');
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('| what fails |'));
  return lines.slice(from, from + Object.keys(FAILURES).length + 2);
}
