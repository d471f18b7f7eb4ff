// The search page. The index is loaded when the reader first searches; if it cannot be had, the lists below stay.
import { find, readable } from "../../../../src/node/search-query.mjs";

const PAGE = 10;
const PAUSE_IN_MS = 200;

export function startSearch() {
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const input = form.elements.q;
  const results = document.querySelector("[data-results]");
  const status = results.querySelector("[data-status]");
  const list = results.querySelector("[data-list]");
  const more = results.querySelector("[data-more]");
  let index;
  let found = [];
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
  more.addEventListener("click", () => show(turn));
  if (input.value) search();

  async function search() {
    clearTimeout(pause);
    const mine = ++turn;
    const words = input.value.trim();
    history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
    results.hidden = words === "";
    if (words === "") return;
    status.textContent = "正在找……";
    try {
      index ??= await import(`${document.documentElement.dataset.base}pagefind/pagefind.js`);
      const answer = await find(index, words);
      if (mine !== turn) return;
      found = answer;
      list.replaceChildren();
      status.textContent = found.length ? `找到${found.length}篇` : `没有找到“${words}”。换个说法，或者看看下面的主题。`;
      await show(mine);
    } catch {
      index = undefined;
      status.textContent = "搜索暂时用不了，请看下面的主题。";
      list.replaceChildren();
      more.hidden = true;
    }
  }

  async function show(mine) {
    const from = list.children.length;
    const pages = await Promise.all(found.slice(from, from + PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    list.append(...pages.map(row));
    more.hidden = list.children.length >= found.length;
    if (from > 0) list.children[from]?.querySelector("a").focus();
  }
}

function row(page) {
  const item = element("li", "row row-found");
  const kind = element("span", "row-lead", page.meta.kind ?? "");
  const body = element("div", "row-body");
  const link = element("a", "row-title", readable(page.meta.title));
  const text = element("p");
  link.href = page.url;
  text.append(...marked(page));
  body.append(link, text);
  item.append(kind, body);
  return item;
}

/** The page's summary, or where it has none the excerpt, with the words found marked, single characters aside; nothing else of the excerpt's HTML is taken over. */
function marked(page) {
  const html = new DOMParser().parseFromString(readable(page.excerpt).replaceAll("</mark><mark>", ""), "text/html");
  const found = new Set([...html.querySelectorAll("mark")].map((mark) => mark.textContent).filter((word) => word.length > 1));
  const text = readable(page.meta.summary ?? "") || html.body.textContent;
  return cut(text, [...found]).map((part) => (found.has(part) ? element("mark", "", part) : part));
}

/** The text cut before and after each of these words. */
function cut(text, words) {
  if (words.length === 0) return [text];
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text.split(new RegExp(`(${any})`, "u")).filter(Boolean);
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
