// Reset opens the page anew, so that nothing of before is left, whatever state the page, its exhibits or a training are in. While the
// server cannot be reached, the page stays as it is, says so, and tries again. A link that a page must come back to instead of its
// default may stand in window.kintsugiHome, as "?key=value&...".
const AGAIN = 1500; // milliseconds
const note = element.querySelector('p');
let trying = false;

function home() {
  const here = new URLSearchParams(location.search), kept = new URLSearchParams(window.kintsugiHome ?? '');
  if (!kept.has('lang')) kept.set('lang', props.lang);
  for (const [key, value] of here) if (key.startsWith('__')) kept.set(key, value); // Gradio's own: the theme
  return `${location.origin}${location.pathname}?${kept}`;
}

async function reset() {
  try {
    const answer = await fetch(home(), { method: 'HEAD', cache: 'no-store' });
    if (answer.status >= 500 && answer.status !== 501) throw new Error(`status ${answer.status}`);
  } catch {
    note.textContent = props.words.waiting;
    setTimeout(reset, AGAIN);
    return;
  }
  history.scrollRestoration = 'manual';
  location.assign(home());
}

document.addEventListener('kintsugi-reset', () => {
  if (trying) return;
  trying = true;
  note.textContent = props.words.now;
  reset();
});
