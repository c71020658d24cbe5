// How much of a gradient comes back: norms by distance from the end, on a logarithmic scale that stays the same when a slider moves.
// props.value: {radius, bias, curves: name -> norms, said, table}.
const root = at('.vanish'), svg = at('svg.flow'), bars = all('.vanish-set input');
const POWERS = { low: -12, high: 6, every: 3 }, HEIGHT = 300, FRAME = { left: 46, right: 10, top: 8, bottom: 40 };

function show() {
  if (!present(root)) return;
  const { said, table } = props.value;
  at('.vanish-said').replaceChildren(...said.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  at('.flows').innerHTML = table;
  const sample = (name) => `<svg width="30" height="10" aria-hidden="true"><path class="line ${name}" d="M1 5H29"/></svg>`;
  at('.vanish-legend').innerHTML = Object.entries(props.lines).map(([name, label]) => `<span>${sample(name)}${label}</span>`).join('');
  for (const bar of bars) written(bar);
  curves();
}

function written(bar) {
  bar.nextElementSibling.textContent = say(Number(bar.value), 2);
}

function curves() {
  const wide = svg.clientWidth, found = props.value?.curves;
  if (!wide || !found) return;
  const { left, right, top, bottom } = FRAME, far = found.plain.length - 1;
  const x = (k) => left + ((wide - left - right) * k) / far;
  const y = (v) => top + ((HEIGHT - top - bottom) * (POWERS.high - Math.log10(Math.max(v, 1e-300)))) / (POWERS.high - POWERS.low);
  svg.setAttribute('height', HEIGHT);
  svg.replaceChildren();
  for (let p = POWERS.low; p <= POWERS.high; p += POWERS.every) {
    draw(svg, 'path', { d: `M${left} ${y(10 ** p)}H${wide - right}`, class: p ? 'rule' : 'rule one' });
    const label = draw(svg, 'text', { x: left - 6, y: y(10 ** p) + 4, 'text-anchor': 'end' }, p ? '10' : '1');
    if (p) draw(label, 'tspan', { dy: -5, 'font-size': '80%' }, say(p, 0));
  }
  for (let k = 0; k <= far; k += 10) draw(svg, 'text', { x: x(k), y: HEIGHT - bottom + 16, 'text-anchor': 'middle' }, k);
  draw(svg, 'text', { x: (left + wide - right) / 2, y: HEIGHT - 6, 'text-anchor': 'middle', class: 'name' }, props.axis);
  draw(draw(draw(svg, 'defs'), 'clipPath', { id: 'vanish-room' }), 'rect', { x: left, y: top, width: wide - left - right, height: HEIGHT - top - bottom });
  const room = draw(svg, 'g', { 'clip-path': 'url(#vanish-room)' });
  for (const name of ['plain_guide', 'gru_guide', 'plain', 'gru']) {
    const points = found[name].map((v, k) => `${x(k).toFixed(1)},${y(v).toFixed(1)}`).join(' ');
    draw(room, 'polyline', { points, class: `line ${name}` });
  }
}

for (const bar of bars) bar.addEventListener('input', () => {
  chosen[bar.dataset.name] = Number(bar.value);
  written(bar);
  look();
});
new ResizeObserver(curves).observe(root);
watch(['value', 'answered'], show);
show();
