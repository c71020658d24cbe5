// The pictures, one at a time in the same place, so that the eye sees what changes; the slider between CNN and GAN; a lens on all of them.
// props.value: see board.value. Pictures are named truth, damaged, classical, and at0 (the CNN) to at10 (the GAN).
const words = props.words, root = at('.gan-board'), frame = at('.gan-frame'), slider = at('.gan-mixer input'), tick = at('.gan-shade input');
const MOST = Number(slider.max), kept = {}; // kept: what was loaded, so that the browser keeps it decoded
let kind = 'at', key = null, placed = '', lens = [0, 0], mine = false, numbers = {};

// The picture at the slider; while it is not there yet, the nearest that is.
function place() {
  const pictures = props.value.pictures, wanted = Number(slider.value);
  const there = Object.keys(pictures).filter((name) => /^at\d+$/.test(name)).map((name) => Number(name.slice(2)));
  return there.length ? there.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a)) : null;
}

function named() {
  const pictures = props.value.pictures, near = place();
  if (kind !== 'at' && pictures[kind]) return kind;
  return near === null ? 'damaged' : `at${near}`;
}

const url = (name) => props.value.pictures[name]?.file.url;

function show() {
  const value = props.value;
  at('.status').textContent = value?.status ?? '';
  at('.status').classList.toggle('running', !!value?.running);
  root.hidden = !value;
  at('.verdict').hidden = !value?.verdict;
  if (!value) return;
  at('.verdict').textContent = '';
  at('.verdict').insertAdjacentHTML('beforeend', value.verdict);
  if (value.key !== key) { mine = false; kind = 'at'; }
  if (value.key !== key || (value.placed && value.placed !== placed)) slider.value = Math.round(value.mix * MOST);
  if (!mine) lens = [...value.lens];
  [key, placed] = [value.key, value.placed || placed];
  numbers = JSON.parse(value.numbers || '{}');
  at('.gan-said').innerHTML = value.html;
  for (const [name, picture] of Object.entries(value.pictures)) {
    for (const file of [picture.file, picture.shade]) {
      if (file && kept[file.url] === undefined) { const image = new Image(); image.src = file.url; kept[file.url] = image; }
    }
    if (name === 'classical') at('[data-kind=classical]').textContent = picture.name;
  }
  at('[data-kind=classical]').hidden = !value.pictures.classical;
  resize();
  render();
}

function render() {
  if (!props.value) return;
  const { pictures, width, height } = props.value, name = named(), picture = pictures[name];
  const image = at('.picture'), shading = at('.shading');
  image.src = picture.file.url;
  image.alt = picture.alt;
  image.width = width;
  image.height = height;
  at('.gan-frame .name').textContent = picture.name;
  shading.hidden = !tick.checked || !picture.shade;
  if (picture.shade) shading.src = picture.shade.url;
  at('.shade-said').hidden = !tick.checked;
  const mix = Number(slider.value);
  all('[data-kind]').forEach((button) => {
    const own = button.dataset.kind;
    const on = own === 'cnn' ? name === 'at0' : own === 'gan' ? name === `at${MOST}` : own === name;
    button.setAttribute('aria-pressed', on);
    if (own === 'truth') button.disabled = !props.value.pictures.truth; // it is not shown where it is to be told from a repair
    if (own === 'cnn' || own === 'gan') button.disabled = place() === null;
  });
  slider.disabled = place() === null;
  const line = numbers.kinds?.[`at${mix}`]?.[2];
  at('.gan-mixer output').innerHTML = `<b>${fill(words.mixed, { mix: (mix / MOST).toFixed(1) })}:</b> ${line ?? words.wait}`;
  slider.setAttribute('aria-valuetext', at('.gan-mixer output').textContent);
  all('.of-numbers').forEach((part) => { part.hidden = !numbers.kinds; });
  lenses();
  charts();
}

// Whole multiples keep pixels square; they are taken where they do not waste much room.
function resize() {
  if (!props.value) return;
  const { width, height } = props.value;
  const limit = Math.min(element.clientWidth, (innerHeight * (innerWidth <= 700 ? 0.6 : 0.7) * width) / height);
  const whole = Math.floor(limit / width), fits = whole * width > 0.75 * limit;
  frame.style.width = `${Math.floor(fits ? whole * width : limit)}px`;
  frame.classList.toggle('pixels', fits);
  lenses();
}

// The same place of every picture, enlarged.
function lenses() {
  const { pictures, width, height } = props.value, half = props.size / 2, box = at('.gan-lens');
  lens = [Math.min(Math.max(lens[0], half), width - half), Math.min(Math.max(lens[1], half), height - half)];
  const [x, y] = lens, mark = at('.lens').style;
  mark.left = `${(100 * (x - half)) / width}%`;
  mark.top = `${(100 * (y - half)) / height}%`;
  mark.width = `${(100 * props.size) / width}%`;
  mark.height = `${(100 * props.size) / height}%`;
  const near = place(), between = near !== null && near > 0 && near < MOST && kind === 'at' ? [`at${near}`] : [];
  const names = ['truth', 'damaged', 'classical', 'at0', ...between, `at${MOST}`].filter((name) => pictures[name]);
  while (box.children.length > names.length) box.lastChild.remove();
  while (box.children.length < names.length) {
    const figure = document.createElement('figure');
    figure.innerHTML = '<div role="img"></div><figcaption></figcaption>';
    box.append(figure);
  }
  names.forEach((name, n) => {
    const [glass, caption] = box.children[n].children, picture = pictures[name], scale = glass.clientWidth / props.size;
    glass.setAttribute('aria-label', picture.alt);
    glass.style.backgroundImage = `url("${picture.file.url}")`;
    glass.style.backgroundSize = `${width * scale}px ${height * scale}px`;
    glass.style.backgroundPosition = `${-(x - half) * scale}px ${-(y - half) * scale}px`;
    caption.innerHTML = `<b></b><br>${picture.said}`;
    caption.firstChild.textContent = picture.name;
    box.children[n].classList.toggle('on', name === named());
  });
}

function point(event) {
  const box = frame.getBoundingClientRect(), { width, height } = props.value;
  lens = [Math.round(((event.clientX - box.left) / box.width) * width), Math.round(((event.clientY - box.top) / box.height) * height)];
  mine = true;
  lenses();
}

frame.addEventListener('pointerdown', point);
frame.addEventListener('pointermove', (event) => { if (event.buttons) point(event); });
frame.addEventListener('dragstart', (event) => event.preventDefault());
frame.addEventListener('keydown', (event) => {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!step || !props.value) return;
  event.preventDefault();
  const far = event.shiftKey ? 1 : 8;
  lens = [lens[0] + far * step[0], lens[1] + far * step[1]];
  mine = true;
  lenses();
});
let pause = 0; // the link follows when the slider rests
const told = () => {
  clearTimeout(pause);
  pause = setTimeout(() => trigger('mixed', { mix: Number(slider.value) / MOST }), 250);
};
all('[data-kind]').forEach((button) => button.addEventListener('click', () => {
  const own = button.dataset.kind;
  kind = own === 'cnn' || own === 'gan' ? 'at' : own;
  if (kind === 'at') { slider.value = own === 'gan' ? MOST : 0; told(); }
  render();
}));
slider.addEventListener('input', () => { kind = 'at'; render(); });
slider.addEventListener('change', told);
tick.addEventListener('change', render);
new ResizeObserver(resize).observe(element);
watch('value', show);
