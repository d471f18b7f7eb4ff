// What this device remembers of quizzes: the paper that was begun, wrong answers, how the reader likes it. All keys begin with "quiz:".
import { forget, recall, remember } from "../storage.js";

const PREFIX = "quiz:";

/** @returns {any} what was kept under a name, or undefined: nothing, or not ours */
export function load(name) {
  try {
    return JSON.parse(recall(PREFIX + name)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(name, value) {
  value === undefined ? forget(PREFIX + name) : remember(PREFIX + name, JSON.stringify(value));
}

/** Forgets every quiz: answers, wrong ones, settings, and what was kept for offline use. */
export async function forgetAll() {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach(forget);
  } catch {
    // Nothing was kept.
  }

  // The worker of the search, which serves another folder, stays.
  const workers = ((await navigator.serviceWorker?.getRegistrations()) ?? []).filter(({ scope }) => location.href.startsWith(scope));
  await Promise.all(workers.map(async (worker) => {
    await worker.unregister();
    await globalThis.caches?.delete(`kept-${new URL(worker.scope).pathname}`);
  }));
}
