// The widget as an element of a React application.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'mitra-kota';

const told = ({ detail }) => { document.body.dataset.total = detail.total; };
createRoot(document.querySelector('#app'))
  .render(createElement('mitra-kota', { lang: 'id', 'onmitra:ready': told }, createElement('p', null, 'The plain list')));
