/** Longest job line, in bytes without its line end. */
export const LONGEST_LINE = 1_048_576;

/**
 * Cuts a byte stream into lines, never holding more than the longest line.
 * @param {AsyncIterable<Buffer>} stream UTF-8 text; lines end in LF or CRLF
 * @returns {AsyncGenerator<string | null>} each line that is not blank, in order; null for a line that is too long
 */
export async function* linesOf(stream) {
  let parts = [];
  let held = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end));
      yield* take();
      start = end + 1;
    }

    keep(chunk.subarray(start));
  }

  yield* take();

  function keep(part) {
    held += part.length;
    parts = held > LONGEST_LINE ? [] : [...parts, part];
  }

  function* take() {
    const line = held > LONGEST_LINE ? null : Buffer.concat(parts).toString("utf8");
    parts = [];
    held = 0;
    if (line === null || line.trim() !== "") {
      yield line;
    }
  }
}
