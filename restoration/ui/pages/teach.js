// The link follows the form at once; without this script the button under the form makes it.
const form = document.getElementById('plan');
let latest = 0;

async function make(event) {
  const mine = ++latest;
  if (event.target.name === 'can') form.querySelector('[name=limit][value=some]').checked = true; // who ticks one means it
  if (event.target.name === 'lesson') for (const name of ['step', 'picture']) form.elements[name].selectedIndex = 0;
  const answer = await fetch(`${form.action}?${new URLSearchParams(new FormData(form))}`).catch(() => null);
  if (!answer?.ok || mine !== latest) return; // the button still works
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focus = document.activeElement?.name;
  document.getElementById('made').innerHTML = page.getElementById('made').innerHTML;
  if (event.target.name === 'lesson' || event.target.name === 'step') {
    form.innerHTML = page.getElementById('plan').innerHTML;
    form.elements[focus]?.focus?.();
    form.querySelector('.make').hidden = true;
  }
  ready();
}

function ready() {
  const copy = document.getElementById('copy'), said = document.getElementById('copied');
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    const field = document.getElementById('made-link');
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = said.dataset.said;
    } catch {
      field.focus();
      field.select();
    }
  });
}

form.addEventListener('change', make);
form.elements.seed.addEventListener('input', make);
form.querySelector('.make').hidden = true;
ready();
