/** Whether the wait is over (settings.css) and readers see the page as it is without script: then nothing may move before they ask for it. */
export function isLate() {
  return "switched" in document.documentElement.dataset && document.querySelector("[data-waits]") !== null
    && !document.getAnimations().some(({ animationName }) => animationName === "wait");
}

/**
 * Shows what waited for a script to take its place (settings.css). The mark at the root does so at once: what a rule with :has() keeps back stays hidden in Chromium though
 * nothing waits any longer.
 */
export function settle() {
  document.documentElement.dataset.settled = "";
  for (const part of document.querySelectorAll("[data-waits]")) part.removeAttribute("data-waits");
}
