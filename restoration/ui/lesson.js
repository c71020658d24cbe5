// The row of buttons above the page: each brings its part of the lesson into view, inside the panel where it scrolls by itself.
element.querySelectorAll('[data-to]').forEach((button) => button.addEventListener('click', () => {
  const panel = document.getElementById('lesson'), part = document.getElementById(button.dataset.to);
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (panel.scrollHeight <= panel.clientHeight + 1) return part.scrollIntoView({ behavior });
  const head = document.getElementById('lesson-head').offsetHeight;
  const top = part.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop - head;
  panel.scrollTo({ top, behavior });
}));

// Listings are wider than the panel: let the keyboard reach and scroll them.
const reach = () => document.querySelectorAll('#lesson pre:not([tabindex])').forEach((listing) => { listing.tabIndex = 0; });
new MutationObserver(reach).observe(document.getElementById('lesson') ?? document.body, { childList: true, subtree: true });
