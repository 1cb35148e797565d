// For pages that show embed.html in a frame: makes each `<iframe class="mitra-kota">` as high as what
// is in it.
//
// In: messages `{ type: 'mitra-kota:height', height, id }`. Only those are heard that come from the
// window of such a frame and from the origin of its address; nothing of them but a number is used.

const FRAMES = 'iframe.mitra-kota';
const HIGHEST = 50_000; // CSS pixels: a list of hundreds of records stays below

const originOf = (frame) => new URL(frame.src, document.baseURI).origin;
const frames = () => [...document.querySelectorAll(FRAMES)];

addEventListener('message', ({ data, source, origin }) => {
  if (data?.type !== 'mitra-kota:height' || !Number.isFinite(data.height) || data.height <= 0) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (frame && originOf(frame) === origin) frame.style.height = `${Math.min(Math.ceil(data.height), HIGHEST)}px`;
});

// What was told before this script was there is asked for again.
for (const frame of frames()) frame.contentWindow?.postMessage({ type: 'mitra-kota:ask' }, '*');
