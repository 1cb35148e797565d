// Stands for `www/pins.js` in the build that is one file: what lies beside the script elsewhere is in it here.
import { fetchBytes } from '../../www/loading.js';

const SCRIPTS = {
  'mitra-kota.nowasm.js': () => import('own-core'),
  'mitra-kota.trouble.js': () => import('own-trouble'),
  'mitra-kota.export.js': () => import('own-export'),
};

/** The bytes of a file. */
export const own = (path, code, options) => fetchBytes(new URL(`./${path}`, import.meta.url), code, options);

/** Nothing comes in place of what is in the one file. */
export const strange = () => undefined;

/** What a script exports; there is no other one `again`. */
export const script = async (path, again) => {
  if (again) throw new Error(path + again);
  return SCRIPTS[path]();
};
