// The map of digits: click or drag, and what lies there is decoded in the page. props.value: {beta, betas: [[beta, name]], limit, points:
// [[mean x, mean y, log-variance x, log-variance y]], decoder, sheet, table: HTML, said: [sentence]}; props.landed: {marks: [{who, name, src,
// mean, logvar, says}], notes}, what of the visitor's lies on the map.
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);
const map = at('.map'), seen = at('.seen').getContext('2d'), near = at('.near').getContext('2d'), strip = at('.strip').getContext('2d');
const GRID = 16, STOPS = 12, STEP = 0.1; // pictures a side of the decoded grid; pictures of a path; of a map 4 wide, what an arrow key moves
const BUDGET = 12; // milliseconds of a frame that the grid may take
const OWN = { clean: '#ffffff', damaged: '#e0b04a', drawn: '#56b4e9' };
let z = [0, 0], path = [], stops = [], only = null, showPoints = true, showGrid = false;
let decode = null, view = null, ground = null, grid = null, shownBeta = null, asked = 0;
const sheet = new Image();

const fill = (text, values) => Object.entries(values).reduce((t, [name, value]) => t.replaceAll(`{${name}}`, value), text);
const decimals = (v) => v.toFixed(2).replace('-', '−');
const pair = (v) => `(${v.map(decimals).join(', ')})`;

// The map

function redraw() { // everything that stays while the point moves
  const width = Math.min(map.parentElement.clientWidth, 600);
  if (!props.value?.points || !width) return;
  const { limit, points } = props.value, style = getComputedStyle(element);
  view = square(width, limit);
  Object.assign(map.dataset, { limit, left: EDGE.left, top: EDGE.top, size: view.size }); // enough to find any point by hand
  ground = document.createElement('canvas');
  const pen = open(ground, view);
  if (showGrid && grid) pen.drawImage(grid, EDGE.left, EDGE.top, view.size, view.size);
  axes(pen, view, style.color, style.fontFamily);
  if (showPoints) numerals(pen, view, points, only, style.color, showGrid);
  for (const one of props.landed?.marks ?? []) drawOwn(pen, one, showGrid ? '#fff' : style.color);
  draw();
}

function drawOwn(pen, { who, mean, logvar }, ink) {
  const edge = view.limit, inside = mean.map((m) => Math.min(Math.max(m, -edge), edge)), [x, y] = view.place(inside);
  if (logvar) ellipses(pen, view, mean, logvar, who === 'clean' ? ink : OWN[who]);
  mark(pen, { clean: 'disc', damaged: 'diamond', drawn: 'star' }[who], x, y, 8, '#171614');
  mark(pen, { clean: 'disc', damaged: 'diamond', drawn: 'star' }[who], x, y, 5.5, OWN[who]);
}

function draw() {
  if (!ground) return;
  const pen = open(map, view), digit = props.value.points[nearest()], ink = showGrid ? '#fff' : getComputedStyle(element).color;
  pen.drawImage(ground, 0, 0, view.width, view.height);
  trail(pen);
  if (props.value.beta !== '0') ellipses(pen, view, digit.slice(0, 2), digit.slice(2), ink);
  const [x, y] = view.place(z);
  for (const [r, colour, thick] of [[10, '#171614', 5], [10, '#ffd76a', 2.5]]) mark(pen, 'ring', x, y, r, colour, thick);
  mark(pen, 'disc', x, y, 2, '#ffd76a');
}

function trail(pen) {
  if (path.length < 2) return;
  pen.beginPath();
  path.forEach((p, k) => pen[k ? 'lineTo' : 'moveTo'](...view.place(p)));
  for (const [colour, lineWidth] of [['#171614', 4], ['#e0b04a', 2]]) {
    Object.assign(pen, { strokeStyle: colour, lineWidth, lineJoin: 'round' });
    pen.stroke();
  }
}

// The decoded grid, a few pictures a frame, so that the page stays at hand meanwhile.
function drawGrid() {
  const mine = decode, { limit } = props.value;
  grid = Object.assign(document.createElement('canvas'), { width: GRID * TILE, height: GRID * TILE });
  const pen = grid.getContext('2d');
  let k = 0;
  (function some() {
    if (mine !== decode) return; // another map is shown
    for (const end = performance.now() + BUDGET; k < GRID ** 2 && performance.now() < end; k++) {
      const [column, row] = [k % GRID, Math.floor(k / GRID)];
      paint(pen, decode([((2 * column + 1) / GRID - 1) * limit, (1 - (2 * row + 1) / GRID) * limit]), column * TILE, row * TILE);
    }
    redraw();
    if (k < GRID ** 2) requestAnimationFrame(some);
    else map.dataset.grid = props.value.beta;
  })();
}

// The point

function nearest() {
  let best = 0, least = Infinity;
  props.value.points.forEach(([x, y], n) => {
    const far = (x - z[0]) ** 2 + (y - z[1]) ** 2;
    if (far < least) [best, least] = [n, far];
  });
  return best;
}

