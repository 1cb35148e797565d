// A WordPress of its own: database, files and server in a folder that is thrown away.
// In: the folder of a WordPress, and `target/wordpress/mitra-kota` as `cargo xtask package` leaves it. Out:
// the address of a site with the plugin, what was saved, and a way to stop it.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const PLUGIN = join(here, '../../target/wordpress/mitra-kota');
const DATA = join(here, '../../www/data/example.json');
const run = promisify(execFile);
const pause = (time) => new Promise((done) => { setTimeout(done, time); });

const config = (socket) => `<?php
define( 'DB_NAME', 'wordpress' ); define( 'DB_USER', 'root' ); define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' ); define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' );
define( 'WP_DEFAULT_THEME', 'sample' ); define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'DISABLE_WP_CRON', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', true ); define( 'WP_DEBUG_DISPLAY', false ); define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Asks until it is so; the programs do not say when they are ready. */
async function ready(ask, what) {
  for (let left = 300; left; left -= 1) {
    if (await ask().then(() => true, () => false)) return;
    await pause(100);
  }
  throw new Error(`${what} is not ready after half a minute`);
}

/** Starts a database without a network; gives its socket. */
async function database(folder, programs) {
  const [data, socket] = [join(folder, 'data'), join(folder, 'sql')];
  await run('mariadb-install-db', [`--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--user=root']);
  const options = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--user=root'];
  programs.push(spawn('mariadbd', options, { stdio: 'ignore' }));
  const create = ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'CREATE DATABASE IF NOT EXISTS wordpress'];
  await ready(() => run('mariadb', create), 'mariadbd');
  return socket;
}

/** Starts a site; what was begun is ended if that fails. */
export async function start(wordpress) {
  const folder = await mkdtemp(join(tmpdir(), 'wordpress-'));
  const programs = [];
  const stop = async () => {
    for (const program of programs) {
      program.kill();
      await new Promise((done) => { program.once('exit', done); });
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...await begin(wordpress, folder, programs), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function begin(wordpress, folder, programs) {
  const site = join(folder, 'site');
  await cp(wordpress, site, { recursive: true, dereference: true });
  await cp(PLUGIN, join(site, 'wp-content/plugins/mitra-kota'), { recursive: true });
  await cp(join(here, 'theme'), join(site, 'wp-content/themes/sample'), { recursive: true });
  await cp(DATA, join(site, 'records.json'));
  await writeFile(join(site, 'wp-config.php'), config(await database(folder, programs)));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { stdout } = await run('php', [join(here, 'install.php'), site, url]);
  programs.push(spawn('php', ['-S', `127.0.0.1:${port}`, '-t', site], { stdio: 'ignore' }));
  await ready(() => fetch(`${url}/wp-login.php`), 'the web server');
  return { url, ...JSON.parse(stdout.slice(stdout.indexOf('{"version"'))) };
}
