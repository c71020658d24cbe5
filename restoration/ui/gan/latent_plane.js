// A plane through the noise. props.value: {key, subject, seeds, limit, foot, ring, marks: [[x, y]], grid, sheet: file, said}; props.place:
// {key, at: [x, y], src, said}, what the network makes of one place. While the point moves, the nearest picture of the sheet stands in for it.
const map = at('.gan-map'), large = at('.gan-large'), pen = large.getContext('2d'), inputs = all('.seeds input');
const PATIENT = 120; // milliseconds that the point must rest before the network is asked
let z = [0, 0], shownKey = null, timer = 0, through = 2;
const sheet = new Image();

const across = (x) => 500 * (1 + x / props.value.limit), down = (y) => 500 * (1 - y / props.value.limit);
const pair = (v) => `(${v.map((n) => say(n, 1)).join(', ')})`;
const seeds = () => inputs.slice(0, through).map((input) => Number(input.value));

function ask(change) {
  clearTimeout(timer);
  chosen = change;
  look();
}

// The map: the sheet, the ring of the usual length, the seeds; and the point, which alone moves.
function ground() {
  const { ring, marks, sheet: picture, seeds: names } = props.value;
  map.replaceChildren();
  draw(map, 'image', { href: picture.url, width: 1000, height: 1000 });
  for (const kind of ['under', 'over']) {
    if (ring) draw(map, 'circle', { cx: 500, cy: 500, r: across(ring) - 500, class: `ring ${kind}` });
    draw(map, 'path', { d: 'M485 500h30M500 485v30', class: `ring ${kind}` });
  }
  marks.forEach(([x, y], k) => {
    draw(map, 'circle', { cx: across(x), cy: down(y), r: 21, class: 'seed' });
    draw(map, 'text', { x: across(x), y: down(y) + 8, class: 'seed' }, names[k]);
  });
  for (const kind of ['under', 'over']) draw(map, 'circle', { r: 30, class: `here ${kind}` });
}

function move(to, quiet) {
  const { limit, foot, grid } = props.value, outside = to.some((v) => Math.abs(v) > limit + 1e-9);
  z = to.map((v) => Math.min(Math.max(v, -limit), limit));
  map.querySelectorAll('.here').forEach((ring) => { ring.setAttribute('cx', across(z[0])); ring.setAttribute('cy', down(z[1])); });
  const side = sheet.naturalWidth / grid, cell = (v) => Math.min(Math.floor(((v / limit + 1) / 2) * grid), grid - 1);
  if (side) {
    if (large.width !== side) Object.assign(large, { width: side, height: side });
    pen.drawImage(sheet, cell(z[0]) * side, cell(-z[1]) * side, side, side, 0, 0, side, side);
  }
  Object.assign(large.dataset, { x: z[0], y: z[1], exact: '' });
  large.setAttribute('aria-label', fill(props.words.alt, { z: pair(z) }));
  at('.gan-at').textContent = fill(props.words.at, { z: pair(z), length: say(Math.hypot(foot, ...z), 1) });
  at('.gan-says').textContent = outside ? fill(props.words.edge, { limit }) : '';
  clearTimeout(timer);
  if (!quiet) timer = setTimeout(() => ask({ ...chosen, x: z[0], y: z[1] }), PATIENT);
}

function pointed(event) {
  const box = map.getBoundingClientRect(), { limit } = props.value;
  return [(2 * (event.clientX - box.left) / box.width - 1) * limit, (1 - (2 * (event.clientY - box.top)) / box.height) * limit];
}

map.addEventListener('pointerdown', (event) => {
  if (!props.value?.limit || event.button) return;
  map.setPointerCapture(event.pointerId);
  move(pointed(event));
});
map.addEventListener('pointermove', (event) => { if (map.hasPointerCapture(event.pointerId)) move(pointed(event)); });
map.addEventListener('keydown', (event) => {
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  if (!by || !props.value?.limit) return;
  event.preventDefault();
  const { limit, grid } = props.value, step = (event.shiftKey ? 2 : 0.5) * limit / grid; // a whole picture, or a quarter of one
  move([z[0] + step * by[0], z[1] + step * by[1]]);
});

// What is chosen

const subject = () => at('[data-subject][aria-pressed=true]').dataset.subject;
const another = () => ask({ subject: subject(), seeds: seeds() });
all('[data-subject]').forEach((button) => button.addEventListener('click', () => { press(all('[data-subject]'), button); another(); }));
all('[data-through]').forEach((button) => button.addEventListener('click', () => {
  press(all('[data-through]'), button);
  through = Number(button.dataset.through);
  inputs[2].hidden = through < 3;
  another();
}));
inputs.forEach((input) => input.addEventListener('change', another));
at('.others').addEventListener('click', () => {
  inputs.forEach((input) => { input.value = ((Number(input.value) || 0) + 3) % 10000; });
  another();
});

// What is shown

function showPlace() {
  const { place, value } = props;
  if (!place || place.key !== value?.key || Math.hypot(place.at[0] - z[0], place.at[1] - z[1]) > 1e-6) return;
  const image = new Image();
  image.onload = () => {
    if (Math.hypot(place.at[0] - z[0], place.at[1] - z[1]) > 1e-6) return;
    Object.assign(large, { width: image.naturalWidth, height: image.naturalHeight });
    pen.drawImage(image, 0, 0);
    large.dataset.exact = 'yes';
  };
  image.src = place.src;
  at('.gan-says').textContent = [at('.gan-says').textContent, place.said].filter((words, k, all) => words && all.indexOf(words) === k).join(' ');
}

function show() {
  if (!present(at('.gan-plane'))) { shownKey = null; return; }
  const { key, subject: kind, seeds: own, said, sheet: picture, marks } = props.value;
  if (shownKey === key) return;
  shownKey = key;
  chosen = { subject: kind, seeds: own };
  ground();
  at('.gan-plane-said').innerHTML = said.map((sentence) => `<li>${sentence}</li>`).join('');
  sheet.onload = () => { if (large.dataset.exact !== 'yes') move(z, true); showPlace(); };
  sheet.src = picture.url;
  move(marks[0], true);
  showPlace();
}

watch('value', show);
watch('place', showPlace);
show();
