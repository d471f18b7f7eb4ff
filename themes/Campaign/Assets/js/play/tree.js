import { button, oneCardAtATime, paragraph } from "./cards.js";

/** Asks the questions of a decision one at a time; all of them can be shown again. */
export function walkTree() {
  const tree = document.querySelector("[data-tree=decision]");
  if (!tree) return;
  const foot = paragraph("tree-foot");
  const back = button("上一步", () => history.back());
  const again = document.createElement("a");
  const all = button("全部写在一页上", showAll);
  const walk = oneCardAtATime(tree, (card) => {
    back.hidden = again.hidden = card === walk?.cards[0] || card === first;
  });
  const first = walk.cards[0];
  const begin = walk.cards.find((card) => card.id === decodeURIComponent(location.hash.slice(1))) ?? first;
  again.className = "button";
  again.href = `#${first.id}`;
  again.textContent = "从头来";
  foot.append(back, again, all);
  tree.append(foot);
  walk.show(begin);
  back.hidden = again.hidden = begin === first;

  function showAll() {
    walk.stop();
    foot.remove();
    first.querySelector("h2").focus();
  }
}
