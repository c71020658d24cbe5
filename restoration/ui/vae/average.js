// Two digits that share half a picture: choose both, and which half is covered. The answers come from the server.
// props.value: {tiles: [[number, src]], first, second, half, own, note, pictures: [[src, name]], table, sum,
//   drawn_mean: [src, name], draws, said}; a number of -1 is the lab's own picture
const words = props.words, root = at('.average');

function show() {
  if (!present(root)) return;
  const value = props.value;
  at('.note').textContent = value.note;
  for (const which of ['first', 'second']) tiles(which, value);
  press(all('[data-half]'), at(`[data-half=${value.half}]`));
  at('.answers').replaceChildren();
  value.pictures.forEach(([src, name], k) => figure(at('.answers'), src, name).classList.toggle(`hides-${value.half}`, k === 0));
  at('.scores').innerHTML = value.table;
  at('.sum-said').textContent = value.sum;
  at('.big').replaceChildren();
  figure(at('.big'), ...value.drawn_mean);
  at('.drawn .strip').replaceChildren();
  value.draws.forEach((src, k) => figure(at('.drawn .strip'), src, `${k + 1}`));
  at('.latent-said').replaceChildren(...value.said.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  root.classList.remove('asked');
}

function tiles(which, value) {
  const box = at(`[data-which=${which}]`);
  const offered = which === 'first' && value.own ? [[-1, value.own], ...value.tiles] : value.tiles;
  if (box.children.length !== offered.length || which === 'first') {
    const focused = [...box.children].indexOf(document.activeElement);
    box.replaceChildren(...offered.map(([number, src]) => {
      const button = document.createElement('button');
      const name = number < 0 ? words.own : fill(words.digit, { digit: number % 10, n: number + 1 });
      Object.assign(button, { type: 'button', title: name });
      button.append(Object.assign(new Image(), { src, alt: name }));
      button.dataset.number = number;
      button.addEventListener('click', () => ask({ [which]: number < 0 ? null : number }));
      return button;
    }));
    if (focused >= 0) box.children[focused]?.focus();
  }
  for (const button of box.children) button.setAttribute('aria-pressed', Number(button.dataset.number) === value[which]);
}

function ask(question) {
  chosen = { ...chosen, ...question };
  root.classList.add('asked');
  look();
}

all('[data-half]').forEach((button) => button.addEventListener('click', () => ask({ half: button.dataset.half })));
watch(['value', 'answered'], show);
show();
