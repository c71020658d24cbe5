// A small drawing board: white on black, 112 pixels a side. done(data URL of a PNG, "" when it was wiped) is told when a stroke ends.
function board(node, done) {
  const canvas = node.querySelector('canvas'), pen = canvas.getContext('2d');
  let last = null;

  function wipe() {
    pen.fillStyle = '#000';
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }

  function line(event) {
    const box = canvas.getBoundingClientRect();
    const here = [((event.clientX - box.left) / box.width) * canvas.width, ((event.clientY - box.top) / box.height) * canvas.height];
    Object.assign(pen, { strokeStyle: '#fff', lineCap: 'round', lineJoin: 'round', lineWidth: 9 });
    pen.beginPath();
    pen.moveTo(...(last ?? here));
    pen.lineTo(...here);
    pen.stroke();
    last = here;
  }

  canvas.addEventListener('pointerdown', (event) => { canvas.setPointerCapture(event.pointerId); line(event); });
  canvas.addEventListener('pointermove', (event) => { if (last) line(event); });
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => {
    if (!last) return;
    last = null;
    done(canvas.toDataURL('image/png'));
  });
  node.querySelector('button').addEventListener('click', () => { wipe(); done(''); });
  wipe();
}
