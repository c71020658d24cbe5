// Paint on a picture what shall be lost: with a pointer, or with the arrow keys and Space. props.value: {file, width, height, mask}; mask is a PNG data URL, opaque where painted.
const picture = element.querySelector('img'), canvas = element.querySelector('canvas');
const size = element.querySelector('input'), pen = canvas.getContext('2d');
const cursor = element.querySelector('.brush');
let last = null, at = null; // the pointer while it paints; where the keys have brought the brush, in pixels of the canvas

function show() {
  const value = props.value;
  if (!value) return;
  picture.src = value.file.url;
  if (canvas.width !== value.width || canvas.height !== value.height) {
    canvas.width = value.width;
    canvas.height = value.height;
  } else if ((value.mask || '') === (canvas.dataset.sent || '')) {
    return;
  }
  canvas.dataset.sent = value.mask || '';
  pen.clearRect(0, 0, canvas.width, canvas.height);
  if (!value.mask) return;
  const painted = new Image();
  painted.onload = () => pen.drawImage(painted, 0, 0, canvas.width, canvas.height);
  painted.src = value.mask;
}

function send(mask) {
  canvas.dataset.sent = mask;
  props.value = { ...props.value, mask };
  trigger('input');
}

function place(event) {
  const box = canvas.getBoundingClientRect();
  return [((event.clientX - box.left) / box.width) * canvas.width, ((event.clientY - box.top) / box.height) * canvas.height];
}

function line(event) {
  const here = place(event);
  stroke(last || here, here);
  last = here;
}

function stroke(from, here) {
  pen.strokeStyle = pen.fillStyle = '#000';
  pen.lineCap = 'round';
  pen.lineWidth = (size.value * canvas.width) / 256;
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...here);
  pen.stroke();
}

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The arrow keys move the brush by half its width, with Shift they paint on the way; Space paints where it is.
function byKey(event) {
  const move = MOVES[event.key], sizes = [canvas.width, canvas.height], step = (size.value * canvas.width) / 512;
  if (!move && event.key !== ' ') return;
  event.preventDefault();
  const from = at ?? sizes.map((n) => n / 2);
  at = from.map((v, k) => Math.min(Math.max(v + (move ? move[k] * step : 0), 0), sizes[k]));
  showBrush();
  if (move && !event.shiftKey) return;
  stroke(from, at);
  send(canvas.toDataURL('image/png'));
}

function showBrush() {
  cursor.hidden = document.activeElement !== canvas;
  const [x, y] = at ?? [canvas.width / 2, canvas.height / 2];
  Object.assign(cursor.style, { left: `${(100 * x) / canvas.width}%`, top: `${(100 * y) / canvas.height}%`, width: `${(100 * size.value) / 256}%` });
}

canvas.addEventListener('keydown', byKey);
for (const name of ['focus', 'blur']) canvas.addEventListener(name, showBrush);

canvas.addEventListener('pointerdown', (event) => { canvas.setPointerCapture(event.pointerId); line(event); });
canvas.addEventListener('pointermove', (event) => { if (last) line(event); });
for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => {
  if (!last) return;
  last = null;
  send(canvas.toDataURL('image/png'));
});
element.querySelector('button').addEventListener('click', () => {
  pen.clearRect(0, 0, canvas.width, canvas.height);
  send('');
});
watch('value', show);
show();
