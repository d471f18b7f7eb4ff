// The course of a quiz: choose a paper, go through it, see what came of it.
import { cardOf } from "./card.js";
import { forgetAll, keep } from "./device.js";
import { listenForKeys } from "./keys.js";
import { notebook, paperOf, savedRun, seedOf, sharedPaper } from "./papers.js";
import { showResult } from "./result.js";
import { startRun } from "./run.js";
import { changeSettings, fillStart, loadSettings, resetSettings } from "./start.js";
import { inTurns } from "./turns.js";

/**
 * @param {HTMLFormElement} form the questions, as the page has them without script
 * @param {boolean} isLate whether readers see them already: then they stay until a paper is begun
 */
export function startPlayer(form, isLate) {
  const page = form.closest("article");
  const part = (name) => page.querySelector(`[data-part=${name}]`);
  const parts = new Map();
  const one = (name) => parts.get(name) ?? parts.set(name, page.querySelector(`[data-${name}]`)).get(name);
  const key = JSON.parse(one("quiz-key").textContent);
  const list = form.querySelector(".questions");
  const items = [...list.children];
  // Made when they are needed: looking at 200 questions takes a slow phone half a second.
  const cards = new Map();
  const used = new Set();
  const scenarios = new Map([...list.querySelectorAll("[data-scenario]")].map((text) => [text.dataset.scenario, { text, home: text.parentElement }]));
  const say = (words) => (one("say").textContent = words);
  const desk = { page, one, key, items, card, scenarios, say, guard, order, later };
  const settings = loadSettings();
  const shared = sharedPaper(location.hash);
  let run;
  let stopLater;

  listen(page, "click", click);
  listen(form, "change", ({ target }) => run?.change(target.closest("fieldset")));
  listen(form, "input", ({ target }) => run?.change(target.closest("fieldset")));
  listen(form, "submit", (event) => event.preventDefault());
  listenForKeys(form, {
    isOn: () => run && settings.keys,
    choose: guard((fieldset, at) => fieldset?.querySelectorAll(".choices input")[at]?.click()),
    look: guard((fieldset) => run?.look(fieldset)),
    next: guard(() => run?.move(1)),
    back: guard(() => run?.move(-1)),
  });
  addEventListener("pagehide", () => run?.save());
  addEventListener("hashchange", () => sharedPaper(location.hash) && location.reload());
  guard(home)();
  if (isLate) showAllQuestions();
  else if (isQuestion(location.hash)) form.hidden = false;

  /** Back to the start; what was begun stays remembered. */
  function home(isAsked = false) {
    run?.save();
    tidy();
    fillStart(desk, settings, shared);
    show("start");
    if (isAsked) page.querySelector("#start-title").focus();
  }

  function begin(state) {
    const paper = paperOf(state, key);
    tidy();
    run = startRun(desk, state, paper);
    show("run");
    run.turn(state.at);
    run.save();
  }

  function start(kind) {
    if (kind === "resume") return begin(savedRun(key));
    begin({
      kind,
      seed: kind === "shared" ? shared.seed : seedOf(kind, key),
      ids: kind === "wrong" ? notebook(key).map((at) => key.questions[at].id) : undefined,
      answers: {}, points: {}, at: 0,
      layout: settings.layout,
      feedback: kind === "contest" ? "end" : settings.feedback,
      left: kind === "contest" ? key.minutes * 60 : undefined,
    });
  }

  function finish() {
    const results = run.finish();
    if (!results) return;
    run.stop();
    const { state } = run;
    run = undefined;
    noteWrong(results);
    keep(`run:${key.id}`, undefined);
    showResult({ desk, results, state, again: guard(() => begin({ ...state, answers: {}, points: {}, at: 0, isLate: undefined, left: state.kind === "contest" ? key.minutes * 60 : undefined })) });
    for (const { at } of results) items[at].hidden = false;
    later(results, ({ card: made, points }) => {
      made().show(points);
      made().lock();
    });
    show("result");
    page.querySelector("#result-title").focus();
  }

  // Wrong answers stay in the notebook until they are right.
  function noteWrong(results) {
    const wrong = new Set(notebook(key).map((at) => key.questions[at].id));
    for (const { at, points } of results) points === 1 ? wrong.delete(key.questions[at].id) : wrong.add(key.questions[at].id);
    keep(`wrong:${key.id}`, wrong.size > 0 ? [...wrong] : undefined);
  }

  function click({ target }) {
    changeSettings(settings, target);
    const { dataset } = target.closest("button") ?? { dataset: {} };
    if ("start" in dataset) start(dataset.start);
    else if ("back" in dataset) run.move(-1);
    else if ("next" in dataset) run.move(1);
    else if ("finish" in dataset) finish();
    else if ("untimed" in dataset) run.untime();
    else if ("leave" in dataset || "home" in dataset) home(true);
    else if ("clear" in dataset) clear();
  }

  async function clear() {
    await forgetAll();
    resetSettings(settings);
    home(true);
    say("已经清除这台设备上的答题记录。");
  }

  function show(stage) {
    page.dataset.stage = stage;
    part("start").hidden = stage !== "start";
    part("result").hidden = stage !== "result";
    form.hidden = stage === "start";
    part("bar").hidden = part("turn").hidden = stage !== "run";
    part("reset").hidden = true;
    if (part("todays")) part("todays").hidden = true;
  }

  // All questions as they are written, unanswered.
  function tidy() {
    run?.stop();
    run = undefined;
    stopLater?.();
    list.ariaBusy = null;
    order(items);
    scenarios.forEach(({ text, home: place }) => text.parentElement === place || place.prepend(text));
    form.reset();
    for (const item of items) if (item.hidden) item.hidden = false;
    for (const at of cards.keys()) used.add(at);
    later([...used], card);
  }

  // One question; what an earlier paper left in it goes first.
  function card(at) {
    if (!cards.has(at)) cards.set(at, cardOf(items[at], key.questions[at]));
    if (used.delete(at)) cards.get(at).reset();
    return cards.get(at);
  }

  // Puts these questions, and no others, into the list.
  function order(wanted) {
    const { children } = list;
    if (children.length !== wanted.length || wanted.some((item, i) => children[i] !== item)) list.replaceChildren(...wanted);
  }

  // Goes on with each of a list while the reader may go on, too; ends what was going on.
  function later(each, act) {
    stopLater?.();
    list.ariaBusy = "true";
    stopLater = inTurns(each, guard(act), () => (list.ariaBusy = null));
  }

  function isQuestion(hash) {
    try {
      return form.querySelector(`[id="${CSS.escape(decodeURIComponent(hash.slice(1)))}"]`) !== null;
    } catch {
      return false;
    }
  }

  function listen(element, type, act) {
    element.addEventListener(type, guard(act));
  }

  function guard(act) {
    return (...values) => {
      try {
        return act(...values);
      } catch (error) {
        giveUp();
        throw error;
      }
    };
  }

  // As the page has them without script.
  function showAllQuestions() {
    for (const name of ["reset", "todays"]) part(name)?.removeAttribute("hidden");
    form.hidden = false;
    delete page.dataset.stage;
  }

  function giveUp() {
    for (const name of ["start", "result", "bar", "turn"]) part(name).hidden = true;
    showAllQuestions();
    list.replaceChildren(...items);
    tidy();
    [...used].forEach(card);
  }
}
