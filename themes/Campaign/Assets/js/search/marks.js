// Marks the words found in a title or an excerpt: text nodes and `mark` elements, nothing is read as HTML.
import { fold } from "./words.js";

const [SHORTEST, LONGEST] = [24, 72];

/**
 * @param {string} text
 * @param {string[]} marks folded
 * @param {string} [shown] the same text in traditional characters, one for one
 * @returns {(string | HTMLElement)[]} the text in pieces
 */
export function marked(text, marks, shown = text) {
  const { characters: written, hits } = hitsIn(text, marks);
  const characters = [...shown];
  if (characters.length !== written.length) return [shown];
  const pieces = [];
  for (let from = 0; from < characters.length;) {
    let to = from;
    while (to < characters.length && hits[to] === hits[from]) to++;
    const piece = characters.slice(from, to).join("");
    if (hits[from]) {
      const mark = document.createElement("mark");
      mark.textContent = piece;
      pieces.push(mark);
    } else {
      pieces.push(piece);
    }
    from = to;
  }
  return pieces;
}

/**
 * @param {string} address of a page
 * @param {number} length of what it takes the place of, so that what stands below stays in its place
 * @param {Map<string, string>} [simplified] traditional characters with their simplified ones, where the page has them
 * @returns {Promise<[string, string]>} the place in its text with the most marks, as the index has it and as the page does; empty where there is none
 */
export async function excerptOf(address, marks, length, simplified = new Map()) {
  const around = Math.round(Math.min(LONGEST, Math.max(SHORTEST, length)) / 2);
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  for (const aside of page.querySelectorAll(".poster-foot, .sr")) aside.remove();
  const text = (page.querySelector(".page-body") ?? page.querySelector("main")).textContent.replace(/\s+/g, " ").trim();
  const shown = [...text];
  const { characters, hits } = hitsIn(shown.map((one) => simplified.get(one) ?? one).join(""), marks);
  let [best, most] = [-1, 0];
  for (let at = 0, count = 0; at < hits.length; at++) {
    count += hits[at] - (hits[at - 2 * around] ?? 0);
    if (count > most) [best, most] = [at, count];
  }
  if (best < 0) return ["", ""];
  const from = Math.max(0, Math.min(best - around, characters.length - 2 * around));
  return [characters, shown].map((all) => `${from > 0 ? "…" : ""}${all.slice(from, from + 2 * around).join("")}${from + 2 * around < all.length ? "…" : ""}`);
}

/** @returns {{characters: string[], hits: boolean[]}} each character with whether a mark covers it, or a part of what it is folded to */
function hitsIn(text, marks) {
  const characters = [...text];
  const origins = [];
  let folded = "";
  characters.forEach((one, at) => {
    const plain = fold(one);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) origins.push(at);
  });
  const hits = characters.map(() => false);
  for (const mark of marks) {
    for (let at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + 1)) {
      for (let unit = at; unit < at + mark.length; unit++) hits[origins[unit]] = true;
    }
  }
  return { characters, hits };
}
