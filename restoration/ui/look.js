// Asks for what this exhibit shows when it comes into sight, and anew when the lab is set while it is in sight.
let inSight = false;
const look = () => { if (inSight) trigger('look'); };
new IntersectionObserver((entries) => { inSight = entries.at(-1).isIntersecting; look(); }).observe(element);
document.addEventListener('kintsugi-placed', look);
