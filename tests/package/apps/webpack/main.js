// The widget as an element of a Vue application.
import { createApp, h } from 'vue';
import 'mitra-kota';

const told = ({ detail }) => { document.body.dataset.total = detail.total; };
createApp({ render: () => h('mitra-kota', { lang: 'id', 'onMitra:ready': told }, [h('p', 'The plain list')]) })
  .mount('#app');
