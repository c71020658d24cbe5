// The presenter's view: a class on <html>, which present.css draws, and a bar that goes through the lesson's steps. `present=1` in the address.
const html = document.documentElement, bar = element.querySelector('.presenter'), does = (name) => element.querySelector(`[data-do=${name}]`);
const shows = { controls: 'with-controls', lesson: 'with-lesson' };
let step = 0; // 0: none has been set; the step in the address is one that opened with the page

// The buttons of the steps that the lesson offers now; those that a page does not have are not drawn.
const steps = () => [...document.querySelectorAll('#lesson .try .try-button')];

function present(on) {
  html.classList.toggle('presenting', on);
  bar.hidden = !on;
  does('present').setAttribute('aria-pressed', on);
  for (const place of [location, ...document.querySelectorAll('#languages a, #families nav > a')]) {
    const url = new URL(place.href);
    if (on) url.searchParams.set('present', '1'); else url.searchParams.delete('present');
    if (place === location) history.replaceState(history.state, '', url.href.replaceAll('%3A', ':').replaceAll('%3B', ';').replaceAll('%2C', ','));
    else place.href = url.href;
  }
  say();
  window.dispatchEvent(new Event('resize')); // what measures itself does so again
}

function say() {
  const all = steps(), box = all[step - 1]?.closest('.try');
  const told = box ? [...box.querySelectorAll('p')].map((p) => p.textContent.trim()).filter(Boolean).join(' ') : props.before;
  bar.querySelector('strong').textContent = box ? props.at_step.replace('{n}', step).replace('{count}', all.length) : '';
  bar.querySelector('span').textContent = told;
  does('previous').disabled = step <= 1;
  does('next').disabled = step >= all.length;
}

function go(number) {
  steps()[number - 1]?.click(); // the listener below says the rest
}

does('present').addEventListener('click', () => present(!html.classList.contains('presenting')));
does('leave').addEventListener('click', () => { present(false); does('present').focus(); });
does('previous').addEventListener('click', () => go(step - 1));
does('next').addEventListener('click', () => go(step + 1));
for (const [name, css] of Object.entries(shows)) {
  does(name).addEventListener('click', () => {
    does(name).setAttribute('aria-pressed', html.classList.toggle(css));
    window.dispatchEvent(new Event('resize'));
  });
}
// The lesson's own buttons count too, and another page begins anew.
document.addEventListener('click', (event) => {
  const number = steps().indexOf(event.target.closest?.('.try-button')) + 1;
  if (number) { step = number; say(); }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !html.classList.contains('presenting') || event.target.closest('[role=listbox], [role=combobox], [role=dialog]')) return;
  present(false);
  does('present').focus();
});
const lesson_title = document.getElementById('lesson-read');
let page = null, touched = false; // until the visitor does something, a page that comes is the one that the link opens
for (const deed of ['pointerdown', 'keydown']) document.addEventListener(deed, () => { touched = true; }, { once: true, capture: true });
if (lesson_title) new MutationObserver(() => {
  const title = lesson_title.textContent;
  if (title !== page) { if (touched) step = 0; page = title; say(); }
}).observe(lesson_title, { childList: true, subtree: true, characterData: true });

const opened = new URLSearchParams(location.search);
step = Number(opened.get('step')) || 0;
if (opened.get('present') === '1') present(true);
