// Which papers there are, and by which seed.
import { load } from "./device.js";
import { asWritten, drawPaper } from "./draw.mjs";

const CHINA_IN_MS = 8 * 3600e3;

/** The seed of a kind of paper: today's day in China, another one each time, or "all" for all questions as written. A contest of a daily quiz is the same for everyone. */
export function seedOf(kind, key) {
  if (kind === "daily" || (kind === "contest" && key.isDaily)) return new Date(Date.now() + CHINA_IN_MS).toISOString().slice(0, 10);
  if (kind === "all" || kind === "wrong" || !key.blueprint) return "all";
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => (byte % 32).toString(32)).join("");
}

/**
 * @param {{seed: string, ids?: string[], on?: string[]}} run ids: the questions of a notebook; on: those that were on the paper when it was begun
 * @returns the paper, as drawPaper gives it; undefined where the quiz has changed meanwhile
 */
export function paperOf({ seed, ids, on }, key) {
  const paper = ids ? asWritten(key).filter(({ at }) => ids.includes(key.questions[at].id)) : seed === "all" ? asWritten(key) : drawPaper(key, seed);
  const isSame = !on || on.join() === paper.map(({ at }) => key.questions[at].id).join();
  return isSame && paper.length > 0 ? paper : undefined;
}

/** The paper that was begun and not finished, or undefined; what this script cannot have kept is none. */
export function savedRun(key) {
  const run = load(`run:${key.id}`);
  const isRun = typeof run?.seed === "string" && Number.isInteger(run.at) && [run.on, run.ids ?? []].every(Array.isArray) && run.answers instanceof Object && run.points instanceof Object;
  return isRun && run.at in run.on && paperOf(run, key) ? run : undefined;
}

/** The paper that a link shares: #s=2026-06-16&p=85. */
export function sharedPaper(hash) {
  const [, seed, score] = /^#s=([0-9a-z-]{1,20})&p=(\d{1,3})$/i.exec(hash) ?? [];
  return seed && Number(score) <= 100 ? { seed, score: Number(score) } : undefined;
}

/** Places of the questions that were answered wrongly and not yet rightly. */
export function notebook(key) {
  const kept = load(`wrong:${key.id}`);
  const ids = new Set(Array.isArray(kept) ? kept : []);
  return key.questions.flatMap(({ id }, at) => (ids.has(id) ? [at] : []));
}
