// A GRU of one unit on one pixel: nine numbers, and what becomes of them frame by frame. The same sums by the network's own class:
// restoration/lab/rnn_cell.py (steps). props.value: see cell.value.
const words = props.words, root = at('.cell'), slide = at('.cell-walk input'), fields = all('[data-name]'), problem = at('.problem');
const box = at('.cell-picture'), canvas = at('.cell-picture canvas'), lines = at('svg.lines'), gates = at('svg.gates');
const sigmoid = (v) => 1 / (1 + Math.exp(-v));
let numbers = null, preset = 'fitted', path = [], now = 1, sheet = null, asked = 0; // path: of each frame {x, past, r, z, n, h, …}

// One step of the cell: x and the past state -> all that is written out in the formulas.
function step({ W_r, U_r, b_r, W_z, U_z, b_z, W_n, U_n, b_n }, x, past) {
  const in_r = W_r * x + U_r * past + b_r, in_z = W_z * x + U_z * past + b_z, r = sigmoid(in_r), z = sigmoid(in_z);
  const in_n = W_n * x + b_n + r * (U_n * past), n = Math.tanh(in_n);
  return { x, past, in_r, in_z, in_n, r, z, n, h: (1 - z) * n + z * past };
}

function run() {
  let past = 0, sum = 0;
  path = props.value.x.map((x, t) => {
    const found = step(numbers, x, past);
    past = found.h;
    sum += x;
    return { ...found, mean: sum / (t + 1), truth: props.value.truth[t] };
  });
}

function show() {
  if (!present(root)) return;
  const value = props.value;
  [chosen.row, chosen.column, chosen.of] = [value.row, value.column, value.of];
  slide.max = value.x.length;
  now = Math.min(now, value.x.length);
  at('.cell-study').innerHTML = value.study;
  if (!numbers) choose('fitted'); else refresh();
  if (sheet?.src !== value.sheet.url) {
    sheet = new Image();
    sheet.onload = picture;
    sheet.src = value.sheet.url;
  }
}

// The numbers

function choose(name) {
  preset = name;
  const names = fields.map((field) => field.dataset.name);
  numbers = Object.fromEntries(names.map((key, k) => [key, props.value.presets[name][k]]));
  for (const field of fields) {
    field.value = at(`[data-slide=${field.dataset.name}]`).value = numbers[field.dataset.name];
    field.setAttribute('aria-invalid', false);
  }
  problem.textContent = '';
  refresh();
}

function typed(field) {
  const name = field.dataset.name, v = field.valueAsNumber, right = Math.abs(v) <= props.reach;
  field.setAttribute('aria-invalid', !right);
  const bad = fields.find((other) => other.getAttribute('aria-invalid') === 'true');
  problem.innerHTML = bad ? sub(fill(words.wrong, { name: bad.dataset.name, reach: props.reach, kept: say(numbers[bad.dataset.name], 3) })) : '';
  if (right) moved(name, v);
}

function moved(name, v) {
  numbers = { ...numbers, [name]: v };
  preset = null;
  refresh();
}

// What is shown

function refresh() {
  run();
  press(all('[data-preset]'), preset && at(`[data-preset=${preset}]`));
  const [here, fitted] = props.value.sigma, elsewhere = preset === 'fitted' && here !== fitted ? ` ${fill(words.fitted_at, { here, fitted })}` : '';
  at('.cell-about').innerHTML = preset ? sub(words[`about_${preset}`]) + elsewhere : words.own;
  table();
  scores();
  go(now);
}

function go(t) {
  now = Math.min(Math.max(t, 0), path.length);
  slide.value = now;
  at('.cell-walk output').textContent = fill(words.step, { n: now, count: path.length });
  slide.setAttribute('aria-valuetext', at('.cell-walk output').textContent);
  for (const [name, off] of [['start', !now], ['back', !now], ['on', now === path.length], ['end', now === path.length]]) at(`[data-go=${name}]`).disabled = off;
  formulas();
  until();
  picture();
  charts();
}

const sub = (text) => text.replace(/([WUbh])_(\w)/g, '$1<sub>$2</sub>');

