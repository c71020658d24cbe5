// The map while it was learned. props.value: {steps: [text], codes: [float16 as text], limit, sheet, side: of a grid in pixels, said: [text]}
const at = (selector) => element.querySelector(selector);
const map = at('.map'), decoded = at('.decoded').getContext('2d'), slider = at('input'), button = at('.play');
const SECONDS = 0.9; // that one moment takes to become the next
const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const sheet = new Image();
let codes = null, moment = 0, playing = 0, only = null; // moment: whole at a saved moment, between two of them while it plays

function between() {
  const k = Math.floor(moment), share = moment - k, [a, b] = [codes[k], codes[Math.min(k + 1, codes.length - 1)]];
  return [...Array(a.length / 2)].map((_, n) => [0, 1].map((i) => a[2 * n + i] + share * (b[2 * n + i] - a[2 * n + i])));
}

function draw() {
  const width = Math.min(map.parentElement.clientWidth, 460);
  if (!codes || !width) return;
  const { limit, side, steps, said } = props.value, view = square(width, limit), pen = open(map, view), style = getComputedStyle(element);
  axes(pen, view, style.color, style.fontFamily);
  numerals(pen, view, between(), only, style.color, false);
  const k = Math.round(moment);
  if (sheet.complete && sheet.naturalWidth) decoded.drawImage(sheet, k * side, 0, side, side, 0, 0, side, side);
  slider.value = k;
  slider.setAttribute('aria-valuetext', steps[k]);
  at('output').textContent = steps[k];
  at('.film-said').textContent = said[k];
}

function play(from) {
  const end = codes.length - 1, begun = performance.now(), mine = ++playing;
  button.textContent = props.words.pause;
  (function frame(now) {
    if (mine !== playing) return;
    moment = Math.min(from + Math.max(now - begun, 0) / 1000 / SECONDS, end);
    if (still.matches) moment = Math.floor(moment); // no gliding for those who asked for none
    draw();
    if (moment < end) requestAnimationFrame(frame);
    else pause();
  })(begun);
}

function pause() {
  playing += 1;
  button.textContent = props.words.play;
  button.dataset.running = '';
}

button.addEventListener('click', () => {
  if (!codes) return;
  if (button.dataset.running) return pause();
  button.dataset.running = 'yes';
  play(moment >= codes.length - 1 ? 0 : moment);
});
slider.addEventListener('input', () => { pause(); moment = Number(slider.value); draw(); });

function pressed(k) {
  only = only === k ? null : k;
  classes(at('.legend'), only, props.words.class, pressed);
  draw();
}

function show() {
  if (!present(at('.film'))) return;
  codes = props.value.codes.map(halves);
  slider.max = codes.length - 1;
  moment = codes.length - 1;
  Object.assign(decoded.canvas, { width: props.value.side, height: props.value.side });
  sheet.onload = draw;
  sheet.src = props.value.sheet;
  classes(at('.legend'), only, props.words.class, pressed);
  draw();
}

new ResizeObserver(draw).observe(map.parentElement);
watch('value', show);
show();
