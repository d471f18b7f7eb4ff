/** Keeps this page for reading without network. @param {string} worker address of the service worker, in the folder that it serves */
export async function keepForOffline(worker) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(worker);
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/`));
    active.postMessage([location.href.split("#")[0], ...new Set(loaded)]);
    for (const image of document.querySelectorAll(".questions img")) image.loading = "eager";
  } catch {
    // Without it the page needs the network, as any other.
  }
}
