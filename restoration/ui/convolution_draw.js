// How convolution.js draws: grids of numbers, the sum of one window, the whole picture under the kernel. One script
// with it, this part first.
const minus = (text) => String(text).replace('-', '−');
const exact = (v) => minus(v !== 0 && (Math.abs(v) >= 1e6 || Math.abs(v) < 0.005) ? v.toExponential(2) : +v.toFixed(2));
const brief = (v) => minus(Math.abs(v) >= 1e4 ? v.toExponential(0).replace('+', '') : Math.abs(v) >= 10 ? Math.round(v) : +v.toFixed(1));

function grid(selector, side, cells) {
  const box = at(selector);
  box.style.setProperty('--n', side);
  box.innerHTML = cells.join('');
  return box;
}

// Values from 0 to 255 as greys; below 0 as blues, and the minus sign says so too.
function shade(v) {
  const size = Math.min(Math.round(Math.abs(v)), 255);
  if (v < -0.5) return `background:rgb(${[31, 111, 174].map((c) => Math.round((c * (80 + 0.68 * size)) / 255))});color:#fff`;
  return `background:rgb(${size},${size},${size});color:${size > 118 ? '#000' : '#fff'}`;
}

const pixel = (row, column) => (row < 0 || column < 0 || row >= n || column >= n ? 0 : plane[(top + row) * picture.width + left + column]);

// The taps of one window: where they lie in the input, the value there, the weight on it.
function taps(place) {
  const { side, stride, padding, dilation, out, used } = layer;
  const row = Math.floor(place / out) * stride - padding, column = (place % out) * stride - padding;
  return used.map((weight, i) => {
    const r = row + Math.floor(i / side) * dilation, c = column + (i % side) * dilation;
    return { row: r, column: c, value: pixel(r, c), weight };
  });
}

const sum = (place) => taps(place).reduce((total, tap) => total + tap.value * tap.weight, 0);

function draw() {
  const { side, out, used, divisor, bias, activation } = layer, here = taps(step), total = sum(step);
  at('.pixels-in').querySelectorAll('.tap').forEach((cell) => cell.classList.remove('tap'));
  here.forEach((tap) => at(`.pixels-in [data-row="${tap.row}"][data-column="${tap.column}"]`).classList.add('tap'));
  [...at('.pixels-out').children].forEach((cell, place) => {
    const done = place <= step;
    cell.style.cssText = done ? shade(output[place]) : '';
    cell.textContent = done ? brief(output[place]) : '';
    if (done) cell.dataset.value = output[place]; else delete cell.dataset.value;
    cell.classList.toggle('tap', place === step);
  });
  grid('.window', side, here.map((tap) => `<span style="${shade(tap.value)}">${tap.value}</span>`));
  grid('.laid', side, used.map((weight) => `<span>${minus(weight)}</span>`));
  grid('.products', side, here.map((tap) => `<span>${exact(tap.value * tap.weight)}</span>`));
  const row = Math.floor(step / out) + 1, column = (step % out) + 1;
  const values = { sum: total, divisor, bias, total: total / divisor + bias, value: output[step] };
  const bold = Object.fromEntries(Object.entries(values).map(([key, v]) => [key, `<b data-is="${key}">${exact(v)}</b>`]));
  at('.said').innerHTML = fill(words.said, { ...bold, row, column, activation: words[activation] });
  at('.said').setAttribute('aria-live', timer ? 'off' : 'polite');
  const alt = fill(words.grid_alt, { row, column, value: exact(output[step]) });
  for (const name of ['in', 'out']) at(`.pixels-${name}`).setAttribute('aria-label', at(`.${name}put-size`).textContent + alt);
  control('step').value = step;
}

// The whole picture, one tap at a time: every pixel takes its share of the pixel that the tap lies on.
function filter() {
  if (!layer) return;
  const { side, stride, padding, dilation, used, divisor, bias, activation } = layer, { width, height } = picture;
  const w = outputSize(width, layer), h = outputSize(height, layer), values = new Float32Array(w * h);
  used.forEach((weight, i) => {
    const dy = Math.floor(i / side) * dilation - padding, dx = (i % side) * dilation - padding;
    for (let y = 0; y < h; y++) {
      const from = y * stride + dy;
      if (from < 0 || from >= height) continue;
      for (let x = 0; x < w; x++) {
        const column = x * stride + dx;
        if (column >= 0 && column < width) values[y * w + x] += weight * plane[from * width + column];
      }
    }
  });
  for (let i = 0; i < values.length; i++) values[i] = activate[activation](values[i] / divisor + bias);
  paint('before', plane, width, height, 1, 0);
  at('.before-name').textContent = fill(words.before, { name: props.value.name, width, height });
  at('.after-name').textContent = fill(words.after, { width: w, height: h });
  const total = used.reduce((a, b) => a + b, 0) / divisor, most = values.reduce((m, v) => Math.max(m, Math.abs(v)), 1e-9);
  if (total > 0.5 && total < 2) {
    const wild = (100 * values.reduce((count, v) => count + (v < -0.5 || v > 255.5), 0)) / values.length;
    paint('after', values, w, h, 1, 0);
    at('.scale').textContent = wild ? fill(words.clipped, { percent: wild < 0.1 ? '< 0.1' : wild.toFixed(1) }) : words.as_is;
  } else {
    const signed = values.some((v) => v < 0);
    paint('after', values, w, h, signed ? 127.5 / most : 255 / most, signed ? 127.5 : 0);
    at('.scale').textContent = fill(signed ? words.signed : words.stretched, { most: exact(most) });
  }
  for (const name of ['before', 'after']) at(`.${name}`).setAttribute('aria-label', at(`.${name}-name`).textContent);
}

function paint(name, values, width, height, gain, zero) {
  const canvas = Object.assign(at(`.${name}`), { width, height }), image = new ImageData(width, height);
  values.forEach((v, i) => {
    image.data[4 * i] = image.data[4 * i + 1] = image.data[4 * i + 2] = v * gain + zero;
    image.data[4 * i + 3] = 255;
  });
  canvas.getContext('2d').putImageData(image, 0, 0);
}
