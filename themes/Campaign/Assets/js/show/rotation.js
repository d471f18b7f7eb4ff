// Question, answer, next question … by itself, until someone stops it.
import { isTaken, slidesOf } from "./slides.js";

/** Slow readers read some three characters a second. */
const MS_PER_CHARACTER = 330;
const [LEAST_MS, MOST_MS] = [8000, 90000];

export function startRotation(stage) {
  const deck = slidesOf(stage);
  const pause = stage.querySelector("[data-pause]");
  const asked = Number(new URLSearchParams(location.search).get("seconds"));
  let timer;
  pause.addEventListener("click", toggle);
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && !isTaken(event)) {
      event.preventDefault();
      toggle();
    }
  });
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) wait();
  label();

  function wait() {
    const own = Math.min(Math.max(deck.text().length * MS_PER_CHARACTER, LEAST_MS), MOST_MS);
    timer = setTimeout(turn, asked >= 1 && asked <= 600 ? asked * 1000 : own);
  }

  function turn() {
    deck.isOpen ? deck.show((deck.at + 1) % deck.count) : deck.show(deck.at, true);
    wait();
  }

  function toggle() {
    if (timer) {
      clearTimeout(timer);
      timer = undefined;
    } else {
      wait();
    }

    label();
  }

  function label() {
    pause.textContent = timer ? "暂停" : "继续";
  }
}
