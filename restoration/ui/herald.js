// Tells the page what was done: props.value is {n, did: [detail, ...]}; each detail becomes an event `kintsugi-did`, see journal.js.
let last = ''; // a value may be handed in twice

function tell() {
  if (!props.value || props.value.n === last) return;
  last = props.value.n;
  for (const detail of props.value.did) document.dispatchEvent(new CustomEvent('kintsugi-did', { detail }));
}

watch('value', tell);
tell();
