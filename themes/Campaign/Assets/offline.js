// The service worker of the site. Pages come from the network wherever there is one; what was kept is shown only where there is none or it is very slow, and says then how old it is.
const SCOPE = self.registration.scope;
const ROOT = new URL(SCOPE).pathname;
/** What /offline.json lists. */
const SET = `set-${ROOT}`;
/** What was visited. */
const SEEN = `seen-${ROOT}`;
const LIST = new URL("offline.json", SCOPE).href;
const PLACE = new URL("offline/", SCOPE).href;
/** Pages in traditional characters are kept where they were visited; of the others the simplified ones are shown. */
const TRADITIONAL_PAGES = `${SCOPE}zh-hant/`;
const MOST_SEEN = 300;
const LARGEST_IN_BYTES = 2_000_000;
const PATIENCE_IN_MS = 4000;
const AT_ONCE = 4;
const KEPT_AT = "x-kept";
const HASH = "x-hash";
const DIGITS_OF_HASH = 16;
const WORDS = {
  none: "没有网络。你看的是{day}存下的页面。",
  slow: "网络很慢。你看的是{day}存下的页面。",
  down: "网站暂时打不开。你看的是{day}存下的页面。",
  missing: "没有网络，要看的那一页没有存下。先看存下的这些。",
};
const TRADITIONAL = {
  none: "沒有網路。你看的是{day}存下的頁面。",
  slow: "網路很慢。你看的是{day}存下的頁面。",
  down: "網站暫時打不開。你看的是{day}存下的頁面。",
  missing: "沒有網路，要看的那一頁沒有存下。先看存下的這些。",
  simplified: "沒有網路。這一頁只存了簡體，是{day}存下的。",
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE) && !request.headers.has("range")) event.respondWith(answer(event));
});
self.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data.seen) event.waitUntil(Promise.all(data.seen.filter((address) => address.startsWith(SCOPE)).map(see)));
  if (data.keep) event.waitUntil(keepSet(source).catch(() => source?.postMessage({ failed: true })));
});

function answer(event) {
  const { request } = event;
  if (request.mode === "navigate") return page(event);
  return request.url.startsWith(`${SCOPE}assets/`) ? asset(event) : other(event);
}

async function page(event) {
  const address = plain(event.request.url);
  const cache = caches.open(SEEN);
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((response) => isWhole(response) ? keep(cache, address, response.clone()) : isGone(response) && letGo(address)).catch(() => undefined));
  const first = await Promise.race([fresh.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, PATIENCE_IN_MS, "slow"))]);
  if (first !== "slow" && first?.status < 500) return first;
  const kept = await find(address);
  if (kept) return noted(kept, address, first === "slow" ? "slow" : first ? "down" : "none");
  try {
    return await fresh;
  } catch (error) {
    const simplified = isTraditional(address) && await find(address.replace(TRADITIONAL_PAGES, SCOPE));
    if (simplified) return noted(simplified, address, "simplified");
    const place = await find(PLACE);
    if (place) return noted(place, address, "missing");
    throw error;
  }
}

/** The name of a file below assets/ tells what is in it: it never changes. */
async function asset(event) {
  const kept = await find(event.request.url);
  return kept ?? visited(event);
}

async function other(event) {
  try {
    return await visited(event);
  } catch (error) {
    const kept = await find(event.request.url);
    if (kept) return kept;
    throw error;
  }
}

async function visited(event) {
  const { request } = event;
  const cache = isForReading(request.url) && caches.open(SEEN);
  const response = await fetch(request);
  if (cache && isWhole(response)) event.waitUntil(keep(cache, request.url, response.clone()));
  return response;
}

function isForReading(address) {
  return ["assets/", "search/", "zh-hant/search/", "quizzes/"].some((folder) => address.startsWith(SCOPE + folder));
}

function isGone(response) {
  return response.status === 404 || response.status === 410;
}

