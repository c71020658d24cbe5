// A listing whose faults are to be found: choose a line, by mouse or with the arrow keys and Enter. All of it is on the page.
// props: lines: [{number, code: HTML, name, faults: ids, fine: HTML}], faults: [{id, title, why, hint, lines: numbers, mended: HTML}],
// program: the mended one as text, painted: as HTML, words.
const at = (selector) => element.querySelector(selector), all = (selector) => [...element.querySelectorAll(selector)];
const { words, lines, faults } = props, byId = Object.fromEntries(faults.map((fault) => [fault.id, fault]));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
// Indented by padding, so that a long line goes on below its own beginning.
function code({ code: text }) {
  const indent = text.length - text.trimStart().length;
  return `<code style="padding-left: ${indent + 4}ch">${text.trimStart()}</code>`;
}
const narrow = matchMedia('(max-width: 900px)'), board = at('.listing-said'), right = at('.listing-right');
const beginning = board.innerHTML;
let found = new Set(), shown = new Set(), hinted = null, hints = 0; // ids: found by the visitor; shown by the button; a hint twice says where

at('.listing-code').innerHTML = lines.map((line) => `<li>${line.name
  ? `<button type="button" tabindex="-1" data-line="${line.number}">${code(line)}<b></b></button>` : '<span> </span>'}</li>`).join('');
at('.listing-mended pre').innerHTML = props.painted;
const buttons = all('.listing-code button'), buttonOf = (number) => at(`[data-line="${number}"]`);
buttons.forEach((button) => button.setAttribute('aria-label', lines[button.dataset.line - 1].name));
buttons[0].tabIndex = 0; // one stop for the Tab key; arrows go from line to line

const known = (id) => found.has(id) || shown.has(id);
const range = (numbers) => numbers.join(', ');

function count() {
  const text = fill(shown.size ? words.shown : words.count, { found: found.size, count: faults.length, shown: shown.size });
  if (at('.listing-count').textContent !== text) at('.listing-count').textContent = text;
  at('progress').value = found.size / faults.length;
  for (const button of buttons) {
    const { number, name, faults: here } = lines[button.dataset.line - 1], seen = here.filter(known);
    const whole = seen.length && seen.length === here.length;
    button.classList.toggle('found', seen.length > 0);
    button.querySelector('b').textContent = seen.length ? (whole ? '✓' : '✓?') : button.classList.contains('tried') ? '·' : '';
    button.setAttribute('aria-label', seen.length ? `${name} ✓ ${seen.map((id) => byId[id].title.replace(/&#x27;|&quot;/g, '')).join(', ')}` : name);
  }
  const list = faults.filter((fault) => known(fault.id));
  at('.listing-list').hidden = !list.length;
  at('.listing-list ol').innerHTML = list.map((fault) =>
    `<li><button type="button" data-fault="${fault.id}">${shown.has(fault.id) ? '○' : '✓'} ${fault.title}</button></li>`).join('');
}

// What is said stands beside the listing; on a narrow screen right below the line, or the buttons if it is of no line.
function put(button) {
  if (!narrow.matches) right.prepend(board);
  else if (button) button.parentElement.append(board);
  else at('.listing-set').after(board);
}

function explain(id, first) {
  const fault = byId[id], was = fault.lines.map((number) => `<span>${String(number).padStart(3)}  ${lines[number - 1].code}</span>`).join('');
  return `<h3>${first ? '✓ ' : ''}${fault.title}</h3><p>${fault.why}</p>
    <p class="listing-label">${words.was}</p><pre class="was">${was}</pre>
    <p class="listing-label">${words.now}</p><pre class="now">${fault.mended}</pre>`;
}

function mark(number) {
  buttons.forEach((button) => button.classList.toggle('chosen', Number(button.dataset.line) === number));
}

function choose(button) {
  const line = lines[button.dataset.line - 1], fresh = line.faults.filter((id) => !known(id));
  move(button, false);
  mark(line.number);
  put(button);
  if (!line.faults.length) {
    button.classList.add('tried');
    board.innerHTML = `<p><b>${fill(words.fine, { number: line.number })}</b> ${line.fine}</p>`;
  } else {
    fresh.forEach((id) => found.add(id));
    const head = fresh.length ? fill(fresh.length > 1 ? words.found_more : words.found, { number: line.number, count: fresh.length })
      : fill(words.again, { number: line.number });
    const done = fresh.length && found.size === faults.length ? `<p class="verdict">${words.done}</p>` : '';
    board.innerHTML = `<p class="listing-head">${head}</p>${done}${line.faults.map((id) => explain(id, fresh.includes(id))).join('')}`;
    if (fresh.includes(hinted)) hinted = null;
    if (done) open(true);
  }
  count();
  button.scrollIntoView({ block: 'nearest' }); // what was said before may have stood above it
}

function hint() {
  const fault = faults.find(({ id }) => id === hinted && !known(id)) || faults.find(({ id }) => !known(id));
  put(null);
  mark(null);
  if (!fault) { board.innerHTML = `<p>${words.no_hint}</p>`; return; }
  hints = fault.id === hinted ? hints + 1 : 0;
  hinted = fault.id;
  const around = fault.lines[fault.lines.length > 2 ? 1 : 0], low = Math.max(1, around - 3), high = Math.min(lines.length, around + 2);
  board.innerHTML = `<p>${fault.hint}${hints ? ` ${fill(words.hint_lines, { low, high })}` : ''}</p>`;
}

function open(shows) {
  at('.listing-mended').hidden = !shows;
  at('.listing').dataset.open = shows;
  const button = at('[data-do=mended]');
  button.setAttribute('aria-expanded', shows);
  button.textContent = shows ? words.hide : words.mended;
}

function over() {
  [found, shown, hinted, hints] = [new Set(), new Set(), null, 0];
  buttons.forEach((button) => button.classList.remove('tried'));
  put(null);
  mark(null);
  open(false);
  board.innerHTML = beginning;
  count();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(props.program);
    at('.copy-said').textContent = words.copied;
  } catch { // no permission: it can be marked by hand
    getSelection().selectAllChildren(at('.listing-mended pre'));
    at('.copy-said').textContent = words.not_copied;
  }
}

const DO = {
  hint, over, copy,
  all: () => { faults.forEach(({ id }) => found.has(id) || shown.add(id)); put(null); mark(null); board.innerHTML = `<p>${words.shows_at}</p>`; count(); },
  mended: () => open(at('.listing-mended').hidden),
};

function move(button, focus = true) {
  buttons.forEach((other) => { other.tabIndex = other === button ? 0 : -1; });
  if (focus) button.focus();
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e4, End: 1e4 };
at('.listing-code').addEventListener('keydown', (event) => {
  const here = buttons.indexOf(event.target.closest('button')), step = STEPS[event.key];
  if (here < 0 || !step) return;
  event.preventDefault();
  move(buttons[Math.min(Math.max(here + step, 0), buttons.length - 1)]);
});
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.line) choose(button);
  else if (button.dataset.do) DO[button.dataset.do]();
  else if (button.dataset.fault) {
    const fault = byId[button.dataset.fault];
    const line = buttonOf(fault.lines[0]);
    put(line);
    mark(fault.lines[0]);
    board.innerHTML = explain(fault.id, false);
    move(line, false);
    line.scrollIntoView({ block: 'nearest' });
  }
});
narrow.addEventListener('change', () => put(null));
put(null);
count();
