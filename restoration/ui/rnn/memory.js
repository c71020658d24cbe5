// The memory of a clip on canvases, in step, from sheets of frames in PNG; and one pixel through time, read off the same sheets.
// props.value: see memory.value. props.inner: see memory.details. Frames, x and y are counted from 0.
const words = props.words, root = at('.mem'), chartBox = at('.mem-chart'), slide = at('.clip-bar .at'), toggle = at('[data-do=play]');
const CALM_FPS = 1; // of the film for those who want less motion
let data = {}; // name of a sheet -> {width, pixels}, once it is there
let key = null, frame = 0, pin = { x: 0, y: 0 }, hover = null, playing = 0, since = 0, resting = 0, urls = {};

function spot(name, t, x, y) { // where a pixel of a frame begins in its sheet's data
  const { width, height, columns } = props.value;
  return 4 * ((Math.floor(t / columns) * height + y) * data[name].width + (t % columns) * width + x);
}

function load(name, url) {
  const image = new Image();
  image.onload = () => {
    if (urls[name] !== url) return;
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight), pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.drawImage(image, 0, 0);
    data[name] = { width: canvas.width, pixels: pen.getImageData(0, 0, canvas.width, canvas.height).data };
    drawAll();
  };
  image.src = url;
}

function show() {
  if (!present(root)) return;
  const value = props.value;
  if (value.key !== key) {
    key = value.key;
    play(false);
    [frame, pin, hover] = [value.start[0], { x: value.start[1], y: value.start[2] }, null];
    props.inner = null;
  }
  for (const name of Object.keys(urls)) if (!value.sheets[name]) { delete urls[name]; delete data[name]; }
  for (const [name, { url }] of Object.entries(value.sheets)) if (urls[name] !== url) { urls[name] = url; delete data[name]; load(name, url); }
  slide.max = value.count;
  at('.watched').textContent = value.watched;
  at('.watched').hidden = !value.watched;
  at('.ticks.left').replaceChildren(...value.left.map((text) => Object.assign(document.createElement('span'), { textContent: text })));
  drawAll();
  if (!value.sheets.restored) { chosen.mended = true; look(); } // it takes longer, so it is asked for when the rest is there
}

function drawCanvas(kind) {
  const figure = at(`.mem-views [data-kind=${kind}]`), canvas = figure.querySelector('canvas'), { width, height, fresh, most, count } = props.value;
  const name = ['trust', 'evidence'].includes(kind) ? 'maps' : kind, there = data[name] && !(kind === 'trust' && fresh.includes(frame));
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d'), picture = pen.createImageData(width, height), out = picture.data;
  figure.classList.toggle('empty', !there);
  if (there) {
    const { pixels } = data[name];
    for (let y = 0; y < height; y += 1) {
      const from = spot(name, frame, 0, y), to = 4 * y * width;
      if (name !== 'maps') { out.set(pixels.subarray(from, from + 4 * width), to); continue; }
      for (let x = 0; x < width; x += 1) {
        const n = kind === 'trust' ? pixels[from + 4 * x] : shade(pixels[from + 4 * x + 1] / 255 * most, most);
        out[to + 4 * x] = props.palette[3 * n]; out[to + 4 * x + 1] = props.palette[3 * n + 1];
        out[to + 4 * x + 2] = props.palette[3 * n + 2]; out[to + 4 * x + 3] = 255;
      }
    }
  }
  pen.putImageData(picture, 0, 0);
  canvas.setAttribute('aria-label', fill(words.alt, { name: props.names[kind], n: frame + 1, count }));
  figure.querySelector('figcaption').textContent = there ? props.names[kind] : `${props.names[kind]}: ${kind === 'trust' && data.maps ? words.here_empty : words.not_yet}`;
}

// Each doubling of the evidence is the same step in colour.
const shade = (evidence, most) => Math.round(255 * Math.min(1, Math.max(0, Math.log2(Math.max(evidence, 0.01)) / Math.log2(most))));

function drawAll() {
  if (!props.value?.sheets) return;
  const { count } = props.value;
  frame = Math.min(Math.max(frame, 0), count - 1);
  ['damaged', 'held', 'restored', 'truth', 'trust', 'evidence'].forEach(drawCanvas);
  const text = fill(words.frame_n, { n: frame + 1, count });
  slide.value = frame + 1;
  slide.setAttribute('aria-valuetext', text);
  at('.clip-bar output').textContent = text;
  at('.said').textContent = props.value.said[frame];
  at('.off tbody').innerHTML = props.value.rows.map(([name, label, numbers]) => `<tr class="${name === 'held' ? 'network' : ''}"><th scope="row">${label}</th><td>${numbers[frame].toFixed(1)}</td></tr>`).join('');
  drawHere();
  clearTimeout(resting);
  if (at('.mem-inner').open && chosen.inner !== frame && !playing) resting = setTimeout(() => { chosen.inner = frame; look(); }, 300);
}

