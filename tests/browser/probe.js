// The first script of every page under test: keeps what went wrong for the test to read.
(() => {
  const said = [];
  const events = [];
  for (const level of ['error', 'warn']) {
    const plain = console[level];
    console[level] = (...words) => {
      said.push(`console.${level}: ${words.map(String).join(' ')}`);
      plain.apply(console, words);
    };
  }
  addEventListener('error', (event) => {
    const { target } = event;
    said.push(target instanceof Element
      ? `not loaded: ${target.src ?? target.href}`
      : `error: ${event.message}`);
  }, true);
  addEventListener('unhandledrejection', (event) => said.push(`rejection: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) => {
    said.push(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  for (const name of ['ready', 'filter', 'select', 'error']) {
    addEventListener(`mitra:${name}`, (event) => {
      events.push({ name, id: event.target.id, detail: JSON.parse(JSON.stringify(event.detail)) });
    });
  }
  globalThis.probe = { said, events };
})();
