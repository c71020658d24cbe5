// The chosen sample is props.value; props.own is a thumbnail of the visitor's photo, "" while there is none.
const tiles = [...element.querySelectorAll('input')];

function show() {
  const own = tiles.find((tile) => tile.value === '');
  own.parentElement.hidden = !props.own;
  if (props.own) own.nextElementSibling.src = props.own;
  tiles.forEach((tile) => { tile.checked = tile.value === (props.value || '') && !tile.parentElement.hidden; });
}

tiles.forEach((tile) => tile.addEventListener('change', () => { props.value = tile.value; trigger('input'); }));
watch(['value', 'own'], show);
show();
