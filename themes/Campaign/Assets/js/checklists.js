import { forget, recall, remember } from "./storage.js";

/** Keeps what a reader ticked in a checklist, on this device alone: one character a line, 1 for done. */
export function rememberChecklists() {
  for (const list of document.querySelectorAll("[data-remember]")) {
    const key = `checklist:${list.dataset.remember}`;
    const boxes = [...list.querySelectorAll("input")];
    const kept = recall(key) ?? "";
    boxes.forEach((box, i) => (box.checked = kept[i] === "1"));
    list.addEventListener("change", () => {
      const marks = boxes.map((box) => (box.checked ? "1" : "0")).join("");
      marks.includes("1") ? remember(key, marks) : forget(key);
    });
  }
}
