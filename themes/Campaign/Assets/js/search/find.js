// Finds pages for what a reader typed.
import { fold, isHan, rewritten, seamsOf, wordsOf } from "./words.js";
import { byLetters, byShape } from "./phrases.js";

const WORTH = [1, 2, 4, 5];
const KEYWORD = 2;
const SEAM = 0.5;
const ENOUGH = 0.3;
const NAMED = 0.08;
const NEAR = 0.6;
const STRANGE = 0.25;
const CLOSE = 0.4;
const FEW = 5;
const [TITLE, BEGINNING] = [1.4, 1.15];
const SCREEN = 10;
const SHORTEST_SENTENCE = 3;
const BRIDGE = 0.3;

/**
 * @typedef {object} Answer
 * @property {number[]} pages pages with all words, the best first
 * @property {number[]} near where `pages` are few and a word is half a sentence: pages with most of it
 * @property {Map<number, number>} worth of each page, by which they are sorted
 * @property {boolean} isWhole whether `pages` are all there are
 * @property {string[]} marks what of the query the pages have, folded
 * @property {string} [instead] what was searched in place of the query, which nothing was found for
 * @property {string[]} others what else may have been meant
 * @property {string[]} unknown words that no page has
 * @property {Set<string>} strange characters of the query that no page has
 * @property {string[]} known words that pages have, though none has all
 * @property {(text: string) => string} shown what the reader sees of `instead`, `others`, `unknown` and `known`
 * @param {string} typed
 * @param {boolean} isWhole whether all pages are wanted and not only the first
 * @returns {Promise<Answer>}
 */
export async function find(index, typed, isWhole = false) {
  const query = fold(typed);
  const first = await look(index, query, isWhole);
  if (first.pages.length > 0) return first;
  const simple = first.missing.length > 0 && isHanIn(query) ? fold(typed, await index.simplified()) : query;
  const own = simple === query ? first : await look(index, simple, isWhole);
  if (own.pages.length > 0) return own;
  own.shown = index.isTraditional ? await writtenAs(index, typed) : own.shown;
  for (const text of rewritten(simple)) {
    const answer = await look(index, fold(text), isWhole);
    if (answer.pages.length > 0) return { ...answer, instead: text, shown: own.shown };
  }
  const guesses = await guess(index, simple, own);
  for (const text of guesses) {
    const answer = await look(index, fold(text), isWhole);
    if (answer.pages.length > 0) return { ...answer, shown: own.shown, instead: text, others: guesses.filter((other) => other !== text) };
  }
  return own;
}

/** @returns {number} what a described page is worth: more where its title is what was asked, or begins with it */
export function worthOf({ worth, marks }, { page, title, searchFor }) {
  const asked = marks[0] ?? "";
  const main = fold(title.replace(/^【示例】/, "")).split(":")[0];
  return worth.get(page) * (main === asked || searchFor.split("、").includes(asked) ? TITLE : main.startsWith(asked) ? BEGINNING : 1);
}

const isHanIn = (text) => [...text].some(isHan);

/** Phrases of the site as its pages have them, other characters as the reader typed them. */
async function writtenAs(index, typed) {
  const [simplified, { phrases, shown }] = await Promise.all([index.simplified(), index.phrases()]);
  const written = new Map([...typed].map((one) => [simplified.get(one) ?? one, one]));
  return (text) => shown[phrases.indexOf(text)] ?? [...text].map((one) => written.get(one) ?? one).join("");
}

async function guess(index, query, answer) {
  if (answer.missing.length === 0) return [];
  const asked = answer.words.flatMap(({ parts }) => parts).join(" ");
  const hasLetters = /^[a-z\s\p{Script=Han}]*[a-z][a-z\s\p{Script=Han}]*$/u.test(asked);
  if (!hasLetters && !isHanIn(query)) return [];
  const phrases = await index.phrases();
  return hasLetters ? byLetters(phrases, asked) : byShape(phrases, asked, suspectsOf(answer), answer.strange);
}

/** Characters of which no page has any term of the query: one of them may be wrong. */
function suspectsOf({ words, missing }) {
  const known = new Set(words.flatMap(({ terms }) => terms.filter((term) => !missing.includes(term))).flatMap((term) => [...term]));
  return new Set(missing.flatMap((term) => [...term]).filter((one) => !known.has(one)));
}

