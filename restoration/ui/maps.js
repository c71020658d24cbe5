// Feature maps and kernels: choose a stage of the U, look at its maps on one sheet, click one to see it large with its kernel.
// props.value: {key, stage, stages: [{name, label, shape, row, column}], about, kinds: {kind: {file, alt}}, columns, cell: {width, height},
// channels: [{channel, kernel: [{values, label}], share, sigma, energy, low, high: {kind: number}}], scale, kernelScale, sentence, scaleNote, kernelNote}
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);
const sheet = at('.sheet'), image = at('.sheet img');
let key = null, kind = 'damaged', channel = 0, stretched = false; // channel: by its place on the sheet

const shown = (value) => (typeof value === 'number' ? String(value).replace('-', '−') : value);
const fill = (text, values) => Object.entries(values).reduce((t, [name, value]) => t.replaceAll(`{${name}}`, shown(value)), text);

function diagram() {
  const { stages, stage } = props.value;
  at('.unet').innerHTML = stages.map(({ name, label, shape, row, column }) => {
    const side = ['left', 'bottom', 'right'][column - 1], skip = side === 'left' && row > 1; // the head has none
    return `<button type="button" class="${side}" data-stage="${name}" aria-pressed="${name === stage}" style="grid-area: ${row} / ${column}">
      <b>${label}</b><span>${shape}</span></button>${skip ? `<i class="skip" aria-hidden="true" style="grid-area: ${row} / 2">${props.words.skip}</i>` : ''}`;
  }).join('');
  all('[data-stage]').forEach((button) => button.addEventListener('click', () => ask(button.dataset.stage)));
}

function ask(stage) {
  all('[data-stage]').forEach((b) => b.setAttribute('aria-pressed', b.dataset.stage === stage));
  at('.maps').classList.add('asked');
  chosen = { stage };
  look();
}

// The sheet of the damaged picture, the clean one, or the difference; the same channel is in the same place on all three.
async function turn() {
  const { kinds } = props.value;
  if (!kinds[kind]) kind = 'damaged';
  at('.views').hidden = !kinds.clean;
  all('[data-view]').forEach((button) => {
    button.setAttribute('aria-pressed', button.dataset.view === kind);
  });
  image.alt = kinds[kind].alt;
  if (image.src !== kinds[kind].file.url) image.src = kinds[kind].file.url;
  await image.decode().catch(() => {});
  enlarge();
}

function tile(values, label, scale) { // values: rows of columns of one number or three
  const rows = values.length, columns = values[0].length;
  const canvas = Object.assign(document.createElement('canvas'), { width: columns, height: rows, title: label });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  const pixels = new ImageData(columns, rows);
  values.flat().forEach((value, n) => {
    const colours = Array.isArray(value) ? value : [value, value, value];
    pixels.data.set([...colours.map((v) => 128 + 127 * Math.max(-1, Math.min(1, v / scale))), 255], 4 * n);
  });
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return canvas;
}

function kernels({ kernel }) {
  at('.tiles').replaceChildren(...kernel.map(({ values, label }) => {
    const figure = document.createElement('figure');
    figure.append(tile(values, label, props.value.kernelScale), Object.assign(document.createElement('figcaption'), { textContent: label }));
    return figure;
  }));
}

function enlarge() {
  const { columns, cell, channels, scale } = props.value, one = channels[channel], count = Math.ceil(channels.length / columns);
  const column = channel % columns, row = Math.floor(channel / columns), large = at('.large');
  const across = columns * (cell.width + 1) - 1, down = count * (cell.height + 1) - 1;
  Object.assign(at('.cell').style, {
    left: `${(100 * column * (cell.width + 1)) / across}%`, top: `${(100 * row * (cell.height + 1)) / down}%`,
    width: `${(100 * cell.width) / across}%`, height: `${(100 * cell.height) / down}%`,
  });
  Object.assign(large, { width: cell.width, height: cell.height });
  if (image.naturalWidth) {
    large.getContext('2d').drawImage(image, column * (cell.width + 1), row * (cell.height + 1), cell.width, cell.height, 0, 0, cell.width, cell.height);
  }
  const times = Math.max(1, scale / Math.max(Math.abs(one.low[kind]), Math.abs(one.high[kind]), 1e-9));
  large.style.filter = stretched ? `contrast(${times})` : '';
  at('.stretch').setAttribute('aria-pressed', stretched);
  at('.stretch').hidden = times < 1.05;
  at('.stretch').textContent = fill(props.words.stretch, { times: times.toPrecision(2) });
  const facts = { channel: one.channel, rank: channel + 1, energy: one.energy[kind], low: one.low[kind], high: one.high[kind] };
  at('.facts').textContent = fill(props.words.facts, facts);
  large.setAttribute('aria-label', at('.facts').textContent);
  at('.kernel-note').textContent = fill(props.value.kernelNote, one);
  kernels(one);
}

function show() {
  if (!present(at('.maps'))) return;
  const value = props.value;
  if (value.key !== key) channel = 0;
  key = value.key;
  diagram();
  at('.maps-say').textContent = value.sentence;
  at('.maps-about').textContent = value.about;
  at('.maps-scale').textContent = value.scaleNote;
  at('.maps').classList.remove('asked');
  turn();
}

function choose(n) {
  channel = Math.min(Math.max(n, 0), props.value.channels.length - 1);
  enlarge();
}

sheet.addEventListener('click', (event) => {
  const box = image.getBoundingClientRect(), { columns, channels } = props.value, rows = Math.ceil(channels.length / columns);
  const column = Math.floor(((event.clientX - box.left) / box.width) * columns), row = Math.floor(((event.clientY - box.top) / box.height) * rows);
  choose(row * columns + column);
});
sheet.addEventListener('keydown', (event) => {
  const move = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -props.value.columns, ArrowDown: props.value.columns }[event.key];
  if (!move) return;
  event.preventDefault();
  choose(channel + move);
});
all('[data-view]').forEach((button) => button.addEventListener('click', () => { kind = button.dataset.view; turn(); }));
at('.stretch').addEventListener('click', () => { stretched = !stretched; enlarge(); });
watch(['value', 'answered'], show);
show();
