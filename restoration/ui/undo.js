// Counts the visitor's gestures, so that all that one of them sends (a drag of a slider, a number that is typed) can be taken back at once.
// props.value: the number of the last one. Ctrl+Z presses the button Undo.
const PAUSE = 1000; // milliseconds between two keys in one place that begin a new gesture
let place = null, last = 0;

function begin() { props.value = (props.value || 0) + 1; }

// focusin: what sets a value without a key or a pointer, as speech does, has brought the focus there before
for (const name of ['pointerdown', 'focusin']) document.addEventListener(name, () => { place = null; begin(); }, true);
document.addEventListener('keydown', (event) => {
  if (event.target !== place || event.timeStamp - last > PAUSE) begin();
  place = event.target;
  last = event.timeStamp;
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z') return;
  const writing = 'textarea, [contenteditable=""], [contenteditable=true], input:not([type=range], [type=radio], [type=checkbox], [role=combobox])';
  const button = document.getElementById('undo');
  if (event.target.closest(writing) || !button?.checkVisibility() || button.disabled) return;
  event.preventDefault();
  button.click();
}, true);
