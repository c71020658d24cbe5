// A row of pictures to choose one of: radio buttons, so the arrow keys work. strip: {src, count, name}, pictures side by side.
function tiles(node, strip, chosen, pick) {
  if (node.dataset.src !== strip.name) {
    node.dataset.src = strip.name;
    node.replaceChildren(...[...Array(strip.count)].map((_, k) => {
      const label = document.createElement('label');
      label.innerHTML = `<input type="radio" name="${element.id}-${node.dataset.name}" value="${k}"><i></i>`;
      label.firstChild.setAttribute('aria-label', `${strip.name} ${k + 1}`);
      Object.assign(label.lastChild.style, {
        backgroundImage: `url(${strip.src})`, backgroundSize: `${100 * strip.count}% 100%`, backgroundPosition: `${(100 * k) / (strip.count - 1)}% 0`,
      });
      label.firstChild.addEventListener('change', () => pick(k));
      return label;
    }));
  }
  const radios = [...node.querySelectorAll('input')];
  radios.forEach((radio, k) => { radio.checked = k === chosen; });
  const label = radios[chosen]?.parentElement; // brought into sight within its row, without moving the page
  if (label) node.scrollLeft = label.offsetLeft - node.clientWidth / 2;
}

function kinds(node, all, now, pick) {
  node.innerHTML = all.map(([name, label]) => `<button type="button" data-kind="${name}" aria-pressed="${name === now}">${label}</button>`).join('');
  node.onclick = (event) => { if (event.target.dataset.kind) pick(event.target.dataset.kind); };
}
