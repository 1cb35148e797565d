// A module whose core panics when it is asked to: the shipped one, but for one function.
//
// In: the module as it is shipped. Out: the same, in which `reset` does what a panic does. Nothing of
// this is in what a host gets.
import binaryen from 'binaryen';
import { readFile } from 'node:fs/promises';

const NAMES = new URL('../../target/xtask/names.json', import.meta.url);
const METHOD = 'widget_reset';
const SEAL = 13; // bytes of the section at the end

/** The module with a `reset` that panics. */
export async function panicking(shipped) {
  const names = JSON.parse(await readFile(NAMES, 'utf8'));
  const letters = names.exports.find(([name]) => name === METHOD)[1];
  const module = binaryen.readBinary(shipped);
  for (let at = 0; at < module.getNumExports(); at += 1) {
    const { name, value } = binaryen.getExportInfo(module.getExportByIndex(at));
    if (name === letters) binaryen.Function.setBody(module.getFunction(value), module.unreachable());
  }
  return Buffer.concat([module.emitBinary(), shipped.subarray(-SEAL)]);
}
