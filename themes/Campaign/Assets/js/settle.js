/** Whether the wait is over (settings.css) and readers see the page as it is without script: then nothing may move before they ask for it. */
export function isLate() {
  return "switched" in document.documentElement.dataset && document.querySelector("[data-waits]") !== null
    && !document.getAnimations().some(({ animationName }) => animationName === "wait");
}

/** Shows what waited for a script to take its place (settings.css). */
export function settle() {
  for (const part of document.querySelectorAll("[data-waits]")) part.removeAttribute("data-waits");
}
