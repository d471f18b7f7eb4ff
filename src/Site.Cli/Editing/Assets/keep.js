// In each page of the view: draws it again when the editor says that the text has changed. Reloading keeps the place that was scrolled to.
const { editor } = document.currentScript.dataset;
addEventListener("message", ({ origin, data }) => {
  if (origin === editor && data === "reload") location.reload();
});
