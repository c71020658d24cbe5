// Quality against cost of all ten; both axes can be chosen.
// props.value: {sentence, charts: {cost: {quality: file}}, alt, table: HTML}
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);
const pressed = (name) => at(`[data-${name}][aria-pressed=true]`).dataset[name];

function show() {
  if (!present(at('.all-blocks'))) return;
  const { sentence, charts, alt, table } = props.value;
  at('.all-say').textContent = sentence;
  Object.assign(at('.scatter'), { src: charts[pressed('cost')][pressed('quality')].url, alt });
  at('.all-table').innerHTML = table;
}

for (const name of ['cost', 'quality']) {
  all(`[data-${name}]`).forEach((button) => button.addEventListener('click', () => {
    all(`[data-${name}]`).forEach((b) => b.setAttribute('aria-pressed', b === button));
    show();
  }));
}
watch(['value', 'answered'], show);
show();
