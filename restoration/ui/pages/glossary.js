// Finds a word: in its name in either language first of all, and in its explanation.
const field = document.getElementById('find'), found = document.getElementById('found'), words = [...document.querySelectorAll('.word')];
document.querySelector('.find').hidden = false;
field.addEventListener('input', () => {
  const wanted = field.value.trim().toLowerCase();
  words.forEach((word) => {
    const text = `${word.querySelector('dt').textContent} ${word.querySelector('dd p').textContent}`;
    word.hidden = !text.toLowerCase().includes(wanted);
  });
  const left = words.filter((word) => !word.hidden).length;
  found.textContent = !wanted ? '' : left ? found.dataset.found.replace('{n}', left) : found.dataset.none;
});
