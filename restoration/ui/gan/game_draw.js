// The plane of the game on points: what D says of each place, where G takes its noise, real and made points, and where each is told to go.
// look: {key, reach, real, made, arrows: [[x, y]], lines: [[[x, y]]], surface: four hex digits a cell, cells, level, drawing}; shapes differ as
// well as colours. shown: which layers are on. GLIDE: milliseconds from one look to the next.
const plane = at('.plane'), still = matchMedia('(prefers-reduced-motion: reduce)'), GLIDE = 180;
const ARROW = 0.25, LONGEST = 0.5; // of the plane's units: how long a slope of 1 is drawn, and the longest arrow
const shown = { surface: true, grid: true, arrows: true };
let game = null, from = null, now = null, since = 0; // now: {made, arrows, lines} on their way from `from` to game's
let ground = null, cursor = [0, 0];

const side = () => Math.max(0, Math.floor(plane.parentElement.clientWidth));
const onScreen = ([x, y]) => [((x / game.reach + 1) * side()) / 2, ((1 - y / game.reach) * side()) / 2];
const colours = () => {
  const style = getComputedStyle(element), own = (name) => style.getPropertyValue(name).trim();
  return { d: own('--gan-d'), g: own('--gan-g'), truth: own('--game-truth'), ink: style.color, paper: own('--block-background-fill') || '#fff' };
};

function rgb(colour) {
  const p = document.createElement('canvas').getContext('2d');
  p.fillStyle = colour;
  p.fillRect(0, 0, 1, 1);
  return [...p.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const level = (k) => parseInt(game.surface.slice(4 * k, 4 * k + 4), 16) / 65535;

// Truth's colour where D says real, G's where it says made, nothing where it cannot tell.
function paint(c) {
  const n = game.cells, truth = rgb(c.truth), g = rgb(c.g);
  ground = Object.assign(document.createElement('canvas'), { width: n, height: n });
  const p = ground.getContext('2d'), image = p.createImageData(n, n);
  for (let k = 0; k < n * n; k++) {
    const t = level(k), side = t > 0.5 ? truth : g;
    image.data.set([...side, Math.round(255 * 0.5 * Math.abs(2 * t - 1))], 4 * k);
  }
  p.putImageData(image, 0, 0);
}

// The line where D says: as likely real as made. Marching squares between the middles of cells.
function contour(p) {
  const n = game.cells, size = side() / n;
  p.beginPath();
  for (let r = 0; r < n - 1; r++) {
    for (let c = 0; c < n - 1; c++) {
      const corners = [[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]], v = corners.map(([x, y]) => level(y * n + x) - 0.5), cuts = [];
      for (let k = 0; k < 4; k++) {
        const a = v[k], b = v[(k + 1) % 4];
        if (a > 0 === b > 0) continue;
        const t = a / (a - b), [x0, y0] = corners[k], [x1, y1] = corners[(k + 1) % 4];
        cuts.push([(x0 + t * (x1 - x0) + 0.5) * size, (y0 + t * (y1 - y0) + 0.5) * size]);
      }
      for (let k = 0; k + 1 < cuts.length; k += 2) { p.moveTo(...cuts[k]); p.lineTo(...cuts[k + 1]); }
    }
  }
  p.stroke();
}

function arrow(p, start, slope) {
  const steep = Math.hypot(...slope), long = Math.min(ARROW * steep, LONGEST);
  const [x, y] = onScreen(start), [u, v] = onScreen([0, 1].map((k) => start[k] + (steep ? (long * slope[k]) / steep : 0)));
  const way = Math.hypot(u - x, v - y);
  if (way < 1.5) return;
  const a = (u - x) / way, b = (v - y) / way, h = Math.min(5, way / 2);
  p.moveTo(x, y); p.lineTo(u, v);
  p.moveTo(u - h * (a + 0.6 * b), v - h * (b - 0.6 * a)); p.lineTo(u, v); p.lineTo(u - h * (a - 0.6 * b), v - h * (b + 0.6 * a));
}

function disc(p, [x, y], r) { p.moveTo(x + r, y); p.arc(x, y, r, 0, 7); }
function diamond(p, [x, y], r) { p.moveTo(x, y - r); p.lineTo(x + r, y); p.lineTo(x, y + r); p.lineTo(x - r, y); p.closePath(); }

function marks(p, points, shape, r, fill, edge) {
  Object.assign(p, { fillStyle: fill, strokeStyle: edge, lineWidth: 1 });
  p.beginPath();
  points.forEach((one) => shape(p, onScreen(one), r));
  p.fill();
  p.stroke();
}

function drawPlane() {
  const size = side();
  if (!game || !size) return;
  const sharp = window.devicePixelRatio || 1, c = colours(), r = size < 360 ? 2.6 : 3.4;
  if (plane.width !== Math.round(size * sharp)) Object.assign(plane, { width: Math.round(size * sharp), height: Math.round(size * sharp) });
  plane.style.height = `${size}px`;
  const p = plane.getContext('2d');
  p.setTransform(sharp, 0, 0, sharp, 0, 0);
  p.clearRect(0, 0, size, size);
  if (shown.surface) {
    paint(c);
    p.imageSmoothingEnabled = true;
    p.drawImage(ground, 0, 0, size, size);
    if (game.level) {
      Object.assign(p, { strokeStyle: c.d, lineWidth: 2.5 });
      contour(p);
    }
  }
  if (shown.grid) {
    Object.assign(p, { strokeStyle: c.g, lineWidth: 1, globalAlpha: 0.55 });
    p.beginPath();
    for (const line of now.lines) line.forEach((one, k) => p[k ? 'lineTo' : 'moveTo'](...onScreen(one)));
    p.stroke();
    p.globalAlpha = 1;
  }
  marks(p, game.real, disc, r, c.truth, c.paper);
  if (shown.arrows) {
    Object.assign(p, { strokeStyle: c.ink, lineWidth: 1.3 });
    p.beginPath();
    now.arrows.forEach((slope, k) => arrow(p, now.made[k], slope));
    p.stroke();
  }
  marks(p, now.made, diamond, r + 0.8, c.g, c.paper);
  if (game.drawing) drawCursor(p, c);
}

function drawCursor(p, c) {
  const [x, y] = onScreen(cursor);
  Object.assign(p, { strokeStyle: c.ink, lineWidth: 1.5 });
  p.beginPath();
  p.moveTo(x - 9, y); p.lineTo(x + 9, y); p.moveTo(x, y - 9); p.lineTo(x, y + 9);
  p.stroke();
}

const between = (a, b, t) => (Array.isArray(a) ? a.map((v, k) => between(v, b[k], t)) : a + t * (b - a));

function glide(time) {
  const t = Math.min((time - since) / GLIDE, 1);
  now = t < 1 ? { made: between(from.made, game.made, t), arrows: between(from.arrows, game.arrows, t), lines: between(from.lines, game.lines, t) } : game;
  drawPlane();
  if (t < 1) requestAnimationFrame(glide);
}

// next: a new look; it glides there from the last one of the same game.
function showPlane(next) {
  const same = game && now && game.key === next.key && !still.matches && props.value.running;
  from = now;
  game = next;
  if (!same) { now = game; drawPlane(); return; }
  since = performance.now();
  requestAnimationFrame(glide);
}

new MutationObserver(drawPlane).observe(document.body, { attributeFilter: ['class'] }); // light or dark
