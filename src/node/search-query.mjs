// The browser's half of search-text.mjs: how to ask an index in which each Chinese character is a word.
// Written for browsers of 2020: no look-behind, no Intl.Segmenter.

const QUESTION = /为什么|怎么[办样用做]?|怎样|如何|什么|哪[里些]|应该|可以|有人|来了|[吗呢吧的了被]/gu;
const MOST_PAIRS = 12;

/**
 * Finds pages for what a reader typed, Chinese with or without spaces.
 * @param {{search: (term: string) => Promise<{results: {id: string, score: number}[]}>}} pagefind the module pagefind.js
 * @param {string} typed question words in it, like 怎么办, are passed over
 * @returns {Promise<{id: string, score: number}[]>} Pagefind's results, each once, the best first. A page has a point for each pair of
 * neighboring characters in it, as many again for the highest of Pagefind's scores (which know titles) or its share of them, and half a
 * point where it has a run of text word for word. It needs two in three of the pairs; where no page has them, as many as the best one
 * has, if that is one in three.
 */
export async function find(pagefind, typed) {
  const text = typed.normalize("NFKC");
  const asked = text.replace(QUESTION, " ").split(/[\p{P}\p{S}\s]+/u).map(wordsOf).filter((words) => words.length > 0);
  const parts = asked.length > 0 ? asked : [wordsOf(text)].filter((words) => words.length > 0);
  const pairs = [...new Set(parts.flatMap(pairsOf))].slice(0, MOST_PAIRS);
  const found = new Map();
  const points = new Map();
  for (const pair of pairs) {
    await count(`"${pair}"`, () => 1);
  }

  const pairsIn = new Map(points);
  const most = Math.max(0, ...pairsIn.values());
  if (most * 3 < pairs.length || pairs.length === 0) {
    return [];
  }

  await count(parts.flat().join(" "), (result, results) => (pairs.length * result.score) / results[0].score);
  for (const words of parts) {
    await count(`"${words.join(" ")}"`, () => 0.5);
  }

  const enough = Math.min(most, (pairs.length * 2) / 3);
  return [...found.values()]
    .filter((result) => (pairsIn.get(result.id) ?? 0) >= enough)
    .sort((a, b) => points.get(b.id) - points.get(a.id));

  async function count(term, worth) {
    const results = (await pagefind.search(term))?.results ?? [];
    for (const result of results) {
      found.set(result.id, result);
      points.set(result.id, (points.get(result.id) ?? 0) + worth(result, results));
    }
  }
}

/** @returns {string[]} the words of a text as the index knows them */
const wordsOf = (text) =>
  text.replace(/\p{Script=Han}/gu, " $& ").replace(/[\u200b\p{P}\p{S}\s]+/gu, " ").trim().split(" ").filter((word) => word !== "");

/** @returns {string[]} each word with the next; a word alone when there is no other */
const pairsOf = (words) => (words.length < 2 ? words : words.slice(1).map((word, index) => `${words[index]} ${word}`));

/** A title or an excerpt for people: without the marks between its characters. */
export const readable = (text) => text.replace(/\u200b/g, "");
