// A chart of a recorded run, in SVG, with a cursor that can be moved. A chart: {name, title, alt, y, log, lines: [{kind, split, name, points:
// [[updates, minutes, value]]}], levels: [{kind, name, y}], marks: [[updates, text]]}. axis: "log" (updates, logarithmic), "step" or "time".
const CHART = { width: 520, height: 262, left: 46, right: 506, top: 10, bottom: 218 };
const BEYOND = 0.01; // of the values, at either end, that may run out of the frame

function steps(low, high, wanted) {
  const rough = (high - low) / wanted, power = 10 ** Math.floor(Math.log10(rough)), step = power * [1, 2, 5, 10].find((m) => m * power >= rough);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) found.push(Number((k * step).toPrecision(12)));
  return found;
}

function decades(low, high) { // 1, 2 and 5 times each power of ten, or the powers alone where those are many
  const found = [];
  for (let p = Math.floor(Math.log10(low)); p <= Math.ceil(Math.log10(high)); p++) {
    for (const m of high / low > 300 ? [1] : [1, 2, 5]) found.push(Number((m * 10 ** p).toPrecision(12)));
  }
  return found.filter((v) => v >= low * 0.999 && v <= high * 1.001);
}

const short = (v) => (v >= 10000 ? `${Number((v / 1000).toPrecision(3))}k` : String(v));

// Lowest and highest of what is drawn: all levels, and all values but a few.
function reach(chart) {
  const values = chart.lines.flatMap((line) => line.points.map((p) => p[2])).filter((v) => !chart.log || v > 0).sort((a, b) => a - b);
  const cut = Math.floor(BEYOND * values.length), all = [...values.slice(cut, values.length - cut), ...chart.levels.map((l) => l.y)];
  let low = Math.min(...all), high = Math.max(...all);
  if (!all.length) [low, high] = [0, 1];
  if (chart.log) return [low / 1.15, high * 1.15];
  const room = 0.06 * (high - low) || 0.5;
  return [low >= 0 ? Math.max(low - room, 0) : low - room, high + room];
}

// -> a function that puts the cursor at [updates, minutes], or takes it away (null); and where a click lands, as [axis value].
function plot(svg, chart, axis, words, first) {
  const { left, right, top, bottom } = CHART, id = `clip-${chart.name}`, of = axis === 'time' ? 1 : 0;
  const every = chart.lines.flatMap((line) => line.points.map((p) => p[of])), end = Math.max(...every);
  const begin = axis === 'log' ? Math.max(Math.min(first ?? Infinity, ...every), 1) : 0;
  const x = axis === 'log' ? (v) => left + ((right - left) * Math.log(Math.max(v, begin) / begin)) / Math.log(end / begin || Math.E)
    : (v) => left + ((right - left) * v) / (end || 1);
  const [low, high] = reach(chart), up = chart.log ? Math.log : (v) => v;
  const y = (v) => bottom - ((bottom - top) * (up(v) - up(low))) / (up(high) - up(low));
  svg.replaceChildren();
  draw(draw(draw(svg, 'defs'), 'clipPath', { id }), 'rect', { x: left, y: top, width: right - left, height: bottom - top });
  for (const v of chart.log ? decades(low, high) : steps(low, high, 5)) {
    draw(svg, 'path', { d: `M${left} ${y(v)}H${right}`, class: 'rule' });
    draw(svg, 'text', { x: left - 6, y: y(v) + 4, 'text-anchor': 'end' }, short(v));
  }
  for (const v of axis === 'log' ? decades(begin, end) : steps(0, end, 5)) draw(svg, 'text', { x: x(v), y: bottom + 17, 'text-anchor': 'middle' }, short(v));
  draw(svg, 'text', { x: (left + right) / 2, y: bottom + 36, 'text-anchor': 'middle', class: 'name' }, words[`x_${axis}`]);
  chart.marks.forEach(([v, text], k) => {
    const over = x(v) > (left + right) / 2;
    draw(svg, 'path', { d: `M${x(v)} ${top}V${bottom}`, class: 'mark' });
    draw(svg, 'text', { x: x(v) + (over ? -5 : 5), y: top + 12 + 15 * k, 'text-anchor': over ? 'end' : 'start', class: 'mark' }, text);
  });
  for (const l of chart.levels) draw(svg, 'path', { d: `M${left} ${y(l.y)}H${right}`, class: `level ${l.kind}` });
  const frame = draw(svg, 'g', { 'clip-path': `url(#${id})` });
  for (const l of chart.lines) {
    const points = l.points.filter((p) => !chart.log || p[2] > 0);
    draw(frame, 'polyline', { points: points.map((p) => `${x(p[of]).toFixed(1)},${y(p[2]).toFixed(1)}`).join(' '), class: `curve ${l.kind} ${l.split}` });
  }
  const cursor = draw(svg, 'path', { class: 'cursor' });
  return {
    put: (place) => cursor.setAttribute('d', place ? `M${x(place[of])} ${top}V${bottom}` : ''),
    nearest: (at, places) => { // of places [[updates, minutes]]: the number of the one that is drawn nearest
      const far = places.map((place) => Math.abs(x(place[of]) - at));
      return far.indexOf(Math.min(...far));
    },
  };
}

function legend(node, chart) {
  const sample = (kind) => `<svg width="28" height="10" aria-hidden="true"><line class="${kind}" x1="0" x2="28" y1="5" y2="5"/></svg>`;
  node.innerHTML = '';
  for (const [kind, name] of [...chart.lines.map((l) => [`curve ${l.kind} ${l.split}`, l.name]),
    ...chart.levels.map((l) => [`level ${l.kind}`, `${l.name}: ${Number(l.y.toPrecision(3))}`])]) {
    const item = document.createElement('span');
    item.innerHTML = sample(kind);
    item.append(` ${name}`);
    node.append(item);
  }
}

// A chart with its title and legend, at the end of `box` -> its svg, and its cursor as `plot` gives it.
function charted(box, chart, axis, words, first) {
  const node = document.createElement('figure'), title = document.createElement('figcaption'), names = document.createElement('div');
  title.innerHTML = '<b></b> <small></small>';
  title.firstChild.textContent = chart.title;
  title.lastChild.textContent = chart.y;
  names.className = 'gan-legend';
  const svg = draw(node, 'svg', { viewBox: `0 0 ${CHART.width} ${CHART.height}`, role: 'img', 'aria-label': chart.alt, 'data-chart': chart.name });
  const cursor = plot(svg, chart, axis, words, first);
  legend(names, chart);
  node.prepend(title);
  node.append(names);
  box.append(node);
  return { svg, cursor };
}
