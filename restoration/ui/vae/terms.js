// The two terms of the picture in the lab under each of the saved models, and the map of each: the slider moves through them at once.
// props.value: {key, models: [{name, kind, beta, codes, dims, mean, sigma, kl (of the picture, of its reconstruction), bill, pictures,
//   samples, said}], labels, note, table, made}
const words = props.words, root = at('.terms'), beta = at('.beta input');
// Okabe and Ito's colours for the digits; the digit itself is drawn, so that colour is never alone.
const INKS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b98a1e', '#2b86cc', '#a0522d', '#56a8c9', '#8c8c8c', '#7a4fa3'];
const LEAST = 3.4; // the map reaches at least so far from the middle
let kind = null, stop = 2, key = null, shownMap = null;

function show() {
  if (!present(root)) return;
  const value = props.value, own = value.models.some((m) => m.kind === 'own');
  if (value.key !== key) kind = own ? 'own' : kind === 'own' || !kind ? 'plane' : kind;
  key = value.key;
  at('[data-kind=own]').hidden = !own;
  beta.value = stop;
  at('.of-models').innerHTML = value.table;
  at('.made').textContent = value.made;
  render();
}

function render() {
  const value = props.value, found = value.models.filter((m) => m.kind === kind), one = kind === 'plane' ? found[stop] : found[0];
  press(all('[data-kind]'), at(`[data-kind=${kind}]`));
  at('.beta').hidden = kind !== 'plane';
  at('.beta output').textContent = fill(words.beta_is, { beta: say(one.beta, one.beta % 1 ? 2 : 0) });
  beta.setAttribute('aria-valuetext', at('.beta output').textContent);
  at('.note').textContent = kind === 'own' ? '' : value.note;
  at('.trio').replaceChildren();
  one.pictures.forEach(([src, name]) => figure(at('.trio'), src, name));
  at('.bill').innerHTML = one.bill;
  bars(one);
  formulas(one);
  at('.of-map').hidden = !one.codes.length;
  if (one.codes.length) map(one, value.labels);
  at('.samples').replaceChildren();
  one.samples.forEach((src, k) => figure(at('.samples'), src, '', fill(words.sample_alt, { n: k + 1 })));
  at('.latent-said').replaceChildren(...one.said.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  all('.of-models tbody tr').forEach((row, k) => row.classList.toggle('network', value.models.filter((m) => m.kind !== 'own')[k] === one));
}

function bars({ kl }) {
  const svg = at('.bars'), left = 40, bottom = 140, high = 120;
  svg.replaceChildren();
  if (!kl) {
    draw(svg, 'text', { x: 210, y: 80, 'text-anchor': 'middle', class: 'name' }, words.no_kl);
    return;
  }
  const most = Math.max(...kl.flat(), 0.1), wide = (420 - left) / kl[0].length;
  for (const share of [0, 0.5, 1]) {
    const y = bottom - share * high;
    draw(svg, 'path', { d: `M${left} ${y}H420`, class: 'rule' });
    draw(svg, 'text', { x: left - 5, y: y + 4, 'text-anchor': 'end' }, say(share * most, most < 1 ? 2 : 1));
  }
  const thick = Math.min(wide * 0.38, 40);
  kl[0].forEach((_, n) => {
    const x = left + (n + 0.5) * wide;
    for (const who of [0, 1]) {
      const height = (kl[who][n] / most) * high, class_ = who ? 'hollow' : 'solid';
      draw(svg, 'rect', { x: who ? x + 0.5 : x - thick - 0.5, y: bottom - height, width: thick, height, class: class_ });
    }
    if (wide > 17 || !(n % 8)) draw(svg, 'text', { x, y: bottom + 15, 'text-anchor': 'middle' }, n + 1);
  });
  draw(svg, 'text', { x: (420 + left) / 2, y: 168, 'text-anchor': 'middle', class: 'name' }, words.dim_alone);
}

function formulas({ kl, mean, sigma }) {
  const order = kl ? kl[0].map((v, n) => [v, n]).sort((a, b) => b[0] - a[0]).slice(0, 2).map(([, n]) => n).sort((a, b) => a - b) : [];
  at('.formulas').innerHTML = kl ? '<p><span>KL = ½ (μ² + σ² − ln σ² − 1)</span></p>' + order.map((n) => {
    const m = mean[0][n], s = sigma[0][n], terms = [m * m, s * s, Math.log(s * s)];
    return `<p><b>${fill(words.dim, { n: n + 1 })}</b> <span>μ = ${say(m)}, σ = ${say(s, 3)}: ½ (${say(terms[0], 3)} + ${say(terms[1], 3)} −
      ${part(terms[2], 3)} − 1) = <strong>${say(kl[0][n])}</strong> ${words.nats}</span></p>`;
  }).join('') : `<p>${words.no_kl}</p>`;
}

function map({ codes, dims, mean, sigma, kl }, labels) {
  const svg = at('.codes'), far = Math.max(LEAST, ...codes.flat().map(Math.abs)) * 1.04, unit = 196 / far;
  const place = ([x, y]) => [210 + x * unit, 202 - y * unit];
  svg.replaceChildren();
  draw(svg, 'rect', { x: 14, y: 6, width: 392, height: 392, class: 'frame' });
  draw(svg, 'path', { d: 'M14 202H406M210 6V398', class: 'rule' });
  codes.forEach((code, n) => {
    const [x, y] = place(code);
    draw(svg, 'text', { x, y: y + 4, 'text-anchor': 'middle', class: 'code', style: `fill:${INKS[labels[n]]}` }, labels[n]);
  });
  for (const r of [1, 2]) {
    draw(svg, 'circle', { cx: 210, cy: 202, r: r * unit, class: 'prior' });
    draw(svg, 'text', { x: 210 + r * unit + 3, y: 198, class: 'tag' }, r);
  }
  const [x, y] = place(dims.map((n) => mean[0][n - 1]));
  const radii = kl ? dims.map((n) => Math.max(2 * sigma[0][n - 1] * unit, 2)) : [2, 2];
  for (const name of ['own halo', 'own']) {
    draw(svg, 'ellipse', { cx: x, cy: y, rx: radii[0], ry: radii[1], class: name });
    const cross = `M${x - radii[0]} ${y}h-16M${x + radii[0]} ${y}h16M${x} ${y - radii[1]}v-16M${x} ${y + radii[1]}v16`;
    draw(svg, 'path', { d: cross, class: name });
  }
  draw(svg, 'text', { x: 210, y: 415, 'text-anchor': 'middle', class: 'name' }, dims.map((n) => fill(words.axis, { n })).join(' · '));
}

beta.addEventListener('input', () => { stop = Number(beta.value); render(); });
all('[data-kind]').forEach((button) => button.addEventListener('click', () => { kind = button.dataset.kind; render(); }));
watch(['value', 'answered'], show);
show();
