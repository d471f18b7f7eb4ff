// 自己出卷: seed, length and topics chosen by the reader; the paper, its answer sheet and its key are put together from what the page has.
import { drawPaper } from "./draw.mjs";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Lets the reader of the page choose; the choice stands in the fragment of the address, so that the same paper can be had again. */
export function makeOwnPaper() {
  const page = document.querySelector("[data-own-paper]");
  if (!page) return;
  const form = page.querySelector("[data-form]");
  const say = page.querySelector("[data-say]");
  const key = JSON.parse(page.querySelector("[data-quiz-key]").textContent);
  const lists = [...page.querySelectorAll(".sheet > ol")].map((list) => ({ list, items: [...list.children] }));
  const scenarios = new Map(key.questions.flatMap(({ scenario }, at) => {
    const text = lists[0].items[at].querySelector(".scenario");
    return scenario && text ? [[scenario, text]] : [];
  }));
  const choices = lists[0].items.map((item) => [...item.querySelectorAll(".printed-choices > li > span:last-child")]);

  form.hidden = false;
  form.elements.seed.value = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  recallChoice();
  showMost();
  form.addEventListener("change", showMost);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
  if (location.hash) make();

  function make() {
    const { seed, count } = form.elements;
    const wanted = topics();
    const places = key.questions.flatMap(({ topic }, at) => (wanted === undefined || wanted.includes(topic) ? [at] : []));
    const questions = places.map((at) => key.questions[at]);
    const groups = key.blueprint?.groups ?? [];
    const draw = Math.min(Number(count.value), most(questions, groups));
    if (draw < 1) return (say.textContent = "请至少选一个主题。");
    const paper = drawPaper({ id: key.id, questions, blueprint: { draw, perTopic: [], levels: [], groups, required: [] } }, seed.value)
      .map((drawn) => ({ ...drawn, at: places[drawn.at] }));
    put(paper);
    for (const head of page.querySelectorAll(".sheet-head > span:last-child")) head.textContent = `共${paper.length}题，卷号${seed.value}`;
    for (const name of ["sheet", "key"]) page.querySelector(`[data-part=${name}]`).hidden = !form.elements[name].checked;
    for (const reason of page.querySelectorAll(".paper-reason")) reason.hidden = !form.elements.reasons.checked;
    history.replaceState(null, "", `#${new URLSearchParams(choice())}`);
    say.textContent = `出好了：${paper.length}题。${paper.length < Number(count.value) ? "这些主题没有更多能放在一份卷子里的题。" : ""}`;
  }

  function put(paper) {
    for (const { list, items } of lists) list.replaceChildren(...paper.map(({ at }) => items[at]));
    let told;
    for (const { at, choices: order } of paper) {
      const { scenario } = key.questions[at];
      const item = lists[0].items[at];
      if (scenario && scenario !== told) item.prepend(scenarios.get(scenario));
      told = scenario;
      if (order.length === 0) continue;
      const places = item.querySelectorAll(".printed-choices > li");
      order.forEach((from, to) => places[to].append(choices[at][from]));
      const right = lists[2].items[at].querySelector("[data-letters]");
      right.textContent = order.flatMap((from, to) => (key.questions[at].right.includes(from) ? [LETTERS[to]] : [])).join("、");
    }
  }

  // Of a group of questions that exclude each other a paper has one.
  function most(questions, groups) {
    const grouped = groups.filter((group) => questions.some(({ id }) => group.includes(id)));
    return questions.filter(({ id }) => !groups.some((group) => group.includes(id))).length + grouped.length;
  }

  function topics() {
    const boxes = [...form.querySelectorAll("[name=topic]")];
    return boxes.length === 0 || boxes.every(({ checked }) => checked) ? undefined : boxes.filter(({ checked }) => checked).map(({ value }) => value);
  }

  function showMost() {
    const wanted = topics();
    const count = most(key.questions.filter(({ topic }) => wanted === undefined || wanted.includes(topic)), key.blueprint?.groups ?? []);
    page.querySelector("[data-most]").textContent = count;
    form.elements.count.max = Math.max(count, 1);
  }

  function choice() {
    return { s: form.elements.seed.value, n: form.elements.count.value, t: topics()?.join(",") ?? "", p: ["sheet", "key", "reasons"].filter((name) => form.elements[name].checked).join(",") };
  }

  function recallChoice() {
    const kept = new URLSearchParams(location.hash.slice(1));
    if (/^[0-9a-z-]{1,20}$/i.test(kept.get("s") ?? "")) form.elements.seed.value = kept.get("s");
    if (/^\d{1,3}$/.test(kept.get("n") ?? "")) form.elements.count.value = kept.get("n");
    const wanted = (kept.get("t") ?? "").split(",").filter(Boolean);
    if (wanted.length > 0) for (const box of form.querySelectorAll("[name=topic]")) box.checked = wanted.includes(box.value);
    if (kept.has("p")) for (const name of ["sheet", "key", "reasons"]) form.elements[name].checked = kept.get("p").split(",").includes(name);
  }
}
