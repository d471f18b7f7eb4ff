// One key leads through the questions: answer, next question, answer …
import { startTeams } from "./teams.js";
import { isTaken, slidesOf } from "./slides.js";

const FORWARD = new Set([" ", "Enter", "ArrowRight", "PageDown"]);
const BACK = new Set(["ArrowLeft", "PageUp"]);

export function startPresenter(stage) {
  const deck = slidesOf(stage);
  const [back, step] = [stage.querySelector("[data-back]"), stage.querySelector("[data-step]")];
  stage.querySelector(".slides").setAttribute("aria-live", "polite");
  startTeams(stage.querySelector("[data-teams]"), stage.dataset.name);
  back.addEventListener("click", () => show(deck.at - 1));
  step.addEventListener("click", forward);
  stage.addEventListener("toggle", label, true);
  document.addEventListener("keydown", (event) => {
    if (isTaken(event)) return;
    if (FORWARD.has(event.key)) forward();
    else if (BACK.has(event.key)) show(deck.at - 1);
    else return;
    event.preventDefault();
  });
  label();

  function forward() {
    if (!deck.isOpen) deck.show(deck.at, true);
    else if (deck.at + 1 < deck.count) deck.show(deck.at + 1);
    label();
  }

  function show(at) {
    deck.show(at);
    label();
  }

  function label() {
    const isEnd = deck.isOpen && deck.at + 1 === deck.count;
    step.textContent = isEnd ? "题目完了" : deck.isOpen ? "下一题" : "看答案";
    step.setAttribute("aria-disabled", isEnd);
    back.setAttribute("aria-disabled", deck.at === 0);
  }
}
