// The curves of a training. props.value.charts: text of [{title, alt, x, steps, log, lines: [{kind, name, points: [[step, value]]}],
// levels: [{kind, name, y}], room (least above and below the curves; 0.5), or range: [low,
// high] of the axis}]. Drawn anew each time, which is cheap.
const at = (selector) => element.querySelector(selector);
const HEIGHT = 190, LEFT = 46, RIGHT = 16, TOP = 8, BOTTOM = 34; // pixels

function ticks(low, high, wanted) {
  const rough = (high - low) / wanted, power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((m) => m * power >= rough);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) found.push(Number((k * step).toPrecision(12)));
  return found;
}

// On a logarithmic axis: 1, 2 and 5 times each power of ten, or powers alone where those are many.
function logTicks(low, high) {
  const found = [], first = Math.floor(Math.log10(low)), last = Math.ceil(Math.log10(high));
  const every = Math.max(1, Math.ceil((last - first) / 6));
  for (let p = first; p <= last; p++) {
    for (const m of last - first > 3 ? [1] : [1, 2, 5]) if ((p - first) % every === 0) found.push(Number((m * 10 ** p).toPrecision(12)));
  }
  return found;
}

// The lowest and highest value of an axis, on ticks where the axis is logarithmic, and the ticks between them.
function axis(chart) {
  const values = [...chart.lines.flatMap((l) => l.points.map((p) => p[1])), ...chart.levels.map((l) => l.y)].filter((v) => !chart.log || v > 0);
  if (chart.range) return { low: chart.range[0], high: chart.range[1], marks: ticks(...chart.range, 5) };
  if (!values.length) values.push(chart.log ? 0.01 : 0, chart.log ? 0.1 : 1);
  let low = Math.min(...values), high = Math.max(...values);
  if (!chart.log) {
    const room = Math.max(chart.room ?? 0.5, 0.06 * (high - low));
    [low, high] = [low - room, high + room];
    return { low, high, marks: ticks(low, high, 5) };
  }
  const marks = logTicks(low, high);
  low = Math.max(...marks.filter((m) => m <= low));
  high = Math.min(...marks.filter((m) => m >= high).concat(10 ** Math.ceil(Math.log10(high))));
  if (low === high) high = low * 10;
  return { low, high, marks: marks.filter((m) => m >= low && m <= high) };
}

const tidy = (number) => (number >= 1e5 || (number && Math.abs(number) < 1e-3) ? number.toExponential(0) : String(number));

function svg(chart, width) {
  const { low, high, marks } = axis(chart), scale = chart.log ? Math.log : (v) => v;
  const furthest = Math.max(chart.steps, ...chart.lines.flatMap((l) => l.points.slice(-1).map((p) => p[0])));
  const x = (step) => LEFT + ((width - LEFT - RIGHT) * step) / furthest;
  const y = (value) => TOP + ((HEIGHT - TOP - BOTTOM) * (scale(high) - scale(value))) / (scale(high) - scale(low));
  const parts = [];
  for (const m of marks) {
    parts.push(`<line class="grid" x1="${LEFT}" x2="${width - RIGHT}" y1="${y(m)}" y2="${y(m)}"/>`);
    parts.push(`<text x="${LEFT - 6}" y="${y(m) + 4}" text-anchor="end">${tidy(m)}</text>`);
  }
  for (const m of ticks(0, furthest, width < 380 ? 4 : 6)) parts.push(`<text x="${x(m)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${m}</text>`);
  parts.push(`<text x="${(LEFT + width - RIGHT) / 2}" y="${HEIGHT - 2}" text-anchor="middle">${chart.x}</text>`);
  for (const l of chart.levels) parts.push(`<line class="curve ${l.kind}" x1="${LEFT}" x2="${width - RIGHT}" y1="${y(l.y)}" y2="${y(l.y)}"/>`);
  for (const l of chart.lines) {
    const points = l.points.filter((p) => !chart.log || p[1] > 0);
    parts.push(`<polyline class="curve ${l.kind}" points="${points.map((p) => `${x(p[0]).toFixed(1)},${y(p[1]).toFixed(1)}`).join(' ')}"/>`);
    if (points.length && l.kind !== 'previous') {
      const [step, value] = points.at(-1);
      parts.push(`<circle class="${l.kind}" cx="${x(step)}" cy="${y(value)}" r="3.5"/>`);
    }
  }
  return `<svg role="img" aria-label="${chart.alt}" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}">${parts.join('')}</svg>`;
}

function figure(chart, width) {
  const names = [...chart.lines].reverse().concat(chart.levels);
  const sample = (l) => `<svg width="26" height="8" aria-hidden="true"><line class="curve ${l.kind}" x1="0" x2="26" y1="4" y2="4"/></svg>`;
  const legend = names.map((l) => `<span>${sample(l)} ${l.name}</span>`).join('');
  return `<figure style="width: ${width}px"><figcaption>${chart.title}</figcaption>${svg(chart, width)}<div class="legend">${legend}</div></figure>`;
}

// least: pixels that a chart needs to stand beside others.
function drawCharts(least = 310) {
  if (!props.value) return;
  const box = at('.charts'), room = box.clientWidth;
  if (!room) return; // its tab is closed
  const charts = JSON.parse(props.value.charts), across = Math.max(1, Math.min(charts.length, Math.floor(room / least)));
  const width = Math.floor((room - 20 * (across - 1)) / across);
  box.innerHTML = charts.map((chart) => figure(chart, width)).join('');
}
