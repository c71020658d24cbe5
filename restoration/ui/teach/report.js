// Asks for the lab report, with what this browser remembers (journal.js), and saves the file that comes. props.value: {file, at}.
const asks = element.querySelector('[data-do=report]');
let saved = null;

asks.addEventListener('click', () => {
  let journal = '';
  try { journal = localStorage.getItem('kintsugi-journal') ?? ''; } catch { /* a browser that keeps nothing */ }
  asks.disabled = true;
  setTimeout(() => { asks.disabled = false; }, 20000); // whatever happens, it can be asked again
  trigger('report', { journal: journal.slice(0, 200001), page: location.origin + location.pathname });
});

watch('value', () => {
  asks.disabled = false;
  const { file, at } = props.value ?? {};
  if (!file || at === saved) return;
  saved = at;
  const anchor = document.createElement('a');
  Object.assign(anchor, { href: file.url, download: 'kintsugi-report.html' });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
});
