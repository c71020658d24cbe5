// Charts of a sequence, as wide as there is room: one value a frame, 1 to T; what comes after the frame `now` is faint.
const CELL = { left: 42, right: 10, top: 8, bottom: 20 };

// series: [{name, values, from: the frame of the first value, dots}]; low, high: of the values; ticks: of the values that get a line.
function chart(svg, series, { low, high, ticks, height, count, now, axis }) {
  const wide = svg.clientWidth;
  if (!wide) return;
  const x = (t) => CELL.left + ((wide - CELL.left - CELL.right) * t) / count, y = (v) => CELL.top + ((height - CELL.top - CELL.bottom) * (high - v)) / (high - low);
  svg.setAttribute('height', height);
  svg.replaceChildren();
  for (const v of ticks) {
    draw(svg, 'path', { d: `M${CELL.left} ${y(v)}H${wide - CELL.right}`, class: 'rule' });
    draw(svg, 'text', { x: CELL.left - 6, y: y(v) + 4, 'text-anchor': 'end' }, say(v, ticks.some((tick) => tick % 1) ? 1 : 0));
  }
  const every = Math.ceil(count / Math.max(2, Math.floor(wide / 60)));
  for (let t = 0; t <= count; t += every) draw(svg, 'text', { x: x(t), y: height - 5, 'text-anchor': 'middle' }, t);
  draw(svg, 'text', { x: 0, y: height - 5 }, axis);
  const id = `${element.id}-${svg.getAttribute('class')}`;
  draw(draw(draw(svg, 'defs'), 'clipPath', { id }), 'rect', { x: 0, y: 0, width: x(now) + 4, height });
  for (const faint of [true, false]) {
    const group = draw(svg, 'g', faint ? { class: 'faint' } : { 'clip-path': `url(#${id})` });
    for (const { name, values, from = 1, dots } of series) {
      const points = values.map((v, k) => [x(k + from), y(v)]);
      draw(group, 'polyline', { points: points.map((p) => p.map((v) => v.toFixed(1)).join()).join(' '), class: `line ${name}` });
      if (dots) for (const [cx, cy] of points) draw(group, 'circle', { cx, cy, r: 2.6, class: name });
    }
  }
  draw(svg, 'path', { d: `M${x(now)} ${CELL.top}V${height - CELL.bottom}`, class: 'cursor' });
  svg.frame = (clientX) => Math.round(((clientX - svg.getBoundingClientRect().left - CELL.left) / (wide - CELL.left - CELL.right)) * count);
}
