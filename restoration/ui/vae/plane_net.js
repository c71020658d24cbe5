// The decoder of the plane, run in the page: Linear and SiLU in turn, and a sigmoid at the end. exhibits/plane.py (pack) writes what is
// read here.

// float16, lowest byte first, in base64 -> Float32Array
function halves(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0)), view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 2 }, (_, k) => {
    const bits = view.getUint16(2 * k, true), exponent = (bits >> 10) & 31, fraction = bits & 1023;
    const size = exponent ? 2 ** (exponent - 25) * (1024 + fraction) : 2 ** -24 * fraction;
    return bits & 32768 ? -size : size;
  });
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
  pixels.forEach((p, k) => {
    const grey = Math.round(255 * p);
    image.data.set([grey, grey, grey, 255], 4 * k);
  });
  pen.putImageData(image, left, top);
}
