// The dataset as a file on the visitor's disk.

const AWHILE = 10_000; // ms until the browser has taken what it was given

/** Has the browser save a blob. */
export function save(blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `mitra-kota.${blob.type.endsWith('json') ? 'json' : 'mkp'}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), AWHILE);
}
