// What is chosen: digit, cover, temperature, seed; a board to draw a digit on, and a digit to paint a cover on.
const words = props.words, painter = at('.px-paint canvas'), brush = painter.getContext('2d');
let paint = Array(PIXELS).fill('0'), place = 14 * SIDE + 14, held = null; // place: of the keyboard; held: the pixel where the pointer was last
let asked = true; // an answer is on the way

function choose(values) {
  Object.assign(chosen, values);
  asked = true;
  element.classList.add('asked');
  look();
}

function heat() {
  const t = Number(at('.heat').value);
  const how = t === 0 ? words.cold : t < 1 ? words.cool : t === 1 ? words.as_learned : words.hot;
  at('.px-set output').textContent = fill(words.temperature_is, { t: t.toFixed(1), how });
}

function cover(name) {
  press(all('.covers button'), at(`[data-cover=${name}]`));
  at('.px-paint').hidden = name !== 'own';
  showPaint();
}

function seed(value) {
  at('.seed').value = value;
  choose({ seed: value });
}

const digit = new Image(); // as the lab has it, on which a cover is painted
digit.onload = () => showPaint();
function showPaint() {
  if (at('.px-paint').hidden) return;
  brush.imageSmoothingEnabled = false;
  if (digit.naturalWidth) brush.drawImage(digit, 0, 0, painter.width, painter.height);
  paint.forEach((one, i) => { if (one === '1') hatched(brush, i); });
  if (document.activeElement === painter) ring(brush, place);
}

// From pixel a to pixel b, with a brush of three by three.
function stroke(a, b) {
  const [from, to] = [a, b].map((i) => [Math.floor(i / SIDE), i % SIDE]), steps = Math.max(...from.map((v, k) => Math.abs(to[k] - v)), 1);
  for (let s = 0; s <= steps; s += 1) {
    const [row, column] = from.map((v, k) => Math.round(v + ((to[k] - v) * s) / steps));
    for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, SIDE - 1); y += 1) {
      for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, SIDE - 1); x += 1) paint[y * SIDE + x] = '1';
    }
  }
  showPaint();
}

painter.addEventListener('pointerdown', (event) => { painter.setPointerCapture(event.pointerId); held = under(painter, event); stroke(held, held); });
painter.addEventListener('pointermove', (event) => {
  if (held === null) return;
  const here = under(painter, event);
  stroke(held, here);
  held = here;
});
for (const end of ['pointerup', 'pointercancel']) painter.addEventListener(end, () => {
  if (held === null) return;
  held = null;
  choose({ mask: paint.join('') });
});
painter.addEventListener('keydown', (event) => {
  const to = led(place, event.key);
  if (to === null && event.key !== ' ') return;
  event.preventDefault();
  if (to !== null) place = to;
  else {
    paint[place] = paint[place] === '1' ? '0' : '1';
    choose({ mask: paint.join('') });
  }
  showPaint();
});
for (const turn of ['focus', 'blur']) painter.addEventListener(turn, showPaint);
at('.px-paint button').addEventListener('click', () => { paint.fill('0'); showPaint(); choose({ mask: paint.join('') }); });

all('.thumb input').forEach((input) => input.addEventListener('change', () => choose({ picture: input.value, drawing: '' })));
board(at('.board-own'), (drawing) => {
  const first = all('.thumb input').find((input) => input.checked) ?? at('.thumb input');
  first.checked = !drawing; // while the visitor's own digit is in the lab, none of those that ship is chosen
  if (!drawing) chosen.picture = first.value;
  choose({ drawing });
});
all('.covers button').forEach((button) => button.addEventListener('click', () => {
  cover(button.dataset.cover);
  choose({ cover: button.dataset.cover });
}));
at('.heat').addEventListener('input', heat);
at('.heat').addEventListener('change', () => choose({ temperature: Number(at('.heat').value) }));
at('.seed').addEventListener('change', () => choose({ seed: at('.seed').valueAsNumber }));
at('.others').addEventListener('click', () => seed(((Number(at('.seed').value) || 0) + 1) % 10000));
// A link, a lesson's step or Reset sets all of it: what was set stands in the address. Before look.js asks for what there is to show.
function readAddress() {
  const query = new URLSearchParams(location.search), of = (name) => query.get(name) ?? String(props.usual[name]);
  const set = { picture: of('digit'), cover: of('cover'), temperature: Number(of('heat')), seed: Number(of('draw')) };
  all('.thumb input').forEach((input) => { input.checked = input.value === set.picture; });
  at('.heat').value = set.temperature;
  at('.seed').value = set.seed;
  heat();
  cover(set.cover);
  choose({ ...set, drawing: '' });
}
let placed = null;
document.addEventListener('kintsugi-placed', ({ detail }) => {
  if (!detail || detail === placed) return; // the address only follows what was chosen here, or in another panel
  placed = detail;
  readAddress();
}, true);
at('.px-problem button').addEventListener('click', () => { cover('nothing'); choose({ cover: 'nothing' }); });
heat();
readAddress();
