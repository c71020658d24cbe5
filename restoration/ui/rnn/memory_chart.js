// One pixel through time: its brightness in the original, the damaged frames, the memory and the answer; trust; evidence. Three charts in
// one SVG, with one line over all for the frame that is shown.
const LINES = ['truth', 'damaged', 'held', 'restored'];
const PANELS = [{ name: 'brightness', top: 16, high: 150 }, { name: 'trust_axis', top: 194, high: 62 }, { name: 'evidence_axis', top: 284, high: 62 }];
const CHART_HIGH = 376, CHART_LEFT = 34, CHART_RIGHT = 10;
let chartX = null; // frame, from 0 -> x

// series: {name: [a number, or null where there is none, per frame]}. most: of evidence.
function drawPixel(svg, series, fresh, most) {
  const wide = svg.clientWidth, count = series.damaged.length;
  if (!wide) return;
  const x = (t) => CHART_LEFT + (wide - CHART_LEFT - CHART_RIGHT) * (count > 1 ? t / (count - 1) : 0.5);
  chartX = x;
  svg.setAttribute('height', CHART_HIGH);
  svg.replaceChildren();
  const all = LINES.flatMap((name) => series[name] ?? []).filter((v) => v !== null);
  const low = Math.max(0, Math.floor((Math.min(...all) - 5) / 10) * 10), high = Math.min(255, Math.ceil((Math.max(...all) + 5) / 10) * 10);
  const ranges = { brightness: [low, high], trust_axis: [0, 1], evidence_axis: [0, most] };
  for (const { name, top, high: tall } of PANELS) {
    const [from, to] = ranges[name], y = (v) => top + tall * (1 - (v - from) / (to - from));
    for (const v of [from, (from + to) / 2, to]) {
      draw(svg, 'path', { class: 'grid', d: `M${CHART_LEFT} ${y(v)}H${wide - CHART_RIGHT}` });
      draw(svg, 'text', { x: CHART_LEFT - 5, y: y(v) + 4, 'text-anchor': 'end' }, `${Number(v.toFixed(1))}`);
    }
    draw(svg, 'text', { x: CHART_LEFT, y: top - 6, class: 'name' }, words[name]);
    const drawn = { brightness: LINES, trust_axis: ['trust'], evidence_axis: ['evidence'] }[name];
    for (const line of drawn.filter((one) => series[one])) {
      let d = '', pen = 'M';
      series[line].forEach((v, t) => { if (v === null) pen = 'M'; else { d += `${pen}${x(t).toFixed(1)} ${y(v).toFixed(1)}`; pen = 'L'; } });
      draw(svg, 'path', { class: `line ${line}`, d: d || 'M0 0' });
    }
  }
  const bottom = PANELS.at(-1).top + PANELS.at(-1).high, every = Math.ceil(count / Math.max(2, Math.floor(wide / 50)));
  for (const t of fresh.filter((one) => one > 0)) draw(svg, 'path', { class: 'wiped', d: `M${x(t)} ${PANELS[0].top}V${bottom}` });
  for (let t = 0; t < count; t += every) draw(svg, 'text', { x: x(t), y: bottom + 15, 'text-anchor': 'middle' }, `${t + 1}`);
  draw(svg, 'text', { x: wide - CHART_RIGHT, y: CHART_HIGH - 1, 'text-anchor': 'end' }, words.axis);
  draw(svg, 'path', { class: 'cursor' });
}

function markFrame(svg, t) {
  const last = PANELS.at(-1);
  if (chartX) svg.querySelector('.cursor')?.setAttribute('d', `M${chartX(t)} ${PANELS[0].top}V${last.top + last.high}`);
}