function seriesOf({ x, y }) {
  const { count, fresh, most } = props.value, times = [...Array(count).keys()], series = {};
  const of = (name, read) => (data[name] ? times.map((t) => read(data[name].pixels, spot(name, t, x, y), t)) : null);
  for (const name of LINES) series[name] = of(name, (p, k) => (p[k] + p[k + 1] + p[k + 2]) / 3);
  series.trust = of('maps', (p, k, t) => (fresh.includes(t) ? null : p[k] / 255));
  series.evidence = of('maps', (p, k) => (p[k + 1] / 255) * most);
  return series;
}

function drawHere() {
  const place = hover ?? pin, { width, height, fresh, most } = props.value;
  for (const mark of all('.mem-views .cross')) {
    mark.style.left = `${(100 * place.x) / width}%`; mark.style.top = `${(100 * place.y) / height}%`;
    mark.style.width = `${100 / width}%`; mark.style.height = `${100 / height}%`;
  }
  if (!data.damaged || !data.maps) return;
  const series = seriesOf(place), now = (name, digits) => (series[name] && series[name][frame] !== null ? series[name][frame].toFixed(digits) : '–');
  drawPixel(chartBox, series, fresh, most);
  markFrame(chartBox, frame);
  at('.mem-here').textContent = fill(words.here, {
    x: place.x + 1, y: place.y + 1, n: frame + 1, trust: now('trust', 2), evidence: now('evidence', 1),
    ...Object.fromEntries(LINES.map((name) => [name, now(name, 0)])),
  });
  at('.mem-legend').innerHTML = LINES.map((name) => `<span><svg width="26" height="10" aria-hidden="true"><path class="line ${name}" d="M1 5H25"/></svg>${props.names[name]}</span>`).join('');
}

function showInner() {
  const inner = props.inner;
  at('.inner').hidden = !inner;
  at('.inner-waiting').hidden = !!inner;
  if (!inner) return;
  at('.notes-said').textContent = fill(words.notes_said, { n: inner.t + 1, shown: inner.notes.length, all: inner.channels });
  at('.mem-notes').replaceChildren();
  for (const [n, src] of inner.notes) figure(at('.mem-notes'), src, `${n}`, fill(words.alt, { name: n, n: inner.t + 1, count: props.value?.count }));
  for (const [name, [src, mean]] of Object.entries(inner.gates)) {
    const image = at(`[data-gate=${name}]`), caption = image.nextElementSibling;
    caption.dataset.name ??= caption.textContent;
    const text = fill(caption.dataset.name, { channel: inner.channel, mean });
    caption.textContent = text;
    Object.assign(image, { src, alt: text });
  }
  at('.mem-channel input').max = inner.channels;
}

function play(on) {
  cancelAnimationFrame(playing);
  playing = 0;
  if (on) { since = performance.now(); playing = requestAnimationFrame(tick); }
  toggle.textContent = words[on ? 'pause' : 'play'];
}

function tick(now) {
  if (!playing || !element.isConnected) return;
  const each = 1000 / (calm() ? CALM_FPS : props.value.fps);
  if (now - since >= each) { since = now; frame = (frame + 1) % props.value.count; drawAll(); }
  playing = requestAnimationFrame(tick);
}

toggle.addEventListener('click', () => { play(!playing); drawAll(); });
slide.addEventListener('input', () => { play(false); frame = Number(slide.value) - 1; drawAll(); });
for (const cell of all('.mem-views .stage-cell')) {
  pickable(cell, () => props.value, () => pin, (x, y) => { pin = { x, y }; hover = null; drawHere(); });
  cell.addEventListener('pointermove', (event) => {
    if (playing || event.pointerType === 'touch') return;
    const box = cell.getBoundingClientRect(), { width, height } = props.value;
    hover = { x: Math.min(width - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * width))), y: Math.min(height - 1, Math.max(0, Math.floor(((event.clientY - box.top) / box.height) * height))) };
    drawHere();
  });
  cell.addEventListener('pointerleave', () => { if (hover) { hover = null; drawHere(); } });
}
chartBox.addEventListener('click', (event) => { // a look at the frame that was clicked
  const box = chartBox.getBoundingClientRect(), share = (event.clientX - box.left - CHART_LEFT) / (box.width - CHART_LEFT - CHART_RIGHT);
  play(false);
  frame = Math.round(share * (props.value.count - 1));
  drawAll();
});
at('.mem-inner').addEventListener('toggle', () => {
  if (at('.mem-inner').open) { chosen.inner = frame; look(); } else delete chosen.inner;
});
at('.mem-channel input').addEventListener('change', (event) => {
  const most = Number(event.target.max) || 1, n = Math.round(Number(event.target.value));
  event.target.value = chosen.channel = Math.min(Math.max(Number.isFinite(n) ? n : 1, 1), most);
  look();
});
new ResizeObserver(() => { if (props.value?.sheets && !root.hidden) drawHere(); }).observe(chartBox);
watch(['value', 'answered'], show);
watch('inner', showInner);
show();
