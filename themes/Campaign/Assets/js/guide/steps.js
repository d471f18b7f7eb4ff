// 带我做: the steps of a guide, one a screen, in large type; read aloud by the device, the screen kept awake. Nothing is sent anywhere.

import { plainText } from "../plain.js";

/** Offers the steps of this page one at a time. */
export function offerSteps() {
  const offer = document.querySelector("[data-steps]");
  const steps = [...document.querySelectorAll(".guide .prose > ol:first-child > li")].map((step) => ({ text: plainText(step), picture: step.querySelector("img") }));
  if (!offer || steps.length === 0 || !window.HTMLDialogElement) return;
  const never = document.querySelector(".guide .prose > ol:first-child + .sign-prohibition");
  if (never) steps.push({ text: plainText(never).replace(/^\S+\s+/, ""), isNever: true });
  offer.hidden = false;
  // Browsers look for the voices of the device when they are first asked.
  localVoice();
  offer.querySelector("button").addEventListener("click", () => open(steps, offer));
}

function open(steps, offer) {
  const voice = localVoice();
  const dialog = element("dialog", "walk");
  const progress = element("p", "walk-progress");
  const text = element("p", "walk-text");
  const back = button("上一步", () => show(at - 1));
  const aloud = button("读出来", () => read(!isReading));
  const next = button("下一步", () => (at === steps.length - 1 ? dialog.close() : show(at + 1)));
  const close = button("退出", () => dialog.close());
  const head = element("div", "walk-head");
  const foot = element("div", "walk-foot");
  const calls = document.querySelector(".calls").cloneNode(true);
  let at = 0;
  let isReading = false;
  let lock;

  text.tabIndex = -1;
  text.setAttribute("aria-live", "polite");
  dialog.setAttribute("aria-label", "带我做");
  next.classList.add("walk-next");
  calls.querySelector(".calls-ways")?.remove();
  head.append(progress, ...(voice ? [aloud] : []), close);
  foot.append(back, next);
  dialog.append(head, text, foot, calls);
  document.body.append(dialog);
  dialog.addEventListener("close", leave);
  document.addEventListener("visibilitychange", stayAwake);
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowRight" && at < steps.length - 1) show(at + 1);
    if (key === "ArrowLeft" && at > 0) show(at - 1);
  });
  dialog.showModal();
  show(0);
  stayAwake();

  function show(step) {
    at = step;
    const { text: words, isNever, picture } = steps[at];
    const count = steps.filter((each) => !each.isNever).length;
    progress.textContent = isNever ? "千万不要" : `第${at + 1}步，共${count}步`;
    dialog.classList.toggle("walk-never", Boolean(isNever));
    text.textContent = words;
    text.scrollTop = 0;
    dialog.querySelector(".walk-picture")?.remove();
    if (picture) text.before(large(picture));
    back.disabled = at === 0;
    next.textContent = at === steps.length - 1 ? "做完了" : "下一步";
    text.focus();
    if (isReading) read(true);
  }

  function read(isOn) {
    isReading = isOn;
    aloud.setAttribute("aria-pressed", String(isOn));
    aloud.textContent = isOn ? "别读了" : "读出来";
    speechSynthesis.cancel();
    if (!isOn) return;
    const words = new SpeechSynthesisUtterance(steps[at].text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    speechSynthesis.speak(words);
  }

  async function stayAwake() {
    if (document.visibilityState !== "visible") return;
    try {
      lock = await navigator.wakeLock?.request("screen");
      if (!dialog.isConnected) lock?.release();
    } catch {
      // The device may refuse, for one when its battery is low.
    }
  }

  function leave() {
    document.removeEventListener("visibilitychange", stayAwake);
    if (voice) speechSynthesis.cancel();
    lock?.release();
    dialog.remove();
    offer.querySelector("button").focus();
  }
}

/** @returns {HTMLImageElement} the picture of a step, to be seen at once */
function large(picture) {
  const made = picture.cloneNode();
  made.loading = "eager";
  made.className = "walk-picture";
  return made;
}

/** Regions whose voices read the page best, by its language, the best first; others are better than none. */
const REGIONS = { "zh-hans": ["CN", "Hans"], "zh-hant": ["TW", "Hant", "HK", "MO"] };

/** @returns {SpeechSynthesisVoice | undefined} a Chinese voice of the device itself: others would send the text away */
function localVoice() {
  const regions = REGIONS[document.documentElement.lang.toLowerCase()] ?? [];
  const rank = ({ lang }) => (regions.findIndex((region) => lang.endsWith(region)) + 1) || regions.length + 1;
  // Some devices write zh_CN.
  const voices = (window.speechSynthesis?.getVoices() ?? []).filter(({ lang, localService }) => localService && /^(zh|cmn)([-_]|$)/i.test(lang));
  return voices.sort((one, other) => rank(one) - rank(other))[0];
}

function button(words, act) {
  const made = element("button", "button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
