// Radio buttons, one a picture. props.value: {chosen, tiles: [[number, src, name], ...], subject}; props.own: a thumbnail of the visitor's
// own picture, "" while there is none.
const group = element.querySelector('.thumbs');
const EMPTY = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

function show() {
  const value = props.value;
  if (!value?.tiles) return;
  group.setAttribute('aria-label', props.label);
  if (group.dataset.subject !== value.subject) {
    group.dataset.subject = value.subject;
    group.replaceChildren(...[...value.tiles, ['-1', EMPTY, props.own_name]].map(([number, src, name]) => {
      const tile = document.createElement('label');
      tile.className = 'thumb';
      tile.title = name;
      tile.innerHTML = '<input type="radio"><img width="56" height="56"><span></span>';
      const [input, image, word] = tile.children;
      Object.assign(input, { name: `small-${element.id}`, value: number });
      Object.assign(image, { src, alt: name });
      word.textContent = name;
      input.addEventListener('change', () => { props.value = { ...props.value, chosen: number }; trigger('input'); });
      return tile;
    }));
  }
  for (const tile of group.querySelectorAll('input')) {
    if (tile.value === '-1') {
      tile.parentElement.hidden = !props.own;
      if (props.own) tile.nextElementSibling.src = props.own;
    }
    tile.checked = tile.value === String(value.chosen) && !tile.parentElement.hidden;
  }
}

watch(['value', 'own'], show);
show();
