// One page: its form, its text, what is wrong, and the page itself as it will be.
import { ask, viewOrigin } from "./ask.js";
import { ask as dialog, doing, make, say } from "./dom.js";
import { drawForm, redraw } from "./form.js";
import { uploadPicture } from "./picture.js";
import { handIn } from "./submit.js";
import { drawText, insert } from "./text.js";

const patience = 400;

export async function showPage(main, path) {
  const opened = await ask("open", { path });
  if (opened.unreadable) return showUnreadable(main, path, opened.unreadable);

  document.title = `${opened.values?.title ?? path} - 编辑网站`;
  let { origin, saved, values, bodyStart, problems, prompts } = opened;
  let head = opened.text.slice(0, bodyStart);
  let [pages, drawn, isLoaded] = [null, "", false];
  let [timer, running, again] = [0, false, false];
  let [asked, typing, changes] = [opened.text, null, Promise.resolve()];

  const body = make("textarea", { id: "body", class: "text", spellcheck: "false", "aria-label": "正文", oninput: changed });
  body.value = opened.text.slice(bodyStart);
  const source = make("textarea", { id: "source", class: "source", spellcheck: "false", rows: 12, "aria-label": "字段原文", oninput: () => { head = source.value; changed(); } });
  source.value = head;
  const upload = (file) => uploadPicture(path, file);
  const text = drawText(body, { path, isQuiz: opened.kind.name === "quiz", topics: () => [values?.topics ?? []].flat(), pages: async () => (pages ??= (await ask("pages")).pages), upload });
  const [form, rest] = [make("div"), make("div")];
  const list = make("ul", { class: "problems" });
  const heading = make("h2", { id: "problems", tabindex: "-1" });
  const title = make("h1", {});
  const saveButton = make("button", { type: "button", onclick: doing(save) }, "保存");
  const frame = make("iframe", { title: "这一页将来的样子", class: "phone", onload: () => { isLoaded = Boolean(frame.dataset.address); } });
  const stale = make("p", { class: "note", role: "status", hidden: true }, "有错误，网站现在画不出来，这里还是改之前的样子。改好以后会自己更新。");
  const tabs = [["write", "写"], ["view", "看"], ["wrong", "问题"]].map(([id, label]) => make("button", { type: "button", "data-tab": id, onclick: () => choose(id) }, label));
  const widths = [["phone", "手机"], ["full", "电脑"]].map(([id, label]) => make("button", { type: "button", class: "filter", "aria-pressed": String(id === "phone"), onclick: () => widen(id) }, label));
  const screen = make("div", { class: "edit", "data-tab": "write" },
    make("div", { class: "bar" }, title, make("div", { class: "buttons" }, saveButton, make("button", { type: "button", class: "main", onclick: doing(submit) }, "提交审核"))),
    make("div", { class: "tabs", role: "group", "aria-label": "看哪一块" }, tabs),
    make("div", { class: "columns" },
      make("div", { class: "write" }, form,
        make("h2", {}, "正文"), make("p", { class: "help" }, "可以从 Word、WPS、微信文章、网页和 Excel 里复制，直接粘贴；照片拖进来。"), text.tools, make("div", { class: "sheet" }, text.mirror, body),
        make("h2", {}, "别的内容"), rest, make("details", {}, make("summary", {}, "字段原文（熟悉的人用）"), source)),
      make("section", { class: "wrong", "aria-labelledby": "problems" }, heading, list),
      make("section", { class: "view", "aria-label": "这一页将来的样子" }, make("div", { class: "filters", role: "group", "aria-label": "看多宽" }, widths), stale, make("div", { class: "frame" }, frame))));
  screen.addEventListener("input", ({ target }) => { if (target.closest(".form")) typing = target; });
  screen.addEventListener("change", () => { typing = null; });
  screen.addEventListener("focusout", () => {
    if (!typing) return;
    typing = null;
    setTimeout(drawFields);
  });

  // All of a prompt is chosen, so that typing takes its place; a click would put the cursor into the middle.
  screen.addEventListener("mousedown", (event) => {
    if (event.target === document.activeElement || !isPrompt(event.target)) return;
    event.preventDefault();
    event.target.focus();
  });
  screen.addEventListener("focusin", ({ target }) => { if (isPrompt(target)) target.select(); });
  main.replaceChildren(screen);
  choose("write");
  drawFields();
  drawProblems();
  show(opened);
  if (opened.draftAt && whole() !== saved) offerDraft();

  const keys = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      doing(save)();
    }
  };
  addEventListener("keydown", keys);
  return async () => {
    await changes;
    clearTimeout(timer);
    removeEventListener("keydown", keys);
    if (whole() !== saved) await ask("check", { path, text: whole(), origin }).catch(() => {});
    return true;
  };

  function whole() {
    return head + body.value;
  }

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(look, patience);
    drawState();
  }

  /** Asks what is wrong now, one question at a time; the program keeps the text meanwhile. */
  async function look() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const sent = whole();
    try {
      const answer = await ask("check", { path, text: sent, origin });
      if (sent === whole()) {
        ({ values, problems, bodyStart, prompts } = answer);
        asked = sent;
        if (bodyStart !== head.length) {
          // The fences moved: what is above them is the head.
          head = sent.slice(0, bodyStart);
          if (document.activeElement !== source) source.value = head;
          body.value = sent.slice(bodyStart);
        }
        drawFields();
        drawProblems();
        show(answer);
        if (answer.changedElsewhere) say("别人刚刚也改了这一页的文件。保存时会把两边的改动合在一起；改了同一处，会请您选。", true);
      }
    } catch (fault) {
      say(fault.message, true);
    } finally {
      running = false;
      if (again) {
        again = false;
        look();
      }
    }
  }

  function show({ address, drawn: isDrawn }) {
    stale.hidden = isDrawn;
    if (!isDrawn) return;
    if (!address) {
      frame.removeAttribute("src");
      return;
    }
    if (frame.dataset.address === address && isLoaded) {
      frame.contentWindow.postMessage("reload", viewOrigin);
    } else {
      isLoaded = false;
      frame.dataset.address = address;
      frame.src = viewOrigin + address;
    }
  }

  function drawState() {
    const dirty = whole() !== saved;
    saveButton.textContent = dirty ? "保存" : "已保存";
    saveButton.classList.toggle("dirty", dirty);
  }

  function drawFields() {
    title.textContent = values?.title ?? path;
    drawState();
    const now = JSON.stringify(values);

    // A box in which somebody types is not drawn anew: what was typed since would be lost.
    if (now === drawn || (typing && typing === document.activeElement)) {
      drawFieldProblems();
      return;
    }
    drawn = now;
    const controls = () => [...screen.querySelectorAll(".form :is(input, select, textarea, button, summary)")];
    const { activeElement: active } = document;
    const [focus, place, from, to] = [active?.dataset?.steps, controls().indexOf(active), active?.selectionStart, active?.selectionEnd];
    const open = rest.querySelector("details")?.open;
    const drawing = values ? drawForm(opened.form, values, change, async () => (await upload())?.path) : null;
    redraw(screen, () => {
      form.replaceChildren(drawing?.above ?? make("p", { class: "note" }, "字段区有写错的地方，表单现在填不了。请按“要改的地方”改好，表单就会出来。"));
      rest.replaceChildren(...(drawing ? [drawing.below] : []));
    });
    if (open) rest.querySelector("details")?.setAttribute("open", "");
    // Whoever goes from field to field by keyboard stays where she is.
    const next = place >= 0 && ((focus && screen.querySelector(`[data-steps="${CSS.escape(focus)}"]`)) ?? controls()[place]);
    if (next) {
      next.focus();
      if (typeof from === "number" && typeof next.selectionStart === "number" && next.value === active.value) next.setSelectionRange(from, to);
    }
    drawFieldProblems();
  }

  function drawFieldProblems() {
    for (const place of screen.querySelectorAll(".field-problems")) place.replaceChildren();
    for (const field of screen.querySelectorAll("[data-field]")) {
      const own = problems.filter(({ field: name }) => name === field.dataset.field);
      field.classList.toggle("has-error", own.some(({ isError }) => isError));
      field.classList.toggle("has-warning", own.length > 0);
      if (!own.length) continue;
      const details = field.closest("details");
      if (details) details.open = true;
      const places = field.querySelectorAll(".field-problems");
      places[places.length - 1]?.replaceChildren(...own.map((problem) => make("div", {}, make("p", {}, problem.what), make("p", { class: "help" }, problem.cure), button(problem))));
    }
  }

  function drawProblems() {
    const errors = problems.filter(({ isError }) => isError).length;
    heading.textContent = problems.length ? `要改的地方：${errors} 个错误，${problems.length - errors} 个提醒` : "没有发现问题";
    tabs[2].textContent = problems.length ? `问题 ${problems.length}` : "问题";
    list.replaceChildren(...problems.map((problem) => make("li", { class: problem.isError ? "error" : "warning" },
      make("p", {}, make("button", { type: "button", class: "plain", onclick: () => go(problem) }, `${problem.isError ? "错误" : "提醒"}，第 ${problem.line} 行`)),
      make("p", {}, problem.what), make("p", { class: "help" }, problem.cure), button(problem))));
    const start = head.split("\n").length;
    text.mark(problems.filter(({ inBody }) => inBody).map((problem) => ({ ...problem, line: problem.line - start })));
  }

  /** The cure that the program can do. */
  function button(problem) {
    if (!problem.button) return null;
    const { label, kind, edits, name } = problem.button;
    return make("button", { type: "button", class: "cure", onclick: doing(async () => {
      if (kind === "change") {
        await changes;
        let now = edits;
        if (whole() !== asked) {
          // Something was typed since: where the mistake stands now is asked again.
          const answer = await ask("check", { path, text: whole(), origin });
          now = answer.problems.find((one) => one.what === problem.what && one.button?.label === label)?.button.edits;
        }
        if (!now) throw new Error("这里刚刚改过。请看看还有没有这个问题，再按一次。");
        apply(now);
        say(`已经${label}。`);
        heading.focus({ preventScroll: true });
      } else {
        await save();
        const made = await ask("mend", { path });
        say(`已经${name ? label : "改好"}。`);
        if (made.path === path) location.reload(); else location.hash = `#/${made.path}`;
      }
    }) }, label);
  }

  function go(problem) {
    choose("write");
    const own = problem.field && screen.querySelector(`[data-field="${CSS.escape(problem.field)}"]`);
    const target = own?.querySelector("input, textarea, select, button");
    if (target) {
      own.closest("details")?.setAttribute("open", "");
      target.focus();
      return;
    }
    const [area, from] = problem.inBody ? [body, head.length] : [source, 0];
    area.closest("details")?.setAttribute("open", "");
    const at = problem.at - from;
    const end = area.value.indexOf("\n", at);
    area.focus();
    area.setSelectionRange(at, end < 0 ? area.value.length : end);
    if (area === body) text.mirror.children[problem.line - head.split("\n").length]?.scrollIntoView({ block: "center" });
  }

  /** Edits of the whole text, the last first, so that the places of the others hold. */
  function apply(edits) {
    for (const { start, length, text: words } of [...edits].sort((a, b) => b.start - a.start)) {
      if (start >= head.length) {
        insert(body, words, start - head.length, start - head.length + length);
      } else if (start + length <= head.length) {
        head = head.slice(0, start) + words + head.slice(start + length);
        source.value = head;
      } else {
        const next = whole().slice(0, start) + words + whole().slice(start + length);
        body.value = next.slice(head.length + words.length - length);
        head = next.slice(0, head.length + words.length - length);
        source.value = head;
      }
    }
    clearTimeout(timer);
    look();
  }

  /** Changes are made one after the other, each of the fields as they are then: the places of its edits must fit. */
  function change(steps, value) {
    changes = changes.then(async () => {
      try {
        for (;;) {
          const before = head;
          const { edits } = await ask("field", { path, text: whole(), steps, value });
          if (before === head) return apply(edits);
        }
      } catch (fault) {
        say(fault.message, true);
      }
      return undefined;
    });
    return changes;
  }

  /** Whether a box holds what the template says to write there. */
  function isPrompt(box) {
    return box.matches(".form :is(input[type=text], textarea)") && prompts.includes(box.value.trim());
  }

  async function save() {
    await changes;
    const sent = whole();
    const answer = await ask("save", { path, origin, text: sent });
    if (answer.theirs !== undefined) {
      const chosen = await chooseOne(answer.theirs);
      if (chosen === null) return false;
      origin = answer.theirs;
      replace(chosen);
      return save();
    }
    if (whole() === sent || !answer.merged) [origin, saved] = [answer.text, answer.text];

    // What was typed meanwhile stays, and meets what others wrote when it is saved.
    if (whole() === sent && answer.text !== sent) replace(answer.text);
    drawState();
    say(answer.merged ? "已保存，和别人的改动合在一起了，请再看一遍。" : "已保存。");
    await look();
    return true;
  }

  function replace(next) {
    bodyStart = Math.min(bodyStart, next.length);
    const cut = /^---[ \t]*\n[^]*?\n---[ \t]*(\n|$)/u.exec(next)?.[0].length ?? 0;
    head = next.slice(0, cut);
    source.value = head;
    body.value = next.slice(cut);
    clearTimeout(timer);
    look();
  }

  function chooseOne(theirs) {
    return dialog("别人也改了同一处", (close) => {
      const mine = whole();
      const area = make("textarea", { class: "source", rows: 14, value: mine, "aria-label": "保存成这样" });
      return [make("p", {}, "两边改了同样的行，程序不替您选。下面是对方的和您的，选一份，或者改好再保存。"),
        make("div", { class: "both" },
          make("div", {}, make("h3", {}, "对方的"), make("pre", { tabindex: "0" }, theirs), make("button", { type: "button", onclick: () => close(theirs) }, "用对方的")),
          make("div", {}, make("h3", {}, "您的（可以在这里改）"), area, make("button", { type: "button", class: "main", onclick: () => close(area.value) }, "保存成这样")))];
    });
  }

  function offerDraft() {
    const note = make("div", { class: "note", role: "status" }, make("p", {}, `这是您 ${opened.draftAt} 没有保存的内容，已经恢复。`),
      make("button", { type: "button", onclick: doing(async () => { await ask("forget", { path }); replace(saved); origin = saved; note.remove(); say("已经丢弃，回到保存的内容。"); }) }, "丢弃，回到保存的内容"));
    screen.prepend(note);
  }

  async function submit() {
    await changes;
    if (whole() !== saved && !(await save())) return;
    const isDraft = values?.draft === "true";
    const done = await handIn(path, { isDraft, problems, finish: async () => {
      await change(["draft"], null);
      return save();
    } });
    if (done) say(done);
  }

  function choose(id) {
    screen.dataset.tab = id;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.tab === id));
  }

  function widen(id) {
    frame.className = id;
    widths.forEach((one, at) => one.setAttribute("aria-pressed", String((at ? "full" : "phone") === id)));
  }
}

function showUnreadable(main, path, problems) {
  main.replaceChildren(make("h1", {}, path), make("p", {}, "这个文件现在还打不开。"), make("ul", { class: "problems" }, problems.map((problem) => make("li", {},
    make("p", {}, problem.what), make("p", { class: "help" }, problem.cure),
    problem.button && make("button", { type: "button", class: "main", onclick: doing(async () => { const made = await ask("mend", { path }); if (made.path === path) location.reload(); else location.hash = `#/${made.path}`; }) }, problem.button.label)))));
  return null;
}
