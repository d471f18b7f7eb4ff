// What a query may have meant that finds nothing: phrases of the site, by their sound or by their shape.
import { isHan } from "./words.js";

const MOST = 4;
const SHORTEST_BY_SHAPE = 3;
const SHORTEST_BEGINNING = 3;

/** @typedef {{phrases: string[], sounds: string[]}} Phrases the most helpful first; each sound a reading and the characters that are read so: "huo 火伙" */

function readings({ sounds }) {
  return new Map(sounds.flatMap((line) => {
    const [sound, characters] = line.split(" ");
    return [...characters].map((one) => [one, sound]);
  }));
}

/**
 * @param {Phrases} known @param {string} query Latin letters, some characters among them: `ranqi`, `ran qi xie lou`, `mhq`, `ranqi泄漏`
 * @returns {string[]} phrases that are read so, or whose initials these are, and that have the characters; where there is none, and letters alone, those of the words without the last ones (`mhq zenme yong`); else the query with its letters
 * replaced (`触电jijiu`)
 */
export function byLetters(known, query) {
  const words = query.split(" ").filter(Boolean);
  const isMixed = [...query].some(isHan);
  const fewest = isMixed ? words.length : 1;
  for (let count = words.length; count >= fewest; count--) {
    const found = readAs(known, words.slice(0, count).join(""));
    if (found.length > 0) return found;
  }
  const [letters] = query.match(/[a-z]+/);
  return isMixed ? readAs(known, letters).map((phrase) => query.replace(letters, phrase)) : [];
}

function readAs(known, query) {
  const sounds = readings(known);
  const characters = [...query].filter(isHan);
  const typed = [...query].map((one) => sounds.get(one) ?? one).join("");
  const rated = known.phrases.filter((phrase) => characters.every((one) => phrase.includes(one))).map((phrase) => {
    const read = [...phrase.toLowerCase()].map((one) => sounds.get(one) ?? one);
    const full = read.join("");
    const initials = read.map((sound) => sound[0]).join("");
    return [phrase, full === typed ? 3 : initials === typed && typed.length > 1 ? 2 : typed.length >= SHORTEST_BEGINNING && full.startsWith(typed) ? 1 : 0];
  });
  return rated.filter(([, rate]) => rate > 0).sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([phrase]) => phrase);
}

/**
 * @param {Phrases} known @param {string} query folded @param {Set<string>} suspects characters of it one of which may be wrong @param {Set<string>} strange those that no page has
 * @returns {string[]} the query with one character put right, so that it has a phrase: 灭火汽怎么用, 触点. A character that pages have is taken for wrong where it sounds
 * like the right one, or stands within the phrase: 消防栓 is no mistyped 消防法.
 */
export function byShape(known, query, suspects, strange) {
  const sounds = readings(known);
  const typed = [...query];
  const found = [];
  for (const phrase of known.phrases) {
    const wanted = [...phrase];
    for (let from = 0; from + wanted.length <= typed.length; from++) {
      const wrong = wanted.map((one, at) => from + at).filter((at) => typed[at] !== wanted[at - from]);
      const [at] = wrong;
      if (wrong.length !== 1 || !suspects.has(typed[at])) continue;
      if (wanted.length < SHORTEST_BY_SHAPE && (typed.length > wanted.length || sounds.get(typed[at]) !== sounds.get(wanted[at - from]))) continue;
      const isAlike = sounds.get(typed[at]) === sounds.get(wanted[at - from]);
      const isWithin = at > from && at < from + wanted.length - 1;
      if (!isAlike && !isWithin && !strange.has(typed[at])) continue;
      found.push([[...typed.slice(0, at), wanted[at - from], ...typed.slice(at + 1)].join(""), wanted.length + (isAlike ? 0.5 : 0)]);
    }
  }
  return [...new Set(found.sort((a, b) => b[1] - a[1]).map(([text]) => text))].slice(0, MOST);
}
