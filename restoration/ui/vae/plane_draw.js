// A plane with numerals on it: the mark of a digit is its class as a numeral, so that a class is never told by its colour alone.
const COLOURS = ['#2b86cc', '#d55e00', '#009e73', '#cc79a7', '#c78500', '#7d63cf', 'ink', '#94744a', '#8a8a8a', '#d1495b'];
const EDGE = { left: 30, right: 8, top: 8, bottom: 26 }; // pixels about the plane, for its axes

// Where things are on a square plane `width` pixels wide that reaches from -limit to limit.
function square(width, limit) {
  const size = width - EDGE.left - EDGE.right;
  return {
    width, height: size + EDGE.top + EDGE.bottom, size, limit,
    place: ([x, y]) => [EDGE.left + ((x / limit + 1) / 2) * size, EDGE.top + ((1 - y / limit) / 2) * size],
    point: (a, b) => [(2 * (a - EDGE.left) / size - 1) * limit, (1 - 2 * (b - EDGE.top) / size) * limit],
  };
}

// An empty canvas of a view's size, for sharp screens, and its pen, in the page's pixels. A new size is costly, so it is set when it changes.
function open(canvas, { width, height }) {
  const sharp = window.devicePixelRatio || 1, pen = canvas.getContext('2d'), [w, h] = [width, height].map((n) => Math.round(n * sharp));
  if (canvas.width !== w || canvas.height !== h) {
    Object.assign(canvas, { width: w, height: h });
    canvas.style.height = `${height}px`;
  }
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}

function axes(pen, view, ink, family) {
  const { size, limit, place } = view, step = limit > 12 ? 6 : limit > 5 ? 2 : 1;
  pen.save();
  Object.assign(pen, { strokeStyle: ink, fillStyle: ink, lineWidth: 1, font: `11px ${family}` });
  pen.globalAlpha = 0.25;
  pen.strokeRect(EDGE.left, EDGE.top, size, size);
  pen.beginPath();
  for (const [from, to] of [[[-limit, 0], [limit, 0]], [[0, -limit], [0, limit]]]) {
    pen.moveTo(...place(from));
    pen.lineTo(...place(to));
  }
  pen.stroke();
  pen.globalAlpha = 0.8;
  for (let v = -Math.floor(limit / step) * step; v <= limit; v += step) {
    const text = String(v).replace('-', '−');
    pen.textAlign = 'center';
    if (v < limit) pen.fillText(text, place([v, 0])[0], EDGE.top + size + 14);
    pen.textAlign = 'right';
    if (v < limit) pen.fillText(text, EDGE.left - 5, place([0, v])[1] + 4);
  }
  pen.font = `italic 12px ${family}`;
  pen.fillText('z₁ →', EDGE.left + size, EDGE.top + size + 20);
  pen.fillText('z₂ ↑', EDGE.left - 4, EDGE.top + 8);
  pen.restore();
}

// points: [[x, y, ...], ...], digit n % 10 at place n. only: the class that stands out, or null. dark: what is behind them is black.
function numerals(pen, view, points, only, ink, dark) {
  pen.save();
  Object.assign(pen, { textAlign: 'center', textBaseline: 'middle', font: `700 ${view.size > 420 ? 12 : 10}px sans-serif`, lineWidth: 2.5 });
  pen.beginPath();
  pen.rect(EDGE.left, EDGE.top, view.size, view.size);
  pen.clip();
  points.forEach((point, n) => {
    const of = n % 10, [x, y] = view.place(point);
    pen.globalAlpha = only === null || only === of ? 0.95 : 0.07;
    pen.fillStyle = COLOURS[of] !== 'ink' ? COLOURS[of] : dark ? '#fff' : ink;
    if (dark && pen.globalAlpha > 0.5) {
      pen.strokeStyle = '#000';
      pen.strokeText(of, x, y);
    }
    pen.fillText(of, x, y);
  });
  pen.restore();
}

// The ellipses of a Gaussian with these log-variances, at one and two standard deviations.
function ellipses(pen, view, mean, logvar, colour) {
  const [x, y] = view.place(mean), scale = view.size / 2 / view.limit;
  pen.save();
  Object.assign(pen, { strokeStyle: colour, fillStyle: colour });
  for (const [sigmas, thick, dash] of [[1, 2, []], [2, 1.3, [5, 4]]]) {
    pen.beginPath();
    pen.ellipse(x, y, ...logvar.map((l) => Math.max(sigmas * Math.exp(l / 2) * scale, 0.5)), 0, 0, 2 * Math.PI);
    pen.lineWidth = thick;
    pen.setLineDash(dash);
    pen.stroke();
  }
  pen.globalAlpha = 0.12;
  pen.fill();
  pen.restore();
}

// Buttons that show one class alone. press(class) is told which was pressed.
function classes(node, only, name, press) {
  const ink = getComputedStyle(node).color, old = [...node.children];
  if (!old.length) {
    for (let k = 0; k < 10; k++) {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: k });
      button.setAttribute('aria-label', name.replace('{digit}', k));
      button.dataset.only = k;
      button.addEventListener('click', () => press(k));
      node.append(button);
    }
  }
  [...node.children].forEach((button, k) => {
    button.setAttribute('aria-pressed', only === k);
    button.style.color = COLOURS[k] === 'ink' ? ink : COLOURS[k];
  });
}
