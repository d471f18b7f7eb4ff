// The script of the search page. The index is loaded when the reader first searches; if it cannot be had, the lists below stay.
import { find, worthOf } from "./js/search/find.js";
import { openIndex } from "./js/search/index.js";
import { excerptOf, marked } from "./js/search/marks.js";
import { pinnedFor } from "./js/search/pinned.js";

const PAGE = 10;
const PAUSE_IN_MS = 200;
const MOST_EXCERPTS = 5;
const FEW_PAGES = 5;
const MOST_FILES_KEPT = 200;

const form = document.querySelector("[data-search]");
const input = form.elements.q;
const results = document.querySelector("[data-results]");
const [status, words, kinds, list, more] = ["status", "words", "kinds", "list", "more"].map((name) => results.querySelector(`[data-${name}]`));
let index;
let answer;
let kind = "";
let shown = 0;
let turn = 0;
let pause;

input.value = new URLSearchParams(location.search).get("q") ?? "";
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(search, PAUSE_IN_MS);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
more.addEventListener("click", showMore);
form.addEventListener("keydown", (event) => move(event, -1));
list.addEventListener("keydown", (event) => move(event, links().indexOf(document.activeElement)));
keepIndex();
if (input.value) {
  // What stands below the results is seen when they are there, so that nothing jumps.
  form.parentElement.dataset.searching = "";
  search().finally(() => delete form.parentElement.dataset.searching);
}

async function search() {
  clearTimeout(pause);
  const mine = ++turn;
  const typed = input.value.trim();
  history.replaceState(null, "", typed ? `?q=${encodeURIComponent(typed)}` : location.pathname);
  results.hidden = typed === "";
  delete results.dataset.shown;
  if (typed === "") return;
  const pinned = pinnedFor(typed);
  status.textContent = "正在找……";
  list.replaceChildren(...pinned ? [pinned.row] : []);
  for (const part of [words, kinds, more]) part.hidden = true;
  try {
    index ??= await openIndex(form.dataset.search, form.dataset.searchPages);
    const found = await find(index, typed);
    if (mine !== turn) return;
    [answer, kind] = [{ ...found, typed, pinned }, ""];
    await start(mine);
  } catch {
    if (mine !== turn) return;
    index = undefined;
    status.textContent = pinned ? "先看这一篇。别的内容暂时搜不了，请看下面的主题。" : "搜索暂时用不了，请看下面的主题。";
  }
}

/** Has the service worker keep every file of the index, where it is small and nobody counts bytes, so that all words are found without network. */
async function keepIndex() {
  if (!navigator.serviceWorker || navigator.connection?.saveData) return;
  const { active } = await navigator.serviceWorker.ready;
  try {
    index ??= await openIndex(form.dataset.search, form.dataset.searchPages);
    active.postMessage({ seen: index.files(MOST_FILES_KEPT).map((address) => new URL(address, location.href).href) });
  } catch {
    // The index cannot be had now.
  }
}

/** Shows the results from the first on. */
async function start(mine) {
  shown = 0;
  status.textContent = said();
  list.replaceChildren(...answer.pinned && kind === "" ? [answer.pinned.row] : []);
  offerWords();
  offerKinds();
  await show(mine);
}

function said() {
  const { pages, near, isWhole, instead, unknown, known, shown: written, typed, pinned } = answer;
  const count = `找到${pages.length}篇${isWhole ? "" : "以上，先列最有用的"}${near.length > 0 ? "，另有几篇也有关" : ""}`;
  if (pages.length > 0) return instead ? `${count}“${written(instead)}”。没有找到“${typed}”。` : count;
  if (unknown.length > 0) return `没有找到“${unknown.map(written).join("”“")}”。${pinned ? "先看这一篇。" : near.length > 0 ? `下面是最接近的${near.length}篇。` : known.length > 0 ? "可以只搜：" : "换个说法，或者看看下面的主题。"}`;
  if (pinned) return `找到1篇${near.length > 0 ? "，下面几篇也有关" : ""}`;
  if (near.length > 0) return `没有哪一篇全有“${typed}”，下面是最接近的${near.length}篇。`;
  return known.length > 0 ? "没有哪一篇同时有这几个词。可以只搜：" : `没有找到“${typed}”。换个说法，或者看看下面的主题。`;
}

