// The teacher's page of a class: opens it, asks every two seconds what is new, sends everybody somewhere, closes it.
const EVERY = 2000; // milliseconds
const TOKEN = 'kintsugi-class-teacher';
let token = remembered(), etag = '', since = 0, timer = 0, chosen = lessons[0].id;
window.classState = null;

function remembered() {
  try { return localStorage.getItem(TOKEN) || ''; } catch { return ''; }
}

function remember(value) {
  token = value;
  try { value ? localStorage.setItem(TOKEN, value) : localStorage.removeItem(TOKEN); } catch { /* then until this page is closed */ }
}

function tell(sentence, good = false) {
  setText(at('said'), sentence);
  at('said').className = good ? 'good' : 'bad';
  at('said').hidden = !sentence;
}

// What the server says, or null after a sentence was shown. A class that is over brings back the door.
async function ask(path, body, query = '') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  if (!body && etag) headers['if-none-match'] = etag;
  try {
    const how = { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body), cache: 'no-store' };
    const answer = await fetch(`${up}class/${path}?lang=${lang}${query}`, how);
    if (answer.status === 304) return {};
    const said = await answer.json();
    if (answer.ok) {
      if (!body) etag = answer.headers.get('etag') || '';
      return said;
    }
    if (answer.status === 401) leave();
    tell(said.say);
  } catch {
    tell(words.no_connection);
  }
  return null;
}

function leave() {
  remember('');
  clearTimeout(timer);
  at('room').hidden = true;
  at('door').hidden = false;
  at('passphrase').focus();
}

// What is new

async function look() {
  clearTimeout(timer);
  const said = await ask('state', null, `&lesson=${chosen}`);
  if (!token) return;
  if (said?.code) {
    since = performance.now();
    window.classState = said;
    await enter(said);
    draw(said);
  } else if (said && window.classState) tell(window.classState.trouble);
  if (window.classState) drawSeen(window.classState, (performance.now() - since) / 1000);
  timer = setTimeout(look, EVERY);
}

async function enter(state) {
  if (!at('room').hidden) return;
  at('door').hidden = true;
  at('room').hidden = false;
  const link = new URL(`${up}join/${state.code}`, location.href).href.split('?')[0];
  setText(at('code'), state.code);
  setText(at('big'), state.code);
  at('link').href = link;
  setText(at('at-join'), link.replace(/^https?:\/\/|\/[^/]*$/g, ''));
  setText(at('link'), link.replace(/^https?:\/\//, ''));
  const alone = /^(localhost|127\.|\[::1\])/.test(location.hostname);
  at('local').hidden = !alone;
  setText(at('local'), alone ? words.local : '');
  const picture = await ask('qr', { link });
  if (picture) at('qr').innerHTML = picture.svg; // the server's own drawing
}

function draw(state) {
  tell(state.trouble);
  drawStudents(state, remove);
  const many = (id) => state.students.filter((student) => student.lesson === id).length;
  const title = ({ id, title }) => (many(id) ? `${title} (${fill(words.busy, { n: many(id) })})` : title);
  fillSelect(at('counted'), lessons.map((lesson) => [lesson.id, title(lesson)]), state.lesson);
  drawQuestions(state);
  setText(at('sent'), state.sent ? fill(state.sent.now ? words.everybody : words.sent, state.sent) : '');
  at('back').hidden = !state.sent;
  if (at('follow').checked) followMost(state, many);
}

// The answers shown are those of the page where most students are.
function followMost(state, many) {
  const most = lessons.reduce((best, { id }) => (many(id) > many(best) ? id : best), chosen);
  if (most !== chosen) count(most);
}

function count(id) {
  chosen = id;
  etag = '';
  look();
}

async function act(path, body) {
  const said = await ask(path, body);
  if (said) await look();
  return said;
}

// What the teacher does

at('open').addEventListener('submit', async (event) => {
  event.preventDefault();
  tell('');
  const said = await ask('open', { passphrase: at('passphrase').value });
  if (!said) return;
  at('passphrase').value = '';
  etag = '';
  remember(said.token);
  await look();
  at('code').scrollIntoView({ block: 'nearest' });
});

function below(text) { // of a pasted address of this app: what stands behind its root. Anything else goes as it is, and is refused
  try {
    const root = new URL(up, location.href), url = new URL(text, root);
    if (url.origin === root.origin && url.pathname.startsWith(root.pathname)) return `./${url.pathname.slice(root.pathname.length)}${url.search}`;
  } catch { /* no address */ }
  return text;
}

at('send').addEventListener('submit', async (event) => {
  event.preventDefault();
  const now = at('at-once').checked, step = at('to-step').value, link = at('to-link').value.trim();
  const to = link ? { link: below(link) } : { lesson: at('to-lesson').value, step: step === '' ? null : Number(step) };
  if (await act('send', { ...to, now })) at('to-link').value = '';
});

function steps() {
  const options = lessonOf(at('to-lesson').value).steps.map((label, k) => [String(k), fill(words.step, { label })]);
  fillSelect(at('to-step'), [['', words.whole_lesson], ...options], '');
}

at('back').addEventListener('click', () => act('send', {}));
at('to-lesson').addEventListener('change', steps);
at('counted').addEventListener('change', () => { at('follow').checked = false; count(at('counted').value); });
at('follow').addEventListener('change', () => { if (window.classState) draw(window.classState); });
at('nameless').addEventListener('change', () => { if (window.classState) draw(window.classState); });
function sure(dialog) {
  dialog.returnValue = 'no'; // so that Escape means no
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener('close', () => done(dialog.returnValue === 'yes'), { once: true }));
}

async function remove(student) {
  at('sure-remove').querySelector('strong').textContent = nameOf(student);
  if (await sure(at('sure-remove'))) act('remove', { number: student.number });
}

at('close').addEventListener('click', async () => {
  if (!(await sure(at('sure'))) || !(await ask('close', {}))) return;
  leave();
  tell(words.closed, true);
});

fillSelect(at('to-lesson'), lessons.map(({ id, title }) => [id, title]), lessons[0].id);
steps();
at(token ? 'room' : 'door').hidden = !!token;
if (token) look();
