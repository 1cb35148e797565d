// A static server for the tests: `dist/` and `tests/browser/pages/` under the strict policy.
// In: nothing but the files. Out: an address on 127.0.0.1, and what browsers reported to it.
//
// Every page gets /probe.js as its first script and a policy that reports to /report. What a test
// wants otherwise stands in the query of a page: `?policy=scripts-off`, `?data=example.json` for its
// widget, `?worldview=jp` and `?projection=globe` for that too, `?first=hurry` for a script of pages/ before all others,
// `?host=resets` for a sheet of pages/hosts/. With POLICY=self in the
// environment all else runs under `default-src 'self'`, as sites have it that know nothing of
// WebAssembly: the core is then plain JavaScript.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crowded, hostile, many } from './data.mjs';
import { strings } from './hostile.mjs';
import { panicking } from './panicking.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(here, '../../dist');
const PAGES = join(here, 'pages');

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
  + "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";
const POLICIES = {
  strict: STRICT,
  'scripts-off': STRICT.replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'"),
  'no-wasm': STRICT.replace(" 'wasm-unsafe-eval'", ''),
  framing: `${STRICT}; frame-src 'self'`,
  alone: STRICT.replace("connect-src 'self'", "connect-src 'none'"),
  'alone-no-wasm': STRICT.replace("connect-src 'self'", "connect-src 'none'").replace(" 'wasm-unsafe-eval'", ''),
  vue: STRICT.replace("trusted-types 'none'", 'trusted-types vue'),
  self: "default-src 'self'",
};
/** What pages run under if they do not say. */
export const POLICY = process.env.POLICY ?? 'strict';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/** Files that are made, not read. */
const MADE = {
  '/data/hostile.json': async () => hostile(await bundled()),
  '/data/strings.json': strings,
  '/data/crowded.json': async () => crowded(await bundled()),
  '/data/many.json': async () => many(await bundled(), 300),
  '/data/allbad.json': async () => ({ ...await bundled(), records: [1, 2, 3] }),
  '/data/huge.json': async () => ' '.repeat((32 << 20) + 1),
};

const among = (files, change) => (body, path) => (files.test(path) ? change(body, path) : body);

const gate = () => {
  let open;
  const opened = new Promise((done) => { open = done; });
  return { open, opened };
};
let besides = gate();

/** The module of a record comes only once its details are asked for, too. */
function abreast(body, path) {
  if (path.endsWith('.mkd')) besides.open();
  if (!path.endsWith('detail.wasm')) return body;
  return besides.opened.then(() => {
    besides = gate();
    return body;
  });
}

