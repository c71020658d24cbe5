// How much of a pixel's gradient lies in which frame: bars, and maps of the last frames. props.value: see back.value; frames from 0.
const words = props.words, root = at('.back'), slide = at('.clip-bar .at'), stage = at('.pick'), bars = at('svg.bars');
let heat = 'log', timer = 0;

function show() {
  element.classList.remove('asked');
  if (!present(root)) return;
  const { t, x, y, width, height, count, picture } = props.value, image = stage.querySelector('img');
  slide.max = count;
  if (document.activeElement !== slide || chosen.frame === undefined || chosen.frame === t) slide.value = t + 1;
  told();
  if (image.src !== picture.url) image.src = picture.url;
  image.alt = fill(words.picture_alt, { n: t + 1, count });
  mark(x, y);
  at('.said').textContent = props.value.said;
  at('tbody').innerHTML = props.value.bars.map(([s, share, weight]) => `<tr><th scope="row">${s + 1}</th><td>${percent(share)}</td><td>${percent(weight)}</td></tr>`).join('');
  const key = (css, word) => `<span><i class="key ${css}"></i>${word}</span>`;
  at('.back-legend').innerHTML = key('share', words.legend_share) + key('weight', words.legend_weight);
  drawBars();
  drawMaps();
}

const percent = (n) => (n === 0 ? '0 %' : n < 0.05 ? '< 0.1 %' : `${n.toFixed(1)} %`);

function told() {
  const text = fill(words.frame_n, { n: Number(slide.value), count: props.value.count });
  slide.setAttribute('aria-valuetext', text);
  at('.clip-bar output').textContent = text;
}

function mark(x, y) {
  const { width, height } = props.value, cross = stage.querySelector('.cross').style, ring = stage.querySelector('.ring').style;
  [cross.left, cross.top, cross.width, cross.height] = [`${(100 * x) / width}%`, `${(100 * y) / height}%`, `${100 / width}%`, `${100 / height}%`];
  [ring.left, ring.top, ring.width, ring.height] = [`${(100 * (x - 6)) / width}%`, `${(100 * (y - 6)) / height}%`, `${1300 / width}%`, `${1300 / height}%`];
  at('.where').textContent = fill(words.where, { x: x + 1, y: y + 1 });
}

// From left to right as time goes; the frame itself is the last.
function drawBars() {
  const wide = bars.clientWidth, { bars: rows, marks, t } = props.value;
  if (!wide) return;
  const HIGH = 250, TOP = 22, LEFT = 34, BOTTOM = 34, first = Math.max(0, Math.min(rows.at(-1)[0], ...marks.map(([n]) => n - 1).filter((n) => n < t)));
  const slots = t - first + 1, slot = (wide - LEFT - 6) / slots, most = Math.max(10, ...rows.flatMap(([, a, b]) => [a, b]));
  const top = Math.ceil(most / 10) * 10, y = (v) => TOP + (HIGH - TOP - BOTTOM) * (1 - v / top), left = (s) => LEFT + slot * (s - first);
  bars.setAttribute('height', HIGH);
  bars.replaceChildren();
  for (const v of [0, top / 2, top]) {
    draw(bars, 'path', { class: 'grid', d: `M${LEFT} ${y(v)}H${wide - 6}` });
    draw(bars, 'text', { x: LEFT - 4, y: y(v) + 4, 'text-anchor': 'end' }, `${v}`);
  }
  draw(bars, 'text', { x: 2, y: 12 }, '%');
  const every = Math.ceil(26 / slot), thick = Math.min(18, slot * 0.42);
  for (let s = t; s >= first; s -= 1) {
    const found = rows.find(([one]) => one === s), middle = left(s) + slot / 2, [, share, weight] = found ?? [s, 0, 0];
    draw(bars, 'rect', { class: 'share', x: middle - thick, y: y(share), width: thick, height: Math.max(y(0) - y(share), 0) });
    draw(bars, 'rect', { class: 'weight', x: middle + 1, y: y(weight), width: thick - 1, height: Math.max(y(0) - y(weight), 0) });
    if (!found) draw(bars, 'text', { x: middle, y: y(0) - 4, 'text-anchor': 'middle', class: 'none' }, '0');
    else if (slot > 24 || s === t) draw(bars, 'text', { x: middle + 1, y: y(share) - 4, 'text-anchor': 'end', class: 'number' }, share.toFixed(1));
    if ((t - s) % every === 0) draw(bars, 'text', { x: middle, y: HIGH - BOTTOM + 15, 'text-anchor': 'middle' }, `${s + 1}`);
  }
  marks.forEach(([n, word], k) => {
    if (n > t || n <= first) return;
    const x = left(n), right = x > wide * 0.55;
    draw(bars, 'path', { class: 'mark', d: `M${x} ${TOP - 8}V${y(0)}` });
    draw(bars, 'text', { class: 'mark', x: x + (right ? -4 : 4), y: TOP - 1 + 13 * k, 'text-anchor': right ? 'end' : 'start' }, word);
  });
  draw(bars, 'text', { x: wide - 6, y: HIGH - 2, 'text-anchor': 'end' }, words.cut);
}

function drawMaps() {
  const { crops, maps, bars: rows, inside } = props.value, box = at('.back-maps');
  box.replaceChildren();
  crops.forEach((crop, k) => {
    const n = rows[k][0] + 1, one = document.createElement('figure'), text = document.createElement('figcaption');
    for (const [src, alt] of [[maps[heat][k], words.map_alt], [crop, words.crop_alt]]) {
      const cell = document.createElement('div'), image = new Image(), cross = document.createElement('i');
      Object.assign(image, { src, alt: fill(alt, { n }) });
      cross.className = 'cross';
      cell.append(image, cross);
      one.append(cell);
    }
    text.textContent = fill(words.map, { n, share: percent(rows[k][1]), inside: inside[k].toFixed(0) });
    one.append(text);
    box.prepend(one); // as time goes
  });
  at('.heat-note').textContent = words[heat];
}

function ask(x, y) {
  Object.assign(chosen, { frame: Number(slide.value) - 1, x, y });
  mark(x, y);
  element.classList.add('asked');
  look();
}

const place = () => ({ x: chosen.x ?? props.value.x, y: chosen.y ?? props.value.y });
pickable(stage, () => props.value, place, ask);
slide.addEventListener('input', () => {
  told();
  clearTimeout(timer);
  timer = setTimeout(() => ask(place().x, place().y), 350);
});
all('[data-heat]').forEach((button) => button.addEventListener('click', () => {
  heat = button.dataset.heat;
  press(all('[data-heat]'), button);
  drawMaps();
}));
new ResizeObserver(() => { if (props.value?.bars) drawBars(); }).observe(bars);
watch(['value', 'answered'], show);
show();
