// Reads the files of the index (Site.Rendering/Search/SearchFiles.cs), each once and only when it is asked for.
const MARK = "terms1\n".length;

/**
 * @typedef {{df: number, isWhole: boolean, pages: [number, number][]}} Term how many pages have it; whether all of them are in `pages`; each with where: 3 title, 2 keyword, 1 stressed, 0 body
 * @param {string} root address of the folder, with a slash at its end
 * @param {string} [shown] where what is shown lies, for readers of traditional characters: titles, summaries, kinds, phrases
 */
export async function openIndex(root, shown = root) {
  const files = new Map();
  const start = await (await load(`${shown}start.json`)).json();
  const { pages, shards, most, pagesOfFile, ranges } = start;

  return { pages, isTraditional: shown !== root, rangeOf, lookUp, describe, files: names, phrases: () => json("phrases.json", shown), simplified };

  /** @param {number} page @returns {{kind: string, weight: number}} */
  function rangeOf(page) {
    let at = ranges.length - 1;
    while (ranges[at].first > page) at--;
    return ranges[at];
  }

  /** @param {string} term @param {boolean} isWhole whether pages beyond the first are wanted, too @returns {Promise<Term>} */
  async function lookUp(term, isWhole) {
    const shard = shardOf(term);
    const head = (await terms(`terms/${shard}.bin`)).get(term);
    if (!head) return { df: 0, isWhole: true, pages: [] };
    const take = reader(head);
    const counts = [take(), take()];
    const lists = counts.map((count, list) => entries(take, Math.min(count, most), list));
    const hasMore = counts.some((count) => count > most);
    if (hasMore && isWhole) {
      const takeMore = reader((await terms(`more/${shard}.bin`)).get(term));
      lists.push(...counts.map((count, list) => entries(takeMore, Math.max(0, count - most), list, lists[list][lists[list].length - 1]?.[0])));
    }
    return { df: counts[0] + counts[1], isWhole: isWhole || !hasMore, pages: lists.flat() };
  }

  /** @param {number} page @returns {Promise<{href: string, title: string, summary: string, searchFor: string, shownTitle?: string, shownSummary?: string}>} */
  async function describe(page) {
    const rows = await json(`pages/${Math.floor(page / pagesOfFile)}.json`, shown);
    const [href, title, summary, searchFor, shownTitle, shownSummary] = rows[page % pagesOfFile];
    return { href, title, summary, searchFor, shownTitle, shownSummary };
  }

  /** @param {number} most @returns {string[]} addresses of all files; none where there are more than these */
  function names(most) {
    const last = Math.ceil(pages / pagesOfFile);
    if (shards + last > most || pages > start.most) return [];
    const terms = [...Array(shards).keys()].map((at) => `${root}terms/${at}.bin`);
    const all = terms.concat([...Array(last).keys()].map((at) => `${shown}pages/${at}.json`), `${shown}phrases.json`, `${root}traditional.json`);
    return [`${shown}start.json`, ...all.map((name) => `${name}?v=${start.version}`)];
  }

  /** @returns {Promise<Map<string, string>>} traditional characters with their simplified ones */
  async function simplified() {
    const pairs = [...await json("traditional.json", root)];
    return new Map(pairs.flatMap((one, at) => (at % 2 === 0 ? [[one, pairs[at + 1]]] : [])));
  }

  function shardOf(term) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
    return (hash ^ (hash >>> 15)) & (shards - 1);
  }

  function terms(name) {
    return file(name, async (response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const text = new TextDecoder();
      const found = new Map();
      const take = reader(bytes, MARK);
      while (take.at < bytes.length) {
        const term = text.decode(take.bytes(take()));
        found.set(term, take.bytes(take()));
      }
      return found;
    });
  }

  function json(name, folder) {
    return file(name, (response) => response.json(), folder);
  }

  function file(name, read, folder = root) {
    if (!files.has(name)) {
      const reading = load(`${folder}${name}?v=${start.version}`).then(read);
      reading.catch(() => files.delete(name));
      files.set(name, reading);
    }
    return files.get(name);
  }
}

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** Numbers of 7 bits a byte, the lowest first, the highest bit set in all but the last byte. */
function reader(bytes, from = 0) {
  const take = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[take.at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
      shift += 7;
    }
  };
  take.at = from;
  take.bytes = (length) => bytes.subarray(take.at, take.at += length);
  return take;
}

function entries(take, count, list, last = -1) {
  const found = [];
  for (let page = last; found.length < count;) {
    const value = take();
    page += value >> 1;
    found.push([page, (list === 0 ? 2 : 0) + (value & 1)]);
  }
  return found;
}
