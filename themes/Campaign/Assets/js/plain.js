/** @param {Element} part @returns {string} its words in one line */
export function plainText(part) {
  return part.textContent.replace(/\s+/g, " ").trim();
}
