// Sample applications with the packed package in them, one for each bundler.
// In: `target/npm/mitra-kota`, as `cargo xtask package` leaves it. Out: built applications in
// `target/npm/apps/NAME/out`, and what they are.
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';

const here = fileURLToPath(new URL('.', import.meta.url));
const NPM = join(here, '../../target/npm');
export const APPS = join(NPM, 'apps');
const run = promisify(execFile);

/** Packs the package and installs it beside the applications; gives the packed file's list. */
export async function install() {
  await rm(APPS, { recursive: true, force: true });
  await cp(join(here, 'apps'), APPS, { recursive: true });
  // Browsers ask for it unasked; Vite's own server would say that it is not there.
  await mkdir(join(APPS, 'vite/public'));
  await writeFile(join(APPS, 'vite/public/favicon.ico'), '');
  const options = { cwd: APPS };
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', APPS, join(NPM, 'mitra-kota')], options);
  const [{ filename, files }] = JSON.parse(stdout);
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...quiet, `./${filename}`], options);
  return files.map(({ path }) => path);
}

const page = (name) => cp(join(APPS, name, 'index.html'), join(APPS, name, 'out/index.html'));

/** How each application is built; the words that a bundler says are given back. */
export const BUILDS = {
  async vite() {
    const said = [];
    const logger = { info() {}, warn: (text) => said.push(text), warnOnce: (text) => said.push(text), error: (text) => said.push(text), clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
    const root = join(APPS, 'vite');
    await vite({ root, configFile: false, base: './', logLevel: 'warn', customLogger: logger, build: { outDir: 'out' } });
    return said;
  },

  async webpack() {
    const folder = join(APPS, 'webpack');
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: './main.js',
      output: { path: join(folder, 'out'), filename: 'bundle.js' },
      performance: { hints: false },
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    await page('webpack');
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    return [...errors, ...warnings].map(({ message }) => message);
  },

  async esbuild() {
    const folder = join(APPS, 'esbuild');
    const { warnings } = await esbuild.build({
      entryPoints: [join(folder, 'main.js')],
      outfile: join(folder, 'out/bundle.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      logLevel: 'silent',
    });
    await cp(join(APPS, 'node_modules/mitra-kota/files'), join(folder, 'out/files'), { recursive: true });
    await page('esbuild');
    return warnings.map(({ text }) => text);
  },
};

/** A file of the installed package. */
export const installed = (name) => readFile(join(APPS, 'node_modules/mitra-kota', name), 'utf8');
