// What did this pixel look at? Click the repair, or move the pixel with the arrow keys (ten at a time with Shift).
// props.value: {key, x, y, width, height, pictures: {kind: {file, name, alt}}, heat: {log, linear: {file, note}}, name and alt of that,
// part, field: {x, y, width, height} in pixels of the picture, radius, rows: [{radius, share, marked}], sentence}
const AROUND = 16; // the windows show so many pixels on each side
const around = ({ x, y }) => ({ x: x - AROUND, y: y - AROUND, width: 2 * AROUND + 1, height: 2 * AROUND + 1 });
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);
const pick = at('.pick');
let place = null, key = null, timer = 0; // place: the pixel that was asked for, {x, y}

const percent = (part, whole) => `${(100 * part) / whole}%`;
const put = (node, left, top, width, height, frame) => Object.assign(node.style, {
  left: percent(left - frame.x, frame.width), top: percent(top - frame.y, frame.height),
  width: percent(width, frame.width), height: percent(height, frame.height),
});
const whole = () => ({ x: 0, y: 0, width: props.value.width, height: props.value.height });

// The marks that follow the pixel at once, before the answer is there.
function point() {
  const { width, height } = props.value, { x, y } = place;
  put(pick.querySelector('.cross'), x, y, 1, 1, whole());
  all('.zoom img:not([data-kind=heat])').forEach((image) => put(image, 0, 0, width, height, around(place)));
  at('.where').textContent = props.where.replace('{x}', x).replace('{y}', y);
}

function picture(node, { file, name, alt }) {
  node.src = file.url;
  node.alt = alt;
  const caption = node.closest('figure').querySelector('figcaption');
  if (caption && name) caption.textContent = name;
}

function heat() {
  const { heat, name, alt } = props.value, { file, note } = heat[at('[data-heat][aria-pressed=true]').dataset.heat];
  picture(at('.field img'), { file, alt });
  picture(at('.zoom [data-kind=heat]'), { file, name, alt });
  at('.heat-note').textContent = note;
}

// The answer for a pixel: the map, the field's box, the circle that holds 90 %, the table and the sentence.
function answer() {
  const value = props.value, { x, y, part, field, radius } = value;
  put(pick.querySelector('.box'), field.x, field.y, field.width, field.height, whole());
  for (const [node, frame] of [[pick, whole()], [at('.field'), field]]) {
    put(node.querySelector('.ring'), x - radius, y - radius, 2 * radius + 1, 2 * radius + 1, frame);
  }
  put(at('.field img'), part.x, part.y, part.width, part.height, field);
  put(at('.zoom [data-kind=heat]'), part.x, part.y, part.width, part.height, around(value));
  put(at('.field .cross'), x, y, 1, 1, field);
  at('.field').style.aspectRatio = `${field.width} / ${field.height}`;
  at('.pixel-says').textContent = value.sentence;
  at('tbody').innerHTML = value.rows.map(({ radius, share, marked }) =>
    `<tr class="${marked ? 'network' : ''}"><th scope="row">${radius}</th><td>${share}</td></tr>`).join('');
  heat();
  at('.pixel').classList.remove('asked');
}

function show() {
  if (!present(at('.pixel'))) return;
  const value = props.value;
  if (value.key !== key) {
    key = value.key;
    place = { x: value.x, y: value.y };
    all('[data-kind]:not([data-kind=heat])').forEach((image) => picture(image, value.pictures[image.dataset.kind]));
  }
  if (value.x === place.x && value.y === place.y) answer(); // else the pixel has moved on, and its answer is on the way
  point();
}

function ask(x, y) {
  place = chosen = { x, y };
  point();
  at('.pixel').classList.add('asked');
  clearTimeout(timer);
  timer = setTimeout(look, 120);
}

pickable(pick, () => props.value, () => place, ask);
all('[data-heat]').forEach((button) => button.addEventListener('click', () => {
  all('[data-heat]').forEach((b) => b.setAttribute('aria-pressed', b === button));
  heat();
}));
watch(['value', 'answered'], show);
show();
