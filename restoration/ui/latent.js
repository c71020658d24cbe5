// The map of the bottleneck. props.value: {network, networks: [[name, label]], kinds: [{name, colour, shape}], settings: [[kind, label]],
// patches: [label], points: [patch][setting][component], rms: [patch][setting], shares, said, moves: HTML, made}; props.own: {points:
// [{clean, damaged, rms}], columns, note}, where the picture in the lab lies; props.patch: {point, clean, damaged, said}, the chosen point.
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);
const canvas = at('canvas'), pen = canvas.getContext('2d');
let pair = [0, 1], colouring = 'damage', only = null, lines = true; // only: the kind that stands out
let zoom = 1, centre = null, point = null, side = 'damaged'; // centre: in components; point, side: what is chosen (side: of one's own)
let view = null;

const fill = (text, values) => Object.entries(values).reduce((t, [name, value]) => t.replaceAll(`{${name}}`, value), text);
const same = (a, b) => !!a && !!b && a[0] === b[0] && a[1] === b[1];
const most = () => Math.max(...props.value.rms.flat());

// Every mark: where it is, what it is, which point it stands for. One's own lie on top, and so come last.
function marks() {
  const { points, settings, rms } = props.value, found = [];
  points.forEach((row, p) => row.forEach((xyz, s) => found.push({ point: [p, s], xyz, kind: settings[s][0], rms: rms[p][s] })));
  (props.own?.points ?? []).forEach((one, n) => ['clean', 'damaged'].forEach((side) => {
    if (one[side]) found.push({ point: ['own', n], side, xyz: one[side], rms: one.rms });
  }));
  return found;
}

const isChosen = (one) => same(one.point, point) && (!one.side || one.side === side);
const faint = (one) => only !== null && !one.side && one.kind !== only;

// One scale for both directions, so that distances on the map are distances in the plane.
function fit(found) {
  const width = canvas.parentElement.clientWidth, [xs, ys] = pair.map((k) => found.map((one) => one.xyz[k]));
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const needed = ((width - 56) * (high - low)) / (right - left || 1) + 56, height = Math.round(Math.min(Math.max(needed, 280), 560));
  const scale = zoom * Math.min((width - 56) / (right - left || 1), (height - 56) / (high - low || 1));
  const [x, y] = centre ? pair.map((k) => centre[k]) : [(left + right) / 2, (low + high) / 2];
  Object.assign(canvas.dataset, { x, y, scale }); // what lies in the middle, and pixels a unit: enough to find any point by hand
  view = { width, height, place: (xyz) => [width / 2 + (xyz[pair[0]] - x) * scale, height / 2 - (xyz[pair[1]] - y) * scale] };
}

function draw() {
  if (!props.value?.points || !canvas.parentElement.clientWidth) return;
  const found = marks(), ink = getComputedStyle(element).color, sharp = window.devicePixelRatio || 1;
  fit(found);
  const { width, height, place } = view;
  Object.assign(canvas, { width: width * sharp, height: height * sharp });
  canvas.style.height = `${height}px`;
  pen.scale(sharp, sharp);
  axes(ink);
  const top = most(), colour = (one) => {
    if (colouring === 'strength') return ramp(Math.sqrt(one.rms / top));
    const of = props.value.kinds[one.kind].colour;
    return of === 'ink' ? ink : of;
  };
  for (const one of found.filter((one) => !one.side)) {
    pen.globalAlpha = faint(one) ? 0.1 : 0.85;
    mark(pen, props.value.kinds[one.kind].shape, ...place(one.xyz), 3.6, colour(one));
  }
  pen.globalAlpha = 1;
  if (lines) for (const one of props.own?.points ?? []) if (one.clean) line([one.clean, one.damaged], 1.2, '#b98a1e');
  found.filter((one) => one.side).forEach(drawOwn);
  if (point && point[0] !== 'own') line(path(), 2.5, '#e0b04a');
  const here = found.find(isChosen);
  if (here) ring(...place(here.xyz), ink);
}

