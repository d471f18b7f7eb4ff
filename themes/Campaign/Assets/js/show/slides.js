// One slide at a time, its answer closed or open; a slide without an answer is open.

/** @returns {{count: number, at: number, isOpen: boolean, show(at: number, isOpen?: boolean): void, text(): string}} */
export function slidesOf(stage) {
  const slides = [...stage.querySelectorAll(".slide")];
  const folds = slides.map((slide) => slide.querySelector("details"));
  const deck = {
    count: slides.length,
    at: 0,
    get isOpen() {
      return folds[deck.at]?.open ?? true;
    },
    show(at, isOpen = false) {
      deck.at = Math.min(Math.max(at, 0), slides.length - 1);
      slides.forEach((slide, i) => (slide.hidden = i !== deck.at));
      if (folds[deck.at]) folds[deck.at].open = isOpen;
      fit(slides[deck.at]);
    },
    text: () => (folds[deck.at]?.open ? folds[deck.at] : slides[deck.at]).textContent.replace(/\s+/g, ""),
  };
  addEventListener("resize", () => fit(slides[deck.at]));
  stage.addEventListener("toggle", () => fit(slides[deck.at]), true);
  const linked = /^#show-(\d+)$/.exec(location.hash);
  deck.show(linked ? linked[1] - 1 : 0);
  return deck;
}

/** Makes the words of a slide smaller until all of it is on the screen, down to half; a longer one scrolls. */
function fit(slide) {
  slide.style.removeProperty("font-size");
  const full = parseFloat(getComputedStyle(slide).fontSize);
  const room = () => innerHeight - (document.fullscreenElement ? slide.closest(".show-stage").scrollHeight - slide.offsetHeight : 120);
  for (let part = 0.95; part >= 0.5 && slide.scrollHeight > room(); part -= 0.05) slide.style.fontSize = `${full * part}px`;
}

/** Whether a key press is meant for what has the focus: a button, a fold, a link, a field. */
export const isTaken = (event) =>
  event.ctrlKey || event.metaKey || event.altKey || event.target.closest("a, button, summary, input, select, textarea, [contenteditable]") !== null;

/** Shows the button that lets the stage fill the screen, where the browser can. */
export function offerFullscreen(stage, button = stage.querySelector("[data-fullscreen]")) {
  if (!document.fullscreenEnabled) return;
  button.hidden = false;
  button.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()));
  document.addEventListener("fullscreenchange", () => {
    button.textContent = document.fullscreenElement ? "退出全屏" : "全屏";
    button.blur(); // Space goes on with the questions, and does not press it again.
  });
}
