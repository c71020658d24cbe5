// From one picture to another. props.value: {subject, subjects, strip: {src, count, name}, first, last, rows: {line, sphere, blend}, said}
const at = (selector) => element.querySelector(selector), all = (selector) => element.querySelectorAll(selector);

function ask(change) {
  chosen = { ...chosen, ...change };
  element.classList.add('asked');
  look();
}

function show() {
  if (!present(at('.walk'))) return;
  const { subject, subjects, strip, first, last, rows, said, alts } = props.value;
  element.classList.remove('asked');
  chosen = { ...chosen, subject, first, last };
  kinds(at('.kinds'), subjects, subject, (name) => ask({ subject: name, first: undefined, last: undefined }));
  tiles(at('[data-name=first]'), strip, first, (n) => ask({ first: n }));
  tiles(at('[data-name=last]'), strip, last, (n) => ask({ last: n }));
  for (const [name, src] of Object.entries(rows)) Object.assign(at(`[data-row=${name}]`), { src, alt: alts[name] });
  at('.walk-said').innerHTML = said.map((sentence) => `<li>${sentence}</li>`).join('');
}

watch('value', show);
show();