// What the damage of the chosen point does to its patch: from where it is clean, weak to strong.
function path() {
  const { points, settings } = props.value, [p, s] = point;
  const stops = settings.map((_, k) => k).filter((k) => k === 0 || settings[k][0] === settings[s][0]);
  return stops.map((k) => points[p][k]);
}

function line(stops, thick, colour) {
  pen.beginPath();
  stops.forEach((xyz, k) => { const [x, y] = view.place(xyz); k ? pen.lineTo(x, y) : pen.moveTo(x, y); });
  Object.assign(pen, { lineWidth: thick, strokeStyle: colour, lineJoin: 'round' });
  pen.stroke();
}

function drawOwn(one) {
  const [x, y] = view.place(one.xyz), dark = '#171614', gold = '#e0b04a';
  mark(pen, 'disc', x, y, 6, dark);
  mark(pen, 'disc', x, y, 4.6, one.side === 'clean' ? '#fff' : gold);
  if (one.side === 'clean') mark(pen, 'disc', x, y, 1.6, dark);
}

function ring(x, y, ink) {
  mark(pen, 'ring', x, y, 11, ink, 2.5);
  mark(pen, 'ring', x, y, 8.5, '#e0b04a', 2.5);
}

function axes(ink) {
  const { width, height } = view, name = (k) => fill(props.words.axis, { n: k + 1, share: props.value.shares[k] });
  Object.assign(pen, { fillStyle: ink, font: `12px ${getComputedStyle(element).fontFamily}` });
  pen.globalAlpha = 0.8;
  pen.textAlign = 'right';
  pen.fillText(`${name(pair[0])} →`, width - 8, height - 8);
  pen.save();
  pen.translate(15, 8);
  pen.rotate(-Math.PI / 2);
  pen.fillText(`${name(pair[1])} →`, 0, 0);
  pen.restore();
  pen.globalAlpha = 1;
}

// Words

function label(one) {
  const changed = one.rms === undefined ? '' : fill(props.words.changed, { rms: one.rms.toFixed(1) });
  if (!one.side) return fill(props.words.at, { place: props.value.patches[one.point[0]], damage: props.value.settings[one.point[1]][1], changed });
  const columns = props.own.columns, where = { row: Math.floor(one.point[1] / columns) + 1, column: (one.point[1] % columns) + 1 };
  return fill(one.side === 'clean' ? props.words.own_clean : props.words.own_at, { ...where, changed });
}

function legend() {
  at('.legend').innerHTML = props.value.kinds.map(({ name }, k) =>
    `<button type="button" data-only="${k}" aria-pressed="${only === k}"><canvas width="36" height="36" aria-hidden="true"></canvas>${name}</button>`).join('');
  const ink = getComputedStyle(element).color;
  all('[data-only]').forEach((button, k) => {
    const { colour, shape } = props.value.kinds[k], small = button.querySelector('canvas').getContext('2d');
    mark(small, shape, 18, 18, 9, colouring === 'strength' || colour === 'ink' ? ink : colour, 3.5);
    button.addEventListener('click', () => { only = only === k ? null : k; show(); });
  });
  const top = most();
  at('.ramp').hidden = colouring !== 'strength';
  at('.ramp i').style.background = `linear-gradient(90deg, ${[0, 0.2, 0.4, 0.6, 0.8, 1].map(ramp).join()})`;
  at('.ramp span').innerHTML = [0, 0.25, 0.5, 0.75, 1].map((t) => `<b>${Math.round(top * t * t)}</b>`).join('');
}

// What is chosen

function choose(one) {
  point = one.point;
  side = one.side ?? 'damaged';
  if (centre) keepInSight(one);
  chosen = { ...chosen, point };
  at('.point').classList.add('asked');
  at('.hover').textContent = label(one);
  draw();
  look();
}

// What is chosen first: of all marks, the one that the damage moved furthest on the map.
function furthest() {
  const far = ({ point: [p], xyz }) => Math.hypot(...pair.map((k) => xyz[k] - props.value.points[p][0][k]));
  return marks().filter((one) => !one.side).reduce((best, one) => (far(one) > far(best) ? one : best));
}

// Zoomed in, the map follows a choice that is about to leave it.
function keepInSight(one) {
  const [x, y] = view.place(one.xyz), edge = 24;
  if (x < edge || y < edge || x > view.width - edge || y > view.height - edge) centre = one.xyz;
}

