// Paint on a picture what shall be lost. props.value: {file, width, height, mask}; mask is a PNG data URL, opaque where painted.
const picture = element.querySelector('img'), canvas = element.querySelector('canvas');
const size = element.querySelector('input'), pen = canvas.getContext('2d');
let last = null;

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
  const here = place(event), from = last || here;
  pen.strokeStyle = pen.fillStyle = '#000';
  pen.lineCap = 'round';
  pen.lineWidth = (size.value * canvas.width) / 256;
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...here);
  pen.stroke();
  last = here;
}

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
