// A convolution, window by window, on real pixel values, and the whole picture under the same kernel: nothing here asks the server.
// The same maths to be read: restoration/exhibits/convolution.py. props.value: {file, name, crop: pixels a side of the input,
// kernels: name -> {3: {cells, divisor}, 5: …}, slices: [{output, colour, row, column, cells}], words: texts with {blanks}}.
const at = (selector) => element.querySelector(selector), control = (key) => at(`[data-key=${key}]`);
const root = at('.conv'), square = at('.crop'), whole = at('.whole');
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, key) => values[key] ?? blank);
const activate = { none: (v) => v, relu: (v) => Math.max(0, v), leaky: (v) => (v > 0 ? v : 0.1 * v) };
const COLOURS = ['red', 'green', 'blue'];
const NUMBERS = ['side', 'stride', 'padding', 'dilation'];

let words = null, n = 0; // known with the first picture
let picture = null, plane = null; // the picture's size and bytes; the values of the chosen channel, 0 to 255
let top = 0, left = 0; // of the square
let layer = null, output = []; // what the controls say, null while they say nonsense; the value of every place
let step = 0, timer = 0, slice = null, round = 0;

// The picture

async function load() {
  if (!props.value?.file) return;
  const mine = ++round, image = new Image();
  image.src = props.value.file.url;
  await image.decode().catch(() => {});
  if (mine !== round || !image.naturalWidth) return;
  if (!words) {
    words = props.value.words;
    n = props.value.crop;
    control('preset').value = 'gaussian';
    preset('gaussian');
  }
  const canvas = whole.querySelector('canvas'), width = image.naturalWidth, height = image.naturalHeight;
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.drawImage(image, 0, 0);
  const moved = !picture || picture.width !== width || picture.height !== height;
  picture = { width, height, bytes: pen.getImageData(0, 0, width, height).data };
  if (moved) [top, left] = [height, width].map((side) => Math.floor((side - n) / 2));
  canvas.setAttribute('aria-label', props.value.name);
  root.hidden = false;
  channel();
}

// Luma is rounded to whole numbers, as in an 8-bit grey picture, so that what is shown is what is computed with.
function channel() {
  const { width, height, bytes } = picture, colour = COLOURS.indexOf(control('channel').value);
  plane = new Float32Array(width * height);
  for (let i = 0, b = 0; i < plane.length; i++, b += 4) {
    plane[i] = colour < 0 ? Math.round(0.299 * bytes[b] + 0.587 * bytes[b + 1] + 0.114 * bytes[b + 2]) : bytes[b + colour];
  }
  refresh();
}

function move(row, column) {
  const inside = (v, side, phase) => {
    v = Math.min(Math.max(v, 0), side - n);
    return slice && (v - phase) % 2 ? v + (v ? -1 : 1) : v; // a slice knows one pixel of every 2x2 square
  };
  top = inside(row, picture.height, slice?.row);
  left = inside(column, picture.width, slice?.column);
  refresh();
}

// The controls

function number(field, sentence, zero = true) {
  const v = field.valueAsNumber, right = Math.abs(v) <= 1000 && (zero || v !== 0);
  field.setAttribute('aria-invalid', !right);
  if (!right) throw sentence;
  return v;
}

// Throws the sentence that says what is wrong.
function settings() {
  const s = Object.fromEntries(NUMBERS.map((key) => [key, Number(control(key).value)]));
  s.cells = [...at('.weights').children].map((field, i) =>
    number(field, fill(words.kernel_number, { row: Math.floor(i / s.side) + 1, column: (i % s.side) + 1 })));
  s.divisor = number(control('divisor'), words.divisor_wrong, false);
  s.bias = number(control('bias'), words.bias_wrong);
  s.activation = control('activation').value;
  s.flip = control('flip').checked;
  s.used = s.flip ? [...s.cells].reverse() : s.cells;
  s.reach = s.dilation * (s.side - 1) + 1;
  s.out = outputSize(n, s);
  if (s.out < 1) throw fill(words.window_too_large, { reach: s.reach, size: n + 2 * s.padding });
  return s;
}

const outputSize = (side, s) => Math.floor((side + 2 * s.padding - s.reach) / s.stride) + 1;

function weights(cells, side) {
  control('side').value = side;
  const fields = cells.map((w, i) => {
    const label = fill(words.kernel_cell, { row: Math.floor(i / side) + 1, column: (i % side) + 1 });
    return `<input type="number" step="any" value="${w}" aria-label="${label}">`;
  });
  grid('.weights', side, fields);
}

// The same kernel on another side: zeros around it, or its middle.
function resized(cells, from, to) {
  const off = (from - to) / 2;
  return Array.from({ length: to * to }, (_, i) => {
    const row = Math.floor(i / to) + off, column = (i % to) + off;
    return row < 0 || column < 0 || row >= from || column >= from ? 0 : cells[row * from + column];
  });
}

