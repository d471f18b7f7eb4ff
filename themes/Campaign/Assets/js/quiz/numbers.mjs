// The twin of Site.Model/Quiz/Draws/SeededNumbers.cs: sfc32, its state the hash cyrb128 of a text. Both must give the same numbers.

const { imul } = Math;
const WARM_UP = 12;

/** @param {string} text @returns {{below(count: number): number, shuffle(count: number): number[]}} numbers that depend on the text alone */
export function seededNumbers(text) {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ imul(a ^ unit, 597399067);
    b = c ^ imul(b ^ unit, 2869860233);
    c = d ^ imul(c ^ unit, 951274213);
    d = a ^ imul(d ^ unit, 2716044179);
  }

  a = imul(c ^ (a >>> 18), 597399067);
  b = imul(d ^ (b >>> 22), 2869860233);
  c = imul(a ^ (c >>> 17), 951274213);
  d = imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  b ^= a;
  c ^= a;
  d ^= a;
  for (let i = 0; i < WARM_UP; i++) next();
  return { below, shuffle };

  function below(count) {
    const bound = 2 ** 32 - (2 ** 32 % count);
    let number = next();
    while (number >= bound) number = next();
    return number % count;
  }

  function shuffle(count) {
    const order = Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }

    return order;
  }

  function next() {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
