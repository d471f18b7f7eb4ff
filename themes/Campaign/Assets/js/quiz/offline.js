/**
 * Keeps this page for reading without network.
 * @param {string} worker address of the service worker, in the folder that it serves
 * @param {() => Promise<string[]>} [more] addresses of what else it needs
 */
export async function keepForOffline(worker, more = async () => []) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(worker);
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/`));
    active.postMessage([location.href.split("#")[0], ...new Set([...loaded, ...await more()].map((address) => new URL(address, location.href).href))]);
    for (const image of document.querySelectorAll(".questions img")) image.loading = "eager";
  } catch {
    // Without it the page needs the network, as any other.
  }
}
