// The path of a clip. props.value: {film: as player.js has it, path: text of {paths, others, shares, steps, evidence, trust, gap, marks, charts, psnr,
// clip, longest} (see latent_map.js), says, said, made}. One frame is chosen: on the map, on the charts, with the slider or the arrow keys.
const slider = at('.path-frame input'), button = at('.play'), box = at('.path-charts'), rows = at('.path-here tbody');
const SECONDS = 0.35, sheets = {}, FRAMES = { truth: 'truth', damaged: 'noisy', restored: 'restored' };
let frame = 1, timer = 0, clip = '', cursors = [], view = 'both';

const count = () => path.paths.clean.length;

function drawFrame(kind) {
  const { film } = props.value, node = at(`.path-frame [data-kind=${kind}]`), canvas = node.querySelector('canvas'), sheet = sheets[kind];
  const { width, height, columns } = film, there = film[kind] && sheet?.complete && sheet.naturalWidth, k = frame - 1;
  Object.assign(canvas, { width, height }); // which also clears it
  node.classList.toggle('empty', !film[kind]);
  if (there) canvas.getContext('2d').drawImage(sheet, (k % columns) * width, Math.floor(k / columns) * height, width, height, 0, 0, width, height);
  const name = props.words[FRAMES[kind]], score = path.psnr[kind]?.[k];
  const text = film[kind] ? [name, score && `${score} dB`].filter(Boolean).join(' · ') : props.words.mended_not;
  node.querySelector('figcaption').textContent = text;
  canvas.setAttribute('aria-label', `${text}, ${at('.film-set output').textContent}`);
}

function set(n) {
  frame = Math.min(Math.max(n, 1), count());
  const text = fill(props.words.at, { n: frame, count: count() });
  slider.value = frame;
  slider.setAttribute('aria-valuetext', text);
  at('.film-set output').textContent = text;
  drawMap(view, frame);
  Object.keys(FRAMES).forEach(drawFrame);
  for (const cursor of cursors) cursor.put([frame, frame]);
  at('.path-here').setAttribute('aria-live', timer ? 'off' : 'polite');
  const k = frame - 1, empty = (kind) => path.trust[kind][k] === 0;
  const table = {
    right: (kind) => say(path.paths[kind][k][0]), up: (kind) => say(path.paths[kind][k][1]), moved: (kind) => (k ? say(path.steps[kind][k]) : '–'),
    evidence: (kind) => say(path.evidence[kind][k], 1), trust: (kind) => (empty(kind) ? '–' : `${path.trust[kind][k]} %`),
  };
  rows.innerHTML = Object.entries(table).map(([key, cell]) => `<tr><th scope="row">${props.words[key]}</th>${KINDS.map((kind) => `<td>${cell(kind)}</td>`).join('')}</tr>`).join('');
  at('.path-here p').textContent = fill(props.words.apart, { gap: say(path.gap[frame - 1]) });
}

function pause() {
  clearInterval(timer);
  timer = 0;
  button.textContent = props.words.play;
}

function play() {
  if (timer) return pause();
  if (frame === count()) set(1);
  button.textContent = props.words.pause;
  timer = setInterval(() => {
    if (!element.isConnected || frame >= count()) return pause();
    set(frame + 1);
  }, 1000 * SECONDS);
}

function drawCharts() {
  box.replaceChildren();
  cursors = path.charts.map((chart) => {
    const { svg, cursor } = charted(box, chart, 'step', props.words);
    const places = Array.from({ length: count() }, (_, k) => [k + 1, k + 1]);
    svg.addEventListener('click', (event) => {
      const frameOf = svg.getBoundingClientRect();
      pause();
      set(cursor.nearest(((event.clientX - frameOf.left) * CHART.width) / frameOf.width, places) + 1);
    });
    return cursor;
  });
}

function load(kind) {
  const url = props.value.film[kind]?.url;
  if (!url || sheets[kind]?.src === new URL(url, location).href) return;
  sheets[kind] = new Image();
  sheets[kind].onload = () => drawFrame(kind);
  sheets[kind].src = url;
}

button.addEventListener('click', () => { if (path) play(); });
slider.addEventListener('input', () => { pause(); set(Number(slider.value)); });
sky.addEventListener('click', (event) => { if (path) { pause(); set(nearestFrame(event)); } });
map.addEventListener('keydown', (event) => {
  if (!path || event.altKey || event.ctrlKey || event.metaKey) return;
  const moves = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: 1 - frame, End: count() - frame };
  if (event.key === ' ') play();
  else if (event.key in moves) { pause(); set(frame + moves[event.key]); } else return;
  event.preventDefault();
});
all('[data-view]').forEach((b) => b.addEventListener('click', () => {
  press(all('[data-view]'), b);
  [view, zoom, centre] = [b.dataset.view, 1, null];
  drawMap(view, frame);
}));
all('[data-zoom]').forEach((b) => b.addEventListener('click', () => {
  zoom = Math.min(Math.max(zoom * Number(b.dataset.zoom), 1), 30);
  centre = zoom === 1 ? null : path.paths.damaged[frame - 1];
  drawMap(view, frame);
}));
new ResizeObserver(() => drawMap(view, frame)).observe(map);

function show() {
  if (!present(at('.rnn-path'))) return pause();
  path = JSON.parse(props.value.path);
  at('.path-says').innerHTML = props.value.says;
  at('.latent-said').innerHTML = props.value.said.map((sentence) => `<li>${sentence}</li>`).join('');
  at('.made').innerHTML = props.value.made;
  at('.path-legend').innerHTML = [...KINDS, 'other'].map((kind) => `<span><i class="${kind}"></i>${props.words[kind]}</span>`).join('');
  slider.max = count();
  Object.keys(FRAMES).forEach(load);
  drawCharts();
  const another = clip !== String(path.clip); // what is new is looked at where most happens
  clip = String(path.clip);
  if (another) { pause(); zoom = 1; centre = null; }
  set(another ? path.longest : frame);
}

watch('value', show);
show();
