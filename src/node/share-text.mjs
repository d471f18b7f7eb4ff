import { FONT_FILES, readFont } from "./font.mjs";

// GB/T 15834-2011, 5.1: these may not begin a line, and those may not end one.
const NEVER_FIRST = /^[，。、；：！？）》」』】〉〕”’…—·%％℃,.;:!?)\]}]/u;
const NEVER_LAST = /[（《「『【〈〔“‘([{]$/u;
const HANGING = /^[（《「『【〈〔“‘]/u;
const HALF_EMPTY_AT_END = /[，。、；：！？）》」』】〉〕”’]$/u;
const PARTICLE = /^[的了着过地得们吗呢吧]$/u; // belongs to the word before it
const LATIN = /\p{Script=Latin}/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** Words of the field that the segmenter does not know as one. */
const KEPT_WHOLE = ["电动自行车", "三轮车", "灭火器", "消火栓", "安全生产", "有限空间", "危险化学品", "应急预案", "每个", "一次", "第一步"];

/** Space between Chinese and Latin, in em, about as text-autospace sets it. */
export const GAP = 0.16;

const HANG = 0.46; // em that an opening bracket hangs out of the line

const words = new Intl.Segmenter("zh", { granularity: "word" });
let font;
const bold = () => (font ??= readFont(FONT_FILES.bold));

/**
 * Text as it can be drawn: one line, no control or direction characters, no character the font lacks.
 * A Chinese character that the font lacks becomes 〓, the printer's mark for a missing type; anything else is left out.
 */
export const drawable = (text) => [...text.normalize("NFC").replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, keepSpace)]
  .map((character) => (bold().has(character) ? character : /\p{Script=Han}/u.test(character) ? "〓" : ""))
  .join("").replace(/ +/g, " ").trim();

const keepSpace = (run) => (/\s/.test(run) ? " " : "");

/** @returns {string[]} the text cut where Chinese meets Latin: between two parts stands the gap */
export const parts = (text) => text.split(/(?<=[\p{Script=Han}])(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}%])(?=[\p{Script=Han}])/u);

/** Width of a line in em, with its gaps, and without the empty half of a mark at its end. */
export const widthOf = (text) => [...text].reduce((sum, character) => sum + bold().advance(character), 0)
  + GAP * (parts(text).length - 1)
  - (HALF_EMPTY_AT_END.test(text) ? HANG : 0) - hang(text);

/** How far a line starts to the left of its edge, in em: more than 0 when it begins with an opening bracket. */
export const hang = (text) => (HANGING.test(text) && bold().advance([...text][0]) > 0.9 ? HANG : 0);

/**
 * Sets a text in as few lines as it needs, of about equal width, broken between words where that is possible.
 * @param {string} text from `drawable`, not empty
 * @param {number} width of a line in em @param {number} most lines, 1 or more
 * @param {boolean} [whole] whether no word may be broken
 * @returns {string[] | null} the lines, or null when the text needs more
 */
export function wrap(text, width, most, whole = false) {
  const pieces = unbreakable(text, width).reduce((kept, piece) => {
    const last = kept.at(-1);
    return whole && last?.price === 1 ? [...kept.slice(0, -1), { text: last.text + piece.text, price: piece.price }] : [...kept, piece];
  }, []);
  for (let count = 1; count <= most; count++) {
    const best = set(pieces, width, count);
    if (best !== null) {
      return best;
    }
  }

  return null;
}

/** As `wrap`, with the end of the text given up for an ellipsis until it fits. */
export function wrapShortened(text, width, most) {
  const characters = [...text];
  const fits = characters.findIndex((_, length) => widthOf(characters.slice(0, length).join("")) > width * most);
  for (let length = fits < 0 ? characters.length - 1 : fits; length > 0; length--) {
    const start = characters.slice(0, length).join("").replace(/[\s\p{P}]+$/u, "");
    const lines = wrap(`${start}…`, width, most);
    const midWord = start.includes(" ") && LATIN.test(characters[length - 1]) && LATIN.test(characters[length]);
    if (start !== "" && lines !== null && !midWord) {
      return lines;
    }
  }

  return ["…"];
}

/** The text as pieces that stay whole, each with the price of ending a line after it. */
function unbreakable(text, width) {
  const pieces = [];
  for (const { segment } of words.segment(text)) {
    const split = HAN.test(segment) || widthOf(segment) > width ? [...segment] : [segment];
    split.forEach((piece, index) => {
      const last = pieces.at(-1);
      if (last !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(last.text))) {
        last.text += piece;
        last.price = index === split.length - 1 ? 0 : 1;
        return;
      }

      if (last !== undefined && PARTICLE.test(piece)) {
        last.price = 1;
      }

      pieces.push({ text: piece, price: index === split.length - 1 ? 0 : 1 });
    });
  }

  let end = 0;
  return pieces.map(({ text: piece, price }) => {
    end += piece.length;
    return { text: piece, price: within(text, end) ? 1 : price };
  });
}

/** Whether a place in the text lies inside one of the words we keep whole. */
const within = (text, place) => KEPT_WHOLE.some((word) => {
  const start = text.indexOf(word, Math.max(0, place - word.length + 1));
  return start >= 0 && start < place && place < start + word.length;
});

/** A broken word costs most; a mark or a space is where a reader pauses anyway. */
const breakAfter = ({ text, price }) => 9 * price - (/[，。、；：！？— ]$/u.test(text) ? 8 : 0);

/** The cheapest way to set the pieces in just `count` lines: uneven lines and broken words cost. */
function set(pieces, width, count) {
  const ideal = widthOf(pieces.map(({ text }) => text).join("")) / count;
  const known = new Map();
  return from(0, count)?.lines ?? null;

  function from(start, left) {
    const key = start * 8 + left;
    if (!known.has(key)) {
      known.set(key, search(start, left));
    }

    return known.get(key);
  }

  function search(start, left) {
    let best = null;
    for (let end = left === 1 ? pieces.length : start + 1; end <= pieces.length; end++) {
      const line = pieces.slice(start, end).map(({ text }) => text).join("").trim();
      const lineWidth = widthOf(line);
      if (lineWidth > width) {
        break;
      }

      const rest = left === 1 ? { price: 0, lines: [] } : from(end, left - 1);
      const price = rest === null ? Infinity : (lineWidth - ideal) ** 2 + (left === 1 ? 0 : breakAfter(pieces[end - 1])) + rest.price;
      if (line !== "" && price < (best?.price ?? Infinity)) {
        best = { price, lines: [line, ...rest.lines] };
      }
    }

    return best;
  }
}
