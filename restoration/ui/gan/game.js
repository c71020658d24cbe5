// The game on points. props.value: {status, running, sentence: HTML of <li>, numbers: [[name, text]], turns: HTML, key: HTML, about: text, game: text
// of a look (game_draw.js), charts: text (live_charts.js), watch: what to look at, points: how many are drawn, in words, notes: HTML}.
// What is drawn by hand goes to the server as `drawn`, which then begins a new game.
let drawn = [], seen = '', later = 0, held = false;
const APART = 0.07, MOST = 400, STEP = 0.1; // of the plane's units: between two points of one stroke; points; of an arrow key

const within = (v) => Math.min(Math.max(v, -game.reach), game.reach);
const placeOf = (event) => {
  const box = plane.getBoundingClientRect();
  return [within(((event.clientX - box.left) / box.width * 2 - 1) * game.reach), within((1 - ((event.clientY - box.top) / box.height) * 2) * game.reach)];
};

function sendDrawn() {
  clearTimeout(later);
  later = setTimeout(() => { later = 0; chosen = { drawn: drawn.map((one) => one.map((v) => Number(v.toFixed(3)))) }; look(); }, 300);
}

function changeDrawn(points) {
  drawn = points.slice(0, MOST);
  game.real = drawn;
  game.made = []; game.arrows = []; game.lines = []; // a new game begins
  now = game;
  drawPlane();
  sendDrawn();
}

const add = (place) => { cursor = place; changeDrawn([...drawn, place]); };

plane.addEventListener('pointerdown', (event) => {
  if (!game?.drawing) return;
  held = true;
  plane.setPointerCapture(event.pointerId);
  add(placeOf(event));
});
plane.addEventListener('pointermove', (event) => {
  if (!held) return;
  const place = placeOf(event), last = drawn.at(-1);
  if (!last || Math.hypot(place[0] - last[0], place[1] - last[1]) > APART) add(place);
});
for (const end of ['pointerup', 'pointercancel']) plane.addEventListener(end, () => { held = false; });

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
plane.addEventListener('keydown', (event) => {
  if (!game?.drawing) return;
  const step = ARROWS[event.key];
  if (step) { cursor = cursor.map((v, k) => within(v + step[k] * STEP)); drawPlane(); }
  else if (event.key === 'Enter' || event.key === ' ') add(cursor);
  else if (event.key === 'Backspace' || event.key === 'Delete') changeDrawn(drawn.slice(0, -1));
  else return;
  event.preventDefault();
});

at('[data-do=undo]').addEventListener('click', () => changeDrawn(drawn.slice(0, -1)));
at('[data-do=clear]').addEventListener('click', () => changeDrawn([]));
element.querySelectorAll('[data-layer]').forEach((box) => {
  box.checked = true;
  box.addEventListener('change', () => { shown[box.dataset.layer] = box.checked; drawPlane(); });
});

function fill(selector, html) {
  const place = at(selector);
  if (place.dataset.html !== html) { place.innerHTML = html; place.dataset.html = html; } // said aloud only when it changes
}

function show() {
  if (!present(at('.game-board'))) return;
  const v = props.value, status = at('.game-board > .status');
  fill('.game-board > .status', v.status);
  status.classList.toggle('running', v.running);
  fill('.says', v.sentence && `<ul class="verdict">${v.sentence}</ul>`);
  fill('.turns', v.turns);
  fill('.watch', v.watch);
  fill('.surface-key', v.key);
  fill('.notes', v.notes);
  at('.numbers').innerHTML = v.numbers.map(([name, text]) => `<div><dt>${name}</dt><dd>${text}</dd></div>`).join('');
  if (v.game !== seen) {
    seen = v.game;
    const next = JSON.parse(v.game);
    if (next.drawing && !later) drawn = next.drawn; // else what is here is newer
    showPlane(next);
    plane.classList.toggle('drawing', next.drawing);
    at('.by-hand').hidden = !next.drawing;
    at('.count').textContent = next.count;
  }
  plane.setAttribute('aria-label', v.about);
  drawCharts(250);
}

new ResizeObserver(() => { drawPlane(); if (props.value?.charts) drawCharts(250); }).observe(at('.game-board'));
watch(['value', 'answered'], show);
show();
