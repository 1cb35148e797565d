// Starts a browser with its own WebDriver server on 127.0.0.1.
// In: the name of an engine. Out: a driver, what its console and network said, and a way to stop it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { Builder, logging } from 'selenium-webdriver';

const first = (...paths) => paths.find((path) => path && existsSync(path));
const root = process.getuid?.() === 0;

export const CHROMIUM = {
  binary: () => first(process.env.CHROME, '/usr/bin/chromium', '/usr/bin/google-chrome'),
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', ...(root ? ['--no-sandbox'] : [])],
};

const ENGINES = {
  chromium: {
    program: 'chromedriver',
    args: (port) => [`--port=${port}`],
    capabilities: () => ({
      browserName: 'chrome',
      'goog:loggingPrefs': { browser: 'ALL', performance: 'ALL' },
      'goog:chromeOptions': {
        binary: CHROMIUM.binary(),
        args: ['--headless=new', '--window-size=1280,1000', ...CHROMIUM.args],
      },
    }),
  },
  firefox: {
    program: 'geckodriver',
    args: (port) => [`--port=${port}`, '--host=127.0.0.1', '--websocket-port=0'],
    capabilities: () => ({
      browserName: 'firefox',
      webSocketUrl: true,
      'moz:firefoxOptions': {
        binary: first(process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'),
        args: ['-headless'],
        prefs: {
          'app.update.enabled': false,
          'network.captive-portal-service.enabled': false,
          'network.connectivity-service.enabled': false,
        },
      },
    }),
  },
  webkit: {
    program: 'WebKitWebDriver',
    args: (port) => [`--port=${port}`, '--host=127.0.0.1'],
    screen: true,
    capabilities: () => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: first(
          process.env.MINIBROWSER,
          '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
        ),
        args: ['--automation'],
      },
    }),
  },
};

/** Starts an engine: `{ name, driver, log, stop }`; `log()` gives and forgets what was said. */
export async function start(name) {
  const engine = ENGINES[name];
  const screen = engine.screen ? await xvfb() : { env: {}, stop() {} };
  const port = await freePort();
  const server = spawn(engine.program, engine.args(port), {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...screen.env,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      // WebKit cannot make its own walls for the root user.
      ...(root ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(server, url, engine.program);
  const builder = new Builder().usingServer(url).disableEnvironmentOverrides();
  const driver = await builder.withCapabilities(engine.capabilities()).build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 1000 });
  const log = await LOGS[name](driver);
  const stop = async () => {
    await driver.quit().catch(() => {});
    server.kill();
    screen.stop();
  };
  return { name, driver, log, stop };
}

/** How each engine tells of its console and its requests: `{ said, requests }`. */
const LOGS = {
  async chromium(driver) {
    return async () => {
      const entries = await driver.manage().logs().get(logging.Type.BROWSER);
      const loud = entries.filter(({ level }) => level.value >= logging.Level.WARNING.value);
      const network = await driver.manage().logs().get(logging.Type.PERFORMANCE);
      const sent = network.map(({ message }) => JSON.parse(message).message)
        .filter(({ method }) => method === 'Network.requestWillBeSent');
      return {
        said: loud.map(({ message }) => `console: ${message.replaceAll('\\u003C', '<')}`),
        requests: sent.map(({ params }) => params.request.url),
      };
    };
  },
  async firefox(driver) {
    const bidi = await driver.getBidi();
    await bidi.subscribe('log.entryAdded');
    await bidi.subscribe('network.beforeRequestSent');
    let said = [];
    let requests = [];
    bidi.on('log.entryAdded', ({ level, text }) => {
      if (level === 'error' || level === 'warn') said.push(`console: ${text}`);
    });
    bidi.on('network.beforeRequestSent', ({ request }) => requests.push(request.url));
    return async () => {
      const told = { said, requests };
      said = [];
      requests = [];
      return told;
    };
  },
  // What WebKit says cannot be read from outside: the probe in the page hears it.
  async webkit() {
    return async () => ({ said: [], requests: [] });
  },
};

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Waits until a driver's server answers; it says so itself, there is nothing to listen to. */
async function answering(server, url, program) {
  let dead;
  server.once('error', (error) => { dead = error; });
  server.once('exit', (code) => { dead ??= new Error(`${program} ended with ${code}`); });
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (dead) throw dead;
    const status = await fetch(`${url}/status`).catch(() => undefined);
    if (status?.ok) return;
    await new Promise((done) => { setTimeout(done, 100); });
  }
  throw new Error(`${program} did not answer at ${url} within a minute`);
}

/** A screen for a browser that needs one. */
async function xvfb() {
  if (process.platform !== 'linux' || process.env.DISPLAY) return { env: {}, stop() {} };
  const args = ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((done, fail) => {
    server.once('error', fail);
    server.stdio[3].once('data', (data) => done(String(data).trim()));
  });
  return { env: { DISPLAY: `:${number}` }, stop: () => server.kill() };
}