function formulas() {
  const to = at('.cell-formulas');
  if (!now) {
    to.innerHTML = `<p>${words.nothing_yet}</p>`;
    return;
  }
  const s = path[now - 1], v = Object.fromEntries(Object.entries({ ...numbers, ...s }).map(([key, of]) => [key, part(of, 3)]));
  const gate = (g) => `σ(${v[`W_${g}`]} · ${v.x} + ${v[`U_${g}`]} · ${v.past} + ${v[`b_${g}`]}) = σ(${say(s[`in_${g}`], 3)})`;
  const rows = [
    ['r', 'σ(W_r · x + U_r · h_o + b_r)', gate('r')],
    ['z', 'σ(W_z · x + U_z · h_o + b_z)', gate('z')],
    ['n', 'tanh(W_n · x + b_n + r · (U_n · h_o))', `tanh(${v.W_n} · ${v.x} + ${v.b_n} + ${v.r} · (${v.U_n} · ${v.past})) = tanh(${say(s.in_n, 3)})`],
    ['h', '(1 − z) · n + z · h_o', `(1 − ${v.z}) · ${v.n} + ${v.z} · ${v.past}`],
  ];
  to.innerHTML = rows.map(([name, letters, put]) => `<p class="${name}"><b><i>${name}</i> ${words[`formula_${name}`]}</b>
    <span>${sub(letters).replaceAll('h<sub>o</sub>', 'h<sub>old</sub>')} = ${put} = <strong>${say(s[name], 3)}</strong></span></p>`).join('');
}

const error = (name, count) => path.slice(0, count).reduce((sum, s) => sum + (s[name] - s.truth) ** 2, 0) / Math.max(count, 1);
const METHODS = [['x', 'line_x'], ['mean', 'line_mean'], ['h', 'line_h']];

// What is written of the whole clip, and a column of the frames so far that `until` fills.
function scores() {
  const whole = METHODS.map(([name]) => error(name, path.length)), best = Math.min(...whole), [raw, mean, held] = whole;
  const head = [words.method, '', fill(words.whole, { count: path.length }), words.grey].map((word) => `<th scope="col">${word}</th>`).join('');
  at('.held').innerHTML = `<thead><tr>${head}</tr></thead><tbody>${METHODS.map(([name, key], k) => `<tr class="${name === 'h' ? 'network' : 'yardstick'}">
    <th scope="row">${words[key]}</th><td></td><td title="${whole[k]}">${whole[k].toFixed(4)}${whole[k] === best ? ' <span class="star">★</span>' : ''}</td>
    <td>${(Math.sqrt(whole[k]) * 127.5).toFixed(1)}</td></tr>`).join('')}</tbody>`;
  const verdict = held < raw && held < mean ? 'both' : held < mean ? 'mean' : held < raw ? 'raw' : 'none';
  at('.cell-said').textContent = fill(words[`better_${verdict}`], { held: held.toFixed(4), raw: raw.toFixed(4), mean: mean.toFixed(4), count: path.length });
}

function until() {
  const rows = all('.held tr'), set = (row, text) => { row.children[1].textContent = text; };
  set(rows[0], fill(words.until, { n: now }));
  METHODS.forEach(([name], k) => set(rows[k + 1], now ? error(name, now).toFixed(4) : '–'));
}

function table() {
  const columns = ['x', 'r', 'z', 'n', 'h', 'mean', 'truth'], names = { mean: words.line_mean, truth: words.line_truth };
  const head = [words.axis, ...columns.map((name) => names[name] ?? name)].map((word) => `<th scope="col">${word}</th>`).join('');
  at('.steps').innerHTML = `<thead><tr>${head}</tr></thead><tbody>${path.map((s, t) =>
    `<tr><th scope="row">${t + 1}</th>${columns.map((name) => `<td title="${s[name]}">${say(s[name], 3)}</td>`).join('')}</tr>`).join('')}</tbody>`;
}

