// The browser's half of search-text.mjs: how to ask an index in which each Chinese character is a word.
// Written for browsers of 2020: no look-behind, no Intl.Segmenter.

const QUESTION = /为什么|怎么[办样用做]?|怎样|如何|什么|哪[里些]|应该|可以|[吗呢吧的了]/gu;
const MOST_PAIRS = 12;

/**
 * Finds pages for what a reader typed, Chinese with or without spaces.
 * @param {{search: (term: string) => Promise<{results: {id: string}[]}>}} pagefind the module pagefind.js
 * @param {string} typed
 * @returns {Promise<{id: string}[]>} Pagefind's results, each once: those that have it word for word, then those that have
 * more of its pairs of neighboring characters, down to two in three, question words like 怎么办 aside; equals in Pagefind's order
 */
export async function find(pagefind, typed) {
  const text = typed.normalize("NFKC");
  const whole = wordsOf(text);
  const parts = text.replace(QUESTION, " ").split(/[\p{P}\p{S}\s]+/u).map(wordsOf).filter((words) => words.length > 0);
  const pairs = [...new Set((parts.length > 0 ? parts : [whole]).flatMap(pairsOf))].slice(0, MOST_PAIRS);
  if (whole.length === 0) {
    return [];
  }

  const ranked = await search(parts.flat().join(" ") || whole.join(" "));
  const exact = await search(`"${whole.join(" ")}"`);
  const counts = new Map();
  for (const pair of pairs) {
    for (const result of await search(`"${pair}"`)) {
      counts.set(result.id, (counts.get(result.id) ?? 0) + 1);
    }
  }

  const first = new Set(exact.map((result) => result.id));
  const worth = (result) => (first.has(result.id) ? pairs.length + 1 : counts.get(result.id) ?? 0);
  return [...new Map([...ranked, ...exact].map((result) => [result.id, result])).values()]
    .filter((result) => worth(result) * 3 >= pairs.length * 2)
    .sort((a, b) => worth(b) - worth(a));

  async function search(term) {
    return (await pagefind.search(term))?.results ?? [];
  }
}

/** @returns {string[]} the words of a text as the index knows them */
const wordsOf = (text) =>
  text.replace(/\p{Script=Han}/gu, " $& ").replace(/[\u200b\p{P}\p{S}\s]+/gu, " ").trim().split(" ").filter((word) => word !== "");

/** @returns {string[]} each word with the next; a word alone when there is no other */
const pairsOf = (words) => (words.length < 2 ? words : words.slice(1).map((word, index) => `${words[index]} ${word}`));

/** A title or an excerpt for people: without the marks between its characters. */
export const readable = (text) => text.replace(/\u200b/g, "");
