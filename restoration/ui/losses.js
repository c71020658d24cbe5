// What each network answers for one pixel: click the picture, move with the arrow keys, or go where the network is most in doubt.
// props.value: {key, x, y, width, height, pictures: {damaged, original: {file, name, alt}}, charts: HTML, sentence}
const AROUND = 16; // the windows show so many pixels on each side
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);
const pick = at('.pick');
let place = null, key = null, timer = 0; // place: the pixel that was asked for, {x, y}

function put(node, left, top, width, height) { // in parts of what it lies on
  Object.assign(node.style, { left: `${100 * left}%`, top: `${100 * top}%`, width: `${100 * width}%`, height: `${100 * height}%` });
}

function point() {
  const { width, height } = props.value, { x, y } = place, seen = 2 * AROUND + 1;
  put(pick.querySelector('.cross'), x / width, y / height, 1 / width, 1 / height);
  all('.zoom img').forEach((image) => put(image, (AROUND - x) / seen, (AROUND - y) / seen, width / seen, height / seen));
  at('.where').textContent = props.where.replace('{x}', x).replace('{y}', y);
}

function pictures({ damaged, original }) {
  Object.assign(pick.querySelector('img'), { src: damaged.file.url, alt: damaged.alt });
  for (const [kind, picture] of Object.entries({ damaged, original })) {
    const figure = at(`.zoom [data-kind=${kind}]`).closest('figure');
    figure.hidden = !picture; // a photo that came damaged has no original
    if (!picture) continue;
    Object.assign(figure.querySelector('img'), { src: picture.file.url, alt: picture.alt });
    figure.querySelector('figcaption').textContent = picture.name;
  }
}

function show() {
  if (!present(at('.level-pixel'))) return;
  const value = props.value;
  if (value.key !== key || !('x' in chosen)) place = { x: value.x, y: value.y }; // else it is where the visitor put it
  key = value.key;
  pictures(value.pictures);
  point();
  if (value.x !== place.x || value.y !== place.y) return; // the pixel has moved on, and its answer is on the way
  at('.level-charts').innerHTML = value.charts;
  at('.level-says').textContent = value.sentence;
  at('.level-pixel').classList.remove('asked');
}

function ask(question, delay) {
  chosen = question;
  at('.level-pixel').classList.add('asked');
  clearTimeout(timer);
  timer = setTimeout(look, delay);
}

function move(x, y) {
  place = { x, y };
  point();
  ask({ ...place }, 120);
}

pickable(pick, () => props.value, () => place, move);
all('[data-go]').forEach((button) => button.addEventListener('click', () => ask({ go: button.dataset.go }, 0)));
watch(['value', 'answered'], show);
show();
