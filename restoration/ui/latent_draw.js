// Marks of the map: shapes, so that a damage is never told by its colour alone; and a scale of colours for strength (as viridis).
const SHAPES = {
  disc: (pen, r) => { pen.arc(0, 0, r, 0, 7); return 'fill'; },
  ring: (pen, r) => { pen.arc(0, 0, r, 0, 7); return 'stroke'; },
  plus: (pen, r) => { pen.moveTo(-r, 0); pen.lineTo(r, 0); pen.moveTo(0, -r); pen.lineTo(0, r); return 'stroke'; },
  cross: (pen, r) => { pen.moveTo(-r, -r); pen.lineTo(r, r); pen.moveTo(r, -r); pen.lineTo(-r, r); return 'stroke'; },
  square: (pen, r) => { pen.rect(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r); return 'fill'; },
  frame: (pen, r) => { pen.rect(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r); return 'stroke'; },
  diamond: (pen, r) => polygon(pen, [[0, -1.3 * r], [1.3 * r, 0], [0, 1.3 * r], [-1.3 * r, 0]]),
  up: (pen, r) => polygon(pen, [[0, -1.2 * r], [1.15 * r, 0.9 * r], [-1.15 * r, 0.9 * r]]),
  down: (pen, r) => polygon(pen, [[0, 1.2 * r], [1.15 * r, -0.9 * r], [-1.15 * r, -0.9 * r]]),
  bar: (pen, r) => { pen.rect(-1.3 * r, -0.45 * r, 2.6 * r, 0.9 * r); return 'fill'; },
  star: (pen, r) => polygon(pen, [...Array(10)].map((_, k) => {
    const far = (k % 2 ? 0.6 : 1.5) * r, turn = (k * Math.PI) / 5;
    return [far * Math.sin(turn), -far * Math.cos(turn)];
  })),
};

function polygon(pen, corners) {
  corners.forEach(([x, y], k) => (k ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
  return 'fill';
}

function mark(pen, shape, x, y, r, colour, thick = 1.6) {
  pen.save();
  pen.translate(x, y);
  pen.beginPath();
  const how = SHAPES[shape](pen, r);
  pen.fillStyle = pen.strokeStyle = colour;
  pen.lineWidth = thick;
  pen[how]();
  pen.restore();
}

const RAMP = [[68, 1, 84], [65, 68, 135], [42, 120, 142], [34, 168, 132], [122, 209, 81], [253, 231, 37]];

function ramp(share) {
  const at = Math.min(Math.max(share, 0), 1) * (RAMP.length - 1), k = Math.min(Math.floor(at), RAMP.length - 2);
  return `rgb(${RAMP[k].map((c, n) => Math.round(c + (at - k) * (RAMP[k + 1][n] - c))).join()})`;
}