/** Other words to search for, where the query as typed does not find it all. */
function offerWords() {
  const offered = answer.pages.length > 0 ? answer.others : answer.known;
  words.replaceChildren(...answer.pages.length > 0 && offered.length > 0 ? ["也可能要找："] : [], ...offered.map(answer.shown).map((text) => button(text, () => {
    input.value = text;
    input.focus();
    search();
  })));
  words.hidden = offered.length === 0;
}

function offerKinds() {
  const counts = new Map();
  for (const page of answer.pages) counts.set(index.rangeOf(page).kind, (counts.get(index.rangeOf(page).kind) ?? 0) + 1);
  const choices = [["", answer.pages.length], ...counts];
  kinds.hidden = counts.size < 2 || answer.pages.length <= FEW_PAGES;
  kinds.replaceChildren(...choices.map(([name, count]) => {
    const choice = button(name || "全部", () => {
      kind = name;
      const mine = ++turn;
      start(mine).then(() => mine === turn && kinds.querySelector("[aria-pressed=true]").focus());
    });
    choice.setAttribute("aria-pressed", name === kind);
    choice.append(element("span", "count", ` ${count}`));
    return choice;
  }));
}

function wanted() {
  const { pages, near } = answer;
  return kind === "" ? [...pages, ...near] : pages.filter((page) => index.rangeOf(page).kind === kind);
}

async function showMore() {
  const [mine, from] = [++turn, links().length];
  if (!answer.isWhole && shown + PAGE >= wanted().length) {
    const found = await find(index, answer.instead ?? answer.typed, true);
    if (mine !== turn) return;
    const before = wanted().slice(0, shown);
    answer = { ...answer, ...found, instead: answer.instead, others: answer.others, pages: [...before, ...found.pages.filter((page) => !before.includes(page))] };
    status.textContent = said();
    offerKinds();
  }
  await show(mine);
  if (mine === turn) links()[from]?.focus();
}

async function show(mine) {
  const pages = wanted().slice(shown, shown + PAGE);
  const described = await Promise.all(pages.map(async (page) => ({ page, ...await index.describe(page), kind: index.rangeOf(page).kind })));
  if (mine !== turn) return;
  if (shown === 0) described.sort((a, b) => worthOf(answer, b) - worthOf(answer, a));
  const rows = described.filter(({ href }) => kind !== "" || href !== answer.pinned?.href).map(row);
  list.append(...rows);
  shown += pages.length;
  more.hidden = shown >= wanted().length && answer.isWhole;
  await addExcerpts(rows);
  if (mine === turn) results.dataset.shown = answer.typed;
}

function row(page) {
  const item = element("li", "row row-found");
  const body = element("div", "row-body");
  const link = element("a", "row-title");
  const text = element("p");
  link.href = page.href;
  link.append(...marked(page.title, answer.marks, page.shownTitle));
  text.append(...marked(page.summary, answer.marks, page.shownSummary));
  body.append(link, text);
  item.append(element("span", "row-lead", page.kind), body);
  return item;
}

/** Where neither title nor summary has a word of the query, the page itself is asked for a sentence that has one. */
async function addExcerpts(rows) {
  const silent = rows.filter((item) => !item.querySelector("mark")).slice(0, MOST_EXCERPTS);
  const simplified = index.isTraditional && silent.length > 0 ? await index.simplified() : undefined;
  await Promise.all(silent.map(async (item) => {
    const text = item.querySelector("p");
    const [excerpt, shownExcerpt] = await excerptOf(item.querySelector("a").href, answer.marks, text.textContent.length, simplified).catch(() => []);
    if (item.isConnected && excerpt) text.replaceChildren(...marked(excerpt, answer.marks, shownExcerpt));
  }));
}

function links() {
  return [...list.querySelectorAll("a")];
}

/** Arrow keys go from the box through the results and back. */
function move(event, from) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing || (event.target === input && (step < 0 || results.hidden))) return;
  const next = from + step < 0 ? input : links()[from + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function button(text, act) {
  const made = element("button", "button", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
