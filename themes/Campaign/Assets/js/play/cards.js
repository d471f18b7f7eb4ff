/**
 * Shows the cards of a tree one at a time. Which one is said by the fragment of the address, so that the browser's own way back works.
 * @param {HTMLElement} tree
 * @param {(card: HTMLElement) => void} onShow called with the card that is shown
 * @returns {{ cards: HTMLElement[], show: (card: HTMLElement) => void, stop: () => void }}
 */
export function oneCardAtATime(tree, onShow) {
  const cards = [...tree.querySelectorAll(".tree-card")];
  for (const card of cards) card.querySelector("h2").tabIndex = -1;
  tree.dataset.playing = "";
  window.addEventListener("hashchange", follow);
  return { cards, show, stop };

  function follow() {
    const card = cards.find((each) => each.id === decodeURIComponent(location.hash.slice(1)));
    if (card) show(card, true);
  }

  function show(card, isMoving) {
    for (const each of cards) each.classList.toggle("is-now", each === card);
    onShow(card);
    if (!isMoving) return;
    card.querySelector("h2").focus({ preventScroll: true });
    tree.scrollIntoView({ block: "start" });
  }

  function stop() {
    delete tree.dataset.playing;
  }
}

export function button(words, onClick) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = words;
  made.addEventListener("click", onClick);
  return made;
}

export function paragraph(className) {
  const made = document.createElement("p");
  made.className = className;
  return made;
}
