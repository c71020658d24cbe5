// A map of digits that is being trained. props.value: {status, running, sentence: HTML of <li>, numbers: [[name, text]], charts (see
// live_charts.js), map: text of {points: [[x, y]], labels: "0123…", reach, origin: [x, y], note}, grid, returned: pictures, "" if they stay as
// they were, point, table: HTML, notes}; point, also props.point, the answer to a question: {place: [x, y], src, said}.
const codes = at('.codes'), decoded = at('.decoded'), still = matchMedia('(prefers-reduced-motion: reduce)');
const grid = new Image(), GLIDE = 180; // milliseconds from one look to the next
// Okabe and Ito's colours, and two more; a mark is the digit itself, so that nothing is told by colour alone.
const COLOURS = ['ink', '#d55e00', '#2b86cc', '#009e73', '#b58900', '#cc79a7', '#56a7d9', '#8c6bb1', '#8c8c8c', '#e69f00'];
let map = null, drawn = [], from = [], since = 0; // drawn: where the points are now, on their way from `from` to map.points
let place = [0, 0], asked = 0; // the chosen place; how many pictures of it are still to come

function side() {
  return Math.max(0, Math.floor(codes.parentElement.clientWidth));
}

function pen(canvas) {
  const sharp = window.devicePixelRatio || 1, size = side();
  Object.assign(canvas, { width: size * sharp, height: size * sharp });
  canvas.style.height = `${size}px`;
  const p = canvas.getContext('2d');
  p.scale(sharp, sharp);
  return p;
}

const onScreen = ([x, y]) => [((x / map.reach + 1) * side()) / 2, ((1 - y / map.reach) * side()) / 2];

function ring(p) {
  const [x, y] = onScreen(place);
  for (const [r, colour] of [[10, '#171614'], [8, '#e0b04a']]) {
    p.beginPath();
    p.arc(x, y, r, 0, 7);
    Object.assign(p, { lineWidth: 2.5, strokeStyle: colour });
    p.stroke();
  }
}

// The axes through the map's zero, and the circle of radius 2 about the prior's middle.
function frame(p, colour, numbers) {
  const [x, y] = onScreen([0, 0]), [a, b] = onScreen(map.origin), size = side();
  Object.assign(p, { strokeStyle: colour, fillStyle: colour, lineWidth: 1, font: `11px ${getComputedStyle(element).fontFamily}` });
  p.beginPath();
  p.moveTo(x, 0); p.lineTo(x, size); p.moveTo(0, y); p.lineTo(size, y);
  p.globalAlpha = 0.3;
  p.stroke();
  p.globalAlpha = 0.75;
  p.setLineDash([4, 4]);
  p.beginPath();
  p.arc(a, b, size / map.reach, 0, 7);
  p.stroke();
  p.setLineDash([]);
  if (numbers) label(p);
  p.globalAlpha = 1;
}

function label(p) {
  const size = side();
  p.textAlign = 'center';
  for (const v of ticks(-map.reach, map.reach, 6)) {
    const [tx, ty] = onScreen([v, v]), word = String(v).replace('-', '−');
    if (v && tx > 12 && tx < size - 12) p.fillText(word, tx, size - 5);
    if (v && ty > 12 && ty < size - 12) p.fillText(word, 13, ty + 4);
  }
}

function drawCodes() {
  const p = pen(codes), style = getComputedStyle(element), ink = style.color;
  frame(p, ink, true);
  const paper = style.getPropertyValue('--block-background-fill') || '#fff';
  Object.assign(p, { font: `700 ${side() < 300 ? 11 : 13}px ${style.fontFamily}`, textAlign: 'center', textBaseline: 'middle', lineWidth: 2.5,
    strokeStyle: paper, lineJoin: 'round' });
  drawn.forEach((one, n) => {
    const colour = COLOURS[map.labels[n]], [x, y] = onScreen(one);
    p.strokeText(map.labels[n], x, y);
    p.fillStyle = colour === 'ink' ? ink : colour;
    p.fillText(map.labels[n], x, y);
  });
  ring(p);
}

function drawGrid() {
  const p = pen(decoded);
  p.imageSmoothingEnabled = false;
  if (grid.complete && grid.naturalWidth) p.drawImage(grid, 0, 0, side(), side());
  frame(p, '#ffffff', false);
  ring(p);
}

function draw() {
  if (!map || !side()) return;
  drawCodes();
  drawGrid();
}

// The points glide to where the newest look found them.
function glide(now) {
  const t = Math.min((now - since) / GLIDE, 1);
  drawn = map.points.map((to, n) => [0, 1].map((k) => from[n][k] + t * (to[k] - from[n][k])));
  if (side()) drawCodes();
  if (t < 1) requestAnimationFrame(glide);
}

function showMap() {
  const text = props.value.map;
  if (text === map?.text) return;
  const before = map, reached = map?.reach;
  map = { ...JSON.parse(text), text };
  codes.dataset.reach = map.reach; // with the size it is enough to find any place by hand
  at('.map-note').textContent = map.note;
  const glides = before && before.labels === map.labels && !still.matches && props.value.running && reached === map.reach;
  from = glides ? drawn : map.points;
  drawn = from;
  if (glides) { since = performance.now(); requestAnimationFrame(glide); } else draw();
}

const near = (a, b) => a.every((v, k) => Math.abs(v - b[k]) < 1e-6 * Math.max(1, Math.abs(v)));

function showPoint(point) {
  if (!point) return;
  if (!asked) place = point.place; // else it is of a place before the one that was chosen last
  if (!near(point.place, place)) return;
  const image = at('.chosen'), said = at('.about-place');
  image.src = point.src;
  image.alt = point.said;
  if (said.textContent !== point.said) said.textContent = point.said;
  at('.beside').classList.remove('asked');
}

function choose(x, y) {
  const edge = (v) => Math.min(Math.max(v, -map.reach), map.reach);
  place = [edge(x), edge(y)];
  asked = 1;
  chosen = { place };
  at('.beside').classList.add('asked');
  draw();
  look();
}

function click(event) {
  if (!map) return;
  const box = event.currentTarget.getBoundingClientRect();
  choose(((event.clientX - box.left) / box.width * 2 - 1) * map.reach, (1 - (event.clientY - box.top) / box.height * 2) * map.reach);
}

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
codes.addEventListener('keydown', (event) => {
  const step = STEPS[event.key];
  if (!step || !map) return;
  event.preventDefault();
  choose(...place.map((v, k) => v + (step[k] * map.reach) / 12));
});

function show() {
  if (!showRun('.map-live')) return;
  const v = props.value;
  showMap();
  if (v.grid && grid.src !== v.grid) grid.src = v.grid;
  showPicture('.returned', v.returned);
  showPoint(v.point);
  drawCharts(250);
}

grid.addEventListener('load', draw);
codes.addEventListener('click', click);
decoded.addEventListener('click', click);
new ResizeObserver(() => { draw(); drawCharts(250); }).observe(at('.map-live'));
watch('value', show);
watch(['point', 'answered'], () => { if (map && props.point && near(props.point.place, place)) showPoint(props.point); });
show();
