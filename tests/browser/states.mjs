// The states of the widget that are looked at and examined one by one.
// In: an open page (chromium.mjs). Out: the same page in the state, ready to be looked at.
import { until } from './chromium.mjs';

/** Each state: the fragment it is reached by, what is pressed there, and how one knows. */
export const STATES = {
  list: { is: ({ cards }) => cards.length === 5 },
  filtered: { hash: 'mk.sector=employment&mk.country=JP', is: ({ cards }) => cards.length === 2 },
  empty: { hash: 'mk.q=osaka&mk.country=KR', is: ({ status }) => /\b0\b/.test(status) },
  detail: { hash: 'mk.record=bekasi-izumisano', is: ({ detail }) => detail },
  hamamatsu: { hash: 'mk.record=bandung-hamamatsu', is: ({ detail }) => detail },
  world: { hash: 'mk.map=world', is: ({ cards }) => cards.length === 5 },
  english: { hash: 'mk.lang=en', is: ({ lang }) => lang === 'en' },
  japanese: { hash: 'mk.lang=ja', is: ({ lang }) => lang === 'ja' },
  korean: { hash: 'mk.lang=ko', is: ({ lang }) => lang === 'ko' },
  open: { press: '[data-do=open]', is: ({ values }) => Object.keys(values).length > 15 },
  sheet: { press: '[data-do=sheet][data-arg=open]', narrow: true, is: ({ focus }) => focus?.key === 'sheet' },
};

/** The address of a state on a page. */
export function address(base, name) {
  const { hash } = STATES[name];
  return hash ? `${base}#${hash}` : base;
}

/** Brings an opened page into its state. */
export async function reach(page, name) {
  const { press, is } = STATES[name];
  if (press) await page.locator(press).first().click();
  await until(page, is);
}
