// The office's page: returns that come in, who is late, papers, releases. Everything it does is a command of the program; nothing is counted here.
import { ask, sendFile } from "./ask.js";
import { ask as dialog, doing, fill, labelled, make, say } from "./dom.js";

const main = document.querySelector("#main");
const steps = [["in", "收表"], ["late", "谁还没报"], ["papers", "催报、汇总、日历"], ["release", "公布一期"], ["sign", "签核"], ["files", "写好的材料"]];
let desk;
let version = 0;

function section(id, ...content) {
  return make("section", { id, "aria-labelledby": `${id}-title` }, make("h2", { id: `${id}-title`, tabindex: "-1" }, steps.find(([name]) => name === id)[1]), content);
}

function day(label, value = desk.today) {
  return labelled(label, make("input", { type: "date", value, required: true }));
}

const valueOf = (field) => field.querySelector("input, select").value;

/** A place for what a button gave, read when it comes. */
const result = () => make("div", { class: "result", "aria-live": "polite" });

// 1. Returns

const dropped = make("div", {});

function incoming() {
  const input = make("input", { type: "file", multiple: true, onchange: doing(() => take([...input.files].map((file) => [file.name, file])).finally(() => { input.value = ""; })) });
  const zone = make("div", { class: "drop" },
    labelled("选择文件", input, "Word、Excel、.et、.wps、.csv，一次可以选许多个；也可以把文件或者文件夹拖到这里。只读进内存，按“导入”才写。"));
  zone.ondragover = (event) => { event.preventDefault(); zone.classList.add("over"); };
  zone.ondragleave = () => zone.classList.remove("over");
  zone.ondrop = (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    doing(async () => take(entries.length ? (await Promise.all(entries.map(within))).flat() : [...event.dataTransfer.files].map((file) => [file.name, file])))();
  };
  return section("in", zone, dropped);
}

/** The files of an entry that was dropped, each with its path. */
async function within(entry, path = "") {
  const name = path + entry.name;
  if (entry.isFile) return [[name, await new Promise((resolve, reject) => { entry.file(resolve, reject); })]];
  const reader = entry.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (!some.length) return (await Promise.all(all.map((one) => within(one, `${name}/`)))).flat();
    all.push(...some);
  }
}

async function take(files) {
  const refused = [];
  for (const [name, file] of files) {
    say(`正在读 ${name}…`);
    try {
      if (file.size === 0) throw new Error("文件是空的。");
      if (file.size > 20 * 1024 * 1024) throw new Error("内容太大：最多 20 MB。");
      await sendFile("drop", { name }, file);
    } catch (fault) {
      refused.push(`${name}：${fault.message}`);
    }
  }
  await look();
  if (refused.length) say(`没有收下：${refused.join("；")}`, true);
  else say(`收下了 ${files.length} 个文件。`);
}

async function look() {
  const found = await ask("look");
  version = found.version;
  const good = found.files.filter((file) => file.good && !file.aside);
  const bad = found.files.filter((file) => !file.good && !file.aside);
  dropped.replaceChildren(
    ...found.files.length ? [make("p", { role: "status" }, `桌上有 ${found.files.length} 个文件：可以导入 ${good.length} 个，要改 ${bad.length} 个，先放一边 ${found.files.length - good.length - bad.length} 个。`)] : [],
    ...found.problems.map(problem),
    make("ul", { class: "dropped" }, found.files.map(file)),
    ...found.files.length ? [make("div", { class: "buttons" },
      found.canImport && make("button", { type: "button", class: "main", onclick: doing(bring) }, `导入 ${good.length} 个文件`),
      !found.canImport && bad.length > 0 && good.length > 0 && make("button", { type: "button", onclick: doing(async () => {
        for (const one of bad) await ask("aside", { number: one.number });
        await look();
        say(`${bad.length} 个放在一边，别的可以导入了。`);
      }) }, `把要改的 ${bad.length} 个放一边`))] : []);
}

async function bring() {
  try {
    const { said } = await ask("import", { version });
    await look();
    await late();
    say(said);
  } catch (fault) {
    await look();
    say(fault.message, true);
  }
}

function problem({ error, what, cure }) {
  return make("div", { class: error ? "note problem" : "note" }, make("p", {}, `${error ? "要改" : "提醒"}：${what}`), cure && make("p", { class: "help" }, cure));
}

