// Keeps the address bar at the case on the screen; copies it. props.value: {query, own, set, words}; props.words: {copied, own}; props.kept:
// the keys by which a teacher's link is known: they stay in the address, and Reset goes back to that link (reset.js).
const note = element.querySelector('.copied'), byHand = element.querySelector('.by-hand'), field = byHand.querySelector('input');

if (props.kept.some((key) => new URLSearchParams(location.search).has(key))) window.kintsugiHome ??= location.search;

// The names that a link lists under a key, in one comma list or several, of those that there are.
function listed(key, names) {
  const asked = new URLSearchParams(location.search).getAll(key).join(',').split(',').map((name) => name.trim());
  return names.filter((name) => asked.includes(name));
}

function kept() {
  const asked = new URLSearchParams(location.search);
  const found = [...asked].filter(([key]) => key.startsWith('__')); // Gradio's own: the theme
  const there = new URLSearchParams(props.value.query);
  for (const key of props.kept) {
    const names = listed(key, [...props.limits.names, props.limits.nothing]).join(',');
    const value = key === 'only' || key === 'fix' ? names : asked.get(key)?.match(/^[0-9]{1,2}$/)?.[0];
    if (value && !there.has(key)) found.push([key, value]);
  }
  return found.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
}

function address() {
  const step = document.documentElement.dataset.step; // of the lesson, while its prediction stands (predict.js)
  const query = [
    props.value?.query ?? location.search.slice(1), ...(step && props.value ? [`step=${step}`] : []), ...(props.value ? kept() : []),
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
