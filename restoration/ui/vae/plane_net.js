// The decoder of the plane, run in the page: Linear and SiLU in turn, and a sigmoid at the end. exhibits/plane.py (pack) writes what is
// read here.

// float16, lowest byte first, in base64 -> Float32Array. There are half a million of them, so it is a plain loop.
const POWERS = Float32Array.from({ length: 32 }, (_, exponent) => 2 ** (Math.max(exponent, 1) - 25));

function halves(text) {
  const bytes = atob(text), out = new Float32Array(bytes.length / 2);
  for (let k = 0; k < out.length; k++) {
    const bits = bytes.charCodeAt(2 * k) | (bytes.charCodeAt(2 * k + 1) << 8), exponent = (bits >> 10) & 31;
    const size = POWERS[exponent] * ((exponent ? 1024 : 0) + (bits & 1023));
    out[k] = bits & 32768 ? -size : size;
  }
  return out;
}

// -> a function: z [x, y] -> Float32Array of pixels in [0, 1]
function decoderOf({ sizes, weights }) {
  const numbers = halves(weights), layers = [];
  for (let k = 1, start = 0; k < sizes.length; k++) {
    const [inputs, outputs] = [sizes[k - 1], sizes[k]], end = start + inputs * outputs;
    layers.push({ inputs, outputs, matrix: numbers.subarray(start, end), bias: numbers.subarray(end, end + outputs) });
    start = end + outputs;
  }
  return (z) => layers.reduce((x, layer, k) => through(layer, x, k === layers.length - 1), Float32Array.from(z));
}

function through({ inputs, outputs, matrix, bias }, x, last) {
  const out = new Float32Array(outputs);
  for (let o = 0, w = 0; o < outputs; o++) {
    let sum = bias[o];
    for (let i = 0; i < inputs; i++) sum += matrix[w++] * x[i];
    out[o] = (last ? 1 : sum) / (1 + Math.exp(-sum));
  }
  return out;
}

const TILE = 28; // pixels a side of a digit

// Pixels in [0, 1] -> a canvas's 28 x 28, at a place of it.
function paint(pen, pixels, left = 0, top = 0) {
  const image = pen.createImageData(TILE, TILE);
  for (let k = 0; k < pixels.length; k++) {
    image.data[4 * k] = image.data[4 * k + 1] = image.data[4 * k + 2] = Math.round(255 * pixels[k]);
    image.data[4 * k + 3] = 255;
  }
  pen.putImageData(image, left, top);
}
