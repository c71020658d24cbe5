// One picture as a code of so many numbers at so many bits each, and as a JPEG: all of them have come, so that the dials move at once.
// props.value: {key, codes: [{size, bits, bytes, payload, psnr, src, hex}], jpeg: [{quality, bytes, payload, psnr, src}], png, raw, truth,
//   lines, weights, note, chart_note, said, made}
const words = props.words, root = at('.compress'), bits = at('.bits'), quality = at('.quality');
let size = 8, key = null;

function show() {
  if (!present(root)) return;
  const value = props.value, sizes = [...new Set(value.codes.map((code) => code.size))];
  if (!sizes.includes(size)) size = sizes[0];
  const kinds = value.codes.filter((code) => code.size === size).map((code) => code.bits);
  Object.assign(bits, { min: Math.min(...kinds), max: Math.max(...kinds) });
  quality.max = value.jpeg.length - 1;
  if (key === null) { bits.value = 4; quality.value = 0; }
  key = value.key;
  at('.sizes').replaceChildren(...sizes.map((each) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: each });
    button.setAttribute('aria-pressed', each === size);
    button.addEventListener('click', () => { size = each; press(all('.sizes button'), button); render(); });
    return button;
  }));
  at('.note').textContent = value.note;
  at('.chart-note').textContent = value.chart_note;
  at('.latent-said').replaceChildren(...value.said.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
  at('.made').textContent = value.made;
  render();
}

function render() {
  const value = props.value, jpeg = value.jpeg[quality.value];
  const code = value.codes.find((one) => one.size === size && one.bits === Number(bits.value));
  bits.nextElementSibling.textContent = fill(words.bits_are, { bits: code.bits, levels: 2 ** code.bits });
  quality.nextElementSibling.textContent = fill(words.quality_is, { quality: jpeg.quality });
  for (const dial of [bits, quality]) dial.setAttribute('aria-valuetext', dial.nextElementSibling.textContent);
  const decibel = (one) => (one.psnr === null ? '∞' : say(one.psnr, 1)), numbers = (one) => ({ ...one, psnr: decibel(one) });
  at('.trio').replaceChildren();
  figure(at('.trio'), value.truth, fill(words.original, { raw: value.raw, png: value.png }));
  figure(at('.trio'), code.src, fill(words.code, { ...numbers(code), total: size * code.bits }));
  figure(at('.trio'), jpeg.src, fill(words.jpeg, numbers(jpeg)));
  const times = (a) => (a >= 10 ? say(a, 0) : say(a, 1));
  at('.now-said').textContent = fill(words.said, { code: code.bytes, file: jpeg.bytes, payload: jpeg.payload,
    times: times(jpeg.bytes / code.bytes), bare: times(jpeg.payload / code.bytes), a: decibel(code), b: decibel(jpeg) });
  at('.hex').textContent = code.hex;
  at('.bytes-note').textContent = fill(words.bytes_note, { bytes: code.bytes, weights: value.weights[size] });
  const height = (one) => one.psnr ?? Infinity; // the chart puts it at its upper edge
  const here = { code: [code.bytes, height(code)], jpeg: [jpeg.bytes, height(jpeg)], bare: [jpeg.payload, height(jpeg)] };
  chart(at('.rates'), value.lines, here, size, words);
}

for (const dial of [bits, quality]) dial.addEventListener('input', render);
watch(['value', 'answered'], show);
show();
