// Points of two to six teams, counted by hand, kept on this device.
import { recall, remember } from "../storage.js";

const [LEAST, MOST] = [2, 6];

export function startTeams(board, name) {
  const key = `teams:${name}`;
  const list = board.querySelector("ul");
  let points = kept(key);
  board.querySelector("[data-more]").addEventListener("click", () => points.length < MOST && set([...points, 0]));
  board.querySelector("[data-fewer]").addEventListener("click", () => points.length > LEAST && set(points.slice(0, -1)));
  board.querySelector("[data-zero]").addEventListener("click", () => set(points.map(() => 0)));
  draw();

  function set(next) {
    points = next;
    remember(key, points.join());
    draw();
  }

  function draw() {
    while (list.children.length > points.length) list.lastElementChild.remove();
    while (list.children.length < points.length) list.append(team(list.children.length));
    points.forEach((count, at) => (list.children[at].querySelector("output").textContent = count));
    board.querySelector("[data-more]").setAttribute("aria-disabled", points.length === MOST);
    board.querySelector("[data-fewer]").setAttribute("aria-disabled", points.length === LEAST);
  }

  function team(at) {
    const item = document.createElement("li");
    const label = document.createElement("b");
    label.textContent = `第${at + 1}队`;
    const count = document.createElement("output");
    item.append(label, button("－", `第${at + 1}队减1分`, -1), count, button("＋", `第${at + 1}队加1分`, 1));
    return item;

    function button(text, name, by) {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "button";
      made.textContent = text;
      made.setAttribute("aria-label", name);
      made.addEventListener("click", () => set(points.map((old, i) => (i === at ? Math.max(0, old + by) : old))));
      return made;
    }
  }
}

function kept(key) {
  const points = (recall(key) ?? "").split(",").map(Number);
  return points.length >= LEAST && points.length <= MOST && points.every((count) => Number.isInteger(count) && count >= 0) ? points : [0, 0];
}
