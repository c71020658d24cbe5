// Keeps the address bar at the case on the screen; copies it. props.value: {query, own, set}; props.words: {copied, own}.
const note = element.querySelector('.copied'), byHand = element.querySelector('.by-hand'), field = byHand.querySelector('input');

function address() {
  const kept = [...new URLSearchParams(location.search)].filter(([key]) => key.startsWith('__')); // Gradio's own: the theme
  const step = document.documentElement.dataset.step; // of the lesson, while its prediction stands (predict.js)
  const query = [
    props.value.query, ...(step ? [`step=${step}`] : []), ...kept.map(([key, value]) => `${key}=${encodeURIComponent(value)}`),
  ].join('&');
  return `${location.origin}${location.pathname}?${query}`;
}

function write() {
  if (!props.value) return;
  history.replaceState(history.state, '', address());
  byHand.hidden = true;
  for (const anchor of document.querySelectorAll('a[data-lang]')) {
    const url = new URL(address());
    url.searchParams.set('lang', anchor.dataset.lang);
    anchor.href = url.href;
  }
}

function show() {
  if (!props.value) return;
  write();
  // The lab was set: exhibits in sight ask for their new contents. detail: which link, lesson's step or Reset set all of it, if one did.
  document.dispatchEvent(new CustomEvent('kintsugi-placed', { detail: props.value.set ?? null }));
}

document.addEventListener('kintsugi-copy', async () => {
  const link = address(), warning = props.value.own ? ` ${props.words.own}` : '';
  try {
    await navigator.clipboard.writeText(link);
    note.textContent = props.words.copied + warning;
  } catch {
    byHand.hidden = false;
    field.value = link;
    field.select();
    note.textContent = warning;
  }
  setTimeout(() => { note.textContent = ''; }, 4000);
});
document.addEventListener('kintsugi-step', write);
watch('value', show);
show();
