// Two planes of the same kind: the dice, a standard normal distribution, and the cloud of one picture, which is the same distribution
// stretched by sigma and shifted to the mean. Bell curves along both axes. All in units of the 220 x 220 box of the drawing.
const BOX = { left: 34, right: 186, top: 12, bottom: 164, bell: 22 };
const bell = (t) => Math.exp(-0.5 * t * t);

// centre, sigma: of two numbers; reach: half the width of the window, in units of the axis.
function plane(svg, centre, sigma, reach, names, ring) {
  const scale = (BOX.right - BOX.left) / 2 / reach, middle = [(BOX.left + BOX.right) / 2, (BOX.top + BOX.bottom) / 2];
  const place = ([x, y]) => [middle[0] + (x - centre[0]) * scale, middle[1] - (y - centre[1]) * scale];
  svg.replaceChildren();
  draw(svg, 'rect', { x: BOX.left, y: BOX.top, width: BOX.right - BOX.left, height: BOX.bottom - BOX.top, class: 'frame' });
  for (const times of [1, 2]) {
    const radii = { rx: times * sigma[0] * scale, ry: times * sigma[1] * scale };
    draw(svg, 'ellipse', { cx: middle[0], cy: middle[1], ...radii, class: `ring ring-${times}` });
  }
  const steps = [...Array(61)].map((_, k) => -1 + k / 30);
  const along = (axis) => steps.map((t) => {
    const high = BOX.bell * bell((t * reach) / sigma[axis]), far = (t * (BOX.right - BOX.left)) / 2;
    return axis ? [BOX.right + 3 + high, middle[1] - far] : [middle[0] + far, BOX.bottom + BOX.bell + 3 - high];
  }).map((point) => point.map((n) => n.toFixed(1)).join()).join(' ');
  draw(svg, 'polyline', { points: along(0), class: 'bell' });
  draw(svg, 'polyline', { points: along(1), class: 'bell' });
  draw(svg, 'path', { d: `M${middle[0] - 5} ${middle[1]}h10M${middle[0]} ${middle[1] - 5}v10`, class: 'plus' });
  const ends = [-1, 0, 1].map((t) => t * reach), digits = reach < 1 ? 2 : 1;
  for (const end of ends) {
    const anchor = { '-1': 'start', 0: 'middle', 1: 'end' }[Math.sign(end)], far = end * scale;
    draw(svg, 'text', { x: middle[0] + far, y: BOX.bottom + BOX.bell + 17, 'text-anchor': anchor }, say(centre[0] + end, digits));
    const down = { '-1': 0, 0: 4, 1: 9 }[Math.sign(end)];
    draw(svg, 'text', { x: BOX.left - 4, y: middle[1] - far + down, 'text-anchor': 'end' }, say(centre[1] + end, digits));
  }
  draw(svg, 'text', { x: middle[0], y: 218, 'text-anchor': 'middle', class: 'name' }, names[0]);
  draw(svg, 'text', { x: 4, y: 10, 'text-anchor': 'start', class: 'name' }, names[1]);
  if (ring) inset(svg, centre, reach);
  return place;
}

// Where the window lies in the prior: its circles of one and two sigmas, small, in a corner.
function inset(svg, centre, reach) {
  const unit = 7, x = BOX.left + 25, y = BOX.top + 25, group = draw(svg, 'g', { class: 'inset' });
  draw(group, 'rect', { x: x - 22, y: y - 22, width: 44, height: 44, class: 'frame' });
  for (const r of [1, 2]) draw(group, 'circle', { cx: x, cy: y, r: r * unit });
  const keep = (n) => Math.min(Math.max(n, -3), 3) * unit, side = Math.max(2 * Math.min(reach, 3) * unit, 4);
  draw(group, 'rect', { x: x + keep(centre[0]) - side / 2, y: y - keep(centre[1]) - side / 2, width: side, height: side, class: 'window' });
}

// What is computed from what, and which way the gradient goes back; cut: the sampler is a box that lets none through.
// numbers: {of: which dimension, z: dL/dz, eps}
function paths(svg, cut, numbers) {
  svg.replaceChildren();
  const node = (x, y, word, width = 58) => {
    draw(svg, 'rect', { x: x - width / 2, y: y - 14, width, height: 28, rx: 7, class: 'node' });
    draw(svg, 'text', { x, y: y + 5, 'text-anchor': 'middle' }, word);
  };
  const arrow = (x1, y1, x2, y2, kind) => {
    const turn = Math.atan2(y2 - y1, x2 - x1), tip = (a) => `L${x2 - 9 * Math.cos(turn + a)} ${y2 - 9 * Math.sin(turn + a)}`;
    draw(svg, 'path', { d: `M${x1} ${y1}L${x2} ${y2}M${x2} ${y2}${tip(0.45)}M${x2} ${y2}${tip(-0.45)}`, class: kind });
  };
  node(46, 30, 'μ'); node(46, 120, 'σ');
  node(225, 75, cut ? 'z ∼ N(μ, σ²)' : 'z = μ + σ·ε', 116); node(380, 75, 'p(x|z)', 70); node(478, 75, 'L', 40);
  if (!cut) { node(225, 136, 'ε', 40); arrow(225, 121, 225, 91, 'forth'); }
  arrow(77, 26, 166, 62, 'forth'); arrow(77, 114, 166, 82, 'forth'); arrow(284, 68, 344, 68, 'forth'); arrow(416, 68, 457, 68, 'forth');
  arrow(457, 84, 416, 84, 'back'); arrow(344, 84, 284, 84, 'back');
  draw(svg, 'text', { x: 316, y: 106, 'text-anchor': 'middle', class: 'gradient' }, `∂L/∂z = ${say(numbers.z, 1)}`);
  draw(svg, 'text', { x: 316, y: 122, 'text-anchor': 'middle', class: 'of' }, numbers.of);
  if (cut) {
    draw(svg, 'text', { x: 120, y: 84, 'text-anchor': 'middle', class: 'gradient' }, '✂ 0');
    return;
  }
  arrow(163, 74, 82, 41, 'back'); arrow(163, 94, 82, 124, 'back');
  draw(svg, 'text', { x: 142, y: 36, 'text-anchor': 'middle', class: 'gradient' }, '× 1');
  draw(svg, 'text', { x: 128, y: 136, 'text-anchor': 'middle', class: 'gradient' }, `× ${part(numbers.eps)}`);
}
