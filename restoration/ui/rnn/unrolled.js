// The unrolled graph: a box that is pointed at, focused or tapped is explained; it is the same box, with the same weights, in every frame.
// props.value: {t, count, svg, said, boxes: {name: {title, about, parameters, macs, share, lines, code}}}.
const words = props.words, root = at('.unrolled'), slide = at('.clip-bar .at'), box = at('.graph');
let which = 'gru', timer = 0, drawn = '';

function show() {
  if (!present(root)) return;
  const { t, count, svg, boxes } = props.value;
  slide.max = count;
  if (chosen.frame === undefined || chosen.frame === t || chosen.frame >= count) slide.value = t + 1;
  told();
  if (drawn !== svg) {
    const focused = document.activeElement?.closest?.('.graph [data-box]')?.dataset.box;
    box.innerHTML = drawn = svg;
    box.scrollLeft = box.scrollWidth; // on a small screen the last frame is the one with the shapes
    if (focused) box.querySelector(`[tabindex][data-box=${focused}]`)?.focus();
  }
  at('tbody').innerHTML = Object.values(boxes).map((one) => `<tr><th scope="row">${one.title}</th><td>${one.parameters}</td><td>${one.macs}</td><td>${one.lines}</td></tr>`).join('');
  at('.said').textContent = props.value.said;
  explain(which);
}

function told() {
  const text = fill(words.frame_n, { n: Number(slide.value), count: props.value.count });
  slide.setAttribute('aria-valuetext', text);
  at('.clip-bar output').textContent = text;
}

function explain(name) {
  which = name;
  const one = props.value.boxes[name];
  for (const node of all('.graph [data-box]')) node.classList.toggle('on', node.dataset.box === name);
  at('.box-said h3').textContent = one.title;
  at('.about-box').textContent = one.about;
  at('.box-numbers').textContent = fill(words.numbers, one);
  at('.box-where').textContent = fill(words.where, one);
  at('.box-said pre').textContent = one.code;
}

for (const kind of ['pointerover', 'focusin', 'click']) {
  box.addEventListener(kind, (event) => {
    const node = event.target.closest('[data-box]');
    if (node && node.dataset.box !== which) explain(node.dataset.box);
  });
}
slide.addEventListener('input', () => {
  told();
  clearTimeout(timer);
  timer = setTimeout(() => { chosen.frame = Number(slide.value) - 1; look(); }, 300);
});
watch(['value', 'answered'], show);
show();
