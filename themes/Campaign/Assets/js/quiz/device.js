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

/** Forgets every quiz: answers, wrong ones, settings, and which pages were visited. What every device keeps for use without network stays: it tells nothing of its owner. */
export async function forgetAll() {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach(forget);
  } catch {
    // Nothing was kept.
  }

  await globalThis.caches?.delete(`seen-${document.documentElement.dataset.base}`);
}