function file(one) {
  const id = `file-${one.number}`;
  return make("li", { class: one.aside ? "aside" : one.good ? "" : "refused" },
    make("h3", { id, tabindex: "-1" }, one.name),
    make("p", {}, `${one.aside ? "先放一边：" : ""}${one.state}${one.mended ? "（这里改过）" : ""}`),
    one.lines.length > 0 && make("ul", { class: "lines" }, one.lines.map((line) => make("li", {}, line.trim()))),
    one.problems.map(problem),
    make("div", { class: "buttons" },
      one.cells.length > 0 && !one.good && make("button", { type: "button", "aria-describedby": id, onclick: doing(() => mend(one)) }, "在这里改"),
      make("button", { type: "button", "aria-describedby": id, onclick: doing(async () => { await ask("aside", { number: one.number }); await look(); }) }, one.aside ? "放回来" : "放一边"),
      make("button", { type: "button", "aria-describedby": id, onclick: doing(async () => { await ask("remove", { number: one.number }); await look(); }) }, "拿走")));
}

async function mend(one) {
  const values = await dialog(`改 ${one.name}`, (close) => {
    const list = make("datalist", { id: "units" }, desk.units.map((unit) => make("option", { value: unit })));
    const cells = one.cells.map((cell) => {
      const isDay = cell.unit === "日期";
      const isUnit = cell.unit === "文本" && /单位/u.test(cell.label);
      const input = cell.unit === "是否"
        ? make("select", {}, [["", "（空着）"], ["是", "是"], ["否", "否"]].map(([value, label]) => make("option", { value, selected: value === cell.value }, label)))
        : make("input", { type: isDay && (!cell.value || /^\d{4}-\d\d-\d\d$/u.test(cell.value)) ? "date" : "text", list: isUnit && "units", value: cell.value, autocomplete: "off" });
      return { cell, input, field: labelled(`${cell.label}${["文本", "日期", "是否"].includes(cell.unit) ? "" : `（${cell.unit}）`}`, input, cell.remark) };
    });
    const done = (event) => {
      event.preventDefault();
      close(Object.fromEntries(cells.map(({ cell, input }) => [cell.key, input.value])));
    };
    return make("form", { onsubmit: done }, list, make("p", { class: "help" }, "改数以前，先和单位核对。原来的文件不动；改过的这一份导入。"),
      make("div", { class: "cells" }, cells.map(({ field }) => field)), make("div", { class: "buttons" }, make("button", { class: "main" }, "改好，再查一遍")));
  });
  if (!values) return;
  await ask("mend", { number: one.number, values });
  await look();
  document.querySelector(`#file-${one.number}`)?.focus();
  say("改过了，又查了一遍。");
}

// 2. Who is late

const board = result();
let asked;

async function late() {
  if (!desk.hasDuties) {
    board.replaceChildren(make("p", {}, "还没有 input/duties.yaml：写好要报什么、什么时候报，这里就列出谁还没报。"));
    return;
  }
  const found = await ask("late", { day: valueOf(asked) });
  board.replaceChildren(make("p", {}, make("strong", {}, found.heading)),
    make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "谁还没报" }, make("table", {}, make("caption", {}, "单位和期限"),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "单位"), found.columns.map((column) => make("th", { scope: "col" }, column)))),
      make("tbody", {}, found.rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row.unit), row.cells.map((cell) => make("td", { class: cell.late && "late" }, cell.text || "—"))))))),
    make("ul", { class: "lines" }, found.changes.map((line) => make("li", {}, line.trim()))));
}

function lateness() {
  asked = day("看哪一天");
  return section("late", make("div", { class: "fields" }, asked, make("button", { type: "button", onclick: doing(late) }, "看谁还没报")), board);
}

// 3. Papers, releases, signatures: each button is a command

async function run(place, question) {
  place.replaceChildren(make("p", {}, "正在做…"));
  try {
    const outcome = await ask("run", question);
    fill(place,
      make("p", {}, make("strong", {}, outcome.done ? "做好了。" : "没有做成。")),
      outcome.remarks.length > 0 && make("ul", { class: "lines" }, outcome.remarks.map((line) => make("li", {}, line))),
      outcome.lines.length > 0 && make("details", { open: !outcome.done || outcome.lines.length < 20 }, make("summary", {}, `程序说的话（${outcome.lines.length} 行）`),
        make("pre", { tabindex: "0", role: "region", "aria-label": "程序说的话" }, outcome.lines.join("\n"))));
    showFiles(outcome.files);
    say(outcome.done ? "做好了。" : "没有做成，看看为什么。", !outcome.done);
    return outcome;
  } catch (fault) {
    place.replaceChildren(make("p", { class: "wrong" }, fault.message));
    throw fault;
  }
}

