// The journal of a visitor, kept in this browser only: what was done on which page of the course. Everything that is done is told to the
// document as an event `kintsugi-did`, with detail
//   {lesson, what, at, part, chose, right, said, waits}
// lesson: id of the page. what: "open" (the page), "step" (a step was set), "guess" (a prediction before a step's run), "found" (what that run
// showed), "predict" (the page's prediction), "check" (a question at its end), "run" (a question about the visitor's own run). at: number of
// the step or question, from 0. part: where a step has several questions, which one, from 0. chose: number of the option, from 0, or null.
// right: true, false, or null where nothing is right or wrong.
// said: {question, answer} in words, for the lab report. waits: true for a step whose run waits for a prediction: it is done with its "found".
//
// It lies in localStorage under `kintsugi-journal`, as
//   {v: 1, pages: {<lesson>: {open: <time>, steps: {"0": <entry>}, guess: [<entry>], found: [<entry>], predict: <entry> or null,
//                             check: {"0": <entry>}, run: [<entry>]}}}
// entry: {at, chose, right, said: {question, answer}, time}, as above. time: milliseconds as of Date.now(), 0 if it never was. The last answer to
// a question is kept; texts, lists and the whole are bounded (journal_kept.js). Where the browser keeps nothing it lasts as long as the page.
// After each change the document hears `kintsugi-kept`.
//
// In the lesson, steps that are done are marked. props.words: {done}.
let steps = {}, watched = null; // those that are done of the page that is open; the panel, once there is one

function mark() {
  document.querySelectorAll('#lesson .try:not(.try .try)').forEach((box, k) => { // Gradio puts a group into a group of the same class
    if (steps[k]) box.dataset.done = props.words.done;
    else delete box.dataset.done;
  });
}

document.addEventListener('kintsugi-did', ({ detail }) => {
  const journal = kintsugiJournal.add(detail);
  if (!journal) return;
  ({ steps } = journal.pages[detail.lesson]);
  if (!watched && (watched = document.getElementById('lesson'))) {
    new MutationObserver(mark).observe(watched, { childList: true, subtree: true }); // Gradio draws the steps anew
  }
  mark();
  document.dispatchEvent(new CustomEvent('kintsugi-kept'));
});
