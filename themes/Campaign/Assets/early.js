// Runs in the head, before anything is painted: large type must not flash, and the switch for it works at once.
const root = document.documentElement;
root.dataset.switched = "";
document.addEventListener("change", ({ target }) => {
  if (target.id === "large-type") target.checked ? (root.dataset.large = "") : delete root.dataset.large;
});
try {
  if (localStorage.getItem("large-type") === "1") root.dataset.large = "";
} catch {
  // Storage is closed to us; the switch still works on this page.
}
