// A student in a class: tells the class what is done here, and hears where the teacher sends everybody. props.value: {lang, up, words}.
// In localStorage: `kintsugi-class` {token, code, name}, `kintsugi-class-went` the last sending that was followed or put off, and each report
// that is still to be sent under a key of its own, so that two windows of one student do not overwrite each other's.
const ME = 'kintsugi-class', WENT = 'kintsugi-class-went', UNSENT = 'kintsugi-class-report-';
const LISTEN = 3000, HIDDEN = 15000, TROUBLE = 10000; // milliseconds between two questions for news
const { lang, up, words } = props.value;
const at = (selector) => element.querySelector(selector);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
let me = load(), etag = '', sent = null, timer = 0, sending = false, count = 0;

function load() {
  try { return JSON.parse(localStorage.getItem(ME)); } catch { return null; }
}

function ask(path, body) {
  const headers = { authorization: `Bearer ${me.token}`, 'content-type': 'application/json' };
  if (body === undefined && etag) headers['if-none-match'] = etag;
  const how = { method: body === undefined ? 'GET' : 'POST', headers, body: body && JSON.stringify(body), cache: 'no-store' };
  return fetch(`${up}class/${path}?lang=${lang}`, how);
}

const mine = () => Object.keys(localStorage).filter((key) => key.startsWith(`${UNSENT}${me.code}-`)).sort();
const random = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function keep({ detail }) {
  if (!me || !detail) return;
  const cut = (text) => (typeof text === 'string' ? text.slice(0, 300) : undefined);
  const said = detail.said && { question: cut(detail.said.question), answer: cut(detail.said.answer) };
  count += 1;
  const key = `${UNSENT}${me.code}-${String(Date.now()).padStart(15, '0')}-${String(count).padStart(5, '0')}-${random()}`; // in this order
  try { localStorage.setItem(key, JSON.stringify({ ...detail, said, id: random() })); } catch { return; }
  send();
}

// One report after another. What the server will never take is dropped; on any other trouble they wait, and the next news tries again.
async function send() {
  if (sending || !me) return;
  sending = true;
  try {
    for (let keys = mine(); keys.length && me; keys = mine()) {
      const answer = await ask('report', JSON.parse(localStorage.getItem(keys[0])));
      if (answer.status === 401) await over(answer);
      else if (answer.ok || [400, 409, 413].includes(answer.status)) localStorage.removeItem(keys[0]);
      else break;
    }
  } catch { /* no connection */ }
  sending = false;
  showStrip();
}

async function listen() {
  clearTimeout(timer);
  if (!me) return;
  let wait = document.hidden ? HIDDEN : LISTEN;
  try {
    const answer = await ask('news');
    if (answer.status === 401) return over(answer);
    if (answer.ok) {
      etag = answer.headers.get('etag') || '';
      const news = await answer.json();
      ({ sent } = news);
      if (me) me.name = news.name;
      follow();
    } else if (answer.status !== 304) wait = TROUBLE;
    send();
  } catch { wait = TROUBLE; }
  showStrip();
  timer = setTimeout(listen, wait);
}

// The class is closed, or this student is no longer in it: `answer` says so.
async function over(answer) {
  const { say } = await answer.json();
  if (me) forget(say);
}

function forget(sentence) {
  mine().forEach((key) => localStorage.removeItem(key));
  localStorage.removeItem(ME);
  me = sent = null;
  at('.class-over p').textContent = sentence;
  at('.class-over').hidden = false;
  showStrip();
  follow();
}

const number = () => `${me.code}:${sent.number}`;
const isNew = () => me && sent && localStorage.getItem(WENT) !== number();

function address() {
  const url = new URL(sent.link, new URL(up, location.href));
  for (const [key, value] of new URLSearchParams(location.search)) if (key.startsWith('__')) url.searchParams.set(key, value); // the theme
  return url.href;
}

function follow() {
  if (isNew() && sent.now) return go();
  at('.class-sent').hidden = !isNew();
  if (isNew()) at('.class-sent p').textContent = fill(words.sent, sent);
}

function go() {
  localStorage.setItem(WENT, number());
  location.assign(address());
}

function showStrip() {
  at('.in-class').hidden = !me;
  if (!me) return;
  at('.who').textContent = fill(me.name ? words.in_as : words.in, me);
  const place = at('.place');
  place.hidden = !sent || isNew();
  if (sent) { place.href = address(); place.textContent = fill(words.place, sent); }
  const left = mine().length && !sending ? fill(words.unsent, { count: mine().length }) : '';
  if (at('.unsent').textContent !== left) at('.unsent').textContent = left;
}

at('.go').addEventListener('click', go);
at('.later').addEventListener('click', () => { localStorage.setItem(WENT, number()); follow(); showStrip(); });
at('.class-over button').addEventListener('click', () => { at('.class-over').hidden = true; });
at('.leave').addEventListener('click', async () => {
  try {
    const answer = await ask('leave', {});
    if (answer.ok) forget(words.left);
    else at('.unsent').textContent = (await answer.json()).say;
  } catch { /* no connection: still in the class */ }
});
document.addEventListener('kintsugi-did', keep);
document.addEventListener('visibilitychange', listen);
addEventListener('storage', (event) => { if (event.key === ME) { me = load(); etag = ''; showStrip(); listen(); } });
showStrip();
listen();