async function look(index, query, isWhole) {
  const words = wordsOf(query);
  const seams = seamsOf(words);
  const found = new Map();
  const lookUp = (whole) => Promise.all([...new Set([...words.flatMap(({ terms }) => terms), ...seams])].map(async (term) => found.set(term, await index.lookUp(term, whole))));
  await lookUp(isWhole);
  let answer = weigh();
  if (answer.pages.length < SCREEN && [...found.values()].some((term) => !term.isWhole)) {
    await lookUp(true);
    answer = weigh();
  }

  const missing = words.flatMap(({ terms }) => terms.filter((term) => found.get(term).df === 0));
  const strange = new Set();
  const unknown = answer.pages.length > 0 ? [] : await unknownOf();
  return {
    ...answer,
    near: unknown.every(isAside) ? answer.near : [],
    isWhole: [...found.values()].every((term) => term.isWhole),
    marks: marksOf(),
    words, missing, unknown, strange, others: [], shown: (text) => text,
    known: answer.pages.length > 0 || words.length < 2 ? [] : words.map(({ text }) => text).filter((text) => !unknown.includes(text)),
  };

  /** Whether an unknown word is so little of a sentence that the rest still says what is meant: 开空调跳闸有焦糊味 without 糊. */
  function isAside(text) {
    return words.some((word) => word.text.includes(text) && text.length <= word.text.length * STRANGE);
  }

  function weigh() {
    const scores = new Map();
    words.forEach((word, at) => {
      const mass = word.terms.reduce((sum, term) => sum + rarity(term), 0);
      const needed = word.needed.map(([one, other]) => (1 << one) | (1 << other));
      for (const [page, { got, worth, has, named }] of pagesOf(word)) {
        const isFull = needed.every((bits) => (has & bits) !== 0);
        if (!isFull && (word.terms.length < SHORTEST_SENTENCE || (got < mass * ENOUGH && named < mass * NAMED))) continue;
        const score = scores.get(page) ?? { words: 0, full: 0, worth: 0 };
        if (score.words === at) scores.set(page, { words: at + 1, full: score.full + isFull, worth: score.worth + (worth / mass) * Math.sqrt(got / mass) });
      }
    });
    for (const seam of seams) {
      for (const [page, place] of found.get(seam).pages) {
        const score = scores.get(page);
        if (score) score.worth += SEAM * WORTH[place];
      }
    }
    const sorted = [...scores].filter(([, score]) => words.length > 0 && score.words === words.length)
      .map(([page, score]) => [page, score.full === words.length, score.worth * helpOf(page, score.full === words.length)])
      .sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    const [full, near] = [sorted.filter(([, isFull]) => isFull), sorted.filter(([, isFull, worth]) => !isFull && worth > sorted[0][2] * CLOSE)];
    return { worth: new Map(sorted.map(([page, , worth]) => [page, worth])), pages: full.map(([page]) => page), near: full.length < FEW ? near.slice(0, FEW).map(([page]) => page) : [] };
  }

  function helpOf(page, isFull) {
    const weight = index.rangeOf(page).weight / 100;
    return isFull ? 0.25 + 0.75 * weight : NEAR * weight;
  }

  /** Of each page what of the word it has: how much of it, how much of it in its names (title, tags and other words for it), what that is worth, which terms (a bit each). */
  function pagesOf(word) {
    const pages = new Map();
    word.terms.forEach((term, at) => {
      const rare = rarity(term);
      for (const [page, place] of found.get(term).pages) {
        const { got, worth, has, named } = pages.get(page) ?? { got: 0, worth: 0, has: 0, named: 0 };
        pages.set(page, { got: got + rare, worth: worth + rare * WORTH[place], has: has | (1 << at), named: named + (place >= KEYWORD ? rare : 0) });
      }
    });
    return pages;
  }

  function rarity(term) {
    const { df } = found.get(term);
    return df > 0 ? Math.log(1 + index.pages / df) : BRIDGE * Math.log(1 + index.pages);
  }

  /** Words of which no page has enough, and runs of characters that no page has at all. */
  async function unknownOf() {
    const unknown = [];
    for (const word of words) {
      const missing = word.terms.filter((term) => found.get(term).df === 0);
      const characters = new Set(missing.flatMap((term) => [...term]).filter(isHan));
      await Promise.all([...characters].map(async (one) => {
        if ((await index.lookUp(one, false)).df === 0) strange.add(one);
      }));
      const runs = [...characters].some((one) => strange.has(one)) ? [...word.text].map((one) => (strange.has(one) ? one : " ")).join("").split(" ").filter(Boolean) : [];
      if (runs.length > 0) unknown.push(...(runs.join("").length < word.text.length ? runs : [word.text]));
      else if (missing.length > 0 && word.terms.length < SHORTEST_SENTENCE) unknown.push(word.text);
    }
    return [...new Set(unknown)];
  }

  function marksOf() {
    const parts = words.flatMap((word) => word.parts).filter((part) => part.length > 1);
    const terms = words.flatMap((word) => word.terms).filter((term) => found.get(term).df > 0);
    return [...new Set([...parts, ...terms.map((term) => term.replace(" ", ""))])];
  }
}
