// Draws a training from props.value: {status, running, sentence, numbers: [[name, text]], charts: text of [...], pictures: [...], table, notes}.
// The charts: live_charts.js. Pictures are changed in place, so that they do not flicker.
function drawPictures() {
  const box = at('.figures'), { pictures } = props.value;
  if (box.children.length !== pictures.length) box.innerHTML = '<figure><img alt=""><figcaption></figcaption></figure>'.repeat(pictures.length);
  pictures.forEach((picture, k) => {
    const image = box.children[k].querySelector('img'), source = picture.src || picture.file?.url;
    if (source && image.getAttribute('src') !== source) image.src = source; // none: it stays as it was
    image.alt = picture.alt;
    box.children[k].querySelector('figcaption').innerHTML = picture.caption;
  });
}

function show() {
  const v = props.value;
  if (!v) return;
  const status = at('.status');
  if (status.innerHTML !== v.status) status.innerHTML = v.status; // said aloud only when it changes
  status.classList.toggle('running', v.running);
  at('.says').innerHTML = v.sentence && `<p class="verdict">${v.sentence}</p>`;
  at('.numbers').innerHTML = v.numbers.map(([name, text]) => `<div><dt>${name}</dt><dd>${text}</dd></div>`).join('');
  drawCharts();
  drawPictures();
  at('.after').innerHTML = v.table;
  at('.notes').innerHTML = v.notes;
}

new ResizeObserver(() => drawCharts()).observe(at('.charts'));
watch('value', show);
show();
