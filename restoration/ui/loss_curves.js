// The recorded runs of the three losses. props.value: {charts: {step, cpu: {psnr, loss: file}}, alts: {psnr, loss}, note}
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);

function show() {
  if (!present(at('.loss-curves'))) return;
  const { charts, alts, note } = props.value, files = charts[at('[data-axis][aria-pressed=true]').dataset.axis];
  all('[data-key]').forEach((image) => Object.assign(image, { src: files[image.dataset.key].url, alt: alts[image.dataset.key] }));
  at('.curves-note').textContent = note;
}

all('[data-axis]').forEach((button) => button.addEventListener('click', () => {
  all('[data-axis]').forEach((b) => b.setAttribute('aria-pressed', b === button));
  show();
}));
watch(['value', 'answered'], show);
show();
