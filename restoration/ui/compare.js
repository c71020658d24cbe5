// Two pictures of the same size, one over the other with a golden seam between, or side by side.
// props.value: {pictures: {kind: {file, name, alt}}, pair: "left-right", width, height}. A kind that is missing is replaced.
const at = (selector) => element.querySelector(selector);
const root = at('.compare'), stage = at('.stage'), range = at('input[type=range]');
const sides = { left: at('.left'), right: at('.right') };
let round = 0;

function chosen(pictures, pair) {
  const asked = pair.split('-');
  const pairs = [asked, ['damaged', 'yardstick'], ['damaged', 'clean'], ['damaged', 'damaged']];
  return pairs.find((two) => two.every((kind) => pictures[kind]));
}

// Whole multiples keep pixels square and the noise as it is; they are taken where they do not waste much room.
function resize() {
  if (!props.value) return;
  const { width, height } = props.value;
  const single = root.dataset.mode === 'slide' || element.clientWidth < 420;
  const room = single ? element.clientWidth : (element.clientWidth - 8) / 2;
  const limit = Math.min(room, (window.innerHeight * (window.innerWidth <= 700 ? 0.42 : 0.8) * width) / height);
  const whole = Math.floor(limit / width), fits = whole * width > 0.85 * limit;
  root.style.setProperty('--shown', Math.floor(fits ? whole * width : limit) + 'px');
  root.classList.toggle('pixels', fits);
  at('.scale').textContent = fits && whole > 1 ? props.zoomed.replaceAll('{scale}', whole) : limit < width ? props.shrunk : '';
}

async function show() {
  if (!props.value) return;
  const mine = ++round, { pictures, pair, width, height } = props.value;
  const kinds = chosen(pictures, pair), urls = kinds.map((kind) => pictures[kind].file.url);
  // Load first, show then: no flicker, and an old picture that arrives late is dropped.
  await Promise.all(urls.map((url) => { const image = new Image(); image.src = url; return image.decode().catch(() => {}); }));
  if (mine !== round) return;
  ['left', 'right'].forEach((side, i) => {
    const picture = pictures[kinds[i]], image = sides[side].querySelector('img');
    image.src = urls[i];
    image.alt = picture.alt;
    image.width = width;
    image.height = height;
    sides[side].dataset.kind = kinds[i];
    sides[side].querySelector('figcaption').textContent = picture.name;
  });
  stage.style.setProperty('--ratio', `${width} / ${height}`);
  root.classList.toggle('one', kinds[0] === kinds[1]);
  root.hidden = false;
  resize();
}

const cut = () => stage.style.setProperty('--cut', range.value + '%');
range.addEventListener('input', cut);
element.querySelectorAll('[data-set]').forEach((button) => button.addEventListener('click', () => {
  root.dataset.mode = button.dataset.set;
  element.querySelectorAll('[data-set]').forEach((b) => b.setAttribute('aria-pressed', b === button));
  resize();
}));
new ResizeObserver(resize).observe(element);
watch('value', show);
cut();
show();
