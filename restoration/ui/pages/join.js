// Joins a class, remembers the token in this browser (see classroom/student.js), and goes on to the lab.
const { up, lang, words } = JSON.parse(document.getElementById('given').textContent);
const at = (id) => document.getElementById(id);
const say = (text) => { at('said').textContent = text; at('said').hidden = !text; };

function known() {
  try { return JSON.parse(localStorage.getItem('kintsugi-class')); } catch { return null; }
}

const me = known();
if (me) {
  at('name').value = me.name;
  at('in').textContent = words.you_are_in.replace('{code}', me.code);
  at('in').hidden = false;
}

at('join').addEventListener('submit', async (event) => {
  event.preventDefault();
  say('');
  const headers = { 'content-type': 'application/json', ...(me && { authorization: `Bearer ${me.token}` }) };
  const body = JSON.stringify({ code: at('code').value, name: at('name').value });
  let answer, place;
  try {
    answer = await fetch(`${up}class/join?lang=${lang}`, { method: 'POST', headers, body });
    place = await answer.json();
  } catch {
    return say(words.no_connection);
  }
  if (!answer.ok) return say(place.say);
  try {
    localStorage.setItem('kintsugi-class', JSON.stringify({ token: place.token || me.token, code: place.code, name: place.name }));
  } catch {
    return say(words.no_storage);
  }
  location.assign(`${up}?lang=${lang}`);
});
(at('code').value ? at('name') : at('code')).focus();