/** What can happen to files on their way, by the first folder of the address. */
const FAULTS = {
  '/scriptless': among(/mitra-kota\.js$/, () => undefined),
  '/scriptcut': among(/mitra-kota\.js$/, (script) => script.subarray(0, 1000)),
  '/alone': among(/mitra-kota\.[a-z]+\..*$|mitra-kota\.wasm$/, () => undefined),
  '/other': among(/\.wasm$/, (module) => Buffer.concat([module.subarray(0, -8), Buffer.from('01234567')])),
  '/othercore': among(/nowasm\.js$/, (core) => `${core.subarray(0, -11)}01234567";`),
  '/slow': among(/\.wasm$/, (module) => released.then(() => module)),
  '/panicking': among(/mitra-kota\.(wasm|js)$/, (body, path) => (path.endsWith('.wasm') ? panicking(body) : pinned(body, panicking))),
  '/changed': among(/mitra-kota\.wasm$/, (module) => changed(module, 'bekasi-', 'bakasi-')),
  '/changedscripts': among(/(export|nowasm)\.js$/, (script) => Buffer.concat([script, Buffer.from('globalThis.changed = true;\n')])),
  '/changedlooks': among(/detail\.css$/, (styles) => Buffer.concat([styles, Buffer.from('*{display:none}')])),
  '/changedlist': among(/pins\.json$/, (list) => Buffer.concat([list, Buffer.from('\n')])),
  '/unlisted': among(/pins\.json$/, () => undefined),
  '/changedlater': among(/detail\.wasm$/, (module) => changed(module, 'mk-documents', 'mk-monuments')),
  '/datacut': among(/\/data\/.*\.json$/, (data) => data.subarray(0, 1000)),
  '/datapage': among(/\/data\/.*\.json$/, () => '<!doctype html><title>Sign in</title>'),
  '/mistyped': (body) => body,
  '/scripttyped': (body) => body,
  '/landless': among(/\.bin$/, () => undefined),
  '/landbroken': among(/\.bin$/, (land) => land.subarray(0, 1000)),
  '/lost': among(/\.wasm$/, () => undefined),
  '/abreast': abreast,
  '/cut': among(/\.wasm$/, (module) => module.subarray(0, 1000)),
  '/listonly': among(/detail\.wasm$/, () => undefined),
  '/unmoved': among(/moving\.wasm$/, () => undefined),
  '/unsaved': among(/export\.js$/, () => undefined),
  '/wasmonly': among(/nowasm\.js$/, () => undefined),
  '/page': among(/\.wasm$/, () => '<!doctype html><title>Sign in</title>'),
  '/mute': among(/\/lang\//, () => undefined),
  '/wordless': among(/\/lang\/bundled\./, () => undefined),
  '/headonly': among(/\.mkd$/, () => undefined),
  '/halved': among(/\.mkp$/, (file) => file.subarray(0, 300)),
  '/older': among(/\/lang\//, (text) => text.subarray(0, -1)),
};

/** A module with another word in it, as somebody on the server might: as whole, as valid and as sealed as before. */
function changed(module, from, to) {
  const text = module.toString('latin1');
  if (!text.includes(from)) throw new Error(`the module has no "${from}" to change`);
  return Buffer.from(text.replace(from, to), 'latin1');
}

/** The script as it would be built with the first module changed. */
async function pinned(script, change) {
  const shipped = await readFile(join(DIST, 'mitra-kota.wasm'));
  const hash = (bytes) => createHash('sha256').update(bytes).digest('base64');
  const [before, now] = [hash(shipped), hash(await change(shipped))];
  if (!script.includes(before)) throw new Error(`the script has no pin ${before}`);
  return String(script).replace(before, () => now);
}

async function bundled() {
  return JSON.parse(await readFile(join(DIST, 'data/bekasi-bandung.json'), 'utf8'));
}

/** What is served as plain text, by the first folder of the address. */
const MISTYPED = { '/mistyped': /\.(wasm|json)$/, '/scripttyped': /mitra-kota\.js$/ };

/** What hangs in `/slow/` hangs until somebody asks for `/release`. */
let release;
let released;
const arm = () => { released = new Promise((done) => { release = done; }); };
arm();

/** Starts the server over folders; `reports` fills with what browsers report of the policy. */
export async function serve(folders = [PAGES, DIST]) {
  const reports = [];
  const server = createServer((request, response) => {
    answer(request, response, { reports, folders }).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const close = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  return { url: `http://127.0.0.1:${server.address().port}`, reports, close };
}

async function answer(request, response, { reports, folders }) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/report') {
    reports.push(await bodyOf(request));
    response.writeHead(204).end();
    return;
  }
  if (pathname === '/release') {
    release();
    arm();
  }
  if (pathname === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const body = await find(pathname, folders);
  if (body === undefined) {
    send(response, 404, 'text/plain; charset=utf-8', 'not found', POLICIES[POLICY]);
    return;
  }
  const type = typeOf(pathname);
  const page = type.startsWith('text/html');
  const policy = POLICIES[searchParams.get('policy') ?? POLICY];
  send(response, 200, type, page ? probed(body, searchParams) : body, policy);
}

function send(response, status, type, body, policy) {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': `${policy}; report-uri /report`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  response.end(body);
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** The bytes behind a path, with the fault that its first folder stands for. */
async function find(pathname, folders) {
  const fault = Object.keys(FAULTS).find((folder) => pathname.startsWith(`${folder}/`));
  if (!fault) return read(pathname, folders);
  return FAULTS[fault](await read(pathname.slice(fault.length), folders), pathname);
}

/** The bytes behind a path; nothing outside the folders. */
async function read(pathname, folders) {
  if (MADE[pathname]) return JSON.stringify(await MADE[pathname]());
  const path = normalize(decodeURIComponent(pathname));
  if (path.split(/[\\/]/).includes('..')) return undefined;
  const own = path === '/probe.js' ? [join(here, 'probe.js')] : folders.map((folder) => join(folder, path));
  for (const file of own) {
    const body = await readFile(file).catch(() => undefined);
    if (body) return body;
  }
  return undefined;
}

function typeOf(pathname) {
  const fault = Object.keys(MISTYPED).find((folder) => pathname.startsWith(`${folder}/`));
  if (fault && MISTYPED[fault].test(pathname)) return 'text/plain';
  return TYPES[extname(pathname)] ?? 'application/octet-stream';
}

/** The page with the probe before everything else, and with what its address asks for. */
function probed(page, asked) {
  const scripts = ['probe', asked.get('first')].filter(Boolean).map((name) => `<script src="/${name}.js"></script>`);
  const src = asked.has('data') ? ` src="data/${asked.get('data')}"` : '';
  const looks = ['worldview', 'projection'].filter((name) => asked.has(name)).map((name) => ` ${name}="${asked.get(name)}"`).join('');
  const host = asked.has('host') ? `<link rel="stylesheet" href="/hosts/${asked.get('host')}.css">` : '';
  return String(page).replace(/<meta charset="utf-8">/, `$&${scripts.join('')}${host}`).replace(/<mitra-kota/, `$&${src}${looks}`);
}
