// Pictures of 28 x 28 pixels on a canvas, each pixel a cell, in reading order. A given pixel is black or white; an invented one is tinted and
// carries a dot, so that it is not told by colour alone; one that is not written yet is hatched.
const SIDE = 28, PIXELS = SIDE * SIDE, CELL = 9; // CELL: of the canvas' own pixels a side
const INKS = { '1': ['#ffffff', '#f3dc9d', '#74500b'], '0': ['#000000', '#33291a', '#b98a1e'] }; // given, invented, its dot
const MISSING = '#28241e', LINE = '#e0b04a', UNREAD = '#6f675c';

const spot = (i) => [(i % SIDE) * CELL, Math.floor(i / SIDE) * CELL];

function cell(pen, i, colour) {
  pen.fillStyle = colour;
  pen.fillRect(...spot(i), CELL, CELL);
}

function hatched(pen, i) {
  const [x, y] = spot(i);
  cell(pen, i, MISSING);
  pen.fillStyle = LINE;
  for (let k = 0; k < CELL; k += 1) pen.fillRect(x + k, y + CELL - 1 - k, 1.5, 1); // the lines of all cells meet
}

function pixel(pen, i, value, given) {
  const [plain, tint, dot] = INKS[value], [x, y] = spot(i);
  cell(pen, i, given ? plain : tint);
  if (given) return;
  pen.fillStyle = dot;
  pen.fillRect(x + 3, y + 3, 3, 3);
}

// An ending when `turn` pixels stand. Given ones show from the beginning.
function drawEnding(pen, white, known, turn) {
  for (let i = 0; i < PIXELS; i += 1) {
    if (known[i] === '1') pixel(pen, i, white[i], true);
    else if (i < turn) pixel(pen, i, white[i], false);
    else hatched(pen, i);
  }
}

function drawChances(pen, p, turn) {
  for (let i = 0; i < PIXELS; i += 1) {
    const grey = Math.round(255 * p[i]);
    if (i < turn) cell(pen, i, `rgb(${grey} ${grey} ${grey})`);
    else hatched(pen, i);
  }
}

// What stands before pixel `here`; the rest has not been read.
function drawBefore(pen, white, known, here) {
  for (let i = 0; i < PIXELS; i += 1) {
    if (i < here) pixel(pen, i, white[i], known[i] === '1');
    else cell(pen, i, UNREAD);
  }
}

function ring(pen, i) {
  const [x, y] = spot(i);
  for (const [wide, colour] of [[5, '#171614'], [2.5, LINE]]) {
    Object.assign(pen, { lineWidth: wide, strokeStyle: colour });
    pen.strokeRect(x - 1, y - 1, CELL + 2, CELL + 2);
  }
}

// The pixel under the pointer.
function under(canvas, event) {
  const box = canvas.getBoundingClientRect();
  const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map((v) => Math.floor(v * SIDE));
  return Math.min(Math.max(y, 0), SIDE - 1) * SIDE + Math.min(Math.max(x, 0), SIDE - 1);
}

// Where an arrow key leads to from pixel i; null for another key.
function led(i, key) {
  const [row, column] = [Math.floor(i / SIDE), i % SIDE];
  const to = { ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1], ArrowUp: [row - 1, column], ArrowDown: [row + 1, column] }[key];
  if (!to) return null;
  return Math.min(Math.max(to[0], 0), SIDE - 1) * SIDE + Math.min(Math.max(to[1], 0), SIDE - 1);
}
