// The text of a page: a box with a row of buttons. Everything a button does can be undone like typing.
import { ask, sendFile } from "./ask.js";
import { ask as dialog, doing, labelled, make, say } from "./dom.js";
import { editQuestion } from "./quiz.js";

const signs = [["WARNING", "警告"], ["CAUTION", "禁止"], ["IMPORTANT", "必须"], ["TIP", "提示"], ["NOTE", "说明"]];

/** Puts a text in the place of what is chosen, as if it were typed: so the browser can undo it. */
export function insert(area, text, start = area.selectionStart, end = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(start, end);
  if (area.value.slice(start, end) === text) return;
  const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (!done) {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** @param page gives { path, isQuiz, topics(): of a quiz, pages(): for links, upload(file): asks for a picture and gives its path and words } */
export function drawText(area, page) {
  const mirror = make("div", { class: "mirror", "aria-hidden": "true" });
  const tools = make("div", { class: "tools", role: "toolbar", "aria-label": "文字工具", "aria-controls": area.id });
  const tool = (label, work, title = label) => make("button", { type: "button", title, onclick: doing(work) }, label);
  const sign = make("select", { "aria-label": "提示框", onchange: () => { if (sign.value) quote(sign.value); sign.value = ""; } },
    make("option", { value: "" }, "提示框"), signs.map(([word, label]) => make("option", { value: word }, label)));
  tools.append(
    tool("小标题", () => lines((line) => `## ${line.replace(/^#+ */u, "")}`)),
    tool("下一级标题", () => lines((line) => `### ${line.replace(/^#+ */u, "")}`)),
    tool("加粗", bold, "加粗（Ctrl+B）"),
    tool("列表", () => lines((line) => (line.startsWith("- ") ? line.slice(2) : `- ${line.replace(/^\d+\. /u, "")}`))),
    tool("编号", () => { let number = 0; lines((line) => `${++number}. ${line.replace(/^(- |\d+\. )/u, "")}`); }),
    tool("链接", link, "链接（Ctrl+K）"),
    tool("照片", picture),
    tool("表格", table),
    sign,
    ...(page.isQuiz ? [tool("题目", question, "加一道题，或者改光标所在的题")] : []),
    tool("撤销", () => { area.focus(); document.execCommand("undo"); }, "撤销（Ctrl+Z）"),
    tool("重做", () => { area.focus(); document.execCommand("redo"); }, "重做（Ctrl+Y）"));

  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key === "b") { event.preventDefault(); bold(); }
    if (event.key === "k") { event.preventDefault(); doing(link)(event); }
  });
  area.addEventListener("input", fit);
  area.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files];
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    if (!html && files.length) {
      event.preventDefault();
      drop(files);
    } else if (html || /[\t\u00A0\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\u3000\uFF01-\uFF5E\uE000-\uF8FF]/u.test(text)) {
      event.preventDefault();
      doing(() => paste(html, text))();
    }
  });
  area.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault(); });
  area.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    drop([...event.dataTransfer.files]);
  });

  return { tools, mirror, fit, mark };

  async function paste(html, text) {
    const answer = await ask("paste", { html, text });
    if (!answer.markdown && answer.notes.length) throw new Error(`${answer.notes.join("；")}。`);
    insert(area, answer.markdown);
    say(answer.notes.length ? `已粘贴。${answer.notes.join("；")}。` : "已粘贴。");
  }

  async function drop(files) {
    for (const file of files) {
      try {
        if (/\.(docx?|wps)$/iu.test(file.name)) {
          const read = await sendFile("insert-word", { path: page.path, name: file.name }, file);
          insert(area, read.markdown);
          say([`“${file.name}”放进来了`, ...read.notes].join("；") + "。");
          continue;
        }
        const made = await page.upload(file);
        if (made) block(`![${made.alt}](${made.path})`);
      } catch (fault) {
        say(fault.message, true);
      }
    }
  }

  /** The lines that are chosen, each changed. */
  function lines(change) {
    const { value, selectionStart, selectionEnd } = area;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const found = value.indexOf("\n", Math.max(selectionEnd - (selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? 1 : 0), start));
    const end = found < 0 ? value.length : found;
    const before = start > 1 && value[start - 2] !== "\n" && !/^(- |\d+\. )/u.test(value.slice(value.lastIndexOf("\n", start - 2) + 1)) ? "\n" : "";
    insert(area, before + value.slice(start, end).split("\n").map((line) => (line.trim() || start === end ? change(line) : line)).join("\n"), start, end);
  }

  function bold() {
    const { value, selectionStart: start, selectionEnd: end } = area;
    const chosen = value.slice(start, end);
    const text = chosen.trim();
    if (!text) {
      insert(area, "****");
      area.setSelectionRange(start + 2, start + 2);
    } else {
      insert(area, chosen.replace(text, () => (/^\*\*[^]*\*\*$/u.test(text) ? text.slice(2, -2) : `**${text}**`)));
    }
  }

  /** Something with an empty line before and after it. */
  function block(text) {
    const { value, selectionEnd } = area;
    const found = value.indexOf("\n", selectionEnd);
    const end = found < 0 ? value.length : found;
    const line = value.slice(value.lastIndexOf("\n", end - 1) + 1, end);
    insert(area, `${line.trim() ? "\n\n" : ""}${text}${value.slice(end).startsWith("\n\n") || end === value.length ? "\n" : "\n\n"}`, end, end);
  }

  function quote(word) {
    const chosen = area.value.slice(area.selectionStart, area.selectionEnd).trim();
    if (chosen) insert(area, `> [!${word}]\n${chosen.split("\n").map((line) => `> ${line}`).join("\n")}`);
    else block(`> [!${word}]\n> `);
  }

  async function link() {
    const { selectionStart: start, selectionEnd: end } = area;
    const chosen = area.value.slice(start, end);
    const made = await dialog("插入链接", (close) => {
      const words = make("input", { type: "text", value: chosen, autocomplete: "off" });
      const address = make("input", { type: "url", placeholder: "https://", autocomplete: "off" });
      const search = make("input", { type: "search", autocomplete: "off", oninput: () => find() });
      const found = make("ul", { class: "choices-list" });
      const find = async () => {
        const terms = search.value.trim().toLowerCase().split(/\s+/u).filter(Boolean);
        const pages = (await page.pages()).filter((one) => terms.length && terms.every((term) => `${one.title} ${one.path}`.toLowerCase().includes(term))).slice(0, 12);
        found.replaceChildren(...pages.map((one) => make("li", {}, make("button", { type: "button", onclick: () => close(`[${words.value || one.title}](${relative(page.path, one.path)})`) }, `${one.title}（${one.label}）`))));
      };
      return make("form", { onsubmit: (event) => { event.preventDefault(); if (address.value.trim()) close(`[${words.value || address.value.trim()}](${address.value.trim()})`); } },
        labelled("显示的文字", words), labelled("链接到本站的哪一页", search, "打几个字，从下面选。"), found,
        labelled("或者别的网址", address), make("div", { class: "buttons" }, make("button", { class: "main" }, "插入这个网址")));
    });
    if (made) insert(area, made, start, end);
  }

  async function question() {
    const edits = await editQuestion(area.value, area.selectionStart, { topics: page.topics(), pages: page.pages, upload: page.upload });
    for (const { start, length, text } of [...(edits ?? [])].reverse()) insert(area, text, start, start + length);
  }

  async function picture() {
    const made = await page.upload();
    if (made) block(`![${made.alt}](${made.path})`);
  }

  async function table() {
    const made = await dialog("插入表格", (close) => {
      const body = make("tbody");
      const state = [["", ""], ["", ""], ["", ""]];
      const draw = () => body.replaceChildren(...state.map((row, y) => make("tr", {}, row.map((cell, x) => make(y ? "td" : "th", {},
        make("input", { type: "text", value: cell, "aria-label": y ? `第 ${y} 行第 ${x + 1} 格` : `表头第 ${x + 1} 格`, oninput: ({ target }) => { state[y][x] = target.value; } }))))));
      draw();
      return make("form", { onsubmit: (event) => {
        event.preventDefault();
        const rows = state.map((row) => `| ${row.map((cell) => cell.trim().replaceAll("|", "\\|")).join(" | ")} |`);
        close([rows[0], `| ${state[0].map(() => "---").join(" | ")} |`, ...rows.slice(1)].join("\n"));
      } }, make("p", { class: "help" }, "第一行是表头。Excel 里的表格可以直接复制、粘贴到正文里，不用在这里打。"), make("div", { class: "wide" }, make("table", {}, body)),
      make("div", { class: "buttons" },
        make("button", { type: "button", onclick: () => { state.push(state[0].map(() => "")); draw(); } }, "加一行"),
        make("button", { type: "button", onclick: () => { state.forEach((row) => row.push("")); draw(); } }, "加一列"),
        make("button", { class: "main" }, "插入")));
    });
    if (made) block(made);
  }

  /** The box is as high as its text. */
  function fit() {
    mirror.textContent = `${area.value}\n`;
  }

  /** Colors the lines on which something is wrong. */
  function mark(problems) {
    fit();
    const wrong = new Map();
    for (const { line, isError } of problems) wrong.set(line, isError || wrong.get(line));
    if (!wrong.size) return;
    mirror.replaceChildren(...area.value.split("\n").map((line, at) => make("span", { class: wrong.has(at) ? (wrong.get(at) ? "error" : "warning") : undefined }, `${line}\n`)));
  }
}

/** The way from one page's file to another. */
function relative(from, to) {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  let same = 0;
  while (same < here.length && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
}