function nearest(event) {
  if (!view) return null;
  const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
  let best = null, least = 18; // pixels, further away nothing is meant
  for (const one of marks().filter((one) => !faint(one))) {
    const [a, b] = view.place(one.xyz), far = Math.hypot(a - x, b - y) - (one.side ? 4 : 0);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

// The nearest mark in the direction of an arrow key: within half a right angle of it.
function towards(key) {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const found = marks(), here = found.find(isChosen), [x, y] = here ? view.place(here.xyz) : [view.width / 2, view.height / 2];
  let best = null, least = Infinity;
  for (const one of found.filter((one) => one !== here && !faint(one))) {
    const [a, b] = view.place(one.xyz), along = (a - x) * dx + (b - y) * dy, aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
    const far = Math.hypot(a - x, b - y);
    if (along > 0.5 && aside <= along && far < least) [best, least] = [one, far];
  }
  return best;
}

function magnify(by) {
  zoom = by ? Math.min(Math.max(zoom * by, 1), 40) : 1;
  const here = marks().find(isChosen);
  centre = zoom === 1 ? null : here?.xyz ?? centre;
  draw();
}

// What is shown

const press = (selector, is) => all(selector).forEach((button) => button.setAttribute('aria-pressed', is(button.dataset)));

function show() {
  if (!present(at('.latent'))) return;
  const { networks, network, said, moves, made } = props.value;
  at('.choose').innerHTML = networks.map(([name, label]) => `<option value="${name}"${name === network ? ' selected' : ''}>${label}</option>`).join('');
  at('.latent-said').innerHTML = said.map((sentence) => `<li>${sentence}</li>`).join('');
  at('.moves').innerHTML = moves;
  at('.made').textContent = made;
  at('.lines').setAttribute('aria-pressed', lines);
  press('[data-pair]', (data) => data.pair === pair.join());
  press('[data-colour]', (data) => data.colour === colouring);
  legend();
  draw();
  if (!point) choose(furthest());
}

function showOwn() {
  at('.own-note').textContent = props.own?.note ?? '';
  if (point?.[0] === 'own' && point[1] >= (props.own?.points.length ?? 0)) point = null; // another picture, with fewer patches
  if (props.value?.points) show();
}

function showPatch() {
  const { patch } = props;
  if (!patch || !same(patch.point, point)) return;
  for (const kind of ['clean', 'damaged']) {
    const image = at(`img[data-kind=${kind}]`);
    image.hidden = !patch[kind];
    image.parentElement.hidden = !patch[kind];
    if (patch[kind]) image.src = patch[kind];
    image.alt = patch.said;
  }
  at('.about-point').textContent = patch.said;
  at('.point').classList.remove('asked');
}

at('.choose').addEventListener('change', (event) => { chosen = { ...chosen, network: event.target.value }; centre = null; zoom = 1; look(); });
at('.lines').addEventListener('click', () => { lines = !lines; show(); });
all('[data-pair]').forEach((button) => button.addEventListener('click', () => { pair = button.dataset.pair.split(',').map(Number); show(); }));
all('[data-colour]').forEach((button) => button.addEventListener('click', () => { colouring = button.dataset.colour; show(); }));
all('[data-zoom]').forEach((button) => button.addEventListener('click', () => magnify(Number(button.dataset.zoom))));
canvas.addEventListener('pointermove', (event) => {
  const one = nearest(event);
  canvas.style.cursor = one ? 'pointer' : 'crosshair';
  if (one) at('.hover').textContent = label(one);
});
canvas.addEventListener('click', (event) => { const one = nearest(event); if (one) choose(one); });
canvas.addEventListener('keydown', (event) => {
  if (!event.key.startsWith('Arrow') || !view) return;
  event.preventDefault();
  const one = towards(event.key);
  if (one) choose(one);
});
new ResizeObserver(draw).observe(canvas.parentElement);
watch('value', show);
watch('own', showOwn);
watch(['patch', 'answered'], showPatch); // 'answered' too: an answer may be what is shown already
show();
