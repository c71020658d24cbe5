// The map of two paths, in SVG, as wide as there is room. path: {paths: {clean, damaged: [[x, y]]}, others: [{label, points}], shares, ...}.
const MARGIN = 34, FOOT = 26, KINDS = ['clean', 'damaged'], CROWD = 17; // FOOT: pixels, for the names below; CROWD: nearer
// than that, a number has no room beside another
const map = at('.path-map'), sky = at('.path-map svg');
let path = null, zoom = 1, centre = null, place = null; // centre: in components, once it is zoomed; place: [x, y] -> pixels

function scaleOf(points) {
  const [xs, ys] = [0, 1].map((k) => points.map((p) => p[k]));
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const wide = sky.clientWidth, room = Math.max(wide - 2 * MARGIN, 50);
  const tall = Math.round(Math.min(Math.max((room * (high - low)) / (right - left || 1) + 2 * MARGIN + FOOT, 260), 440));
  const scale = zoom * Math.min(room / Math.max(right - left, 0.05), (tall - 2 * MARGIN - FOOT) / Math.max(high - low, 0.05));
  const [x, y] = centre ?? [(left + right) / 2, (low + high) / 2];
  sky.setAttribute('height', tall);
  return { wide, tall, scale, x, y };
}

function drawMap(view, frame) {
  if (!path || !sky.clientWidth) return;
  const own = KINDS.flatMap((kind) => path.paths[kind]), all = view === 'all' ? [...own, ...path.others.flatMap((o) => o.points)] : own;
  const { wide, tall, scale, x, y } = scaleOf(all);
  place = ([a, b]) => [wide / 2 + (a - x) * scale, (tall - FOOT) / 2 - (b - y) * scale];
  sky.replaceChildren();
  grid(wide, tall, scale, x, y);
  for (const { label, points } of path.others) other(label, points, wide, tall);
  const now = KINDS.map((kind) => place(path.paths[kind][frame - 1]));
  draw(sky, 'path', { d: `M${now[0]}L${now[1]}`, class: 'apart' });
  const taken = [...now];
  for (const kind of KINDS) way(kind, path.paths[kind].map(place));
  KINDS.forEach((kind, k) => { ringed(kind, now[k]); written(frame, now[k], kind, true); });
  const count = path.paths.clean.length, first = [1, count, ...path.marks.map(([n]) => n)];
  for (const n of new Set([...first, ...Array.from({ length: count }, (_, k) => k + 1)])) {
    for (const kind of KINDS) {
      const here = place(path.paths[kind][n - 1]);
      if (taken.every((spot) => Math.hypot(spot[0] - here[0], spot[1] - here[1]) > CROWD)) { taken.push(here); written(n, here, kind); }
    }
  }
}

function grid(wide, tall, scale, x, y) {
  const reach = [[x - wide / 2 / scale, x + wide / 2 / scale], [y - (tall + FOOT) / 2 / scale, y + (tall - FOOT) / 2 / scale]];
  for (const v of steps(...reach[0], Math.max(wide / 90, 2))) {
    const [a] = place([v, 0]);
    draw(sky, 'path', { d: `M${a} 0V${tall}`, class: 'rule' });
    if (a > 0 && a < wide - 30) draw(sky, 'text', { x: a + 3, y: tall - 4, class: 'tick' }, say(v, v % 1 ? (Math.abs(v * 10) % 1 > 1e-6 ? 2 : 1) : 0));
  }
  for (const v of steps(...reach[1], Math.max(tall / 90, 2))) {
    const b = place([0, v])[1];
    draw(sky, 'path', { d: `M0 ${b}H${wide}`, class: 'rule' });
    if (b > 34 && b < tall - 20) draw(sky, 'text', { x: 3, y: b - 3, class: 'tick' }, say(v, v % 1 ? (Math.abs(v * 10) % 1 > 1e-6 ? 2 : 1) : 0));
  }
  draw(sky, 'text', { x: wide - 6, y: tall - 18, 'text-anchor': 'end', class: 'axis' }, fill(props.words.axis, { n: 1, share: path.shares[0], arrow: '→' }));
  draw(sky, 'text', { x: 6, y: 15, class: 'axis' }, fill(props.words.axis, { n: 2, share: path.shares[1], arrow: '↑' }));
}

function other(label, points, wide, tall) {
  const spots = points.map(place), [x, y] = spots.at(-1);
  draw(sky, 'polyline', { points: spots.map((p) => p.map((v) => v.toFixed(1))).join(' '), class: 'other' });
  if (x > 20 && x < wide - 20 && y > 24 && y < tall - 12) {
    const right = x > 0.65 * wide;
    draw(sky, 'text', { x: x + (right ? -5 : 5), y: y - 6, 'text-anchor': right ? 'end' : 'start', class: 'other' }, label);
  }
}

// A path: its line, an arrow head on what is long enough, and a mark a frame, paler the earlier it is.
function way(kind, spots) {
  draw(sky, 'polyline', { points: spots.map((p) => p.map((v) => v.toFixed(1))).join(' '), class: `way ${kind}` });
  spots.slice(1).forEach(([x, y], k) => {
    const [a, b] = spots[k], far = Math.hypot(x - a, y - b);
    if (far < 30) return;
    const turn = (Math.atan2(y - b, x - a) * 180) / Math.PI;
    draw(sky, 'path', { d: 'M7 0L-5 5.5V-5.5Z', class: `head ${kind}`, transform: `translate(${a + (x - a) * 0.55} ${b + (y - b) * 0.55}) rotate(${turn})` });
  });
  spots.forEach(([x, y], k) => {
    const look = { class: `point ${kind}`, 'fill-opacity': (0.25 + (0.75 * (k + 1)) / spots.length).toFixed(2) };
    if (kind === 'clean') draw(sky, 'rect', { x: x - 4, y: y - 4, width: 8, height: 8, ...look });
    else draw(sky, 'circle', { cx: x, cy: y, r: 4.4, ...look });
  });
}

function ringed(kind, [x, y]) {
  if (kind === 'clean') draw(sky, 'rect', { x: x - 8, y: y - 8, width: 16, height: 16, class: `ring ${kind}` });
  else draw(sky, 'circle', { cx: x, cy: y, r: 9, class: `ring ${kind}` });
}

const written = (n, [x, y], kind, here = false) =>
  draw(sky, 'text', { x: x + (kind === 'clean' ? 11 : -11), y: y + (here ? 4 : -6), 'text-anchor': kind === 'clean' ? 'start' : 'end', class: `number ${kind}${here ? ' here' : ''}` }, n);

// The frame, from 1, whose mark is nearest to where was clicked.
function nearestFrame(event) {
  const box = sky.getBoundingClientRect(), far = ([x, y]) => Math.hypot(x - event.clientX + box.left, y - event.clientY + box.top);
  const found = KINDS.flatMap((kind) => path.paths[kind].map((p, k) => [far(place(p)), k + 1]));
  return found.reduce((best, one) => (one[0] < best[0] ? one : best))[1];
}
