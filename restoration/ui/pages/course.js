// What is done of the course, from the journal that this browser keeps; which path is chosen; where to go on; forgetting all of it.
const words = JSON.parse(document.getElementById('words').textContent);
const paths = [...document.querySelectorAll('.path')], segments = [...document.querySelectorAll('.segments a')];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

function isDone(page, part, count) {
  if (!page) return false;
  if (part === 'open') return page.open > 0;
  if (part === 'predict') return page.predict !== null;
  if (part === 'check') return Object.keys(page.check).length >= count;
  return part.slice('step-'.length) in page.steps;
}

function showDone() {
  const { pages } = kintsugiJournal.read();
  for (const entry of document.querySelectorAll('.entry')) {
    const parts = [...entry.querySelectorAll('[data-part]')];
    for (const part of parts) {
      const done = isDone(pages[entry.dataset.lesson], part.dataset.part, Number(part.dataset.count));
      part.classList.toggle('done', done);
      part.querySelector('.state').textContent = done ? `✓ ${words.done}` : words.not_yet;
    }
    const done = parts.filter((part) => part.classList.contains('done')).length;
    entry.classList.toggle('done', done === parts.length);
    entry.querySelector('.count').textContent = (done === parts.length ? '✓ ' : '') + fill(words.count, { done, all: parts.length });
  }
  paths.forEach(showNext);
}

// "Go on" leads to the first part of the path that is not done; before anything of it is done it says Begin, as the page came.
function showNext(path) {
  const parts = [...path.querySelectorAll('[data-part]')], next = parts.find((part) => !part.classList.contains('done'));
  const begun = parts.filter((part) => part.classList.contains('done')).length, button = path.querySelector('.go-on .button');
  button.dataset.begin ??= JSON.stringify([button.textContent, button.getAttribute('href')]);
  const [text, href] = JSON.parse(button.dataset.begin), link = next?.querySelector('a');
  button.hidden = !next;
  button.href = begun && next ? link.getAttribute('href') : href;
  button.textContent = begun && next
    ? fill(words.go_on, { page: next.closest('.entry').querySelector('.name a').textContent, part: link.textContent }) : text;
  const tally = fill(words.count, { done: begun, all: parts.length });
  path.querySelector('.tally').textContent = next ? tally : `✓ ${tally}. ${words.finished}`;
}

// One path at a time. The address says which, else the last choice, else the first.
function choose(id, remember) {
  const chosen = paths.find((path) => path.id === id) ?? paths[0];
  paths.forEach((path) => { path.hidden = path !== chosen; });
  segments.forEach((anchor) => {
    if (anchor.hash === `#${chosen.id}`) anchor.setAttribute('aria-current', 'true');
    else anchor.removeAttribute('aria-current');
  });
  if (!remember) return;
  try {
    localStorage.setItem('kintsugi-path', chosen.id);
  } catch {
    // it will be the first again
  }
}

function lastChoice() {
  try {
    return localStorage.getItem('kintsugi-path');
  } catch {
    return null;
  }
}

segments.forEach((anchor) => anchor.addEventListener('click', (event) => {
  event.preventDefault();
  history.replaceState(null, '', anchor.hash);
  choose(anchor.hash.slice(1), true);
}));
addEventListener('hashchange', () => choose(location.hash.slice(1), true));
choose(location.hash.slice(1) || lastChoice(), false);

const forget = document.getElementById('forget'), ask = document.getElementById('ask');
forget.addEventListener('click', () => ask.showModal());
ask.addEventListener('click', ({ target }) => {
  if (!target.dataset.forget) return;
  ask.close();
  if (target.dataset.forget !== 'yes') return;
  kintsugiJournal.forget();
  showDone();
  document.getElementById('forgotten').textContent = document.getElementById('forgotten').dataset.said;
});

const keeps = kintsugiJournal.keeps();
forget.hidden = document.getElementById('kept').hidden = !keeps;
document.getElementById('not-kept').hidden = keeps;
showDone();
addEventListener('storage', showDone); // done in another tab
addEventListener('pageshow', showDone); // come back to by the browser's Back
