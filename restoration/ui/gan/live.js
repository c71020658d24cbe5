// A GAN that is being trained. props.value: {status, running, sentence: HTML of <li>, numbers: [[name, text]], charts (see live_charts.js),
// made, real: pictures, "" if they stay as they were, table: HTML, notes: HTML}.
function picture(selector, source) {
  const image = at(selector);
  if (source && image.getAttribute('src') !== source) image.src = source;
}

function show() {
  if (!present(at('.gan-live'))) return;
  const v = props.value, status = at('.gan-live > .status');
  if (status.innerHTML !== v.status) status.innerHTML = v.status; // said aloud only when it changes
  status.classList.toggle('running', v.running);
  at('.says').innerHTML = v.sentence && `<ul class="verdict">${v.sentence}</ul>`;
  at('.numbers').innerHTML = v.numbers.map(([name, text]) => `<div><dt>${name}</dt><dd>${text}</dd></div>`).join('');
  picture('.made', v.made);
  picture('.real', v.real);
  drawCharts(250);
  at('.after').innerHTML = v.table;
  at('.notes').innerHTML = v.notes;
}

new ResizeObserver(() => drawCharts(250)).observe(at('.gan-live'));
watch('value', show);
show();
