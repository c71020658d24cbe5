// Shows what came of a repair. props.value: {status, running, verdict, html, film, chart}; the frames: player.js; the curves: chart.js.
const state = element.querySelector('.status'), verdict = element.querySelector('.verdict'), rest = element.querySelector('.clip-said');

function show() {
  const value = props.value;
  if (!value) return;
  if (state.innerHTML !== value.status) state.innerHTML = value.status; // said aloud only when it changes
  state.classList.toggle('running', value.running);
  state.hidden = !value.status;
  verdict.innerHTML = value.verdict;
  verdict.hidden = !value.verdict;
  rest.innerHTML = value.html;
  chart = JSON.parse(value.chart);
  takeFilm(value.film);
  drawChart();
}

watch('value', show);
show();
