// A recorded run. props.value: {model, charts: text of [chart of gan/curves_chart.js], says, notes, table, facts}
let shownModel = null;
const pressed = (name) => at(`[data-${name}][aria-pressed=true]`).dataset[name];

function drawCharts() {
  const log = pressed('scale') === 'log';
  at('.gan-run-charts').replaceChildren();
  for (const chart of JSON.parse(props.value.charts)) {
    const loss = ['loss', 'nats', 'late'].includes(chart.name); // what is in decibels is logarithmic already
    charted(at('.gan-run-charts'), { ...chart, log: log && loss }, pressed('axis'), props.words);
  }
}

at('select').addEventListener('change', (event) => { chosen = { model: event.target.value }; look(); });
for (const name of ['axis', 'scale']) {
  all(`[data-${name}]`).forEach((button) => button.addEventListener('click', () => {
    press(all(`[data-${name}]`), button);
    if (props.value?.charts) drawCharts();
  }));
}

function show() {
  if (!present(at('.rnn-run'))) { shownModel = null; return; }
  const { model, says, notes, table, facts } = props.value;
  if (shownModel === model) return;
  shownModel = model;
  at('select').value = model;
  at('.verdict').innerHTML = says;
  at('.latent-said').innerHTML = notes.map((note) => `<li>${note}</li>`).join('');
  at('.run-nats').innerHTML = table;
  at('.facts').innerHTML = facts;
  drawCharts();
}

watch('value', show);
show();
