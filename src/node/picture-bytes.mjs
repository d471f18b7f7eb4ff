/** The kinds of picture we take, by the ending of the file's name. */
const KIND_OF_ENDING = { ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".gif": "gif", ".avif": "avif" };

/** @returns {string | undefined} png, jpeg, webp, gif or avif; undefined for every other ending @param {string} ending ".png" */
export const kindOfEnding = (ending) => KIND_OF_ENDING[ending.toLowerCase()];

/**
 * What the first bytes say a file is, whatever its name.
 * @param {Buffer} bytes the whole file, or its beginning
 * @returns {string} png, jpeg, webp, gif, avif, or "unknown"
 */
export function kindOfBytes(bytes) {
  const at = (start, end) => bytes.toString("latin1", start, end);
  return at(0, 8) === "\x89PNG\r\n\x1a\n" ? "png"
    : at(0, 3) === "\xff\xd8\xff" ? "jpeg"
    : /^GIF8[79]a$/.test(at(0, 6)) ? "gif"
    : at(0, 4) === "RIFF" && at(8, 12) === "WEBP" ? "webp"
    : at(4, 8) === "ftyp" && brands().some((brand) => brand === "avif" || brand === "avis") ? "avif"
    : "unknown";

  // ISO/IEC 14496-12, 4.3: size, "ftyp", major brand, version, compatible brands of four bytes each.
  function brands() {
    const size = Math.min(bytes.length, bytes.readUInt32BE(0), 256);
    const compatible = Array.from({ length: Math.max(0, Math.floor((size - 16) / 4)) }, (_, i) => at(16 + 4 * i, 20 + 4 * i));
    return [at(8, 12), ...compatible];
  }
}
