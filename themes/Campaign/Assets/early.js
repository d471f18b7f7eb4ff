// Runs in the head, before anything is painted: large type must not flash.
try {
  if (localStorage.getItem("large-type") === "1") document.documentElement.dataset.large = "";
} catch {
  // Storage is closed to us; the switch still works on this page.
}
