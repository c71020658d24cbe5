// A recorded run. props.value: {model, charts: text of [chart of curves_chart.js], film: {steps, minutes, names, said, sheet} or null, missing,
// says, notes, facts}. One slider moves the film and the cursor in every chart.
const slider = at('.gan-film input'), button = at('.play'), canvas = at('.gan-film canvas'), box = at('.gan-run-charts');
const SECONDS = 0.8; // that a moment stays
const sheet = new Image();
let moment = 0, timer = 0, cursors = [], shownModel = null;

const axis = () => at('[data-axis][aria-pressed=true]').dataset.axis;
const places = () => props.value.film?.steps.map((step, k) => [step, props.value.film.minutes[k]]) ?? [];

function drawCharts() {
  const charts = JSON.parse(props.value.charts), { film } = props.value;
  box.replaceChildren();
  cursors = charts.map((chart) => {
    const { svg, cursor } = charted(box, chart, axis(), props.words, film?.steps[0]);
    svg.classList.toggle('with-film', !!film);
    svg.addEventListener('pointerdown', (event) => { if (film && !event.button) { svg.setPointerCapture(event.pointerId); pause(); follow(svg, cursor, event); } });
    svg.addEventListener('pointermove', (event) => { if (svg.hasPointerCapture(event.pointerId)) follow(svg, cursor, event); });
    return cursor;
  });
  frame();
}

function follow(svg, cursor, event) {
  const frame = svg.getBoundingClientRect();
  set(cursor.nearest(((event.clientX - frame.left) * CHART.width) / frame.width, places()));
}

function set(k) {
  moment = k;
  frame();
}

function frame() {
  const { film } = props.value;
  for (const cursor of cursors) cursor.put(film ? places()[moment] : null);
  if (!film) return;
  const side = sheet.naturalHeight;
  if (side) {
    if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
    canvas.getContext('2d').drawImage(sheet, moment * side, 0, side, side, 0, 0, side, side);
    canvas.dataset.step = film.steps[moment];
  }
  slider.value = moment;
  slider.setAttribute('aria-valuetext', film.names[moment]);
  at('output').textContent = film.names[moment];
  at('.gan-film-said').textContent = film.said[moment];
}

function pause() {
  clearInterval(timer);
  timer = 0;
  button.textContent = props.words.play;
}

button.addEventListener('click', () => {
  if (!props.value?.film) return;
  if (timer) return pause();
  const last = props.value.film.steps.length - 1;
  if (moment === last) set(0);
  button.textContent = props.words.pause;
  timer = setInterval(() => {
    if (moment < last) set(moment + 1);
    if (moment >= last) pause();
  }, 1000 * SECONDS);
});
slider.addEventListener('input', () => { pause(); set(Number(slider.value)); });
at('select').addEventListener('change', (event) => { pause(); chosen = { model: event.target.value }; look(); });
all('[data-axis]').forEach((b) => b.addEventListener('click', () => {
  press(all('[data-axis]'), b);
  if (props.value?.charts) drawCharts();
}));

function show() {
  if (!present(at('.gan-run'))) { shownModel = null; return pause(); }
  const { model, film, missing, says, notes, facts } = props.value;
  if (shownModel === model) return;
  shownModel = model;
  at('select').value = model;
  at('.gan-run-says').innerHTML = says;
  at('.gan-run-notes').innerHTML = [...(missing ? [missing] : []), ...notes].map((note) => `<li>${note}</li>`).join('');
  at('.facts').innerHTML = facts;
  at('.gan-film').hidden = !film;
  at('.gan-run-views').classList.toggle('alone', !film);
  if (film) {
    moment = film.steps.length - 1;
    slider.max = moment;
    sheet.onload = frame;
    sheet.src = film.sheet;
  }
  drawCharts();
}

watch('value', show);
show();
