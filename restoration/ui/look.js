// Asks for what this exhibit shows when it is about to come into sight, when something is chosen in it, and when the lab is set while it is in sight.
// One question at a time: while an answer is on the way, only the latest question waits. props.answered: the number of the last answer's.
const PATIENCE = 30000; // milliseconds, after which an answer is given up
const NEAR = '33% 0px'; // of the window's height: who scrolls down to it finds it drawn
let inSight = false, chosen = {}; // chosen: by name, what the visitor chose in the exhibit; kept when the picture changes
let number = Date.now(); // of the latest question
// While an answer is waited for: the timer that gives it up and asks again. Gradio loses an answer if it closes the stream of answers just when a
// question has been sent; the next brings it too.
let pending = 0;

function look() {
  if (!inSight) return;
  number += 1;
  send();
}

function send() {
  if (pending) return;
  pending = setTimeout(() => { pending = 0; if (inSight) send(); }, PATIENCE);
  trigger('look', { ...chosen, number });
}

watch('answered', () => {
  clearTimeout(pending);
  pending = 0;
  if (props.answered !== number) send();
});
new IntersectionObserver((entries) => { inSight = entries.at(-1).isIntersecting; look(); }, { rootMargin: NEAR }).observe(element);
document.addEventListener('kintsugi-placed', look);

// Shows `root` if there is something to show, else the word on why not. Returns whether there is.
function present(root) {
  const waiting = element.querySelector('.waiting'), problem = props.value?.problem;
  root.hidden = !props.value || !!problem;
  waiting.hidden = !root.hidden;
  waiting.classList.toggle('running', !problem);
  if (problem) waiting.innerHTML = problem;
  return !root.hidden;
}
