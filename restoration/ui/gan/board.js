// props.value: {status, running, html}
const status = element.querySelector('.status'), said = element.querySelector('.gan-said');

function show() {
  const { status: words = '', running = false, html = '' } = props.value || {};
  status.innerHTML = words;
  status.classList.toggle('running', running);
  said.innerHTML = html;
}

watch('value', show);
show();
