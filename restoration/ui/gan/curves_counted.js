// props.value: {says, bars, table: HTML, notes: [sentence], made}
function show() {
  if (!present(element.querySelector('.gan-counted'))) return;
  const { says, bars, table, notes, made } = props.value;
  for (const [name, html] of [['says', says], ['bars', bars], ['table', table], ['made', made]]) element.querySelector(`.counted-${name}`).innerHTML = html;
  element.querySelector('.counted-notes').innerHTML = notes.map((note) => `<li>${note}</li>`).join('');
}

watch('value', show);
show();
