// Shows what came of a repair. props.value: {status, running, html, film}; film, a JSON text [[src, caption], ...], is the search.
const status = element.querySelector('.status'), said = element.querySelector('.vae-said');
let place = null; // of the film, once the visitor has moved it

function frame(film, slider) {
  const [src, caption] = film[Number(slider.value)] ?? film.at(-1);
  const box = slider.closest('.vae-film'), image = box.querySelector('img');
  image.src = src;
  image.alt = caption;
  box.querySelector('p').textContent = caption;
}

function show() {
  const value = props.value;
  if (!value) return;
  status.textContent = value.status;
  status.classList.toggle('running', value.running);
  status.hidden = !value.status;
  said.innerHTML = value.html;
  const slider = said.querySelector('.vae-film input'), film = JSON.parse(value.film || '[]');
  if (!slider || !film.length) { place = null; return; }
  if (place !== null) slider.value = place;
  slider.addEventListener('input', () => { place = slider.value; frame(film, slider); });
  frame(film, slider);
}

watch('value', show);
show();
