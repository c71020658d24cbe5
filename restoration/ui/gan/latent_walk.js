// A walk from seed to seed, two ways. props.value: {subject, frames, strips: file (the straight way above the arc), lengths: {line, sphere},
// reads: {line: [text], sphere}, usual, spread, said}
const slider = at('.way'), button = at('.play'), inputs = all('.seeds input'), svg = at('.lengths svg');
const SECONDS = 0.22; // that a picture stays
const BOX = { left: 40, right: 448, top: 12, bottom: 218 };
let timer = 0, cursor = null;
const strips = new Image(), WAYS = ['line', 'sphere'];

const across = (k) => BOX.left + ((BOX.right - BOX.left) * k) / (props.value.frames - 1);
const most = () => 1.25 * props.value.usual, up = (r) => BOX.bottom - ((BOX.bottom - BOX.top) * r) / most();

function chart() {
  const { usual, spread, lengths, frames } = props.value, { left, right, top, bottom } = BOX;
  svg.replaceChildren();
  draw(svg, 'rect', { x: left, width: right - left, y: up(usual + 2 * spread), height: up(usual - 2 * spread) - up(usual + 2 * spread), class: 'band' });
  for (let r = 0; r <= most(); r += 2) {
    draw(svg, 'path', { d: `M${left} ${up(r)}H${right}`, class: 'rule' });
    draw(svg, 'text', { x: left - 6, y: up(r) + 4, 'text-anchor': 'end' }, r);
  }
  draw(svg, 'text', { x: left + 6, y: up(usual + 2 * spread) - 5, class: 'tag' }, fill(props.words.band, {}));
  draw(svg, 'text', { x: (left + right) / 2, y: bottom + 32, 'text-anchor': 'middle' }, props.words.along);
  for (const way of WAYS) {
    draw(svg, 'polyline', { points: lengths[way].map((r, k) => `${across(k).toFixed(1)},${up(r).toFixed(1)}`).join(' '), class: way });
    const k = Math.floor(frames / 2), away = way === 'line' ? 18 : 20;
    draw(svg, 'text', { x: across(k), y: up(lengths[way][k]) + away, 'text-anchor': 'middle', class: `tag ${way}` }, props.words[way]);
  }
  cursor = draw(svg, 'path', { class: 'cursor' });
}

function frame(k) {
  const { frames, lengths, reads } = props.value, side = strips.naturalWidth / frames;
  slider.value = k;
  WAYS.forEach((way, row) => {
    const box = at(`figure.${way}`), canvas = box.querySelector('canvas'), length = say(lengths[way][k], 1);
    if (side) {
      if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
      canvas.getContext('2d').drawImage(strips, k * side, row * side, side, side, 0, 0, side, side);
    }
    canvas.setAttribute('aria-label', fill(props.words.alt, { way: props.words[way], k: k + 1, frames }));
    box.querySelector('span').textContent = [fill(props.words.length, { length }), reads[way][k]].filter(Boolean).join(' ');
  });
  const words = fill(props.words.frame, { k: k + 1, frames });
  at('output').textContent = words;
  slider.setAttribute('aria-valuetext', words);
  cursor.setAttribute('d', `M${across(k)} ${BOX.top}V${BOX.bottom}`);
}

function pause() {
  clearInterval(timer);
  timer = 0;
  button.textContent = props.words.play;
}

button.addEventListener('click', () => {
  if (!props.value?.frames) return;
  if (timer) return pause();
  const last = props.value.frames - 1;
  if (Number(slider.value) === last) frame(0);
  button.textContent = props.words.pause;
  timer = setInterval(() => {
    frame(Number(slider.value) + 1);
    if (Number(slider.value) === last) pause();
  }, 1000 * SECONDS);
});
slider.addEventListener('input', () => { pause(); frame(Number(slider.value)); });

function another() {
  pause();
  chosen = { subject: at('[data-subject][aria-pressed=true]').dataset.subject, seeds: inputs.map((input) => Number(input.value)) };
  look();
}
all('[data-subject]').forEach((b) => b.addEventListener('click', () => { press(all('[data-subject]'), b); another(); }));
inputs.forEach((input) => input.addEventListener('change', another));
at('.others').addEventListener('click', () => {
  inputs.forEach((input) => { input.value = ((Number(input.value) || 0) + 3) % 10000; });
  another();
});

function show() {
  if (!present(at('.gan-walk'))) return pause();
  chart();
  at('.gan-walk-said').innerHTML = props.value.said.map((sentence) => `<li>${sentence}</li>`).join('');
  strips.onload = () => frame(Number(slider.value));
  strips.src = props.value.strips.url;
  frame(Number(slider.value));
}

watch('value', show);
show();
