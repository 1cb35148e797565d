// What leaves the widget as a file; what makes files comes when one is asked for.

import { Failure } from './loading.js';
import { script } from './pins.js';

/** `fileOf` and `save` of mitra-kota.export.js. */
export const exporter = () => script('mitra-kota.export.js').catch((error) => {
  throw new Failure('export-not-found', error);
});
