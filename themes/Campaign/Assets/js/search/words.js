// How text is folded and cut into terms; the index is made in the same way (Site.Core/Text/SearchFolding.cs, Site.Rendering/Search/TermCollector.cs).
const HAN = "\\p{Script=Han}";
const UNIT = new RegExp(`[${HAN}]|[0-9]+(?:\\.[0-9]+)*|(?:(?![${HAN}0-9])[\\p{L}\\p{N}])+`, "gu");
const MOST_LETTERS = 32;
const MOST_TERMS = 30;
const JOINS = new Set(" -./:_·–—");
const BETWEEN_WORDS = /[\s,;!?、。，！？“”"'‘’()《》〈〉【】「」[\]{}<>|…]+/u;
const LONG_ENOUGH = 5;
const SMALL = new Set("a an the of in at on to for with how what when is are do does if i my use using".split(" "));
const QUESTION = new RegExp("怎么(?:办|样)?|怎样|咋(?:办|整|样)?|如何|为(?:什么|啥)|什么|在哪(?:里|儿)?|哪[里儿些个]|多[少久]|应[该当]|可(?:不可)?以|[能要会]不[能要会]|是不是|有没有|请问|我(?:家|们)|有人|来了|的?时候|[了吗呢吧啊的么]", "gu");

export const isHan = (unit) => new RegExp(`^[${HAN}]+$`, "u").test(unit);

/** @param {string} text @param {Map<string, string>} [simplified] traditional characters with their simplified ones @returns {string} what the search takes it for */
export function fold(text, simplified) {
  const plain = text.replace(/[^\uac00-\ud7a3]+/g, (part) => part.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase().replace(/ς/g, "σ"));
  return simplified ? [...plain].map((one) => simplified.get(one) ?? one).join("") : plain;
}

/** @param {string} text folded @returns {{unit: string, joins: boolean}[]} Chinese characters, runs of letters and numbers; each with whether it is a neighbor of the one before it */
function unitsOf(text) {
  const units = [];
  let end = 0;
  for (const match of text.matchAll(UNIT)) {
    const unit = [...match[0]].slice(0, MOST_LETTERS).join("");
    const before = units[units.length - 1]?.unit;
    const gap = text.slice(end, match.index);
    units.push({ unit, joins: before !== undefined && (gap === "" || (JOINS.has(gap) && !(isHan(unit) && isHan(before)))) });
    end = match.index + match[0].length;
  }
  return units;
}

const isNumber = (unit) => /^[0-9]/.test(unit);
const pair = (first, second) => first + (!isHan(first) && !isHan(second) && isNumber(first) === isNumber(second) ? " " : "") + second;

/** @param {string} text folded, without spaces @returns {string[]} each pair of neighbors, and each unit that has none */
function termsOf(text) {
  const units = unitsOf(text);
  return units.flatMap(({ unit, joins }, at) => (joins ? [pair(units[at - 1].unit, unit)] : units[at + 1]?.joins ? [] : [unit]));
}

/**
 * @typedef {object} Word
 * @property {string} text what is left without question words
 * @property {string[]} parts what is left between them
 * @property {string[]} terms
 * @property {[number, number][]} needed places in `terms` of which a page needs one or the other: so that each unit is in one of its terms, 有限空间中毒 without 间中
 */

/**
 * Cuts a query into words, without question words (怎么办, how to) where anything else is asked. Sentences side by side (井下干活头晕 同事掉下去了) are one word.
 * @param {string} query folded
 * @returns {Word[]}
 */
export function wordsOf(query) {
  const all = query.split(BETWEEN_WORDS).filter((text) => unitsOf(text).length > 0);
  const large = all.filter((text) => !SMALL.has(text));
  const typed = large.length > 0 ? large : all;
  const said = typed.length > 1 && typed.every((text) => [...text].length >= LONG_ENOUGH && [...text].every(isHan)) ? [typed.join(" ")] : typed;
  const asked = said.map((text) => wordOf(text, text.replace(QUESTION, " "))).filter(({ terms }) => terms.length > 0);
  return asked.length > 0 ? asked : said.map((text) => wordOf(text, text));
}

function wordOf(text, asked) {
  const all = asked.split(" ").filter(Boolean);
  const long = all.filter((part) => [...part].length > 1);
  const parts = long.length > 0 ? long : all;
  const terms = [];
  const needed = [];
  for (const part of parts) {
    const chain = termsOf(part).slice(0, MOST_TERMS - terms.length);
    chain.forEach((_, at) => needed.push([terms.length + at, terms.length + Math.max(0, at - 1)], [terms.length + at, terms.length + Math.min(chain.length - 1, at + 1)]));
    terms.push(...chain);
  }
  return { text: parts.join(""), parts, terms, needed };
}

const DIGITS = "零一二三四五六七八九";

/** @param {number} number 1 to 9999 @returns {string} as laws number their articles: 二十八, 一百零三 */
function inHan(number) {
  let [text, gap] = ["", false];
  for (const [unit, name] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
    const digit = Math.floor(number / unit) % 10;
    if (digit > 0) text += (gap ? "零" : "") + DIGITS[digit] + name;
    gap = digit === 0 && text !== "";
  }
  return text.replace(/^一十/, "十");
}

/** @param {string} query folded @returns {string[]} other ways to write what it names: 消防法第28条 with 第二十八条, a standard without its year */
export function rewritten(query) {
  const texts = [
    query.replace(/第?([1-9][0-9]{0,3})(?=[条章])/g, (_, number) => `第${inHan(Number(number))}`),
    query.replace(/\b([a-z]{1,5}(?:\/[a-z])? ?[0-9]{3,}(?:\.[0-9]+)?) ?[-–—] ?[0-9]{4}\b/g, (_, standard) => standard.toUpperCase()),
  ];
  return texts.filter((text) => text !== query);
}

/** @returns {string[]} what stands where one word ends and the next begins, for pages that have them side by side */
export const seamsOf = (words) => words.slice(1).map(({ text }, at) => {
  const [before, after] = [unitsOf(words[at].text), unitsOf(text)];
  return pair(before[before.length - 1].unit, after[0].unit);
});
