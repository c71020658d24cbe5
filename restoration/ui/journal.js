// The journal of a visitor, kept in this browser only: what was done on which page of the course. Everything that is done is told to the
// document as an event `kintsugi-did`, with detail
//   {lesson, what, at, part, chose, right, said}
// lesson: id of the page. what: "open" (the page), "step" (a step was set), "guess" (a prediction before a step's run), "found" (what that run
// showed), "predict" (the page's prediction), "check" (a question at its end), "run" (a question about the visitor's own run). at: number of
// the step or question, from 0. part: where a step has several questions, which one, from 0. chose: number of the option, from 0, or null.
// right: true, false, or null where nothing is right or wrong.
// said: {question, answer} in words, for the lab report.
