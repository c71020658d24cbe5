// Tells the page what was done: props.value is {n, did: [detail, ...]}; each detail becomes an event `kintsugi-did`, see journal.js.
let last = '', page = ''; // a value may be handed in twice, and a page that is on the screen is not opened again

function tell() {
  if (!props.value || props.value.n === last) return;
  last = props.value.n;
  for (const detail of props.value.did) {
    if (detail.what === 'open' && detail.lesson === page) continue;
    if (detail.what === 'open') page = detail.lesson;
    document.dispatchEvent(new CustomEvent('kintsugi-did', { detail }));
  }
}

watch('value', tell);
tell();
