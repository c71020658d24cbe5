// Wrong specialist: a table of buttons. props.value: {table: HTML, said: [a sentence for each cell], columns, made} or {problem}.
const at = (selector) => element.querySelector(selector);
let place = 0; // of the chosen cell, row by row

const cell = (number) => at(`[data-cell="${number}"]`);

function choose(number) {
  place = number;
  for (const button of element.querySelectorAll('[data-cell]')) {
    const here = Number(button.dataset.cell) === number;
    button.setAttribute('aria-pressed', here);
    button.tabIndex = here ? 0 : -1; // one stop for the Tab key; the arrow keys move within
  }
  at('.verdict').textContent = props.value.said[number];
}

function show() {
  if (!present(at('.matrix'))) return;
  const { table, said, made } = props.value;
  at('.matrix-box').innerHTML = table;
  at('.made').textContent = made;
  choose(Math.min(place, said.length - 1));
}

element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-cell]');
  if (button) choose(Number(button.dataset.cell));
  if (event.target.closest('.open')) {
    document.getElementById('panels').scrollIntoView({ block: 'nearest' });
    trigger('take', { cell: place });
  }
});
element.addEventListener('keydown', (event) => {
  const { columns, said } = props.value ?? {}, move = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (!move || !event.target.closest('[data-cell]')) return;
  event.preventDefault();
  const column = (place % columns) + (Math.abs(move) === 1 ? move : 0), next = place + move;
  if (column < 0 || column >= columns || next < 0 || next >= said.length) return;
  choose(next);
  cell(next).focus();
});
watch('value', show);
show();
