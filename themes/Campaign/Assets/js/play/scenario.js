import { button, oneCardAtATime, paragraph } from "./cards.js";

/** Plays a scenario: one card at a time, the first choice of a card counts; the clock stops nothing, and it can be left out. */
export function walkScenario() {
  const tree = document.querySelector("[data-tree=scenario]");
  if (!tree) return;
  const seconds = Number(tree.dataset.seconds);
  const opening = paragraph("tree-foot");
  const clock = paragraph("tree-clock");
  const result = paragraph("tree-result");
  const chosen = new Map();
  let began = 0;
  let timer;

  clock.setAttribute("role", "timer");
  result.setAttribute("role", "status");
  tree.before(opening, clock);
  tree.after(result);
  const walk = oneCardAtATime(tree, (card) => {
    const isEnd = card.classList.contains("tree-end");
    tree.classList.toggle("is-over", isEnd);
    if (isEnd) end();
  });
  const first = walk.cards[0];
  opening.append(button(`开始，${seconds}秒`, () => start(true)), button("不计时", () => start(false)));

  for (const card of walk.cards) {
    const choices = [...card.querySelectorAll("details")];
    for (const choice of choices) {
      choice.addEventListener("toggle", () => {
        if (!choice.open || !("playing" in tree.dataset)) return;
        if (!chosen.has(card)) chosen.set(card, choice.classList.contains("is-right"));
        for (const other of choices) if (other !== choice) other.open = false;
      });
    }
  }

  tree.querySelector(".tree-again a").addEventListener("click", (event) => {
    event.preventDefault();
    start(Boolean(timer));
  });

  function start(hasClock) {
    chosen.clear();
    result.textContent = "";
    opening.hidden = true;
    for (const choice of tree.querySelectorAll("details")) choice.open = false;
    history.replaceState(null, "", location.pathname + location.search);
    walk.show(first, true);
    began = performance.now();
    clearInterval(timer);
    timer = hasClock ? setInterval(tick, 250) : undefined;
    clock.textContent = "";
    if (hasClock) tick();
  }

  function tick() {
    const left = Math.ceil(seconds - (performance.now() - began) / 1000);
    clock.textContent = left > 0 ? `还有 ${left} 秒` : "时间到了。不要紧，把它做完。";
    if (left <= 0) clearInterval(timer);
  }

  function end() {
    clearInterval(timer);
    const right = [...chosen.values()].filter(Boolean).length;
    const used = Math.round((performance.now() - began) / 1000);
    const time = timer === undefined ? "" : `，用了${used}秒`;
    clock.textContent = "";
    result.textContent = `选了${chosen.size}次，第一下就选对${right}次${time}。`;
  }
}
