// PSNR against bytes, on a logarithmic axis. Codes have a shape for each size, JPEG is lines: whole files, and without header and tables.
const FRAME = { left: 44, right: 548, top: 10, bottom: 282 };
const MARKS = ['circle', 'square', 'up', 'diamond', 'down'];

function mark(svg, kind, x, y, r, name) {
  const shapes = {
    circle: `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    square: `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
    up: `M${x} ${y - 1.2 * r}l${1.2 * r} ${2.2 * r}h${-2.4 * r}z`,
    down: `M${x} ${y + 1.2 * r}l${1.2 * r} ${-2.2 * r}h${-2.4 * r}z`,
    diamond: `M${x} ${y - 1.4 * r}l${1.3 * r} ${1.4 * r}l${-1.3 * r} ${1.4 * r}l${-1.3 * r} ${-1.4 * r}z`,
  };
  draw(svg, 'path', { d: shapes[kind], class: name });
}

// lines: {sizes: [[size, points]], bytes, payload, png}; here: {code: [bytes, dB], jpeg: ..., bare: ...}, the pictures shown above
function chart(svg, lines, here, size, words) {
  svg.replaceChildren();
  const curves = [...lines.sizes.map(([, points]) => points), lines.bytes, lines.payload], every = curves.flat();
  const most = Math.max(...every.map(([b]) => b), lines.png, 10) * 1.25, low = Math.floor(Math.min(...every.map(([, p]) => p)) / 5) * 5;
  const high = Math.ceil(Math.max(...every.map(([, p]) => p)) / 5) * 5, { left, right, top, bottom } = FRAME;
  const x = (b) => left + 8 + ((right - left - 8) * Math.log(b)) / Math.log(most);
  const y = (p) => bottom - ((bottom - top) * (p - low)) / (high - low);
  for (let p = low; p <= high; p += 5) {
    draw(svg, 'path', { d: `M${left} ${y(p)}H${right}`, class: 'rule' });
    draw(svg, 'text', { x: left - 5, y: y(p) + 4, 'text-anchor': 'end' }, p);
  }
  for (const b of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter((b) => b < most)) {
    draw(svg, 'path', { d: `M${x(b)} ${bottom}v4`, class: 'rule' });
    draw(svg, 'text', { x: x(b), y: bottom + 17, 'text-anchor': 'middle' }, b);
  }
  draw(svg, 'text', { x: (left + right) / 2, y: bottom + 38, 'text-anchor': 'middle', class: 'name' }, words.bytes_axis);
  const half = (top + bottom) / 2;
  draw(svg, 'text', { x: 13, y: half, 'text-anchor': 'middle', class: 'name', transform: `rotate(-90 13 ${half})` }, words.psnr_axis);
  const line = (points, name) => draw(svg, 'polyline', { points: points.map(([b, p]) => `${x(b)},${y(p)}`).join(' '), class: name });
  draw(svg, 'path', { d: `M${x(lines.png)} ${top}V${bottom}`, class: 'png' });
  draw(svg, 'text', { x: x(lines.png) - 4, y: bottom - 6, 'text-anchor': 'end', class: 'tag' }, words.png);
  line(lines.bytes, 'jpeg');
  line(lines.payload, 'jpeg bare');
  if (lines.bytes.length) { // of an even picture no JPEG loses anything, and none is on the chart
    const [[b1, p1], [b2, p2]] = [lines.bytes.at(-1), lines.payload[Math.floor(lines.payload.length / 2)]];
    draw(svg, 'text', { x: Math.min(x(b1), right - 4), y: y(p1) - 6, 'text-anchor': 'end', class: 'tag' }, words.jpeg_file);
    draw(svg, 'text', { x: x(b2) - 8, y: y(p2) - 4, 'text-anchor': 'end', class: 'tag' }, words.jpeg_payload);
  }
  lines.sizes.forEach(([each, points], k) => {
    const name = each === size ? 'mark chosen' : 'mark', high = top + 14 + 17 * k;
    line(points, 'codes');
    points.forEach(([b, p]) => mark(svg, MARKS[k], x(b), y(p), 3.6, name));
    mark(svg, MARKS[k], left + 18, high, 4.4, name); // the legend
    draw(svg, 'text', { x: left + 30, y: high + 4, class: 'tag' }, fill(words.sizes, { size: each }));
  });
  for (const [b, p] of Object.values(here)) draw(svg, 'circle', { cx: x(b), cy: y(Math.min(Math.max(p, low), high)), r: 8, class: 'here' });
}
