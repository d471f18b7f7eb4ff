/** Opens the contents beside the text on wide screens, in browsers whose styles cannot. */
export function openContents() {
  const wide = matchMedia("(min-width: 64em)");
  const contents = document.querySelector(".contents details");
  if (contents && wide.matches) contents.open = true;
}
