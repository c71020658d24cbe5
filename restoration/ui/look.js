// Asks for what this exhibit shows when it comes into sight, when something is chosen in it, and when the lab is set while it is in sight.
let inSight = false, chosen = {}; // chosen: by name, what the visitor chose in the exhibit; kept when the picture changes
const look = () => { if (inSight) trigger('look', chosen); };
new IntersectionObserver((entries) => { inSight = entries.at(-1).isIntersecting; look(); }).observe(element);
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
