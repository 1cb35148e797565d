// The languages that do not travel in the module: files in lang/ beside the script.
//
// In: a language. Out: its texts, for the module to learn. Each file is fetched once for all widgets
// of the page; where one does not come the widget goes on without it.

import { Widget } from './loading.js';
import { miss } from './messages.js';
import { own } from './pins.js';

const files = new Map();

const bytesOf = (name) => own(`lang/${name}`, 'language-not-found');

function fileNamed(name) {
  if (!files.has(name)) files.set(name, bytesOf(name).then((bytes) => new Uint8Array(bytes)).catch(miss));
  return files.get(name);
}

/** The bundled dataset in all languages. */
export const bundled = () => bytesOf('bundled.json');

/** The language of a BCP 47 tag, if it has files. */
export const fileOf = (tag) => /^(en|ja|ko)(?![a-z])/i.exec(tag)?.[0].toLowerCase();

/** The texts of a language: of the interface and, with `words`, of the bundled dataset. */
export function textsOf(lang, words) {
  return Promise.all([fileNamed(`${lang}.txt`), words && fileNamed(`bundled.${lang}.mkd`)]);
}

/** Has the module learn what came, and shows it in the widget that wanted it. */
export function learn(lang, texts, widget) {
  texts.forEach((file, index) => {
    if (file) Widget.learn(lang, index > 0, file);
  });
  widget?.settle(lang);
}
