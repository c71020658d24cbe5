// The critic's map over four pictures, and the square that one of its answers sees in each. props.value: see critic.value.
const at = (selector) => element.querySelector(selector);
const words = props.words, root = at('.critic'), box = at('.critic-maps'), tick = at('.gan-shade input');
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
let maps = {}, asked = [], cell = null, size = '';

function show() {
  if (!present(root)) return;
  const value = props.value;
  maps = JSON.parse(value.maps);
  asked = JSON.parse(value.asked);
  const rows = asked.length, columns = asked[0].length;
  if (size !== `${rows}x${columns}` || !cell || !asked[cell[0]][cell[1]]) cell = first();
  size = `${rows}x${columns}`;
  box.replaceChildren();
  at('.critic-sees').replaceChildren();
  for (const [name, picture] of Object.entries(value.pictures)) {
    const figure = document.createElement('figure');
    figure.dataset.name = name;
    figure.innerHTML = '<div><img alt=""><canvas></canvas><i></i></div><figcaption><b></b> <span></span></figcaption>';
    const [stage, caption] = figure.children, [image, canvas] = stage.children;
    Object.assign(image, { src: picture.file.url, alt: picture.alt, width: value.width, height: value.height });
    caption.firstChild.textContent = picture.name;
    paint(canvas, maps[name]);
    canvas.style.width = `${(100 * columns * value.field[1]) / value.width}%`;
    canvas.style.height = `${(100 * rows * value.field[1]) / value.height}%`;
    box.append(figure);
    const seen = document.createElement('figure');
    seen.dataset.name = name;
    seen.innerHTML = '<div role="img"></div><figcaption></figcaption>';
    seen.lastChild.textContent = picture.name;
    seen.firstChild.setAttribute('aria-label', picture.alt);
    at('.critic-sees').append(seen);
  }
  at('.scores').innerHTML = value.table;
  at('.latent-said').replaceChildren(...value.said.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  choose();
}

// The middle of those that count.
function first() {
  const all = asked.flatMap((row, r) => row.map((on, c) => [r, c, on])).filter(([, , on]) => on);
  if (!all.length) return [asked.length >> 1, asked[0].length >> 1];
  const middle = [0, 1].map((n) => all.reduce((sum, place) => sum + place[n], 0) / all.length);
  return all.reduce((a, b) => (Math.hypot(b[0] - middle[0], b[1] - middle[1]) < Math.hypot(a[0] - middle[0], a[1] - middle[1]) ? b : a)).slice(0, 2);
}

// Orange: taken for a repair; blue: for a photo; clear: undecided. Grey: not asked.
function paint(canvas, map) {
  canvas.height = map.length;
  canvas.width = map[0].length;
  const ink = canvas.getContext('2d'), data = ink.createImageData(canvas.width, canvas.height);
  map.flat().forEach((belief, n) => {
    const on = asked.flat()[n], rgb = !on ? [20, 20, 20] : belief > 0.5 ? [0, 114, 178] : [213, 94, 0];
    data.data.set([...rgb, on ? 230 * Math.min(1, Math.abs(2 * belief - 1)) : 110], 4 * n);
  });
  ink.putImageData(data, 0, 0);
}

function choose() {
  const { width, height, field: [side, step, start], pictures } = props.value;
  const rows = asked.length, columns = asked[0].length;
  cell = [Math.min(Math.max(cell[0], 0), rows - 1), Math.min(Math.max(cell[1], 0), columns - 1)];
  const [top, left] = cell.map((n) => start + step * n);
  for (const figure of box.children) {
    const mark = figure.querySelector('i').style, name = figure.dataset.name, belief = maps[name][cell[0]][cell[1]];
    [mark.left, mark.top] = [`${(100 * left) / width}%`, `${(100 * top) / height}%`];
    [mark.width, mark.height] = [`${(100 * side) / width}%`, `${(100 * side) / height}%`];
    figure.querySelector('span').textContent = asked[cell[0]][cell[1]] ? fill(words.here, { belief: belief.toFixed(2) }) : words.outside;
  }
  for (const figure of at('.critic-sees').children) {
    const glass = figure.firstChild, scale = glass.clientWidth / side;
    glass.style.backgroundImage = `url("${pictures[figure.dataset.name].file.url}")`;
    glass.style.backgroundSize = `${width * scale}px ${height * scale}px`;
    glass.style.backgroundPosition = `${-left * scale}px ${-top * scale}px`;
  }
}

box.addEventListener('pointerdown', (event) => {
  const stage = event.target.closest('figure > div');
  if (!stage) return;
  const area = stage.getBoundingClientRect(), { width, height, field } = props.value;
  cell = [((event.clientY - area.top) / area.height) * height, ((event.clientX - area.left) / area.width) * width].map((v) => Math.floor(v / field[1]));
  choose();
});
box.addEventListener('keydown', (event) => {
  const move = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!move || !cell) return;
  event.preventDefault();
  cell = [cell[0] + move[0], cell[1] + move[1]];
  choose();
});
box.addEventListener('dragstart', (event) => event.preventDefault());
tick.checked = true;
tick.addEventListener('change', () => box.classList.toggle('bare', !tick.checked));
new ResizeObserver(() => { if (cell && props.value?.pictures) choose(); }).observe(element);
watch(['value', 'answered'], show);
show();