function papers() {
  const place = result();
  const when = day("截至哪一天");
  const form = labelled("哪一张表", make("select", {}, desk.forms.map((one) => make("option", { value: one.id }, one.title))));
  const button = (label, what, more = () => ({})) => make("button", { type: "button", onclick: doing(() => run(place, { what, day: valueOf(when), ...more() })) }, label);
  return section("papers", make("div", { class: "fields" }, when, form),
    make("div", { class: "buttons" }, button("写催报", "remind"), button("写汇总表", "summary", () => ({ form: valueOf(form) })), button("写日历", "calendar"),
      button("写那一周的简报", "bulletin"), button("写总结初稿", "report"), button("看方案进度", "plan")), place);
}

function releasing() {
  const place = result();
  const when = day("截至哪一天");
  const name = labelled("这一期的名称", make("input", { type: "text", value: desk.today, pattern: "[a-z0-9][a-z0-9\\-]*", autocomplete: "off" }), "会写进网址，通常就是日期。");
  when.querySelector("input").addEventListener("change", () => { name.querySelector("input").value = valueOf(when); });
  const button = (label, what) => make("button", { type: "button", onclick: doing(async () => { await run(place, { what, day: valueOf(when), name: valueOf(name) }); await signatures(); }) }, label);
  return section("release", make("p", { class: "help" }, "汇总、保护、和以前各期一起检查，没有问题才写进 input/releases/；公布过的不能改。"),
    make("div", { class: "fields" }, when, name), make("div", { class: "buttons" }, button("公布一期", "release"), button("审核各期", "audit"), button("写发布明细", "released")), place);
}

const waiting = make("div", {});

async function signatures() {
  const { waiting: items } = await ask("signing");
  const place = result();
  waiting.replaceChildren(...items.length ? [] : [make("p", {}, "没有等着签核的。")],
    make("ul", { class: "lines" }, items.map((item) => make("li", {}, `${item.kind}：${item.path}（${item.role}${item.void ? "，签过又改了" : ""}） `,
      make("button", { type: "button", onclick: doing(() => sign(item, place)) }, `签核（${item.role}）`)))), place);
}

async function sign(item, place) {
  const by = await dialog(`签核 ${item.path}`, (close) => {
    const input = make("input", { type: "text", required: true, autocomplete: "off" });
    return make("form", { onsubmit: (event) => { event.preventDefault(); close(input.value); } },
      labelled(`以哪个科室的名义作“${item.role}”签核`, input, "只写科室，不写个人：它会和日期一起显示在网页上。"), make("div", { class: "buttons" }, make("button", { class: "main" }, "核对无误，签核")));
  });
  if (!by) return;
  const outcome = await run(place, { what: "sign", day: desk.today, path: item.path, role: item.role, by });
  if (outcome.done) await signatures();
}

const list = make("div", {});

function showFiles(files) {
  const folders = new Map();
  for (const path of files) {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "别的";
    folders.set(folder, [...folders.get(folder) ?? [], path]);
  }
  list.replaceChildren(...files.length ? [] : [make("p", {}, "还没有。上面的按钮写出来的材料列在这里，也在网站文件夹的 office 里。")],
    ...[...folders].map(([folder, paths]) => make("details", { open: paths.length <= 12 }, make("summary", {}, `${folder}（${paths.length}）`),
      make("ul", { class: "papers" }, paths.map((path) => make("li", {}, make("a", { href: `/files/${path.split("/").map(encodeURIComponent).join("/")}`, download: "" }, path.slice(path.lastIndexOf("/") + 1))))))));
}

async function open() {
  try {
    desk = await ask("desk");
  } catch (fault) {
    main.replaceChildren(make("h1", {}, "没有打开"), make("pre", { tabindex: "0" }, fault.message), make("p", {}, "改好 input/ 里的文件以后刷新这一页。"));
    say("没有打开。", true);
    return;
  }
  main.replaceChildren(make("h1", {}, `办公室：${desk.site}`),
    make("nav", { "aria-label": "这一页" }, make("ul", { class: "steps" }, steps.map(([id, label]) => make("li", {}, make("a", { href: `#${id}` }, label))))),
    incoming(), lateness(), papers(), releasing(), section("sign", waiting), section("files", list));
  await look();
  await late();
  await signatures();
  showFiles((await ask("files")).files);
  main.dataset.ready = "";
}

open().catch((fault) => say(fault.message, true));
