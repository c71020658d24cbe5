// Three clips in step on canvases, from sheets of frames in PNG: what is seen is lossless, as no video is.
// film: {truth, damaged, restored or others: {url}, count, width, height, columns, fps, mended}. props.kinds: clip -> its name, a key of words.
const player = element.querySelector('.clip-player'), slide = player.querySelector('input'), toggle = player.querySelector('[data-do=play]');
const speed = player.querySelector('select'), told = player.querySelector('output');
const KINDS = props.kinds;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const sheets = {}; // kind -> the picture of its frames
let film = null, at = 1, playing = 0, since = 0;

function drawFrame(kind) {
  const figure = player.querySelector(`[data-kind=${kind}]`), canvas = figure.querySelector('canvas'), image = sheets[kind];
  const { width, height, columns, count } = film, context = canvas.getContext('2d');
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const there = image?.complete && image.naturalWidth && film[kind] && (kind !== 'restored' || at <= film.mended);
  context.clearRect(0, 0, width, height);
  figure.classList.toggle('empty', !there);
  const k = at - 1, name = props.words[KINDS[kind]];
  if (there) context.drawImage(image, (k % columns) * width, Math.floor(k / columns) * height, width, height, 0, 0, width, height);
  const score = scoreOf(kind === 'restored' ? 'memory' : kind, at);
  figure.querySelector('figcaption').textContent = there || kind !== 'restored' ? [name, score].filter(Boolean).join(' · ') : `${name}: ${props.words.not_yet_frame}`;
  canvas.setAttribute('aria-label', fill(props.words.clip_alt, { name, n: at, count }));
}

function showFrame() {
  if (!film) return;
  at = Math.min(Math.max(at, 1), film.count);
  Object.keys(KINDS).forEach(drawFrame);
  const text = fill(props.words.frame_n, { n: at, count: film.count });
  slide.max = film.count;
  slide.value = at;
  slide.setAttribute('aria-valuetext', text);
  told.textContent = text;
  drawCursor();
}

function step(by) { at = (at - 1 + by + film.count) % film.count + 1; showFrame(); }

function tick(now) {
  if (!playing || !element.isConnected) return;
  const each = 1000 / (film.fps * Number(speed.value));
  if (now - since >= each) {
    step(Math.min(film.count, Math.max(1, Math.floor((now - since) / each))));
    since = now;
  }
  playing = requestAnimationFrame(tick);
}

function play(on) {
  cancelAnimationFrame(playing);
  playing = 0;
  if (on && film) { since = performance.now(); playing = requestAnimationFrame(tick); }
  toggle.textContent = props.words[on ? 'pause' : 'play'];
}

function takeFilm(next) {
  const another = !film || ['count', 'width', 'height'].some((key) => film[key] !== next[key]);
  film = next;
  player.hidden = false;
  if (another) { play(false); at = 1; }
  for (const kind of Object.keys(KINDS)) {
    const url = film[kind]?.url;
    if (!url) { delete sheets[kind]; continue; }
    if (sheets[kind]?.dataset.url === url) continue;
    const image = new Image();
    image.dataset.url = url;
    image.onload = () => { if (film[kind]?.url === url) { sheets[kind] = image; showFrame(); } }; // until then the frames before stay
    image.src = url;
  }
  showFrame();
}

toggle.addEventListener('click', () => play(!playing));
slide.addEventListener('input', () => { play(false); at = Number(slide.value); showFrame(); });
player.addEventListener('keydown', (event) => {
  if (!film || event.altKey || event.ctrlKey || event.metaKey || event.target === speed) return;
  const moves = { ArrowLeft: -1, ArrowRight: 1, Home: 1 - at, End: film.count - at };
  if (event.key === ' ' && event.target !== toggle) play(!playing);
  else if (event.key in moves) { play(false); step(moves[event.key]); } else return;
  event.preventDefault();
});
