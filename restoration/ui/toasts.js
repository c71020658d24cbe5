// Mends the messages that Gradio shows in a corner. A screen reader announces what is added to a live region that was there before: the
// box of all messages is one now, not each of them. The head of a message was a button with a button in it; the inner one, Close, is
// enough. props.words: {notice, close}, which Gradio has in English only.
function mend(box) {
  for (const item of box.querySelectorAll('.toast-body')) {
    item.removeAttribute('role');
    item.removeAttribute('aria-live');
    const head = item.querySelector('.toast-header'), title = item.querySelector('.toast-title').firstChild;
    for (const name of ['role', 'tabindex']) head.removeAttribute(name);
    if (title.nodeValue.trim() !== props.words.notice) title.nodeValue = `${props.words.notice} `;
    item.querySelector('.toast-close').setAttribute('aria-label', props.words.close);
  }
}

(function start() {
  const box = document.querySelector('.toast-wrap');
  if (!box) return setTimeout(start, 100);
  box.setAttribute('role', 'alert');
  new MutationObserver(() => mend(box)).observe(box, { childList: true, subtree: true });
  mend(box);
})();
