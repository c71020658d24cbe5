// Choosing a pixel of a picture: click it, or move with the arrow keys, ten pixels at a time with Shift.
// size() and place() say how large the picture is and which pixel is chosen now; choose(x, y) gets one that lies in the picture.
function pickable(node, size, place, choose) {
  const inside = (x, y) => {
    const { width, height } = size();
    choose(Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1));
  };
  node.addEventListener('click', (event) => {
    const box = node.getBoundingClientRect(), { width, height } = size();
    node.focus({ preventScroll: true });
    inside(Math.floor(((event.clientX - box.left) / box.width) * width), Math.floor(((event.clientY - box.top) / box.height) * height));
  });
  node.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1, { x, y } = place();
    inside(x + by * step[0], y + by * step[1]);
  });
}
