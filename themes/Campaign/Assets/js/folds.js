/** Opens the contents beside the text and the menu in its row on wide screens, in browsers whose styles cannot. */
export function openFolds() {
  open(".contents details", "(min-width: 64em)");
  if (!CSS.supports("selector(::details-content)")) open(".menu details", "(min-width: 80em)");
}

function open(fold, width) {
  const details = document.querySelector(fold);
  if (details && matchMedia(width).matches) details.open = true;
}
