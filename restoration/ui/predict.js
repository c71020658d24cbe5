// The card above the lab: questions before a repair, what came of them, two questions about the visitor's own run.
// props.value: null, or {n, fresh, phase, lesson, step, title, intro, status, asks: [{text, options, pictures: [{src, name}]}], chosen,
// found (of each question): [{right, said}], run: [{kind, text, options: [{text, right, why}]}], words}. phase: waiting, open, ready, found or folded.
// Sends `guessed` with {chosen} when all is answered, and `look` whenever the lab was set, so that the server can tell whether it still is
// what was asked about.
const root = element.querySelector('section');
let drawn = '', picked = {}; // what is drawn; of the questions that are not answered for good, number -> option

const make = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

// A question with its options as radio buttons. onPick(number of the option)
function question(name, text, options, pictures, chosen, locked, onPick) {
  const set = make('fieldset'), legend = make('legend', '', text);
  set.append(legend);
  if (pictures.length) {
    const row = make('div', 'predict-two');
    for (const { src, name: what } of pictures) {
      const figure = make('figure'), image = make('img');
      Object.assign(image, { src, alt: what });
      figure.append(image, make('figcaption', '', what));
      row.append(figure);
    }
    set.append(row);
  }
  options.forEach((option, n) => {
    const label = make('label'), input = make('input');
    Object.assign(input, { type: 'radio', name: `predict-${name}`, value: n, checked: n === chosen, disabled: locked });
    input.addEventListener('change', () => onPick(n));
    label.append(input, make('span', '', option));
    set.append(label);
  });
  return set;
}

function ask(value) {
  const form = make('form', 'predict-asks'), words = value.words, row = make('div', 'predict-row');
  const locked = value.phase !== 'open' && value.phase !== 'waiting', chosen = locked ? value.chosen : picked;
  const submit = make('button', 'predict-go', words.submit), hint = make('p', 'predict-hint', words.all);
  const all = () => value.phase === 'open' && value.asks.every((_, k) => picked[k] !== undefined);
  const settle = () => { submit.disabled = !all(); hint.hidden = all(); };
  value.asks.forEach((one, k) => row.append(
    question(`${k}`, one.text, one.options, one.pictures, chosen[k], locked, (n) => { picked[k] = n; settle(); }),
  ));
  form.append(row);
  if (!locked) {
    form.append(submit, hint);
    settle();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (all()) trigger('guessed', { chosen: value.asks.map((_, k) => picked[k]) });
  });
  return form;
}

const MARKS = new Map([[true, ['✓', 'right']], [false, ['✗', 'wrong']], [null, ['–', 'none']]]);

// A sentence with its mark and, for those who do not see it, its word.
function judged(right, text, words) {
  const [mark, key] = MARKS.get(right), said = make('p', 'predict-said');
  said.append(make('span', `mark ${key}`, mark), make('strong', '', ` ${words[`mark_${key}`]} `), text);
  return said;
}

function outcome(value) {
  const row = make('div', 'predict-row');
  value.asks.forEach((one, k) => {
    const box = make('div', 'predict-found');
    box.append(make('h3', '', one.text));
    if (one.pictures.length) box.append(...question(`seen-${k}`, '', [], one.pictures, null, true).querySelectorAll('.predict-two'));
    box.append(make('p', 'predict-you', value.words.you.replace('{option}', one.options[value.chosen[k]])));
    box.append(judged(value.found[k].right, value.found[k].said, value.words));
    row.append(box);
  });
  return row;
}

function ownRun(value) {
  const box = make('div', 'predict-own'), row = make('div', 'predict-row');
  box.append(make('h3', '', value.words.own), make('p', 'predict-hint', value.words.own_intro), row);
  value.run.forEach((one, k) => {
    const why = make('div', 'predict-why');
    why.setAttribute('role', 'status');
    const pick = (n) => {
      const { text, right, why: reason } = one.options[n];
      why.replaceChildren(judged(right, reason, value.words));
      const said = { question: one.text, answer: text };
      const detail = { lesson: value.lesson, what: 'run', at: value.step, part: k, chose: n, right, said };
      document.dispatchEvent(new CustomEvent('kintsugi-did', { detail }));
    };
    const set = question(`run-${k}`, one.text, one.options.map((o) => o.text), [], null, false, pick);
    set.append(why);
    row.append(set);
  });
  return box;
}

function draw(value) {
  const status = root.querySelector('.predict-status') ?? make('p', 'predict-status');
  status.setAttribute('role', 'status');
  if (value.phase === 'folded') return root.replaceChildren(status);
  const parts = [make('h2', '', value.title), make('p', 'predict-intro', value.intro)];
  if (value.phase === 'found') return root.replaceChildren(parts[0], status, outcome(value), ownRun(value));
  root.replaceChildren(...parts, ask(value), status);
}

const gentle = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

// The button that starts the repair, as soon as the server has unlocked it.
function toRun(tries = 40) {
  const go = document.getElementById('go');
  if (go && !go.disabled) return go.focus();
  if (tries) setTimeout(() => toRun(tries - 1), 50);
}

function show() {
  const value = props.value, state = value?.n ?? '';
  if (state === drawn) return;
  drawn = state;
  root.hidden = !value;
  const step = value && value.phase !== 'folded' ? String(value.step + 1) : '';
  document.documentElement.dataset.step = step;
  document.dispatchEvent(new CustomEvent('kintsugi-step')); // the address follows, see links.js
  if (!value) return root.replaceChildren();
  if (value.fresh) picked = {};
  const focused = document.activeElement;
  const name = root.contains(focused) && focused.name ? [focused.name, focused.value] : null;
  root.className = value.phase;
  draw(value);
  root.querySelector('.predict-status').textContent = value.status; // after it stands there, so that it is said
  if (name) root.querySelector(`input[name="${name[0]}"][value="${name[1]}"]:enabled`)?.focus({ preventScroll: true });
  if (value.phase === 'ready') toRun();
  const narrow = innerWidth < 1000;
  if (value.fresh || (narrow && value.phase === 'found')) {
    requestAnimationFrame(() => element.scrollIntoView({ behavior: gentle(), block: narrow ? 'start' : 'nearest' }));
  }
}

document.addEventListener('kintsugi-placed', () => { if (props.value && props.value.phase !== 'folded') trigger('look'); });
watch('value', show);
show();