function charts() {
  const count = path.length, of = (name) => path.map((s) => s[name]), values = path.flatMap((s) => [s.x, s.truth, s.h, s.mean]);
  const set = { count, now, axis: words.axis };
  const low = Math.floor(2 * Math.min(-1, ...values)) / 2, high = Math.ceil(2 * Math.max(1, ...values)) / 2;
  const series = [{ name: 'x', values: of('x'), dots: true }, { name: 'truth', values: of('truth') }, { name: 'mean', values: of('mean') },
    { name: 'h', values: [0, ...of('h')], from: 0, dots: true }];
  chart(lines, series, { ...set, low, high, ticks: [-1, -0.5, 0, 0.5, 1], height: 250 });
  chart(gates, [{ name: 'z', values: of('z') }, { name: 'r', values: of('r') }], { ...set, low: 0, high: 1, ticks: [0, 0.5, 1], height: 110 });
  const sample = (name) => `<svg width="28" height="10" aria-hidden="true"><path class="line ${name}" d="M1 5H27"/></svg>`;
  at('.cell-legend').innerHTML = ['x', 'truth', 'mean', 'h'].map((name) => `<span>${sample(name)}${words[`line_${name}`]}</span>`).join('');
}

// The pixel

function picture() {
  const { row, column, width, height, columns } = props.value, frame = Math.max(now - 1, 0);
  Object.assign(canvas, { width, height });
  if (sheet?.complete && sheet.naturalWidth) canvas.getContext('2d').drawImage(sheet, -(frame % columns) * width, -Math.floor(frame / columns) * height);
  canvas.setAttribute('aria-label', fill(words.picture_alt, { n: frame + 1 }));
  at('.caption').textContent = fill(words.caption, { n: frame + 1 });
  const ring = box.querySelector('i').style;
  [ring.left, ring.top] = [`${(100 * (column + 0.5)) / width}%`, `${(100 * (row + 0.5)) / height}%`];
  at('.cell-at').textContent = fill(words.at, { row, column, x: say(props.value.x[frame], 3), truth: say(props.value.truth[frame], 3) });
  const lost = props.value.hidden.indexOf(true);
  at('.cell-hidden').hidden = lost < 0;
  at('.cell-hidden').textContent = fill(words.hidden, { n: lost + 1 });
}

function move(row, column) {
  const { width, height } = props.value;
  [chosen.row, chosen.column] = [Math.min(Math.max(row, 0), height - 1), Math.min(Math.max(column, 0), width - 1)];
  const ring = box.querySelector('i').style; // at once; the numbers come from the server
  [ring.left, ring.top] = [`${(100 * (chosen.column + 0.5)) / width}%`, `${(100 * (chosen.row + 0.5)) / height}%`];
  clearTimeout(asked);
  asked = setTimeout(look, 120);
}

box.addEventListener('pointerdown', (event) => {
  const area = canvas.getBoundingClientRect(), { width, height } = props.value;
  move(Math.floor(((event.clientY - area.top) / area.height) * height), Math.floor(((event.clientX - area.left) / area.width) * width));
});
box.addEventListener('keydown', (event) => {
  const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (!way) return;
  event.preventDefault();
  move(chosen.row + (event.shiftKey ? 10 : 1) * way[0], chosen.column + (event.shiftKey ? 10 : 1) * way[1]);
});
const places = { start: () => 0, back: () => now - 1, on: () => now + 1, end: () => path.length };
all('[data-go]').forEach((button) => button.addEventListener('click', () => go(places[button.dataset.go]())));
slide.addEventListener('input', () => go(Number(slide.value)));
lines.addEventListener('click', (event) => go(lines.frame(event.clientX)));
lines.addEventListener('keydown', (event) => {
  const to = { ArrowLeft: 'back', ArrowRight: 'on', Home: 'start', End: 'end' }[event.key];
  if (!to) return;
  event.preventDefault();
  go(places[to]());
});
all('[data-preset]').forEach((button) => button.addEventListener('click', () => choose(button.dataset.preset)));
fields.forEach((field) => field.addEventListener('input', () => typed(field)));
all('[data-slide]').forEach((bar) => bar.addEventListener('input', () => {
  const field = at(`[data-name=${bar.dataset.slide}]`);
  field.value = bar.value;
  typed(field);
}));
fields.forEach((field) => field.addEventListener('change', () => { at(`[data-slide=${field.dataset.name}]`).value = numbers[field.dataset.name]; }));
new ResizeObserver(() => { if (path.length) charts(); }).observe(root);
watch(['value', 'answered'], show);
show();
