// Tells the page what was done: props.value is {n, did: [detail, ...]}; each detail becomes an event `kintsugi-did`, see journal.js.
function tell() {
  for (const detail of props.value?.did ?? []) document.dispatchEvent(new CustomEvent('kintsugi-did', { detail }));
}

watch('value', tell);
tell();
