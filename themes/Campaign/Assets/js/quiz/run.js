// Going through a paper.
import { clockText, startClock } from "./clock.js";
import { keep } from "./device.js";
import { pointsOf } from "./score.mjs";

const SAVE_PAUSE_IN_MS = 400;

/**
 * @param desk the page's parts, and the quiz
 * @param {{kind: string, seed: string, ids?: string[], answers: Record<string, string[]>, points: Record<string, number>, at: number, layout: "one" | "all",
 * feedback: "each" | "end", left?: number, isLate?: boolean}} state left: seconds of a contest; isLate: its time ran out or was given up
 * @param {{at: number, choices: number[]}[]} paper
 */
export function startRun(desk, state, paper) {
  const { one, key, scenarios, say, guard } = desk;
  const questions = paper.map(({ at }) => key.questions[at]);
  const items = paper.map(({ at }) => desk.items[at]);
  const places = new Map(questions.map(({ id }, i) => [id, i]));
  const ready = new Set();
  let clock;
  let pause;
  let isAsked = false;

  desk.order(items);
  one("meter").max = items.length;
  if (state.left !== undefined) startContest();
  return { state, turn, move, change, look, finish, untime, stop, save };

  /** The question at a place of the paper, as it is on this paper: arranged when it is first needed. */
  function cardAt(i) {
    const card = desk.card(paper[i].at);
    if (ready.has(i)) return card;
    ready.add(i);
    card.arrange(paper[i].choices, i + 1, items.length);
    card.put(state.answers[card.id] ?? []);
    card.hide();
    if (state.feedback === "each") {
      card.offer(guard(() => look(card.fieldset)));
      if (card.id in state.points) card.show(pointsNow(i));
    }

    return card;
  }

  function startContest() {
    one("clock").hidden = one("untimed").hidden = false;
    clock = startClock({
      left: state.left,
      show: (left) => (one("clock").textContent = `剩余${clockText(left)}`),
      say,
      over: guard(() => {
        state.isLate = true;
        one("clock").textContent = "时间到";
        say("时间到。可以交卷，也可以不计时接着做。");
      }),
    });
  }

  function untime() {
    stop();
    state.isLate = true;
    state.left = clock = undefined;
    say("不计时了，慢慢做。");
    cardAt(state.at).focus();
  }

  /** Shows the question at a place of the paper, or all, and takes the focus there. */
  function turn(at) {
    state.at = at;
    const isOne = state.layout === "one";
    items.forEach((item, i) => {
      const isHidden = isOne && i !== at;
      if (item.hidden !== isHidden) item.hidden = isHidden;
    });
    questions.forEach(({ scenario }, i) => {
      const isShown = isOne ? i === at : i === 0 || questions[i - 1].scenario !== scenario;
      if (scenario === undefined || !isShown) return;
      const { text } = scenarios.get(scenario);
      if (text.parentElement !== items[i]) items[i].prepend(text);
    });
    one("back").hidden = one("next").hidden = !isOne;
    one("back").disabled = at === 0;
    one("next").disabled = at === items.length - 1;
    one("finish").hidden = isOne && at < items.length - 1;
    one("missing").replaceChildren();
    progress();
    cardAt(at).focus();
    desk.later(nearest(at), cardAt);
  }

  // Places that are not arranged yet, those behind the reader's first.
  function nearest(at) {
    return [...items.keys()].map((i) => (at + i) % items.length).filter((i) => !ready.has(i));
  }

  function move(by) {
    const to = state.at + by;
    if (state.layout !== "one" || to < 0 || to >= items.length) return;
    turn(to);
    say(`第${to + 1}题，共${items.length}题`);
    saveSoon();
  }

  function change(fieldset) {
    const i = places.get(fieldset?.dataset.question);
    if (i === undefined) return;
    const card = desk.card(paper[i].at);
    state.answers[card.id] = card.answer();
    cardAt(i);
    if (state.feedback === "each") card.hide();
    progress();
    saveSoon();
  }

  /** Shows whether the answer is right. The first look counts; after it the reader may change and look as often as wanted. */
  function look(fieldset) {
    const i = places.get(fieldset?.dataset.question);
    if (i === undefined || state.feedback !== "each") return;
    const card = cardAt(i);
    const points = pointsNow(i);
    if (points === null) {
      card.tell("还没有作答。不会也没关系，可以打开下面的答案看看。").focus();
      return;
    }

    const isFirst = !(card.id in state.points);
    if (isFirst) state.points[card.id] = points;
    card.show(points, isFirst ? "" : "（分数按第一次算）").focus();
    save();
  }

  /** @returns each question with its points; nothing where questions are open and the reader was not yet asked */
  function finish() {
    const results = questions.map(({ id, topic }, i) => ({ at: paper[i].at, card: () => cardAt(i), topic, points: state.points[id] ?? pointsNow(i) }));
    const open = results.filter(({ points }) => points === null).length;
    if (open === 0 || isAsked) return results;
    isAsked = true;
    const first = results.findIndex(({ points }) => points === null);
    const go = Object.assign(document.createElement("button"), { type: "button", className: "plain-button", textContent: `到第${first + 1}题` });
    go.onclick = guard(() => turn(first));
    one("missing").replaceChildren(`还有${open}题没有做。再按一次“交卷”就交，没做的不得分。`, go);
    return undefined;
  }

  function pointsNow(i) {
    return pointsOf(questions[i], state.answers[questions[i].id] ?? [], key.variants);
  }

  function progress() {
    const done = questions.filter(({ id }) => state.answers[id]?.some((value) => value !== "")).length;
    one("meter").value = done;
    one("progress").textContent = state.layout === "one" ? `第${state.at + 1}题，共${items.length}题` : `已做${done}题，共${items.length}题`;
  }

  function saveSoon() {
    clearTimeout(pause);
    pause = setTimeout(save, SAVE_PAUSE_IN_MS);
  }

  function save() {
    clearTimeout(pause);
    if (clock) state.left = clock.left();
    keep(`run:${key.id}`, { ...state, on: questions.map(({ id }) => id) });
  }

  function stop() {
    clearTimeout(pause);
    if (clock) state.left = clock.left();
    clock?.stop();
    one("clock").hidden = one("untimed").hidden = true;
  }
}
