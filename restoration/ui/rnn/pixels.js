// The play: six endings written in step. props.value: {known, truth (784 times 0 or 1), first, endings: [{white, p, nats}], table, said, notes};
// props.surprise: {picture, nats, white, brightest, table, study}; props.digit: its picture; props.problem: {text, "" if there is none, nothing}.
const SPEED = 110; // pixels a second
const pens = Object.fromEntries(['large', 'chances', 'known', 'whole', 'nats'].map((name) => [name, at(`canvas.${name}`).getContext('2d')]));
const heatmap = new Image();
let turn = PIXELS, which = 0, pointed = null, spotted = null, playing = 0, soon = false; // soon: play when the answer comes
let value = null, surprise = null; // what is shown

const refusal = () => (props.problem?.text ? props.problem : null);
const running = () => at('.play').dataset.running === 'yes';
const digits = (p) => (p >= 0.0001 ? p.toFixed(4) : p.toFixed(6));
const cost = ({ white, p }, i) => -Math.log(Math.max(white[i] === '1' ? p[i] : 1 - p[i], 1e-6)) || 0; // nats; || 0: never −0
const rowOf = (i) => Math.floor(i / SIDE) + 1, columnOf = (i) => (i % SIDE) + 1;

function render() {
  if (!value) return;
  value.endings.forEach(({ white }, k) => drawEnding(all('.px-endings canvas')[k].getContext('2d'), white, value.known, turn));
  press(all('.px-endings button'), all('.px-endings button')[which]);
  const { white, p, wildest } = value.endings[which], here = pointed ?? (turn === PIXELS ? wildest : Math.max(turn - 1, 0));
  drawEnding(pens.large, white, value.known, turn);
  drawChances(pens.chances, p, turn);
  drawBefore(pens.known, white, value.known, here);
  ['large', 'chances', 'known'].forEach((name) => ring(pens[name], here));
  at('.now').textContent = fill(words.now, { n: which + 1 });
  at('.turn').value = turn;
  const stand = fill(words.stand, { n: turn });
  at('.turn').setAttribute('aria-valuetext', stand);
  at('.px-play output').textContent = stand;
  at('.px-at').setAttribute('aria-live', running() ? 'off' : 'polite');
  at('.px-at').textContent = (pointed === null && turn === PIXELS ? words.wildest : '') + about(here);
}

// A pixel of the chosen ending: what stood before it, how likely white was, and what came.
function about(i) {
  const ending = value.endings[which], { white, p } = ending, where = { row: rowOf(i), column: columnOf(i) }, given = value.known[i] === '1';
  if (i >= turn) return fill(words.not_yet, where);
  const before = value.known.slice(0, i).split('1').length - 1, q = white[i] === '1' ? p[i] : 1 - p[i];
  const what = { value: white[i] === '1' ? words.white : words.black, q: digits(q), nats: say(cost(ending, i)) };
  const line = fill(words.at, { ...where, n: i + 1, given: before, made: i - before, p: digits(p[i]) });
  return `${line}${fill(given ? words.was_given : words.was_drawn, what)}`;
}

function go(to) {
  pause();
  pointed = null;
  turn = Math.min(Math.max(to, 0), PIXELS);
  render();
}

function play() {
  pointed = null;
  const from = turn >= PIXELS ? value.first : turn, begun = performance.now(), mine = ++playing;
  if (calm()) return go(PIXELS);
  at('.play').textContent = words.pause;
  at('.play').dataset.running = 'yes';
  (function frame(now) {
    if (mine !== playing) return;
    turn = Math.min(from + Math.floor((Math.max(now - begun, 0) / 1000) * SPEED), PIXELS);
    if (turn === PIXELS) pause();
    render();
    if (turn < PIXELS) requestAnimationFrame(frame);
  })(begun);
}

function pause() {
  playing += 1;
  at('.play').textContent = words.play;
  at('.play').dataset.running = '';
}

