/** @param {Element} part @returns {string} its words, without the readings that stand over hard ones */
export function plainText(part) {
  const copy = part.cloneNode(true);
  for (const reading of copy.querySelectorAll("rt")) reading.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
