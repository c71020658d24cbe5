// The mended program at work. props.value: {status, running, sentence, numbers: [[name, text]], charts (see live_charts.js), made, real:
// pictures, "" if they stay as they were, alt}
function show() {
  if (!present(at('.listing-run'))) return;
  const v = props.value, status = at('.listing-run > .status');
  if (status.innerHTML !== v.status) status.innerHTML = v.status; // said aloud only when it changes
  status.classList.toggle('running', v.running);
  at('.says').innerHTML = v.sentence && `<p class="verdict">${v.sentence}</p>`;
  at('.numbers').innerHTML = v.numbers.map(([name, text]) => `<div><dt>${name}</dt><dd>${text}</dd></div>`).join('');
  for (const name of ['made', 'real']) {
    const image = at(`img.${name}-digits`);
    image.closest('figure').hidden = !v[name] && !image.getAttribute('src');
    if (v[name] && image.getAttribute('src') !== v[name]) image.src = v[name];
  }
  at('img.made-digits').alt = v.alt;
  drawCharts(400);
}

new ResizeObserver(() => drawCharts(400)).observe(at('.listing-run'));
watch('value', show);
show();