at('.play').addEventListener('click', () => {
  if (running()) { pause(); render(); }
  else if (asked && !refusal()) soon = true;
  else play();
});
at('.turn').addEventListener('input', () => go(Number(at('.turn').value)));
all('[data-by]').forEach((button) => button.addEventListener('click', () => {
  const by = Number(button.dataset.by), row = Math.floor(turn / SIDE);
  go(by === SIDE ? (row + 1) * SIDE : by === -SIDE ? (turn % SIDE ? row : row - 1) * SIDE : turn + by);
}));
for (const name of ['large', 'chances', 'known']) {
  const canvas = at(`canvas.${name}`);
  canvas.addEventListener('pointermove', (event) => { if (!running()) { pointed = under(canvas, event); render(); } });
  canvas.addEventListener('pointerleave', () => { if (document.activeElement !== canvas) { pointed = null; render(); } });
}
at('canvas.large').addEventListener('keydown', (event) => {
  const to = led(pointed ?? Math.max(turn - 1, 0), event.key);
  if (to === null || running()) return;
  event.preventDefault();
  pointed = to;
  render();
});
at('canvas.large').addEventListener('blur', () => { pointed = null; render(); });

function tiles() {
  at('.px-endings').replaceChildren(...value.endings.map(({ nats }, k) => {
    const button = document.createElement('button'), canvas = document.createElement('canvas'), label = document.createElement('span');
    canvas.width = canvas.height = SIDE * CELL;
    label.innerHTML = `<b>${fill(words.ending, { n: k + 1 })}</b> ${fill(words.cost, { nats })}`;
    button.type = 'button';
    button.append(canvas, label);
    button.addEventListener('click', () => { which = k; render(); });
    return button;
  }));
}

// The map of surprise

function drawSurprise() {
  if (!surprise) return;
  for (let i = 0; i < PIXELS; i += 1) pixel(pens.whole, i, surprise.white[i], true);
  pens.nats.imageSmoothingEnabled = false;
  if (heatmap.naturalWidth) pens.nats.drawImage(heatmap, 0, 0, SIDE * CELL, SIDE * CELL);
  const i = spotted ?? surprise.brightest, said = { row: rowOf(i), column: columnOf(i), nats: say(surprise.nats[i]) };
  if (spotted !== null) ['whole', 'nats'].forEach((name) => ring(pens[name], i));
  const value = surprise.white[i] === '1' ? words.white : words.black;
  at('.px-nats').textContent = fill(spotted === null ? words.map_hint : words.map_at, { ...said, value });
}

heatmap.onload = drawSurprise;
for (const name of ['whole', 'nats']) {
  const canvas = at(`canvas.${name}`);
  canvas.addEventListener('pointermove', (event) => { spotted = under(canvas, event); drawSurprise(); });
  for (const end of ['pointerleave', 'blur']) canvas.addEventListener(end, () => { spotted = null; drawSurprise(); });
}
at('canvas.nats').addEventListener('keydown', (event) => {
  const to = led(spotted ?? surprise.brightest, event.key);
  if (to === null) return;
  event.preventDefault();
  spotted = to;
  drawSurprise();
});

function show() {
  const problem = refusal();
  at('.px-problem').hidden = !problem;
  at('.px-problem p').textContent = problem?.text ?? '';
  at('.px-problem button').hidden = !problem?.nothing;
  at('.px-problem small').hidden = !props.value;
  at('.waiting').hidden = !!problem || !!props.value;
  element.classList.toggle('stale', !!problem);
  if (props.digit && digit.src !== props.digit) digit.src = props.digit;
  if (props.surprise && props.surprise !== surprise) {
    surprise = props.surprise;
    spotted = null;
    heatmap.src = surprise.picture;
    at('.nats-table').innerHTML = surprise.table;
    at('.px-study').innerHTML = surprise.study;
    at('.px-surprise').hidden = false;
    drawSurprise();
  }
  if (props.value && props.value !== value) {
    value = props.value;
    at('.px-shown').hidden = false;
    at('.written').innerHTML = value.table;
    at('.said').textContent = value.said;
    at('.notes').replaceChildren(...value.notes.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    const drawn = [...Array(PIXELS).keys()].filter((i) => value.known[i] === '0');
    for (const one of value.endings) one.wildest = drawn.reduce((a, b) => (cost(one, b) > cost(one, a) ? b : a));
    tiles();
    go(PIXELS);
  }
}

watch(['value', 'surprise', 'digit', 'problem'], show);
watch('answered', () => {
  if (props.answered !== number) return; // a newer question is on its way
  asked = false;
  element.classList.remove('asked');
  show();
  if (soon && !refusal()) play();
  soon = false;
});
pause();
show();
