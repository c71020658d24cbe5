// What boards of a training have in common, in words and numbers; needs look.js and live_charts.js. root: a selector, of the board below its
// waiting line. props.value: {status, running, sentence: HTML of <li>, numbers: [[name, text]], charts (see live_charts.js), table: HTML,
// notes: HTML}. Returns whether there is something to show.
function showRun(root) {
  if (!present(at(root))) return false;
  const v = props.value, status = at(`${root} > .status`);
  if (status.innerHTML !== v.status) status.innerHTML = v.status; // said aloud only when it changes
  status.classList.toggle('running', v.running);
  at('.says').innerHTML = v.sentence && `<ul class="verdict">${v.sentence}</ul>`;
  at('.numbers').innerHTML = v.numbers.map(([name, text]) => `<div><dt>${name}</dt><dd>${text}</dd></div>`).join('');
  at('.after').innerHTML = v.table;
  at('.notes').innerHTML = v.notes;
  return true;
}

// A picture of the board; "": it stays as it was.
function showPicture(selector, source) {
  const image = at(selector);
  if (source && image.getAttribute('src') !== source) image.src = source;
}
