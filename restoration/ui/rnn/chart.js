// PSNR by frame, all methods, as wide as there is room. chart: {lines: [{name, label, points: [[frame, dB], ...]}], marks: [[frame, text]], count}.
const curves = element.querySelector('.clip-curves'), svg = curves.querySelector('svg'), legend = curves.querySelector('.clip-legend');
let chart = null, place = null; // place: (frame, dB) -> [x, y]
const HIGH = 230, LEFT = 40, RIGHT = 12, TOP = 18, BOTTOM = 34;

function scoreOf(name, frame) {
  const point = chart?.lines.find((line) => line.name === name)?.points.find(([n]) => n === frame);
  return point ? `${point[1].toFixed(1)} dB` : '';
}

function drawChart() {
  curves.hidden = !chart?.lines.length;
  const wide = svg.clientWidth || curves.clientWidth;
  if (curves.hidden || !wide) return;
  const others = chart.lines.filter((line) => line.name !== 'damaged');
  const all = (others.length ? others : chart.lines).flatMap((line) => line.points.map(([, db]) => db)); // so that small gains can be seen
  if (!all.length) return;
  const low = Math.floor(Math.min(...all)), high = Math.max(Math.ceil(Math.max(...all)), low + 2);
  const unit = (high - low) > 16 ? 4 : (high - low) > 7 ? 2 : 1;
  place = (n, db) => [
    LEFT + (wide - LEFT - RIGHT) * (chart.count > 1 ? (n - 1) / (chart.count - 1) : 0.5),
    TOP + (HIGH - TOP - BOTTOM) * (high - db) / (high - low),
  ];
  const parts = [];
  for (let db = Math.ceil(low / unit) * unit; db <= high; db += unit) {
    const y = place(1, db)[1];
    parts.push(`<path class="grid" d="M${LEFT} ${y}H${wide - RIGHT}"/><text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${db}</text>`);
  }
  const every = Math.ceil(chart.count / Math.max(2, Math.floor(wide / 60)));
  for (let n = 1; n <= chart.count; n += every) parts.push(`<text x="${place(n, low)[0]}" y="${HIGH - BOTTOM + 16}" text-anchor="middle">${n}</text>`);
  parts.push(`<text x="${wide - RIGHT}" y="${HIGH - 3}" text-anchor="end">${props.words.frame_axis}</text><text x="2" y="11">dB</text>`);
  chart.marks.forEach(([n, text], k) => {
    const x = place(n, low)[0], right = x > wide * 0.6;
    parts.push(`<path class="mark" d="M${x} ${TOP}V${HIGH - BOTTOM}"/>`);
    parts.push(`<text class="mark" x="${x + (right ? -4 : 4)}" y="${HIGH - BOTTOM - 6 - 14 * k}" text-anchor="${right ? 'end' : 'start'}">${text}</text>`);
  });
  const below = ({ points }) => points.length > 0 && points.every(([, db]) => db < low);
  for (const { name, points } of chart.lines.filter((line) => !below(line))) {
    const d = points.map(([n, db]) => place(n, db).map((v) => v.toFixed(1)).join(' ')).join('L');
    if (points.length > 1) parts.push(`<path class="line ${name}" clip-path="url(#${element.id}-room)" d="M${d}"/>`);
    if (points.length < chart.count) for (const [n, db] of points) { const [x, y] = place(n, db); parts.push(`<circle class="${name}" cx="${x}" cy="${y}" r="2.4"/>`); }
  }
  svg.setAttribute('height', HIGH);
  svg.innerHTML = `<clipPath id="${element.id}-room"><rect x="0" y="${TOP - 2}" width="${wide}" height="${HIGH - TOP - BOTTOM + 4}"/></clipPath>${parts.join('')}<path class="cursor"/>`;
  legend.innerHTML = chart.lines.map((line) => [line.name, below(line) ? fill(props.words.below, line) : line.label]).map(([name, label]) => `<span><svg width="26" height="10" aria-hidden="true"><path class="line ${name}" d="M1 5H25"/></svg>${label}</span>`).join('');
  drawCursor();
}

function drawCursor() {
  const cursor = svg.querySelector('.cursor');
  if (cursor && place) cursor.setAttribute('d', `M${place(at, 0)[0]} ${TOP}V${HIGH - BOTTOM}`);
}

svg.addEventListener('click', (event) => { // a look at the frame that was clicked
  if (!chart || !film) return;
  const box = svg.getBoundingClientRect(), share = (event.clientX - box.left - LEFT) / (box.width - LEFT - RIGHT);
  play(false);
  at = Math.round(1 + share * (chart.count - 1));
  showFrame();
});
new ResizeObserver(drawChart).observe(curves);
