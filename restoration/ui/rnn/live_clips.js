// Two denoisers that are being trained. props.value: as for live_shown.js, and film, frames: texts (see player.js and chart.js), film "" if it
// stays as it was.
function show() {
  if (!showRun('.clip-live')) return;
  element.showClips(props.value);
  drawCharts(250);
}

new ResizeObserver(() => drawCharts(250)).observe(at('.clip-live'));
watch('value', show);
show();
