// Arithmetic on codes. props.value: {strip: {src, count, name}, digit, minus, plus, pictures: {start, minus, plus, result: src}, said: [text]}
const at = (selector) => element.querySelector(selector);

function ask(change) {
  chosen = { ...chosen, ...change };
  element.classList.add('asked');
  look();
}

function show() {
  if (!present(at('.sums'))) return;
  const { strip, digit, minus, plus, pictures, said } = props.value;
  element.classList.remove('asked');
  chosen = { digit, minus, plus };
  tiles(at('[data-name=digit]'), strip, digit, (n) => ask({ digit: n }));
  for (const [name, c] of Object.entries({ minus, plus })) at(`select[data-of=${name}]`).value = c;
  for (const [name, src] of Object.entries(pictures)) at(`img[data-of=${name}]`).src = src;
  at('img[data-of=result]').alt = said[0];
  at('.sums-said').innerHTML = said.map((sentence) => `<li>${sentence}</li>`).join('');
}

for (const name of ['minus', 'plus']) at(`select[data-of=${name}]`).addEventListener('change', (event) => ask({ [name]: Number(event.target.value) }));
watch('value', show);
show();
