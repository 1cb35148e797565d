// A script of a site's own that takes the widget in.
import 'mitra-kota';

addEventListener('mitra:ready', ({ detail }) => { document.body.dataset.total = detail.total; });
