// The clips of a training, and PSNR by frame, for live_clips.js. They play from the start, unless the visitor wants less motion.
let begun = false;
element.showClips = ({ film: sheets, frames }) => {
  chart = JSON.parse(frames);
  if (sheets) takeFilm(JSON.parse(sheets)); // none: they stay as they were
  if (film && !begun) {
    begun = true;
    play(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  }
  drawChart();
};
