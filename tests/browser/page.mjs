// One page under test in one engine.
// In: an engine of drivers.mjs and a server. Out: what to do with a page, what can be seen of it,
// and in the end whether anything was said that should not have been.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { By, Key } from 'selenium-webdriver';
import { look } from './look.mjs';
import { POLICY } from './server.mjs';

const PATIENCE = 20_000;
/** How browsers say that a policy refuses WebAssembly. */
const REFUSAL = /wasm-unsafe-eval|wasm-eval/;
/** What is said where the machine is slow, not the widget. */
const SLOW = /<mitra-kota> \[slow\]/;

export class Page {
  #expected = [];
  #allowed = [];

  constructor({ name, driver, log }, server) {
    this.engine = name;
    this.driver = driver;
    this.log = log;
    this.server = server;
  }

  /** Opens a page afresh, even if only the fragment differs, and waits for the widget. */
  async open(path, { widget = 'mitra-kota', wait = true } = {}) {
    this.widget = widget;
    await this.driver.get('about:blank');
    await this.driver.get(this.server.url + path);
    if (wait) await this.until((seen) => seen.painted, 'the widget is painted');
  }

  /** What the visitor sees now. */
  look(widget = this.widget) {
    return this.driver.executeScript(look, widget);
  }

  /** Waits until what is seen satisfies `check`; gives what is seen. */
  async until(check, what, widget = this.widget) {
    let seen;
    const good = async () => {
      seen = await this.look(widget);
      return check(seen);
    };
    await this.driver.wait(good, PATIENCE, undefined, 50).catch((error) => {
      throw new Error(`not so: ${what}. Seen: ${inspect(seen, { depth: 3 })}`, { cause: error });
    });
    return seen;
  }

  /** The first element of the widget that can be seen. */
  async find(css, widget = this.widget) {
    const root = await (await this.driver.findElement(By.css(widget))).getShadowRoot();
    const all = await root.findElements(By.css(css));
    for (const element of all) {
      if (await element.isDisplayed()) return element;
    }
    throw new Error(`${css}: ${all.length} found, none can be seen`);
  }

  /** Until nothing moves any more: what still slides is not where it will be clicked. */
  async still(widget = this.widget) {
    const moving = "return document.querySelector(arguments[0]).shadowRoot.getAnimations().length";
    await this.driver.wait(async () => !(await this.driver.executeScript(moving, widget)), PATIENCE, undefined, 50);
  }

  /** Until an element can be seen: what a later module shows may still be on its way. */
  async awaited(css, widget) {
    let missing;
    const found = () => this.find(css, widget).catch((error) => {
      missing = error;
      return null;
    });
    return this.driver.wait(found, PATIENCE, undefined, 50).catch(() => {
      throw missing;
    });
  }

  /** A real click. */
  async click(css, widget = this.widget) {
    await this.still(widget);
    const element = await this.awaited(css, widget);
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
    await element.click();
  }

  /** Clicks what does something: a verb and its argument. */
  does(verb, argument, widget = this.widget) {
    const arg = argument === undefined ? '' : `[data-arg="${argument}"]`;
    return this.click(`[data-do="${verb}"]${arg}`, widget);
  }

  /** Chooses a value; the group of a sector is opened first. */
  async choose(value, widget = this.widget) {
    const { values } = await this.look(widget);
    if (!values[value]) {
      const root = await this.driver.executeScript(
        "return [...document.querySelector(arguments[0]).shadowRoot.querySelectorAll('[data-do=open]')].map((e) => e.dataset.arg)",
        widget,
      );
      for (const group of root.filter((arg) => arg.startsWith(value.split('/')[0]))) {
        await this.does('open', group, widget);
      }
      await this.until((seen) => seen.values[value], `${value} can be chosen`, widget);
    }
    await this.does('toggle', value, widget);
  }

  /** Presses keys one after another, wherever the focus is. */
  async press(...keys) {
    for (const key of keys) {
      await this.driver.actions().sendKeys(Key[key.toUpperCase()] ?? key).perform();
    }
  }

  /** Types into the search field, each letter once the one before it stands there. */
  async type(text) {
    for (const [at, letter] of [...text].entries()) {
      await this.press(letter);
      await this.until(({ query }) => query === text.slice(0, at + 1), `the field shows "${letter}"`);
    }
  }

  /** Presses Tab until the focus is where `check` wants it. */
  async tabTo(check, what) {
    for (let stops = 0; stops < 150; stops += 1) {
      await this.press('Tab');
      const seen = await this.look();
      if (seen.focus && check(seen.focus)) return seen;
    }
    throw new Error(`not reached by the Tab key: ${what}`);
  }

  /** Runs a function in the page. */
  run(script, ...args) {
    return this.driver.executeScript(script, ...args);
  }

  /** Says that something will be said: a pattern that must occur, and is no failure then. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** Leaves to the browser what it says of its own in such a case. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Says that WebAssembly will be refused. WebKit refuses without a word. */
  expectRefusal() {
    if (this.engine !== 'webkit') this.expect(REFUSAL);
  }

  /** Begins a case: nothing is expected, nothing has been said. */
  async begin() {
    this.#expected = [];
    this.#allowed = POLICY === 'self' ? [REFUSAL, SLOW] : [SLOW];
    await this.driver.get('about:blank');
    await this.log();
    this.server.reports.length = 0;
  }

  /** Ends a case: fails on violations, console errors and warnings, and foreign requests. */
  async verdict() {
    const { words, requests, loaded } = await this.#told();
    const allowed = [...this.#expected, ...this.#allowed];
    const bad = words.filter((line) => !allowed.some((pattern) => pattern.test(line)));
    assert.equal(bad.join('\n'), '', 'nothing is said');
    assert.equal(this.#missed(words).join('\n'), '', 'what was expected is said');
    const own = (url) => url.startsWith(this.server.url) || /^(about|data|blob|chrome|resource|moz-extension):/.test(url);
    const foreign = [...requests, ...loaded].filter((url) => !own(url));
    assert.equal(foreign.join('\n'), '', 'nothing foreign is asked for');
  }

  #missed(words) {
    return this.#expected.filter((pattern) => !words.some((line) => pattern.test(line)));
  }

  /** All that was said and asked for; what is expected may still be on its way. */
  async #told() {
    const [words, requests] = [[], []];
    const end = Date.now() + PATIENCE;
    for (;;) {
      const told = await this.log();
      const inPage = await this.run('return globalThis.probe?.said ?? []');
      words.push(...told.said, ...inPage, ...this.server.reports.map((report) => `report: ${report}`));
      requests.push(...told.requests);
      if (!this.#missed(words).length || Date.now() > end) break;
    }
    const loaded = await this.run("return performance.getEntriesByType('resource').map((e) => e.name)");
    return { words, requests, loaded };
  }
}
