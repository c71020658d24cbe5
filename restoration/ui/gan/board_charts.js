// Two charts: where each picture stands between distortion and looks, and how much detail of every fineness it has.
const BOX = { left: 44, right: 350, top: 12, bottom: 214 };
const scale = ([low, high], [a, b]) => (v) => a + ((v - low) / (high - low || 1)) * (b - a);

// Round numbers that part a range in about four.
function ticks([low, high]) {
  const rough = (high - low) / 4 || 1, power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((n) => n * power >= rough), first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step + 1e-6) + 1 }, (_, n) => Number((first + n * step).toFixed(6)));
}

function axes(svg, x, y, xs, ys, names) {
  svg.replaceChildren();
  draw(svg, 'rect', { x: BOX.left, y: BOX.top, width: BOX.right - BOX.left, height: BOX.bottom - BOX.top, class: 'frame' });
  for (const v of xs) draw(svg, 'text', { x: x(v), y: BOX.bottom + 15, 'text-anchor': 'middle' }, String(v));
  for (const v of ys) {
    draw(svg, 'path', { d: `M${BOX.left} ${y(v)}H${BOX.right}`, class: 'rule' });
    draw(svg, 'text', { x: BOX.left - 5, y: y(v) + 4, 'text-anchor': 'end' }, String(v).replace('-', '−'));
  }
  draw(svg, 'text', { x: (BOX.left + BOX.right) / 2, y: 250, 'text-anchor': 'middle', class: 'name' }, names[0]);
  draw(svg, 'text', { x: -(BOX.top + BOX.bottom) / 2, y: 12, transform: 'rotate(-90)', 'text-anchor': 'middle', class: 'name' }, names[1]);
}

function charts() {
  if (!numbers.kinds) return;
  plane(at('svg.plane'));
  spectra(at('svg.spectrum'));
}

// Shapes as well as colours tell the points apart.
const SHAPES = {
  truth: (x, y) => `M${x} ${y - 8}l2.3 5.2 5.7.6-4.3 3.8 1.2 5.6-4.9-2.9-4.9 2.9 1.2-5.6-4.3-3.8 5.7-.6z`,
  classical: (x, y) => `M${x} ${y - 7}l7 12h-14z`, cnn: (x, y) => `M${x - 5.5} ${y - 5.5}h11v11h-11z`,
};

function plane(svg) {
  const points = Object.entries(numbers.kinds).filter(([name, [, niqe]]) => niqe !== null && name !== 'damaged');
  if (!points.some(([name]) => name === 'truth')) {
    svg.replaceChildren();
    draw(svg, 'text', { x: 180, y: 120, 'text-anchor': 'middle', class: 'name' }, words.no_niqe);
    return;
  }
  const most = (n) => Math.max(...points.map(([, p]) => p[n]));
  const xs = [0, most(0) * 1.15 || 1], ys = [0, most(1) * 1.15 || 1];
  const x = scale(xs, [BOX.left, BOX.right]), y = scale(ys, [BOX.bottom, BOX.top]);
  axes(svg, x, y, ticks(xs), ticks(ys), [words.axis_x, words.axis_y]);
  const known = Object.fromEntries(points), truth = known.truth;
  draw(svg, 'path', { d: `M${BOX.left} ${y(truth[1])}H${BOX.right}`, class: 'of-truth' });
  const path = Array.from({ length: MOST + 1 }, (_, n) => known[`at${n}`]).filter(Boolean);
  draw(svg, 'path', { d: path.map(([a, b], n) => `${n ? 'L' : 'M'}${x(a)} ${y(b)}`).join(''), class: 'path' });
  const labels = [];
  const label = (px, py, text, css) => {
    let place = py + 4;
    while (labels.some((other) => Math.abs(other - place) < 13)) place += 13;
    labels.push(place);
    const left = px > 250;
    draw(svg, 'text', { x: px + (left ? -12 : 12), y: place, 'text-anchor': left ? 'end' : 'start', class: `tag ${css}` }, text);
  };
  for (const [name, css, text] of [['truth', 'truth', words.truth], ['classical', 'classical', props.value.pictures.classical?.name], ['at0', 'cnn', words.cnn]]) {
    if (!known[name]) continue;
    const [px, py] = [x(known[name][0]), y(known[name][1])];
    draw(svg, 'path', { d: SHAPES[css](px, py), class: css });
    label(px, py, text, css);
  }
  const last = known[`at${MOST}`], here = known[`at${place()}`];
  if (last) {
    draw(svg, 'circle', { cx: x(last[0]), cy: y(last[1]), r: 5.5, class: 'gan' });
    label(x(last[0]), y(last[1]), words.gan, 'gan');
  }
  if (here) draw(svg, 'circle', { cx: x(here[0]), cy: y(here[1]), r: 10, class: 'here' });
}

function spectra(svg) {
  const { frequencies, kinds } = numbers, near = place();
  const lines = [['classical', 'classical', props.value.pictures.classical?.name], ['at0', 'cnn', words.cnn], [`at${MOST}`, 'gan', words.gan]];
  if (near > 0 && near < MOST) lines.push([`at${near}`, 'now', fill(words.mixed, { mix: (near / MOST).toFixed(1) })]);
  const shown = lines.filter(([name]) => kinds[name]).map(([name, css, text]) => [css, text, kinds[name][3].map((v, n) => v - kinds.truth[3][n])]);
  const ys = [Math.min(-0.5, ...shown.flatMap(([, , line]) => line)) * 1.05, Math.max(0.5, ...shown.flatMap(([, , line]) => line)) * 1.05];
  const x = scale([0, 0.5], [BOX.left, BOX.right]), y = scale(ys, [BOX.bottom, BOX.top]);
  axes(svg, x, y, [0, 0.1, 0.2, 0.3, 0.4, 0.5], ticks(ys), [words.axis_f, words.axis_p]);
  draw(svg, 'path', { d: `M${BOX.left} ${y(0)}H${BOX.right}`, class: 'of-truth' });
  draw(svg, 'text', { x: BOX.right - 4, y: y(0) - 5, 'text-anchor': 'end', class: 'tag truth' }, words.truth);
  if (!props.value.hole) {
    draw(svg, 'path', { d: `M${x(0.125)} ${BOX.top}V${BOX.bottom}`, class: 'limit' });
    draw(svg, 'text', { x: x(0.125) + 4, y: BOX.bottom - 6, class: 'tag' }, words.lost);
  }
  const ends = [];
  for (const [css, text, line] of shown) {
    draw(svg, 'path', { d: line.map((v, n) => `${n ? 'L' : 'M'}${x(frequencies[n])} ${y(v)}`).join(''), class: `line ${css}` });
    const n = Math.round(line.length * 0.62);
    let place = y(line[n]) - 6;
    while (ends.some((other) => Math.abs(other - place) < 13)) place += 13;
    ends.push(place);
    draw(svg, 'text', { x: x(frequencies[n]), y: place, class: `tag ${css}` }, text);
  }
}

show();
