// What the exhibits of Look inside share: drawing in SVG, and numbers as they are read.
const at = (selector) => element.querySelector(selector), all = (selector) => [...element.querySelectorAll(selector)];

function draw(parent, tag, attributes = {}, text = null) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== null) node.textContent = text;
  parent.append(node);
  return node;
}

// A number with a true minus sign.
function say(number, digits = 2) {
  const text = Math.abs(number).toFixed(digits);
  return number < 0 && Number(text) !== 0 ? `−${text}` : text;
}

// In a formula a negative number stands in brackets.
const part = (number, digits = 2) => (say(number, digits).startsWith('−') ? `(${say(number, digits)})` : say(number, digits));
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// One of a group of buttons is pressed.
const press = (buttons, chosen) => buttons.forEach((button) => button.setAttribute('aria-pressed', button === chosen));

function figure(parent, src, caption, alt = caption) {
  const box = document.createElement('figure'), image = new Image(), words = document.createElement('figcaption');
  Object.assign(image, { src, alt });
  words.textContent = caption;
  box.append(image, words);
  parent.append(box);
  return box;
}
