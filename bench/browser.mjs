// A browser with one page of the bench.
// In: the folder of the built page, a name of the engine. Out: calls into the page, the time its
// main thread, or all that draws it, was on a processor, its heap.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM } from '../tests/browser/drivers.mjs';

const TYPES = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };

/** Serves a folder with the headers that make the page's clock exact to 5 µs. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    const body = await readFile(join(folder, path)).catch(() => null);
    response.writeHead(body ? 200 : 404, {
      'Content-Type': TYPES[path.split('.').at(-1)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A fresh browser process at `url`: nothing of another engine's run is left in it. */
export async function open(url) {
  const args = [...CHROMIUM.args, '--js-flags=--expose-gc', '--enable-precise-memory-info'];
  const browser = await chromium.launch({ executablePath: CHROMIUM.binary(), args });
  const page = await browser.newPage();
  const protocol = await page.context().newCDPSession(page);
  await page.goto(url);
  await page.waitForFunction(() => window.bench);
  const within = (what, seconds) => {
    let timer;
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`not done within ${seconds} s`)), seconds * 1000);
    });
    return Promise.race([what, late]).finally(() => clearTimeout(timer));
  };
  return {
    version: browser.version(),
    call: (method, args = [], seconds = 240) => within(
      page.evaluate(([method, args]) => window.bench[method](...args), [method, args]),
      seconds,
    ),
    cpu: clock(await processes(browser, 'renderer'), (id) => [id]),
    drawing: clock(await processes(browser, 'renderer', 'GPU'), (id) => readdirSync(`/proc/${id}/task`)),
    heap: () => heap(protocol),
    close: () => browser.close(),
  };
}

/** The processes of the page of these types, by their numbers. */
async function processes(browser, ...types) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type, id }) => types.includes(type)
    && !readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('top-chrome-webui')).map(({ id }) => id);
}

/** Reads how many milliseconds some threads of each process have been on a processor. */
function clock(ids, threads) {
  const ofThread = (id, thread) => {
    try {
      return Number(readFileSync(`/proc/${id}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      return 0; // it has ended
    }
  };
  return () => {
    let nanoseconds = 0;
    for (const id of ids) {
      for (const thread of threads(id)) nanoseconds += ofThread(id, thread);
    }
    return nanoseconds / 1e6;
  };
}

/** Bytes in use after two collections: objects and array buffers. */
async function heap(protocol) {
  await protocol.send('HeapProfiler.collectGarbage');
  await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await protocol.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}
