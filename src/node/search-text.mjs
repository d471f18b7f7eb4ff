/** Stands between two Chinese characters for the indexer: no width, and for it the end of a word. */
const SEPARATOR = "\u200b";

const TOKENS = /<!--[^]*?-->|<(script|style|title|textarea)\b(?:"[^"]*"|'[^']*'|[^'"<>])*>[^]*?<\/\1\s*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>|[^<]+|</gi;
const BETWEEN = /(?<=\p{Script=Han})(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=\p{Script=Han})/gu;
const START = /^(?=\p{Script=Han})/u;

/**
 * A page as the indexer shall read it: each Chinese character a word of its own, so that a phrase of them finds every
 * place, whatever a word list thinks of it.
 * @param {string} html a finished page
 * @returns {string | null} the page with separators in its text; null when no element of it has `data-pagefind-body`
 * @remarks The text of an element with `data-pagefind-filter`, `-meta` or `-sort` stays as it is: it is a value, not text to search.
 */
export function separated(html) {
  let [wanted, value] = [false, false];
  const pieces = html.match(TOKENS)?.map((token) => {
    if (token.length > 1 && token[0] === "<") {
      wanted ||= /\sdata-pagefind-body[\s=>/]/.test(token);
      value = /\sdata-pagefind-(?:filter|meta|sort)[\s=>/]/.test(token);
      return token;
    }

    return value ? token : separatedText(token);
  });
  return wanted ? pieces.join("") : null;
}

const separatedText = (text) => text
  .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (reference, hex, decimal) => han(hex ? parseInt(hex, 16) : Number(decimal)) ?? reference)
  .replace(BETWEEN, SEPARATOR)
  .replace(START, SEPARATOR);

/** The character of that number when it is a Chinese one. */
function han(code) {
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : "";
  return /^\p{Script=Han}$/u.test(character) ? character : undefined;
}
