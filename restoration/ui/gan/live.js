// A GAN that is being trained. props.value: as for live_shown.js, and made, real: pictures, "" if they stay as they were.
function show() {
  if (!showRun('.gan-live')) return;
  showPicture('.made', props.value.made);
  showPicture('.real', props.value.real);
  drawCharts(250);
}

new ResizeObserver(() => drawCharts(250)).observe(at('.gan-live'));
watch('value', show);
show();