/** What the site has taken down is shown no more, whatever was kept of it. */
async function letGo(address) {
  await Promise.all([SET, SEEN].map(async (name) => (await caches.open(name)).delete(address)));
}

function isWhole(response) {
  return response.status === 200 && response.type === "basic" && !response.redirected;
}

/** Keeps what a page had loaded before this worker was there. */
async function see(address) {
  const cache = caches.open(SEEN);
  const response = await fetch(address);
  if (isWhole(response)) await keep(cache, address.includes("?v=") ? address : plain(address), response);
}

/**
 * Keeps what was visited. The oldest go where there are too many.
 * @param {Promise<Cache>} opened before what is kept was fetched: when a reader has everything deleted meanwhile, it goes nowhere
 */
async function keep(opened, address, response) {
  if (Number(response.headers.get("content-length")) > LARGEST_IN_BYTES) return;
  const cache = await opened;
  await put(cache, address, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_SEEN)).map((key) => cache.delete(key)));
}

/** Keeps what /offline.json lists: fetches what changed, then lets go what is listed no more. */
async function keepSet(source) {
  const cache = await caches.open(SET);
  const listed = await fetch(LIST, { cache: "no-cache" });
  if (!listed.ok) throw new Error(`${listed.status} ${LIST}`);
  const list = listed.clone();
  const { files, bytes } = await listed.json();
  const wanted = new Map(files.map(({ address, hash }) => [new URL(address, SCOPE).href, hash]));
  const missing = [];
  for (const [address, hash] of wanted) {
    if ((await cache.match(address))?.headers.get(HASH) !== hash) missing.push(address);
  }
  const next = missing.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const address of next) {
      const response = await fetch(address, { cache: "no-cache" });
      if (isGone(response)) continue;
      if (!isWhole(response)) throw new Error(`${response.status} ${address}`);
      await put(cache, address, response, wanted.get(address));
    }
  }));
  await put(cache, LIST, list);
  const stale = (await cache.keys()).filter(({ url }) => url !== LIST && !wanted.has(url));
  await Promise.all(stale.map((key) => cache.delete(key)));
  source?.postMessage({ kept: { files: files.length, fetched: missing.length, bytes } });
}

/** @param hash of what is listed; what has another one is kept without, and so fetched again at the next look */
async function put(cache, address, response, hash = "") {
  const headers = new Headers(response.headers);
  const body = await response.blob();
  headers.set(KEPT_AT, String(Date.now()));
  if (hash && await hashOf(body) === hash) headers.set(HASH, hash);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  await cache.put(address, new Response(body, { headers }));
}

async function hashOf(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await body.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, DIGITS_OF_HASH);
}

/** @returns the newest copy of what is at an address, or undefined; a browser may refuse to look into a cache that is not there yet */
async function find(address) {
  const found = await Promise.all([SET, SEEN].map((cacheName) => caches.match(address, { cacheName }).catch(() => undefined)));
  return found.filter(Boolean).sort((a, b) => keptAt(b) - keptAt(a))[0];
}

function isTraditional(address) {
  return address.startsWith(TRADITIONAL_PAGES);
}

function keptAt(response) {
  return Number(response.headers.get(KEPT_AT));
}

/** @returns the address without query and fragment: what readers search for is kept nowhere */
function plain(address) {
  const url = new URL(address);
  return url.origin + url.pathname;
}

/** @returns the page with a line above it that says what it is */
async function noted(response, address, why) {
  const html = await response.text();
  const day = new Date(keptAt(response));
  const isThisYear = day.getFullYear() === new Date().getFullYear();
  const words = (isTraditional(address) ? TRADITIONAL : WORDS)[why].replace("{day}", `${isThisYear ? "" : `${day.getFullYear()}年`}${day.getMonth() + 1}月${day.getDate()}日`);
  return new Response(html.replace(/<main\b[^>]*>/, (main) => `${main}<p class="kept-note" role="status">${words}</p>`), { headers: response.headers });
}
