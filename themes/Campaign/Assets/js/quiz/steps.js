/** Lets the reader move the steps of a question up and down by buttons, or drag them; the lists of places below stay what counts. */
export function letSteps(fieldset) {
  const list = fieldset.querySelector(".parts");
  const start = [...list.children];
  const rows = start.map((row) => ({ row, select: row.querySelector("select"), name: row.querySelector(".part > span").textContent.trim() }));
  const say = document.querySelector("[data-say]");
  let dragged;
  for (const { row, name } of rows) {
    const buttons = document.createElement("span");
    buttons.className = "movers";
    buttons.append(mover("↑", `上移：${name}`, row, -1), mover("↓", `下移：${name}`, row, 1));
    row.append(buttons);
    row.draggable = true;
    row.ondragstart = () => (dragged = row);
    row.ondragover = (event) => dragged && event.preventDefault();
    row.ondrop = (event) => {
      event.preventDefault();
      if (dragged && dragged !== row) settle(dragged, [...list.children].indexOf(row));
      dragged = undefined;
    };
  }

  return { sort, stop };

  function mover(sign, name, row, by) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "mover", textContent: sign });
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => {
      const to = [...list.children].indexOf(row) + by;
      settle(row, Math.max(0, Math.min(to, rows.length - 1)));
      button.focus();
    });
    return button;
  }

  function settle(row, to) {
    const others = [...list.children].filter((other) => other !== row);
    list.insertBefore(row, others[to] ?? null);
    [...list.children].forEach((child, at) => (child.querySelector("select").value = `第${at + 1}步`));
    const { name, select } = rows.find((entry) => entry.row === row);
    say.textContent = `${name}，${select.value}`;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Puts the rows in the order of the places chosen, where all are chosen. */
  function sort() {
    if (rows.some(({ select }) => select.value === "")) return list.append(...start);
    const place = ({ select }) => select.selectedIndex;
    list.append(...[...rows].sort((a, b) => place(a) - place(b)).map(({ row }) => row));
  }

  function stop() {
    list.append(...start);
    for (const { row } of rows) {
      row.removeAttribute("draggable");
      row.ondragstart = row.ondragover = row.ondrop = null;
      row.querySelector(".movers")?.remove();
    }
  }
}
