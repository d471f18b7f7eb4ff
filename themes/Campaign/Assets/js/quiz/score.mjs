// Points for answers, 0 to 1 each.

/**
 * @typedef {{right?: number[], isPartial?: boolean, blanks?: string[][], value?: string, tolerance?: string, unit?: string, pairs?: string[], steps?: number}} Key
 * what is right, by type; blanks are folded already
 * @param {Key} key
 * @param {string[]} answer places of the choices chosen, from "0"; or what stands in each field, "" for nothing
 * @param {string} [variants] traditional characters, each followed by its simplified one
 * @returns {number | null} null where nothing was answered
 *
 * One right choice, true or false, a number: all or nothing. Several choices: all or nothing, or, where the question says partial, the share of the right ones
 * that were chosen, and nothing as soon as a wrong one was. Blanks, pairs, steps: the share that is right.
 */
export function pointsOf(key, answer, variants = "") {
  if (answer.every((value) => value === "")) return null;
  if (key.right) return choicePoints(key, new Set(answer.map(Number)));
  if (key.value !== undefined) return isNumber(answer[0], key, variants) ? 1 : 0;
  const isRight = key.blanks ? (value, i) => key.blanks[i].includes(fold(value, variants))
    : key.pairs ? (value, i) => value === key.pairs[i]
    : (value, i) => value === `第${i + 1}步`;
  return answer.filter(isRight).length / answer.length;
}

function choicePoints({ right, isPartial }, chosen) {
  const hits = right.filter((place) => chosen.has(place)).length;
  const isClean = hits === chosen.size;
  return isClean && (isPartial || hits === right.length) ? hits / right.length : 0;
}

/** The text in lower case and simplified characters, without spaces, full-width forms made half-width. */
export function fold(text, variants = "") {
  return [...text].map((unit) => {
    const half = unit >= "！" && unit <= "～" ? String.fromCharCode(unit.charCodeAt(0) - 0xfee0) : unit;
    const lower = half.toLowerCase();
    const place = variants.indexOf(lower);
    return /\s/.test(unit) ? "" : place >= 0 && place % 2 === 0 ? variants[place + 1] : lower;
  }).join("");
}

/** Whether a text is the number, as near as its tolerance allows; a unit behind it may be left out, and so may commas between thousands. Exact: no floating point. */
export function isNumber(text, { value, tolerance, unit }, variants) {
  const written = fold(text, variants);
  const number = (unit && written.endsWith(unit) ? written.slice(0, -unit.length) : written).replace(/,(?=\d{3}(?!\d))/g, "").replace("−", "-");
  if (!/^[-+]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})$/.test(number)) return false;
  const [given, wanted, within] = [number, value, tolerance].map(scaled);
  const off = given - wanted;
  return (off < 0 ? -off : off) <= within;
}

// A decimal as a whole number of 10⁻³⁰.
function scaled(text) {
  const [, sign, whole, part = ""] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text);
  const number = BigInt(`${whole || "0"}${part.padEnd(30, "0")}`);
  return sign === "-" ? -number : number;
}
