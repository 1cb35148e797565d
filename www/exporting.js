// What leaves the widget as a file; what makes files comes when one is asked for.

import { Failure } from './loading.js';

const EXPORT = new URL('./mitra-kota.export.js', import.meta.url);

/** `fileOf` and `save` of mitra-kota.export.js. */
export const exporter = () => import(EXPORT).catch((error) => {
  throw new Failure('export-not-found', error);
});
