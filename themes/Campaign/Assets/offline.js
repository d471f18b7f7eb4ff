// The service worker of the quizzes, and another of the search: asks the network first, always, and answers from what was kept only where there is none.
const CACHE = `kept-${new URL(self.registration.scope).pathname}`;
const MOST = 300;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && isOurs(event.request.url)) event.respondWith(answer(event));
});

// What a page had loaded before this worker was there.
self.addEventListener("message", (event) => {
  event.waitUntil(Promise.all(event.data.filter(isOurs).map(async (address) => {
    const response = await fetch(address);
    if (response.status === 200) await keep(address, response);
  })));
});

function isOurs(address) {
  return new URL(address).origin === self.location.origin;
}

async function answer(event) {
  try {
    const response = await fetch(event.request);
    if (response.status === 200 && response.type === "basic") event.waitUntil(keep(event.request, response.clone()));
    return response;
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(event.request, { ignoreSearch: event.request.mode === "navigate", ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

// The oldest go where there are too many.
async function keep(request, response) {
  const cache = await caches.open(CACHE);
  await cache.put(request, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
}
