// The two blocks that are chosen above are the ones that mend the picture here.
document.addEventListener('kintsugi-blocks', ({ detail }) => {
  chosen = detail;
  look();
});
