// Eight sliders through a space of many dimensions. props.value: {subject, subjects: [[name, label]], key, picture, start, ends: [[src, src]],
// names: [text], said: [text], note}; props.moved: {offsets, src}, the code moved so far, decoded.
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);
let timer = 0, shown = null;
const offsets = () => [...all('.sliders input')].map((input) => Number(input.value));
const signed = (v) => (v > 0 ? '+' : v < 0 ? '−' : '') + Math.abs(v).toFixed(1);

function ask(delay) {
  chosen = { ...chosen, offsets: offsets() };
  clearTimeout(timer);
  timer = setTimeout(look, delay);
}

function outputs() {
  all('.sliders output').forEach((output, k) => { output.textContent = signed(offsets()[k]); });
}

function row([down, up], name) {
  return `<label><span>${name}</span><img src="${down}" alt=""><input type="range" min="-3" max="3" step="0.1" value="0"><img src="${up}" alt="">` +
    `<output>0.0</output></label>`;
}

function show() {
  if (!present(at('.slide'))) return;
  const { subject, subjects, key, picture, start, ends, names, said, note } = props.value;
  kinds(at('.kinds'), subjects, subject, (name) => { chosen = { subject: name, offsets: [] }; look(); });
  if (shown !== key) { // another picture: from where it lies
    shown = key;
    at('.sliders').innerHTML = ends.map((pair, k) => row(pair, names[k])).join('');
    chosen = { ...chosen, subject, offsets: offsets() };
    at('[data-kind-of=picture]').src = picture;
    at('[data-kind-of=start]').src = at('[data-kind-of=moved]').src = start;
    at('.slide-said').innerHTML = said.map((sentence) => `<li>${sentence}</li>`).join('');
    at('.slide-note').textContent = note;
  }
}

function showMoved() {
  if (!props.moved || !props.value?.key) return;
  at('[data-kind-of=moved]').src = props.moved.src;
  element.dataset.offsets = props.moved.offsets.join();
}

at('.sliders').addEventListener('input', () => { outputs(); ask(60); });
at('.zero').addEventListener('click', () => {
  all('.sliders input').forEach((input) => { input.value = 0; });
  outputs();
  ask(0);
});
watch('value', show);
watch('moved', showMoved);
show();
showMoved();
