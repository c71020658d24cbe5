// Samples, and how far each is from the nearest training picture. props.value: {subject, samples: file (side by side), nearest: the same of
// the nearest pictures, "" where they must not ship, numbers, labels, apart: {own, held, moved}, verdict, said, made}
const svg = at('.apart svg'), ROWS = ['own', 'held', 'moved'];
const BOX = { left: 16, right: 544, top: 26, row: 62, bottom: 206 };
let picked = 0;

const across = (v, most) => BOX.left + ((BOX.right - BOX.left) * v) / most;
const middle = (values) => { const v = [...values].sort((a, b) => a - b), h = v.length >> 1; return v.length % 2 ? v[h] : (v[h - 1] + v[h]) / 2; };

function tile(node, src, count, k) {
  Object.assign(node.style, { backgroundImage: `url("${src}")`, backgroundSize: `${100 * count}% 100%`, backgroundPosition: `${(100 * k) / (count - 1)}% 0` });
}

const SHAPES = {
  own: (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  held: (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
  moved: (x, y, r) => `M${x} ${y - 1.3 * r}l${1.3 * r} ${2.3 * r}h${-2.6 * r}z`,
};

function chart() {
  const { apart } = props.value, most = 10 * Math.ceil(Math.max(...ROWS.flatMap((row) => apart[row])) / 10);
  svg.replaceChildren();
  for (let v = 0; v <= most; v += most > 60 ? 20 : 10) {
    draw(svg, 'path', { d: `M${across(v, most)} ${BOX.top - 14}V${BOX.bottom}`, class: 'rule' });
    draw(svg, 'text', { x: across(v, most), y: BOX.bottom + 15, 'text-anchor': 'middle' }, v);
  }
  ROWS.forEach((row, n) => {
    const y = BOX.top + n * BOX.row + 22, half = middle(apart[row]);
    draw(svg, 'text', { x: BOX.left, y: y - 16, class: 'tag' }, fill(props.words[row], { median: half.toFixed(0) }));
    apart[row].forEach((v, k) => draw(svg, 'path', { d: SHAPES[row](across(v, most), y + 5 * ((k % 5) - 2), 3.6), class: row, 'data-k': k }));
    draw(svg, 'path', { d: `M${across(half, most)} ${y - 14}v28`, class: `median ${row}` });
  });
  draw(svg, 'text', { x: (BOX.left + BOX.right) / 2, y: BOX.bottom + 30, 'text-anchor': 'middle' }, props.words.axis);
  const mine = svg.querySelector(`path.own[data-k="${picked}"]`), y = BOX.top + 22 + 5 * ((picked % 5) - 2);
  draw(svg, 'circle', { cx: across(apart.own[picked], most), cy: y, r: 9, class: 'picked' });
  svg.append(mine);
}

function pick(k) {
  picked = k;
  const { samples, nearest, numbers, labels, apart } = props.value, count = numbers.length, distance = apart.own[k].toFixed(1);
  const [first, second] = all('.gan-pair figure');
  tile(first.querySelector('i'), samples.url, count, k);
  first.querySelector('figcaption').textContent = fill(props.words.sample, { seed: k });
  second.querySelector('i').hidden = !nearest;
  if (nearest) tile(second.querySelector('i'), nearest, count, k);
  const words = nearest ? props.words.shown : props.words.named;
  second.querySelector('figcaption').textContent = fill(words, { number: numbers[k].toLocaleString('en'), digit: labels[k], distance });
  chart();
}

all('[data-subject]').forEach((button) => button.addEventListener('click', () => {
  press(all('[data-subject]'), button);
  picked = 0;
  chosen = { subject: button.dataset.subject };
  look();
}));
svg.addEventListener('click', (event) => {
  const dot = event.target.closest('path.own[data-k]');
  if (dot) all('.gan-tiles input')[dot.dataset.k].click();
});

function show() {
  if (!present(at('.gan-near'))) return;
  const { samples, numbers, verdict, said, made } = props.value;
  at('.gan-tiles').replaceChildren(...numbers.map((_, k) => {
    const label = document.createElement('label');
    label.innerHTML = `<input type="radio" name="${element.id}-sample" value="${k}"><i></i>`;
    label.firstChild.setAttribute('aria-label', fill(props.words.seed, { seed: k }));
    label.firstChild.checked = k === picked;
    tile(label.lastChild, samples.url, numbers.length, k);
    label.firstChild.addEventListener('change', () => pick(k));
    return label;
  }));
  at('.gan-near-verdict').innerHTML = verdict;
  at('.gan-near-said').innerHTML = said.map((sentence) => `<li>${sentence}</li>`).join('');
  at('.gan-near-made').innerHTML = made;
  pick(picked);
}

watch('value', show);
show();
