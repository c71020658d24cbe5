// A writer of digits that is being trained. props.value: as for live_shown.js, and nothing, completed, truth: pictures, "" if they stay as
// they were.
function show() {
  if (!showRun('.writer-live')) return;
  for (const name of ['nothing', 'completed', 'truth']) showPicture(`img.${name}`, props.value[name]);
  drawCharts(250);
}

new ResizeObserver(() => drawCharts(250)).observe(at('.writer-live'));
watch('value', show);
show();
