// How long the page's own script takes in a frame. To be loaded before what asks for frames.
// In: what is run in them. Out: its milliseconds.

let script = 0;
const frame = window.requestAnimationFrame.bind(window);

/** Does some work and counts its time. */
export function timed(work) {
  const begun = performance.now();
  const result = work();
  script += performance.now() - begun;
  return result;
}

window.requestAnimationFrame = (work) => frame((now) => timed(() => work(now)));

/** Does `work`, and waits until its frame and the next were there; gives the milliseconds of all script. */
export async function inFrame(work) {
  script = 0;
  timed(work);
  await new Promise((done) => { frame(() => frame(() => setTimeout(done))); });
  return script;
}
