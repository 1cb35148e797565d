// A WordPress of its own: PHP as WebAssembly, a database in SQLite, files in memory; nothing is installed.
// In: which WordPress and PHP, the packages of package-lock.json beside this file, and
// `target/wordpress/mitra-kota` as `cargo xtask package` leaves it. Out: the address of a site with the
// plugin, what was saved, what PHP complained of, and a way to stop it.
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { PHP, PHPRequestHandler, loadPHPRuntime } from '@php-wasm/universal';

const here = fileURLToPath(new URL('.', import.meta.url));
const BUILDS = join(here, 'node_modules/@wp-playground/wordpress-builds');
const SQLITE = join(BUILDS, 'src/sqlite-database-integration/sqlite-database-integration.zip');
const PLUGIN = join(here, '../../target/wordpress/mitra-kota');
const DATA = join(here, '../../www/data/example.json');
/** Where the site lies in PHP's own files. */
const SITE = '/site';
const CONTENT = `${SITE}/wp-content`;
const LOG = '/debug.log';

const CONFIG = `<?php
define( 'DB_NAME', 'wordpress' ); define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' );
define( 'WP_DEFAULT_THEME', 'sample' ); define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'DISABLE_WP_CRON', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true ); define( 'WP_DEBUG_DISPLAY', false ); define( 'WP_DEBUG_LOG', '${LOG}' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/** Copies a folder into PHP's files. */
async function copy(php, from, to) {
  php.mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, goal] = [join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isDirectory()) await copy(php, source, goal);
    else php.writeFile(goal, await readFile(source));
  }
}

/** Runs a program; gives what it says, unless it fails. */
async function run(php, code, env) {
  const { text, errors, exitCode } = await php.run({ code, env });
  if (exitCode) throw new Error(`PHP ended with ${exitCode}: ${errors}\n${text}`);
  return text;
}

/** Unpacks an archive into a folder of PHP's. */
async function unpack(php, archive, to) {
  php.writeFile('/archive.zip', await readFile(archive));
  await run(php, `<?php $zip = new ZipArchive(); exit( true === $zip->open( '/archive.zip' ) && $zip->extractTo( '${to}' ) ? 0 : 1 );`);
  php.unlink('/archive.zip');
}

/** All files of a site. Its packers have put scripts and styles aside, and a database in that is not ours. */
async function fill(php, wordpress) {
  await unpack(php, join(BUILDS, `src/wordpress/wp-${wordpress}.zip`), SITE);
  await unpack(php, SQLITE, '/archive');
  php.mkdir(`${CONTENT}/plugins`);
  php.mv('/archive/sqlite-database-integration-main', `${CONTENT}/plugins/sqlite-database-integration`);
  php.cp(`${CONTENT}/plugins/sqlite-database-integration/db.copy`, `${CONTENT}/db.php`);
  await copy(php, join(BUILDS, `public/wp-${wordpress}`), SITE);
  php.unlink(`${CONTENT}/database/.ht.sqlite`);
  await copy(php, PLUGIN, `${CONTENT}/plugins/mitra-kota`);
  await copy(php, join(here, 'theme'), `${CONTENT}/themes/sample`);
  php.writeFile(`${SITE}/records.json`, await readFile(DATA));
  php.writeFile(`${SITE}/wp-config.php`, CONFIG);
}

/** Answers requests one after the other, as one interpreter can. */
function answering(handler) {
  let last = Promise.resolve();
  const ask = async (request, response) => {
    const { method, url, headers } = request;
    const answer = await handler.request({ method, url, headers, body: await buffer(request) });
    response.writeHead(answer.httpStatusCode, answer.headers).end(answer.bytes);
  };
  return (request, response) => {
    last = last.then(() => ask(request, response)).catch((error) => response.writeHead(500).end(String(error)));
  };
}

/** Makes the database and the pages; gives what is told of them. */
async function install(php, url) {
  const said = await run(php, await readFile(join(here, 'install.php'), 'utf8'), { SITE, ADDRESS: url });
  const from = said.indexOf('{"version"');
  if (from < 0) throw new Error(`WordPress is not installed: ${said.slice(-1000)}`);
  return JSON.parse(said.slice(from));
}

/** Starts a site; `php` is the package that has the interpreter. */
export async function start({ wordpress, php: interpreter }) {
  const { getPHPLoaderModule } = await import(interpreter);
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  await fill(php, wordpress);
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => { server.once('listening', done); });
  const url = `http://127.0.0.1:${server.address().port}`;
  // What is no file is WordPress's to answer; cookies are the browser's to keep.
  const getFileNotFoundAction = () => ({ type: 'internal-redirect', uri: '/index.php' });
  const handler = new PHPRequestHandler({ php, documentRoot: SITE, absoluteUrl: url, cookieStore: false, getFileNotFoundAction });
  server.on('request', answering(handler));
  const stop = () => { server.closeAllConnections(); server.close(); php.exit(); };
  const log = () => (php.fileExists(LOG) ? php.readFileAsText(LOG) : '');
  try {
    return { url, stop, log, ...await install(php, url) };
  } catch (error) {
    stop();
    throw error;
  }
}
