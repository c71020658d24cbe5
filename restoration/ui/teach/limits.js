// What a teacher's link leaves to be changed. Runs with links.js, whose `address` it uses. props.limits: see limits.props; props.value.words:
// [[control, what it is called, what it is set to], ...] of what is on the screen. `only` and `fix` are read once: they stay with the page.
const { names, parts, nothing } = props.limits, withIt = props.limits.with;
const asked = (key) => listed(key, key === 'only' ? [...names, nothing] : names);
const only = asked('only'), fix = asked('fix'), limited = only.length || fix.length;
const gone = new Set(names.filter((name) => fix.includes(name) || (only.length && !only.includes(name))));
fix.forEach((name) => (withIt[name] ?? []).forEach((other) => gone.add(other)));

// Names come from the page's own list, never from the link, so that this is safe as CSS.
function hidden() {
  const stay = ([, inside]) => inside.some((name) => names.includes(name) && (!gone.has(name) || fix.includes(name)));
  const rules = [...gone].filter((name) => name !== 'tabs').map((name) => `.control-${name}`);
  Object.entries(parts).forEach((part) => { if (!stay(part)) rules.push(part[0]); });
  if (gone.has('tabs')) rules.push('html:not(.elsewhere) #panels > .tab-wrapper');
  return `${rules.join(',')} { display: none !important; }`;
}

function show_limits() {
  const place = new URL(address());
  document.documentElement.classList.toggle('elsewhere', place.searchParams.has('tab')); // a step has opened another panel: the way back must show
  const fixed = (props.value?.words ?? []).filter(([name]) => fix.includes(name));
  for (const line of document.querySelectorAll('.fixed[data-part]')) {
    const here = fixed.filter(([name]) => line.dataset.part === (parts['.step-1'].includes(name) ? '1' : parts['.step-2'].includes(name) ? '2' : '3'));
    line.textContent = here.map(([, label, value]) => `${label}: ${value}`).join(' · ');
    line.hidden = !here.length;
  }
  place.searchParams.delete('only');
  place.searchParams.delete('fix');
  element.querySelector('.limits a').href = place.href;
}

if (limited) {
  const style = document.createElement('style');
  style.textContent = hidden();
  document.head.append(style);
  element.querySelector('.limits').hidden = false;
  document.addEventListener('kintsugi-placed', show_limits);
  show_limits();
}