function preset(name) {
  const wasSlice = slice, side = Number(control('side').value), kernel = props.value.kernels[name];
  slice = props.value.slices[name.replace('slice-', '')] ?? null;
  if (slice) { // what the layer does, on the picture itself
    const same = { divisor: 1, stride: 2, dilation: 2, padding: 0, bias: 0, activation: 'none', channel: COLOURS[slice.colour] };
    Object.entries(same).forEach(([key, v]) => { control(key).value = v; });
    control('flip').checked = false;
    weights(slice.cells.flat(), 3);
    const colour = words[control('channel').value];
    at('.slice').textContent = fill(words.slice_is, { output: slice.output, colour, row: slice.row + 1, column: slice.column + 1 });
  } else if (kernel) {
    if (wasSlice) control('stride').value = control('dilation').value = 1;
    const own = kernel[side];
    weights(own ? own.cells.flat() : resized(kernel[3].cells.flat(), 3, side), side);
    control('divisor').value = (own ?? kernel[3]).divisor;
  }
  at('.slice').hidden = !slice;
  if (!picture) return;
  if (slice) move(top, left);
  channel();
}

function own() {
  control('preset').value = 'own';
  slice = null;
  at('.slice').hidden = true;
}

function refresh() {
  if (!picture) return;
  element.querySelectorAll('[aria-invalid]').forEach((field) => field.setAttribute('aria-invalid', false));
  square.style.cssText = ['top', 'left', 'height', 'width'].map((key, i) =>
    `${key}:${(100 * [top, left, n, n][i]) / (i % 2 ? picture.width : picture.height)}%`).join(';');
  at('.at').textContent = fill(words.at, { top, left, bottom: top + n - 1, right: left + n - 1 });
  try {
    layer = settings();
    at('.problem').textContent = '';
  } catch (sentence) {
    if (typeof sentence !== 'string') throw sentence;
    layer = null;
    pause();
    at('.problem').textContent = sentence;
  }
  at('.running').inert = !layer;
  if (!layer) return;
  const { out, side, stride, padding, dilation, flip, divisor, bias, activation } = layer;
  output = Array.from({ length: out * out }, (_, place) => activate[activation](sum(place) / divisor + bias));
  step = Math.min(step, output.length - 1);
  control('step').max = output.length - 1;
  const cells = [], size = n + 2 * padding;
  for (let row = -padding; row < n + padding; row++) for (let column = -padding; column < n + padding; column++) {
    const v = pixel(row, column), outside = row < 0 || column < 0 || row >= n || column >= n;
    cells.push(`<span data-row="${row}" data-column="${column}" ${outside ? 'class="zero"' : `style="${shade(v)}"`}>${v}</span>`);
  }
  grid('.pixels-in', size, cells);
  grid('.pixels-out', out, output.map(() => '<span></span>'));
  at('.input-size').textContent = fill(padding ? words.input_padded : words.input_size, { n, padding });
  at('.output-size').textContent = fill(words.output_size, { out });
  at('.used').textContent = flip ? words.used_flipped : words.used;
  at('.formula').textContent = fill(words.formula, { n, p: padding, d: dilation, k: side, s: stride, out, places: out * out });
  draw();
  clearTimeout(refresh.later);
  refresh.later = setTimeout(filter, 60);
}

// Playing

function pause() {
  clearTimeout(timer);
  timer = 0;
  at('[data-do=play]').textContent = `▶ ${words.play}`;
}

function tick() {
  timer = 0;
  if (!layer || step >= output.length - 1 || !element.offsetParent) return pause(); // at the end, or another tab is looked at
  step++;
  play();
}

function play() {
  at('[data-do=play]').textContent = `❚❚ ${words.pause}`;
  timer = setTimeout(tick, 1000 / control('speed').value);
  draw();
}

function go(to) {
  pause();
  step = Math.min(Math.max(to, 0), output.length - 1);
  draw();
}

const actions = {
  restart: () => go(0),
  back: () => go(step - 1),
  forward: () => go(step + 1),
  play: () => { if (timer) return go(step); if (step >= output.length - 1) step = 0; play(); },
};
element.querySelectorAll('[data-do]').forEach((button) => button.addEventListener('click', () => actions[button.dataset.do]()));
control('step').addEventListener('input', () => go(Number(control('step').value)));
at('.pixels-out').addEventListener('click', (event) => {
  const place = [...at('.pixels-out').children].indexOf(event.target);
  if (place >= 0) go(place);
});
at('.weights').addEventListener('input', () => { own(); refresh(); });
control('preset').addEventListener('input', () => preset(control('preset').value));
control('channel').addEventListener('input', channel);
for (const key of ['stride', 'padding', 'dilation', 'divisor', 'bias', 'activation', 'flip']) {
  control(key).addEventListener('input', refresh);
}
control('side').addEventListener('input', () => {
  const to = Number(control('side').value), name = control('preset').value;
  if (props.value.kernels[name]) return preset(name);
  const cells = [...at('.weights').children].map((field) => field.value);
  own();
  weights(resized(cells, Math.sqrt(cells.length), to), to);
  refresh();
});

function drag(event) {
  if (event.type === 'pointermove' && !whole.hasPointerCapture(event.pointerId)) return;
  whole.setPointerCapture(event.pointerId);
  const box = whole.getBoundingClientRect(), from = (place, start, size, pixels) => Math.round(((place - start) / size) * pixels - n / 2);
  move(from(event.clientY, box.top, box.height, picture.height), from(event.clientX, box.left, box.width, picture.width));
}
whole.addEventListener('pointerdown', drag);
whole.addEventListener('pointermove', drag);
whole.addEventListener('keydown', (event) => {
  const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (!way) return;
  event.preventDefault();
  const far = event.shiftKey ? 10 : slice ? 2 : 1;
  move(top + far * way[0], left + far * way[1]);
});
watch('value', load);
load();
