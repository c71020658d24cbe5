// Draws a class for its teacher. Nothing here is put in as HTML: names and answers are students' own words.
const { up, lang, lessons, words } = JSON.parse(document.getElementById('given').textContent);
const at = (id) => document.getElementById(id);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const lessonOf = (id) => lessons.find((lesson) => lesson.id === id);

function make(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text; // said aloud only when it changes
}

// The children of `parent` become those of `items`, in order; one that is there already stays, with the focus on it.
function keep(parent, items, key, create, update) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  items.forEach((item, k) => {
    const name = String(key(item));
    const node = old.get(name) || create(item);
    node.dataset.key = name;
    old.delete(name);
    if (parent.children[k] !== node) parent.insertBefore(node, parent.children[k] || null);
    update(node, item);
  });
  old.forEach((node) => node.remove());
}

function fillSelect(select, options, value) {
  keep(select, options, ([id]) => id, ([id]) => make('option', { value: id }), (node, [, text]) => setText(node, text));
  if (value !== undefined) select.value = value;
}

// Students

function nameOf(student) {
  return student.name && !at('nameless').checked ? student.name : fill(words.anonymous, student);
}

function whereOf(student) {
  const lesson = lessonOf(student.lesson);
  if (!lesson) return words.nowhere;
  const kind = { open: 'at_open', predict: 'at_predict', check: 'at_check' }[student.what] || 'at_step';
  const step = kind === 'at_step' ? lesson.steps[student.at] || student.at + 1 : student.at + 1;
  return `${lesson.title} · ${fill(words[kind], { step })}`;
}

function agoOf(seconds) {
  if (seconds < 5) return words.ago_now;
  return seconds < 90 ? fill(words.ago_s, { n: Math.round(seconds) }) : fill(words.ago_min, { n: Math.round(seconds / 60) });
}

// passed: seconds since the server said so, by this browser's stopwatch.
function drawSeen(state, passed) {
  [...at('students').tBodies[0].rows].forEach((row, k) => {
    if (state.students[k]) setText(row.cells[4], agoOf(state.students[k].seen + passed));
  });
}

function drawStudents(state, remove) {
  const { students } = state, none = !students.length;
  setText(at('count'), fill(words.students, { count: students.length }));
  setText(at('nobody'), none ? words.no_students : '');
  at('nobody').hidden = !none;
  at('students').hidden = none;
  const row = (student) => {
    const { number } = student;
    const button = make('button', { type: 'button', onclick: () => remove(student) }, '✕');
    return make('tr', {}, make('td', {}, String(number)), ...[1, 2, 3, 4].map(() => make('td')), make('td', {}, button));
  };
  keep(at('students').tBodies[0], students, (s) => s.number, row, (node, student) => {
    setText(node.cells[1], nameOf(student));
    setText(node.cells[2], whereOf(student));
    const score = student.judged ? fill(words.score, student) : '';
    setText(node.cells[3], [student.predicted ? fill(words.predicted, { n: student.predicted }) : '', score].filter(Boolean).join(' · ') || '–');
    node.querySelector('button').title = fill(words.remove, { name: nameOf(student) });
    node.querySelector('button').setAttribute('aria-label', fill(words.remove, { name: nameOf(student) }));
  });
}

// Answers

const shown = new Set(); // questions whose right answer is shown, by key
const keyOf = (state, question) => `${state.lesson} ${question.what} ${question.at} ${question.question}`;

function kindOf(state, question) {
  const text = { guess: words.q_guess, predict: words.q_predict, check: words.q_check, run: words.q_run }[question.what];
  return fill(text, { n: question.at + 1, step: lessonOf(state.lesson).steps[question.at] || question.at + 1 });
}

function drawQuestions(state) {
  const card = (question) => {
    const key = keyOf(state, question);
    const toggle = () => { shown[shown.has(key) ? 'delete' : 'add'](key); drawQuestions(window.classState); };
    const show = make('button', { type: 'button', className: 'show', onclick: toggle });
    return make('article', { className: 'card question' }, make('p', { className: 'quiet kind' }), make('h3'), make('ol'),
      make('p', { className: 'quiet answered' }), show);
  };
  keep(at('questions'), state.questions, (question) => keyOf(state, question), card, (node, question) => {
    const open = shown.has(keyOf(state, question)), most = Math.max(1, question.answered);
    setText(node.querySelector('.kind'), kindOf(state, question));
    setText(node.querySelector('h3'), question.question || words.first_run);
    setText(node.querySelector('.answered'), question.answered ? fill(words.answered, { n: question.answered }) : words.no_answers);
    const show = node.querySelector('.show');
    show.hidden = !question.options.some((option) => option.right);
    show.setAttribute('aria-pressed', open);
    setText(show, open ? words.hide : words.show);
    const row = () => make('li', {}, make('span', { className: 'text' }), make('span', { className: 'bar' }, make('i')), make('span', { className: 'n' }));
    keep(node.querySelector('ol'), question.options.map((option, k) => ({ ...option, k })), (option) => option.k, row, (line, option) => {
      const right = open && option.right;
      line.classList.toggle('right', right);
      setText(line.querySelector('.text'), right ? `✓ ${option.text} – ${words.right}` : option.text);
      line.querySelector('i').style.width = `${(100 * option.count) / most}%`;
      setText(line.querySelector('.n'), `${option.count} · ${Math.round((100 * option.count) / most)} %`);
    });
  });
}