function move(to) {
  const { limit } = props.value;
  z = to.map((v) => Math.min(Math.max(v, -limit), limit));
  const outside = to.some((v) => Math.abs(v) > limit + 1e-9);
  at('.edge').textContent = outside ? fill(props.words.edge, { limit }) : '';
  if (!asked) asked = requestAnimationFrame(() => { asked = 0; look_at(); }); // one decoded picture a frame
}

function look_at() {
  const pixels = decode(z), n = nearest(), [x, y, a, b] = props.value.points[n], away = Math.hypot(x - z[0], y - z[1]);
  paint(seen, pixels);
  Object.assign(seen.canvas.dataset, { x: z[0], y: z[1] });
  near.drawImage(sheet, (n % 25) * TILE, Math.floor(n / 25) * TILE, TILE, TILE, 0, 0, TILE, TILE);
  at('.z').textContent = fill(props.words.here, { z: pair(z) });
  const plain = props.value.beta === '0'; // its variance was never trained
  const words = { digit: n % 10, away: decimals(away), mean: pair([x, y]), logvar: pair([a, b]), sigma: pair([a, b].map((l) => Math.exp(l / 2))) };
  at('.about-near').textContent = fill(plain ? props.words.nearest_plain : props.words.nearest, words);
  seen.canvas.setAttribute('aria-label', fill(props.words.seen, { z: pair(z), digit: n % 10 }));
  if (path.length) follow(pixels);
  draw();
}

function follow(pixels) {
  path.push(z);
  const last = stops.at(-1), { limit } = props.value;
  if (last && Math.hypot(z[0] - last.z[0], z[1] - last.z[1]) < limit / 14) return;
  stops = [...stops, { z, pixels }].slice(-STOPS);
  at('.path').hidden = stops.length < 2;
  strip.clearRect(0, 0, STOPS * TILE, TILE);
  stops.forEach((stop, k) => paint(strip, stop.pixels, k * TILE, 0));
}

function pointed(event) {
  const box = map.getBoundingClientRect();
  return view.point(event.clientX - box.left, event.clientY - box.top);
}

map.addEventListener('pointerdown', (event) => {
  if (!view || event.button) return;
  map.setPointerCapture(event.pointerId);
  [path, stops] = [[pointed(event)], []];
  at('.path').hidden = true;
  move(pointed(event));
});
map.addEventListener('pointermove', (event) => { if (map.hasPointerCapture(event.pointerId)) move(pointed(event)); });
map.addEventListener('keydown', (event) => {
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  if (!by || !view) return;
  event.preventDefault();
  const step = STEP * (props.value.limit / 4) * (event.shiftKey ? 5 : 1);
  if (!path.length) path = [z];
  move([z[0] + step * by[0], z[1] + step * by[1]]);
});

// What is chosen

at('.betas').addEventListener('click', (event) => {
  const { beta } = event.target.dataset;
  if (!beta) return;
  chosen = { ...chosen, beta };
  element.classList.add('asked');
  look();
});
for (const [name, flip] of [['points', () => (showPoints = !showPoints)], ['grid', () => (showGrid = !showGrid)]]) {
  at(`[data-show=${name}]`).addEventListener('click', (event) => {
    event.currentTarget.setAttribute('aria-pressed', flip());
    if (showGrid && !grid) drawGrid();
    redraw();
  });
}
at('.landed').addEventListener('click', (event) => {
  const one = (props.landed?.marks ?? [])[event.target.closest('[data-mark]')?.dataset.mark];
  if (!one) return;
  path = [];
  move(one.mean);
});

function pressed(k) {
  only = only === k ? null : k;
  classes(at('.legend'), only, props.words.class, pressed);
  redraw();
}

// What is shown

function show() {
  if (!present(at('.vae-plane'))) return;
  const { beta, betas, said, table, decoder } = props.value;
  element.classList.remove('asked');
  if (shownBeta !== beta) {
    [shownBeta, decode, grid, path, stops] = [beta, decoderOf(decoder), null, [], []];
    at('.path').hidden = true;
    at('.betas').innerHTML = betas.map(([b, name]) => `<button type="button" data-beta="${b}" aria-pressed="${b === beta}">${name}</button>`).join('');
    at('.table').innerHTML = table;
    at('.plane-said').innerHTML = said.map((sentence) => `<li>${sentence}</li>`).join('');
    sheet.onload = () => move(z);
    sheet.src = props.value.sheet;
    if (showGrid) drawGrid();
  }
  classes(at('.legend'), only, props.words.class, pressed);
  redraw();
}

function showLanded() {
  const { marks = [], notes = [] } = props.landed ?? {};
  at('.landed').innerHTML = marks.map(({ who, name, src, says }, k) =>
    `<li><button type="button" data-mark="${k}"><img src="${src}" alt="" width="56" height="56"><span><b class="${who}">${name}</b>${says}</span></button></li>`).join('');
  at('.landed-notes').textContent = notes.join(' ');
  redraw();
}

board(at('.board-own'), (drawing) => { chosen = { ...chosen, drawing }; look(); });
new ResizeObserver(redraw).observe(map.parentElement);
new MutationObserver(redraw).observe(document.body, { attributeFilter: ['class'] }); // light or dark
watch('value', show);
watch('landed', showLanded);
show();
showLanded();
