// What came of a paper.
import { rounded, textOf } from "./card.js";
import { saveCard } from "./picture.js";

const SVG = "http://www.w3.org/2000/svg";

/** Fills the result. @param {{desk: any, results: {at: number, topic?: string, points: number | null}[], state: any, again: () => void}} of */
export function showResult({ desk, results, state, again }) {
  const { page, one, key, say } = desk;
  const score = share(results);
  one("score").textContent = score;
  one("score").classList.toggle("is-short", score < (key.pass ?? 0));
  one("told").textContent = summary(results, key.pass, score, state);
  showPowers(one("powers"), key, results);
  showWrong(desk, results);
  showReading(page.querySelector("[data-part=reading]"), key, results);
  one("again").onclick = again;
  one("share").hidden = state.ids !== undefined;
  one("link").value = `${location.href.split("#")[0]}#s=${state.seed}&p=${score}`;
  one("copy").onclick = () => copy(one("link"), say);
  one("card").hidden = score < (key.pass ?? 0);
  one("draw-card").onclick = () => saveCard({ key, score, name: one("name").value.trim(), seed: state.seed });
}

/** Points reached of those there are, 0 to 100; whole, and 100 only for all of them. */
function share(results) {
  const sum = results.reduce((all, { points }) => all + (points ?? 0), 0);
  return Math.floor((sum / results.length) * 100 + 1e-9);
}

function summary(results, pass, score, { isLate, kind }) {
  const right = results.filter(({ points }) => points === 1).length;
  const part = results.filter(({ points }) => points > 0 && points < 1).length;
  const words = [`${results.length}题，全对${right}题`];
  if (part > 0) words.push(`对一部分${part}题`);
  const level = pass === undefined ? "" : score >= pass ? `到了${pass}分，掌握了。` : `离掌握（${pass}分）还差${pass - score}分，看看下面的解析，再做一遍。`;
  return `${words.join("，")}。${level}${kind === "contest" && isLate ? "没有在比赛时间内做完。" : ""}`;
}

function showPowers(body, key, results) {
  const named = key.topics.filter((topic) => results.some((result) => result.topic === topic));
  const topics = results.some(({ topic }) => topic === undefined) ? [...named, undefined] : named;
  body.replaceChildren(...topics.map((topic) => {
    const own = results.filter((result) => result.topic === topic);
    const percent = share(own);
    const row = document.createElement("tr");
    const head = element("th", (key.shownTopics ?? key.topics)[key.topics.indexOf(topic)] ?? "其他");
    head.scope = "row";
    const last = element("td", `${percent}%`);
    last.prepend(bar(percent));
    row.append(head, element("td", `${rounded(own.reduce((all, { points }) => all + (points ?? 0), 0))} / ${own.length}`), last);
    return row;
  }));
}

function bar(percent) {
  const svg = document.createElementNS(SVG, "svg");
  const rectangle = (name, width) => {
    const made = document.createElementNS(SVG, "rect");
    for (const [attribute, value] of Object.entries({ class: name, width, height: 10 })) made.setAttribute(attribute, value);
    return made;
  };
  svg.setAttribute("class", "power");
  svg.setAttribute("viewBox", "0 0 100 10");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  svg.append(rectangle("power-all", 100), rectangle("power-own", percent));
  return svg;
}

function showWrong({ one, key, items }, results) {
  const wrong = results.filter(({ points }) => points !== 1);
  one("wrongs").hidden = wrong.length === 0;
  one("wrong-list").replaceChildren(...wrong.map(({ at }) => {
    const item = document.createElement("li");
    const link = element("a", textOf(items[at]));
    link.href = `#${key.questions[at].id}`;
    item.append(link);
    return item;
  }));
}

// The weakest topics first; those without a mistake, and those that were not on the paper, last.
function showReading(part, key, results) {
  const strength = (group) => {
    const own = results.filter(({ topic }) => topic === group.dataset.topic);
    return own.length === 0 ? 101 : share(own);
  };
  part?.append(...[...part.querySelectorAll("[data-topic]")].sort((a, b) => strength(a) - strength(b)), ...part.querySelectorAll("div:not([data-topic])"));
}

async function copy(field, say) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    say("链接已经复制。");
  } catch {
    say("没能复制。链接已经选中，请自己复制。");
  }
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
