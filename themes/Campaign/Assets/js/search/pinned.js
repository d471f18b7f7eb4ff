// Answers that stand before all results; the page brings them along (content/search.yaml).
import { fold, wordsOf } from "./words.js";

const SHORTEST_INSIDE = 3;
const LARGEST_SHARE = 3;
const isToCall = (phrase) => /^[0-9]+$/.test(phrase);

/**
 * @param {string} typed
 * @returns {{row: HTMLElement, href: string} | null} the answer with the longest phrase that stands at the end or the beginning of the query or, of three characters and more, within it; a third of the
 * query at least; a number to call only where nothing else is asked
 */
export function pinnedFor(typed) {
  const query = fold(typed).replace(/\s/g, "");
  const asked = wordsOf(fold(typed)).flatMap(({ parts }) => parts).join(" ");
  let [best, most] = [null, 0];
  for (const card of document.querySelectorAll("template[data-phrases]")) {
    for (const phrase of fold(card.dataset.phrases).split(" ")) {
      const rate = phrase.length + (asked.endsWith(phrase) ? 0.5 : 0);
      if (isToCall(phrase) && asked !== phrase) continue;
      const isThere = asked.endsWith(phrase) || asked.startsWith(phrase) || ` ${asked} `.includes(` ${phrase} `) || (phrase.length >= SHORTEST_INSIDE && query.includes(phrase));
      if (rate > most && isThere && phrase.length * LARGEST_SHARE >= asked.replace(/ /g, "").length) [best, most] = [card, rate];
    }
  }
  if (!best) return null;
  const row = best.content.firstElementChild.cloneNode(true);
  return { row, href: row.querySelector("a").getAttribute("href") };
}
