// Draws noise before the visitor's eyes: a point falls on the dice, moves to its place in the picture's cloud, and is decoded.
// props.value: {key, batch, network, networks: [[name, words]], size, dims, mean, sigma, cut, by, note, truth, middle,
//   draws: [{eps, z, to_z, to_mean, to_sigma (two numbers each), loss, nudged, src}]}. A batch is decoded at once, and shown draw by draw.
const REACH = 3.6, TRAVEL = 700; // sigmas that a plane shows to each side; milliseconds from the dice to the cloud
const words = props.words, root = at('.draws');
let key = null, batch = null, waiting = [], shown = [], owed = 0, path = 'with', places = null, flight = 0;
let again = false; // from the first draw, once its batch has come. waiting: decoded, not shown; owed: asked for, not decoded

function show() {
  if (!present(root)) return;
  const value = props.value;
  if (value.key !== key || (again && value.batch === 0)) restart(value);
  if (value.batch !== batch) {
    batch = value.batch;
    waiting = [...value.draws];
  }
  while (owed && waiting.length) { owed -= 1; next(owed > 0); }
}

function restart(value) {
  Object.assign(chosen, { network: value.network, batch: value.batch });
  again = false; key = value.key; batch = null; waiting = []; shown = [];
  at('.note').textContent = value.note;
  at('select').replaceChildren(...value.networks.map(([name, word]) => new Option(word, name, false, name === value.network)));
  at('.choice').hidden = value.networks.length < 2;
  at('.truth').src = value.truth; at('.middle').src = value.middle;
  const name = (sign) => value.dims.map((n) => `${sign} ${fill(words.axis, { n })}`), reach = REACH * Math.max(...value.sigma);
  const dice = plane(at('.dice'), [0, 0], [1, 1], REACH, name('ε'), false);
  places = { dice, cloud: plane(at('.cloud'), value.mean, value.sigma, reach, name('z'), true) };
  at('.strip').replaceChildren();
  owed = 1; // one is drawn at once, so that nothing on the screen is empty
}

function next(quick) {
  const one = waiting.shift();
  shown.push(one);
  all('.dot').forEach((dot) => dot.classList.add('old'));
  const spots = { dice: places.dice(one.eps), cloud: places.cloud(one.z) };
  const dot = (kind) => draw(at(`.${kind}`), 'circle', { cx: spots[kind][0], cy: spots[kind][1], r: 4.5, class: 'dot' });
  const dice = dot('dice'), cloud = dot('cloud');
  figure(at('.strip'), one.src, `${shown.length}`, fill(words.alt, { n: shown.length }));
  numbers(one);
  gradients(one);
  clearTimeout(flight);
  const land = () => {
    cloud.removeAttribute('visibility');
    Object.assign(at('.now'), { src: one.src, alt: fill(words.alt, { n: shown.length }) });
  };
  if (quick || calm()) { all('.dot').forEach((dot) => dot.removeAttribute('visibility')); land(); return; }
  all('.cloud .dot').forEach((dot) => dot !== cloud && dot.removeAttribute('visibility'));
  cloud.setAttribute('visibility', 'hidden');
  dice.classList.add('falls');
  flight = setTimeout(land, TRAVEL);
}

function numbers(one) {
  const { mean, sigma, dims } = props.value;
  at('.formulas').innerHTML = dims.map((dim, k) => `<p><b>${fill(words.dim, { n: dim })}</b>
    <span>z = μ + σ · ε = <i class="mean">${say(mean[k])}</i> + <i class="sigma">${say(sigma[k], 3)}</i> ·
    <i class="eps">${part(one.eps[k])}</i>
    = <strong>${say(one.z[k])}</strong></span></p>`).join('') + `<p>${fill(words.drawn, { n: shown.length })}</p>`;
}

function gradients(one) {
  const { dims, by, cut } = props.value, without = path === 'without';
  paths(at('.path'), without, { of: fill(words.axis, { n: dims[0] }), z: one.to_z[0], eps: one.eps[0] });
  const grad = (which, k) => (without ? (cut[which] ? '?' : '0') : say([one.to_mean, one.to_sigma][which][k]));
  const product = (k, by) => (without ? words.no_path : `${say(one.to_z[k])} × ${by}`);
  const rows = dims.flatMap((dim, k) => [
    [fill(words.row_mean, { n: dim }), product(k, '1'), grad(0, k)],
    [fill(words.row_sigma, { n: dim }), product(k, part(one.eps[k])), grad(1, k)],
  ]);
  const heads = words.loss.split('|');
  const head = heads.map((word) => `<th scope="col">${word}</th>`).join('');
  at('.pulls').innerHTML = `<thead><tr>${head}</tr></thead><tbody>${rows.map(([name, how, result]) =>
    `<tr><th scope="row">${name}</th><td>${how}</td><td><b>${result}</b></td></tr>`).join('')}</tbody>`;
  const values = { n: dims[0], by, loss: say(one.loss, 1), told: say(by * one.to_mean[0], 3), found: say(one.nudged, 3) };
  at('.pull-said').textContent = fill(without ? words.empty : words.checked, values);
}

function ask(count) {
  owed += count;
  while (owed && waiting.length) { owed -= 1; next(count > 1); }
  if (!owed && waiting.length) return;
  if (owed) { chosen.batch = batch + 1; look(); }
}

at('[data-do=draw]').addEventListener('click', () => ask(1));
at('[data-do=many]').addEventListener('click', () => ask(16));
at('[data-do=again]').addEventListener('click', () => {
  again = true;
  chosen.batch = 0;
  if (batch) look(); else show();
});
at('select').addEventListener('change', (event) => { chosen = { network: event.target.value, batch: 0 }; look(); });
all('[data-path]').forEach((button) => button.addEventListener('click', () => {
  path = button.dataset.path;
  press(all('[data-path]'), button);
  if (shown.length) gradients(shown.at(-1));
}));
watch(['value', 'answered'], show);
show();
