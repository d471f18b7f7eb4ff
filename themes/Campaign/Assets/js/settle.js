/** Shows what waited for a script to take its place (settings.css). */
export function settle() {
  for (const part of document.querySelectorAll("[data-waits]")) part.removeAttribute("data-waits");
}
