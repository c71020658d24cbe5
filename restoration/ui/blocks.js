// Two blocks side by side, and the recorded curves of both. The pictures below follow the choice (blocks_pictures.js).
// props.value: {sides: {first, second: HTML}, curves: {step, cpu: {file, alt, note}}, table: HTML}
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);

function curve() {
  const { file, alt, note } = props.value.curves[at('[data-axis][aria-pressed=true]').dataset.axis];
  Object.assign(at('.runs'), { src: file.url, alt });
  at('.runs-note').textContent = note;
}

function show() {
  if (!present(at('.blocks'))) return;
  const open = at('details')?.open; // the code stays open when another block is chosen
  all('[data-show]').forEach((side) => { side.innerHTML = props.value.sides[side.dataset.show]; });
  all('details').forEach((details) => {
    details.open = open;
    details.addEventListener('toggle', () => { all('details').forEach((d) => { d.open = details.open; }); });
  });
  at('.pair-table').innerHTML = props.value.table;
  at('.blocks').classList.remove('asked');
  curve();
}

all('select').forEach((select) => select.addEventListener('change', () => {
  chosen = Object.fromEntries([...all('select')].map((s) => [s.dataset.side, s.value]));
  at('.blocks').classList.add('asked');
  look();
  document.dispatchEvent(new CustomEvent('kintsugi-blocks', { detail: chosen }));
}));
all('[data-axis]').forEach((button) => button.addEventListener('click', () => {
  all('[data-axis]').forEach((b) => b.setAttribute('aria-pressed', b === button));
  curve();
}));
watch(['value', 'answered'], show);
show();
