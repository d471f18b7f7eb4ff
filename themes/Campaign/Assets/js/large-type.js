import { forget, recall, remember } from "./storage.js";

/** Keeps the switch for large type in step with what the reader chose last. */
export function rememberLargeType() {
  const box = document.getElementById("large-type");
  const root = document.documentElement;
  if (!box) return;
  box.checked = recall("large-type") === "1";
  show();
  box.addEventListener("change", () => {
    box.checked ? remember("large-type", "1") : forget("large-type");
    show();
  });

  function show() {
    box.checked ? (root.dataset.large = "") : delete root.dataset.large;
  }
}
