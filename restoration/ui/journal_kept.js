// Where the journal is kept: read, written and forgotten in one place, for the lab's pages (journal.js) and the course page.
// What is stored is someone else's until it was looked at: it may be of an older version, cut off, or written by hand.
const kintsugiJournal = (() => {
  const KEY = 'kintsugi-journal', MOST = { pages: 40, entries: 12, said: 400, place: 9, size: 200_000 };
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const empty = () => ({ v: 1, pages: {} });
  let here = empty(), refused = false; // where the browser keeps nothing (private mode), the journal lasts as long as the page

  const cut = (text) => (typeof text === 'string' ? text.slice(0, MOST.said) : '');
  const number = (value) => (Number.isInteger(value) && value >= 0 && value <= MOST.place ? value : null);
  const time = (value) => (Number.isFinite(value) ? value : 0);

  // One thing that was done, whatever it came as.
  function entry(given) {
    const said = isObject(given.said) ? given.said : {};
    return {
      at: number(given.at), chose: number(given.chose), right: typeof given.right === 'boolean' ? given.right : null,
      said: { question: cut(said.question), answer: cut(said.answer) }, time: time(given.time),
    };
  }

  function byPlace(given) {
    const places = Object.entries(isObject(given) ? given : {}).filter(([place, value]) => /^\d$/.test(place) && isObject(value));
    return Object.fromEntries(places.map(([place, value]) => [place, entry(value)]));
  }

  const list = (given) => (Array.isArray(given) ? given.filter(isObject).slice(-MOST.entries).map(entry) : []);

  function page(given) {
    return {
      open: time(given.open), steps: byPlace(given.steps), guess: list(given.guess), found: list(given.found),
      predict: isObject(given.predict) ? entry(given.predict) : null, check: byPlace(given.check), run: list(given.run),
    };
  }

  function clean(given) {
    if (!isObject(given) || given.v !== 1 || !isObject(given.pages)) return empty();
    const pages = Object.entries(given.pages).filter(([id, value]) => /^[a-z][\w-]{0,39}$/.test(id) && isObject(value));
    return { v: 1, pages: Object.fromEntries(pages.map(([id, value]) => [id, page(value)])) };
  }

  function read() {
    if (refused) return here;
    try {
      return clean(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    } catch (e) {
      if (!(e instanceof SyntaxError)) refused = true;
      return refused ? here : empty();
    }
  }

  const last = (page) => Math.max(page.open, ...[page.predict, ...Object.values(page.steps), ...Object.values(page.check), ...page.guess,
    ...page.found, ...page.run].map((done) => done?.time ?? 0));

  function write(journal) {
    const old = Object.entries(journal.pages).sort(([, a], [, b]) => last(a) - last(b)).map(([id]) => id);
    while (old.length > 1 && (old.length > MOST.pages || JSON.stringify(journal).length > MOST.size)) delete journal.pages[old.shift()];
    here = journal;
    try {
      localStorage.setItem(KEY, JSON.stringify(journal));
    } catch {
      refused = true; // none is given, or it is full
    }
  }

  // detail: of a `kintsugi-did`. Returns the journal with it, or null if it says nothing that can be kept.
  function add(detail) {
    if (!isObject(detail) || !/^[a-z][\w-]{0,39}$/.test(detail.lesson)) return null;
    const journal = read(), now = Date.now(), done = entry({ ...detail, time: now });
    const kept = (journal.pages[detail.lesson] ??= page({}));
    if (detail.what === 'open') kept.open = now;
    else if (detail.what === 'step' && done.at !== null) {
      if (detail.waits !== true) kept.steps[done.at] = done;
    }
    else if (detail.what === 'check' && done.at !== null) kept.check[done.at] = done;
    else if (detail.what === 'predict') kept.predict = done;
    else if (['guess', 'found', 'run'].includes(detail.what)) {
      const others = kept[detail.what].filter((one) => one.at !== done.at || one.said.question !== done.said.question);
      kept[detail.what] = [...others, done].slice(-MOST.entries); // the same question again: the last answer counts
      if (detail.what === 'found' && done.at !== null) kept.steps[done.at] = entry({ at: done.at, time: now });
    } else return null;
    write(journal);
    return journal;
  }

  function forget() {
    here = empty();
    try {
      localStorage.removeItem(KEY);
    } catch {
      refused = true;
    }
  }

  return { KEY, read, add, forget, keeps: () => { read(); return !refused; } };
})();
