import { settle } from "./settle.js";
import { forget, recall, remember } from "./storage.js";

const CHOICE = "offline";
const CHECKED = "offline-checked";
const PAUSE_IN_MS = 10_000;
const PATIENCE_IN_MS = 5 * 60_000;
const CHECK_EVERY_IN_MS = 6 * 3_600_000;

/** Has the service worker (offline.js) keep what is visited, and quietly what helps in the moment, where nobody counts bytes; elsewhere a reader may ask for it. */
export function keepForOffline() {
  const { worker } = document.documentElement.dataset;
  const box = document.querySelector("[data-offline]");
  // A preview is never kept: what its writer sees is always the newest.
  if (!worker || !navigator.serviceWorker || !globalThis.caches || document.querySelector("script[src^='/@preview/']")) {
    if (box) settle();
    return;
  }
  if (box) offerToKeep(box, worker).finally(settle);
  if (recall(CHOICE) === "no") return;
  if (document.readyState === "complete") start(worker);
  else addEventListener("load", () => start(worker));
}

async function start(worker) {
  const wasServed = navigator.serviceWorker.controller !== null;
  try {
    const active = await register(worker);
    if (!wasServed) {
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      active.postMessage({ seen: [location.href.split("#")[0], ...new Set(loaded)] });
    }
    const isDue = Date.now() - Number(recall(CHECKED) ?? 0) > CHECK_EVERY_IN_MS;
    if (isDue && (recall(CHOICE) === "yes" || isFree())) setTimeout(() => keepSet(active), PAUSE_IN_MS);
  } catch {
    // Without it pages need the network, as any others.
  }
}

async function register(worker) {
  const folder = new URL("./", new URL(worker, location.href)).href;
  // Quizzes and the search had workers of their own once.
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (["quizzes/", "search/"].some((name) => registration.scope === folder + name)) {
      await registration.unregister();
      await caches.delete(`kept-${new URL(registration.scope).pathname}`);
    }
  }
  await navigator.serviceWorker.register(worker);
  return (await navigator.serviceWorker.ready).active;
}

/** Whether nobody counts the bytes. Where the browser does not tell, the reader is asked. */
function isFree() {
  const { connection } = navigator;
  return Boolean(connection) && !connection.saveData && connection.type !== "cellular" && !["slow-2g", "2g", "3g"].includes(connection.effectiveType);
}

/** @returns {Promise<boolean>} whether everything is kept now */
function keepSet(active) {
  return new Promise((resolve) => {
    // A browser may end a worker that takes long, without a word; what it has kept by then stays.
    const patience = setTimeout(() => end(false), PATIENCE_IN_MS);
    navigator.serviceWorker.addEventListener("message", heard);
    function heard({ data }) {
      if (!data.kept && !data.failed) return;
      if (data.kept) remember(CHECKED, String(Date.now()));
      end(Boolean(data.kept));
    }
    function end(isKept) {
      clearTimeout(patience);
      navigator.serviceWorker.removeEventListener("message", heard);
      document.dispatchEvent(new Event("keep"));
      resolve(isKept);
    }
    active.postMessage({ keep: true });
  });
}

/** The page about it: what is kept, a button to keep it, one to let it go, one to install the site. */
async function offerToKeep(box, worker) {
  const [said, ask, drop, install] = ["said", "ask", "drop", "install"].map((name) => box.querySelector(`[data-offline-${name}]`));
  const list = new URL("offline.json", new URL(worker, location.href)).href;
  document.addEventListener("keep", show);
  ask.addEventListener("click", async () => {
    ask.disabled = true;
    said.textContent = "正在存……";
    remember(CHOICE, "yes");
    const isKept = await register(worker).then(keepSet).catch(() => false);
    ask.disabled = false;
    if (!isKept) said.textContent = "没有存完，网络好的时候再按一次。";
  });
  drop.addEventListener("click", async () => {
    remember(CHOICE, "no");
    forget(CHECKED);
    const folder = new URL("./", list);
    await (await navigator.serviceWorker.getRegistration(folder.href))?.unregister();
    await Promise.all(["set", "seen"].map((name) => caches.delete(`${name}-${folder.pathname}`)));
    await show();
    said.textContent = "已经从这台设备上删掉了。";
  });
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    install.hidden = false;
    install.onclick = () => event.prompt();
  });
  await show();

  async function show() {
    const kept = await caches.match(list);
    drop.hidden = !kept;
    ask.hidden = Boolean(kept);
    if (kept) {
      const day = new Date(Number(kept.headers.get("x-kept")));
      const { files, bytes } = await kept.json();
      said.textContent = `这台设备已经存下${files.length}个文件，约${inMegabytes(bytes)}MB，最近一次核对是${day.getMonth() + 1}月${day.getDate()}日。有网络时会自己换成新的。`;
      return;
    }
    const { bytes } = await (await fetch(list)).json();
    ask.textContent = `存到手机，断网也能看（约${inMegabytes(bytes)}MB）`;
    said.textContent = "";
  }
}

function inMegabytes(bytes) {
  return Math.max(.1, bytes / 1_000_000).toFixed(1);
}
