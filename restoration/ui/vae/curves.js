// A recorded run. props.value: {model, charts: {time, step: [[file, chart, name, alt], ...]}, sentence, notes, facts, table, compared}
const at = (selector) => element.querySelector(selector), buttons = element.querySelectorAll('[data-axis]');

function show() {
  if (!present(at('.vae-run'))) return;
  const value = props.value, charts = value.charts[at('[data-axis][aria-pressed=true]').dataset.axis];
  at('select').value = value.model;
  at('.run-says').textContent = '';
  at('.run-says').insertAdjacentHTML('beforeend', value.sentence);
  at('.run-charts').innerHTML = charts.map(([file, chart, name, alt]) =>
    `<figure><img src="${file.url}" data-chart="${chart}" alt="${alt}"><figcaption>${name}</figcaption></figure>`).join('');
  for (const [root, key] of [['.run-notes', 'notes'], ['.facts', 'facts'], ['.run-table', 'table'], ['.run-compared', 'compared']]) {
    at(root).innerHTML = value[key];
  }
}

at('select').addEventListener('change', (event) => {
  chosen = { model: event.target.value };
  look();
});
buttons.forEach((button) => button.addEventListener('click', () => {
  buttons.forEach((b) => b.setAttribute('aria-pressed', b === button));
  show();
}));
watch(['value', 'answered'], show);
show();
