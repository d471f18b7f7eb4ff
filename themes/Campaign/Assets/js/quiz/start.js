// The panel that a quiz starts from.
import { textOf } from "./card.js";
import { keep, load } from "./device.js";
import { notebook, savedRun } from "./papers.js";

const DEFAULTS = { layout: "one", feedback: "each", keys: true };

/** @returns {{layout: "one" | "all", feedback: "each" | "end", keys: boolean}} how this reader likes it */
export function loadSettings() {
  return { ...DEFAULTS, ...load("settings") };
}

export function resetSettings(settings) {
  Object.assign(settings, DEFAULTS);
}

/** Takes over a choice that the reader made in the panel. @param {EventTarget} target */
export function changeSettings(settings, { name, type, checked, value }) {
  if (!name?.startsWith("player-")) return;
  settings[name.slice("player-".length)] = type === "checkbox" ? checked : value;
  keep("settings", settings);
}

/** Fills the panel with what the device remembers and what a link shares. */
export function fillStart({ page, one, key, items }, settings, shared) {
  const saved = savedRun(key);
  const wrong = notebook(key);
  one("start=resume").hidden = !saved;
  one("resume").textContent = saved ? `做到第${saved.at + 1}题` : "";
  one("start=wrong").hidden = wrong.length === 0;
  one("wrong").textContent = `${wrong.length}题`;
  one("notebook").replaceChildren(...wrong.map((at) => Object.assign(document.createElement("li"), { textContent: textOf(items[at]) })));
  one("start=shared").hidden = one("shared").hidden = !shared;
  if (shared) one("shared-score").textContent = shared.score;
  for (const [name, value] of Object.entries(settings)) {
    for (const input of page.querySelectorAll(`[name=player-${name}]`)) input.checked = input.type === "checkbox" ? value : input.value === value;
  }
}
