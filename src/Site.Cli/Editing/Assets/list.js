// All pages, by kind, with a search and filters; and the way to a new one.
import { ask } from "./ask.js";
import { ask as dialog, doing, labelled, make, say } from "./dom.js";
import { newFromWord } from "./word.js";

const filters = [
  ["all", "全部", () => true],
  ["draft", "草稿", (page) => page.draft],
  ["unsaved", "没有保存", (page) => page.unsaved],
  ["waiting", "待审核", (page) => page.submission === "open"],
  ["review", "要复核", (page) => page.review],
  ["problem", "有问题", (page) => page.errors + page.warnings > 0],
];

export async function showList(main) {
  document.title = "全部页面 - 编辑网站";
  const site = await ask("pages");
  const state = { words: "", kind: "", filter: "all" };
  const rows = make("ul", { class: "pages" });
  const count = make("p", { role: "status" });
  const search = make("input", { type: "search", autocomplete: "off", oninput: () => { state.words = search.value; draw(); } });
  const kind = make("select", { onchange: () => { state.kind = kind.value; draw(); } },
    make("option", { value: "" }, "各类都看"), site.kinds.filter(({ count: has }) => has).map((one) => make("option", { value: one.name }, `${one.label}（${one.count}）`)));
  const buttons = filters.map(([id, label, fits]) => make("button", {
    type: "button", class: "filter", "aria-pressed": String(id === state.filter), onclick: () => { state.filter = id; draw(); },
  }, `${label} ${site.pages.filter(fits).length}`));

  main.replaceChildren(
    make("div", { class: "bar" }, make("h1", {}, site.title), make("div", { class: "buttons" },
      make("button", { type: "button", class: "main", onclick: doing(() => create(site)) }, "新建一页"),
      make("button", { type: "button", onclick: doing(() => newFromWord(site)) }, "从 Word 文件新建"))),
    make("div", { class: "search" }, labelled("搜标题、文件名", search), labelled("哪一类", kind)),
    make("div", { class: "filters", role: "group", "aria-label": "只看" }, buttons),
    count, rows, ...others(site, main), handedIn());
  main.ondragover = (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault(); };
  main.ondrop = (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    doing(() => newFromWord(site, file))();
  };
  draw();
  return () => { main.ondragover = main.ondrop = null; return true; };

  function draw() {
    const words = state.words.trim().toLowerCase().split(/\s+/u).filter(Boolean);
    const fits = filters.find(([id]) => id === state.filter)[2];
    const found = site.pages.filter((page) => fits(page) && (!state.kind || page.kind === state.kind)
      && words.every((word) => `${page.title} ${page.path}`.toLowerCase().includes(word)));
    buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(filters[at][0] === state.filter)));
    count.textContent = found.length ? `${found.length} 页` : "没有这样的页面。";
    rows.replaceChildren(...found.map(row));
  }
}

function row(page) {
  return make("li", {},
    make("a", { href: `#/${page.path}` }, page.title),
    make("p", {}, [page.label, page.date, page.path.replace("content/", "")].filter(Boolean).join(" · ")),
    make("p", { class: "marks" },
      page.draft && make("span", { class: "mark" }, "草稿"),
      page.unsaved && make("span", { class: "mark" }, "有没保存的改动"),
      page.submission === "open" && make("span", { class: "mark" }, "待审核"),
      page.review && make("span", { class: "mark" }, `${page.review} 前要复核`),
      page.errors > 0 && make("span", { class: "mark error" }, `${page.errors} 个错误`),
      page.warnings > 0 && make("span", { class: "mark warning" }, `${page.warnings} 个提醒`)));
}

/** Files that are no pages and have something wrong: names, endings, encodings. */
function others(site, main) {
  if (!site.others.length) return [];
  return [make("h2", {}, "别的文件"), make("ul", { class: "problems" }, site.others.map((file) => make("li", {}, make("p", {}, make("code", {}, file.path)),
    file.problems.map((problem) => make("div", {}, make("p", {}, `${problem.isError ? "错误" : "提醒"}：${problem.what}`), make("p", { class: "help" }, problem.cure),
      problem.button && make("button", { type: "button", onclick: doing(async () => { await ask("mend", { path: file.path }); say("改好了。"); await showList(main); }) }, problem.button.label))))))];
}

const states = { sent: "已做成压缩包", open: "待审核", merged: "已合并", closed: "没有采用" };

/** What was handed in, and what became of it; asked of the server, which may take a while. */
function handedIn() {
  const section = make("section", { "aria-labelledby": "handed-in", hidden: true });
  ask("submissions").then(({ list }) => {
    section.hidden = list.length === 0;
    section.append(make("h2", { id: "handed-in" }, "交上去的"), make("ul", { class: "pages" }, list.map((one) => make("li", {},
      make("a", { href: `#/${one.page}` }, one.title),
      make("p", {}, [`${one.at} 提交`, one.branch && `分支 ${one.branch}`].filter(Boolean).join(" · ")),
      make("p", { class: "marks" }, make("span", { class: "mark" }, states[one.state]), (one.checks ?? []).map(({ name, result }) => make("span", { class: `mark${result === "没有通过" ? " error" : ""}` }, `${name}：${result}`))),
      (one.comments ?? []).map(({ who, text }) => make("blockquote", {}, make("p", {}, `${who}：${text}`))),
      one.unknown && make("p", { class: "help" }, one.unknown),
      one.url && make("p", {}, make("a", { href: one.url, target: "_blank", rel: "noopener" }, "打开合并请求"))))));
  }).catch((fault) => say(fault.message, true));
  return section;
}

async function create(site) {
  const made = await dialog("新建一页", (close) => {
    const kind = make("select", {}, site.kinds.map((one) => make("option", { value: one.name, selected: one.name === "news" }, one.label)));
    const title = make("input", { type: "text", required: true, autocomplete: "off" });
    const start = doing(async () => close(await ask("new", { kind: kind.value, title: title.value })));
    return make("form", { onsubmit: (event) => { event.preventDefault(); start(event); } },
      labelled("写哪一类", kind), labelled("标题", title, "以后还能改。"), make("div", { class: "buttons" }, make("button", { class: "main" }, "建一份草稿")));
  });
  if (made) location.hash = `#/${made.path}`;
}
