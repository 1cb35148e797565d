// The page in a frame (embed.html): takes the attributes of the widget from its address, and tells the
// page around it how high it is.
//
// In: `embed.html?src=…&lang=…&id=…`. Out: `{ type: 'mitra-kota:height', height, id }` to the page
// around, whenever the height changes or that page asks with `{ type: 'mitra-kota:ask' }`.

const TAKEN = ['src', 'lang', 'home', 'view', 'theme', 'worldview', 'projection', 'url-state'];

const asked = new URLSearchParams(location.search);
const id = /^[\w-]{1,64}$/.exec(asked.get('id') ?? '')?.[0] ?? '';

/** Anyone can write an address: a dataset of someone else must not appear under the name of this site. */
function isOwn(src) {
  try {
    const { origin, protocol } = new URL(src, document.baseURI);
    return origin === location.origin && protocol === location.protocol;
  } catch {
    return false;
  }
}

function configure(widget) {
  if (id) widget.id = id;
  for (const name of TAKEN.filter((taken) => asked.has(taken))) {
    const value = asked.get(name);
    if (name === 'lang') document.documentElement.lang = value;
    if (name !== 'src') widget.setAttribute(name, value);
    else if (isOwn(value)) follow(widget, value);
    else console.error(`<mitra-kota> [data-not-found] ${value} is of another origin. Put the dataset beside embed.html.`);
  }
}

// The list that stands in the page is of the bundled dataset; another one is at least linked.
function follow(widget, src) {
  const link = document.createElement('a');
  [link.href, link.textContent] = [src, src];
  widget.replaceChildren(link);
  widget.setAttribute('src', src);
}

function tell() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // To any page: who may frame this one is for the server's `frame-ancestors` to say, and a height is no secret.
  if (parent !== window) parent.postMessage({ type: 'mitra-kota:height', height, id }, '*');
}

// Sources are other sites: in the frame they would take the place of the widget, or refuse to be framed.
function leave(event) {
  const link = event.composedPath()[0].closest?.('a[href]');
  if (link && link.origin !== location.origin) link.target = '_blank';
}

document.body.style.margin = '0';
configure(document.querySelector('mitra-kota'));
new ResizeObserver(tell).observe(document.documentElement);
addEventListener('message', ({ data, source }) => {
  if (source === parent && data?.type === 'mitra-kota:ask') tell();
});
addEventListener('click', leave, { capture: true });
