// A question of a quiz as a form: no brackets and hyphens to remember. The text stays the truth: what the form cannot show is left to the text.
import { ask as dialog, doing, labelled, make } from "./dom.js";

const types = [["single", "单选"], ["multiple", "多选"], ["judge", "判断"]];

/** The question around a place of the text, or null: { start, end, words, id, type, topic, level, law, rest, options: [{ right, words, why }], explanation }. */
export function questionAt(text, at) {
  const heads = [...text.matchAll(/^## (?<words>.*?) *\{(?<attributes>[^{}\n]*)\} *$/gmu)];
  const head = heads.findLast(({ index }) => index <= at);
  if (!head) return null;
  const end = text.slice(head.index + 3).search(/^#{1,2} /mu);
  const whole = text.slice(head.index, end < 0 ? text.length : head.index + 3 + end);
  return { ...read(whole, head.groups), start: head.index, end: head.index + whole.length };
}

function read(whole, { words, attributes }) {
  const attribute = (name) => new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|(\\S+))`, "u").exec(attributes);
  const value = (name) => { const found = attribute(name); return found ? found[1] ?? found[2] : ""; };
  const question = { words, id: /#([^\s.]+)/u.exec(attributes)?.[1] ?? "", type: /\.([a-z]+)/u.exec(attributes)?.[1] ?? "single", topic: value("topic"), level: value("level") || "1", law: value("law"), options: [], explanation: "", isPlain: true };
  const rest = attributes.replace(/(?:#[^\s]+|\.[a-z]+|(?:topic|level|law)=(?:"[^"]*"|\S+))/gu, "").trim();
  const [above, below] = whole.split(/^--- *解析 *$/mu);
  question.explanation = (below ?? "").trim();
  for (const line of above.split("\n").slice(1)) {
    const option = /^- \[(?<mark>[ xX])\] (?<words>.*)$/u.exec(line);
    const why = /^ {2,}> ?(?<words>.*)$/u.exec(line);
    if (option) question.options.push({ right: option.groups.mark !== " ", words: option.groups.words, why: "" });
    else if (why && question.options.length && !question.options.at(-1).why) question.options.at(-1).why = why.groups.words;
    else if (line.trim()) question.isPlain = false;
  }
  question.isPlain &&= rest === "" && types.some(([id]) => id === question.type);
  return question;
}

function write({ words, id, type, topic, level, law, options, explanation }) {
  const attributes = [`#${id}`, `.${type}`, topic && `topic=${/\s/u.test(topic) ? `"${topic}"` : topic}`, `level=${level}`, law && `law="${law}"`].filter(Boolean).join(" ");
  const lines = options.filter(({ words: text }) => text.trim()).map(({ right, words: text, why }) => `- [${right ? "x" : " "}] ${text.trim()}${why.trim() ? `\n    > ${why.trim()}` : ""}`);
  return `## ${words.trim()} {${attributes}}\n\n${lines.join("\n")}\n\n--- 解析\n${explanation.trim()}\n`;
}

/** Edits the question at the place, or a new one; gives { start, end, text }, or null. */
export async function editQuestion(text, at, { topics, pages }) {
  const found = questionAt(text, at);
  const choice = !found ? "new" : await dialog("题目", (close) => [
    make("p", {}, found.isPlain ? "光标在一道题里：" : "光标所在的题有别的写法（如配对、排序、填空），请直接在正文里改。"),
    make("div", { class: "buttons" }, found.isPlain && make("button", { type: "button", class: "main", onclick: () => close("this") }, "改这一道"), make("button", { type: "button", onclick: () => close("new") }, "在最后加一道"))]);
  if (!choice) return null;
  const ids = new Set([...text.matchAll(/^## .*\{#([^\s.}]+)/gmu)].map(([, id]) => id));
  const question = choice === "this" ? found : { words: "", id: freeId(ids), type: "single", topic: topics[0] ?? "", level: "1", law: "", options: [0, 1, 2, 3].map(() => ({ right: false, words: "", why: "" })), explanation: "" };
  const laws = (await pages()).filter(({ law }) => law);
  const done = await dialog(choice === "this" ? "改一道题" : "加一道题", (close) => form(question, topics, laws, close));
  if (!done) return null;
  if (choice === "this") return { start: found.start, end: found.end, text: `${done}${text.slice(found.end).startsWith("#") ? "\n" : ""}` };
  return { start: text.length, end: text.length, text: `${text.endsWith("\n\n") || text === "" ? "" : text.endsWith("\n") ? "\n" : "\n\n"}${done}` };
}

function freeId(ids) {
  const last = [...ids].at(-1) ?? "q-00";
  const [, stem, number] = /^(.*?)(\d*)$/u.exec(last);
  for (let next = Number(number || 0) + 1; ; next++) {
    const id = `${stem || "q-"}${String(next).padStart(Math.max(number.length, 2), "0")}`;
    if (!ids.has(id)) return id;
  }
}

function form(question, topics, laws, close) {
  const words = make("textarea", { rows: 2, value: question.words, required: true });
  const type = make("select", { onchange: () => drawOptions() }, types.map(([id, label]) => make("option", { value: id, selected: id === question.type }, label)));
  const topic = make("select", {}, [...new Set([...topics, question.topic])].filter(Boolean).map((one) => make("option", { value: one, selected: one === question.topic }, one)));
  const level = make("select", {}, [["1", "容易"], ["2", "中等"], ["3", "难"]].map(([id, label]) => make("option", { value: id, selected: id === question.level }, label)));
  const explanation = make("textarea", { rows: 4, value: question.explanation, required: true });
  const list = make("div", { class: "rows" });
  const [, name, article] = /^(.*?)(?:#(\d+))?$/u.exec(question.law);
  const law = make("select", {}, make("option", { value: "" }, "没有"), [...new Set([name, ...laws.map((one) => one.law)])].filter(Boolean).map((one) => make("option", { value: one, selected: one === name }, one)));
  const search = make("input", { type: "search", autocomplete: "off", oninput: () => {
    const hit = [...law.options].find((one) => one.value && search.value.trim() && one.value.includes(search.value.trim()));
    if (hit) law.value = hit.value;
  } });
  const number = make("input", { type: "text", inputmode: "numeric", value: article ?? "" });
  let options = question.options.map((one) => ({ ...one }));

  function drawOptions() {
    if (type.value === "judge" && !(options.length === 2 && options[0].words === "正确")) options = [{ right: true, words: "正确", why: "" }, { right: false, words: "错误", why: "" }];
    list.replaceChildren(...options.map((one, at) => make("fieldset", {}, make("legend", {}, `选项 ${at + 1}`),
      make("label", {}, make("input", { type: type.value === "multiple" ? "checkbox" : "radio", name: "right", checked: one.right, onchange: ({ target }) => {
        if (type.value !== "multiple") for (const other of options) other.right = false;
        one.right = target.checked;
      } }), " 这个对"),
      labelled("写什么", make("input", { type: "text", value: one.words, oninput: ({ target }) => { one.words = target.value; } })),
      labelled("选了它，告诉他为什么", make("input", { type: "text", value: one.why, oninput: ({ target }) => { one.why = target.value; } })))));
    add.hidden = type.value === "judge";
  }

  const add = make("button", { type: "button", onclick: () => { options.push({ right: false, words: "", why: "" }); drawOptions(); } }, "再加一个选项");
  drawOptions();
  const finish = doing(async () => {
    const written = options.filter((one) => one.words.trim());
    if (written.length < 2) throw new Error("至少写两个选项。");
    const right = written.filter((one) => one.right).length;
    if (right === 0) throw new Error("请在对的选项上勾选“这个对”。");
    if (type.value === "multiple" && right < 2) throw new Error("多选题至少有两个对的；只有一个对的，请改成单选。");
    if (law.value && !/^\d+$/u.test(number.value.trim())) throw new Error("请写是第几条，只写数字。");
    close(write({ words: words.value.replaceAll("\n", " "), id: question.id, type: type.value, topic: topic.value, level: level.value, law: law.value && `${law.value}#${number.value.trim()}`, options: written, explanation: explanation.value }));
  });
  return make("form", { onsubmit: (event) => { event.preventDefault(); finish(event); } },
    labelled("题目", words), make("div", { class: "search" }, labelled("题型", type), topics.length > 0 && labelled("主题", topic), labelled("难度", level)),
    list, add, labelled("解析：说明理由和出处", explanation),
    make("fieldset", {}, make("legend", {}, "法律依据（可以没有）"), labelled("找一部法律", search, "打几个字，例如：消防。"), labelled("是哪一部", law), labelled("第几条", number)),
    make("div", { class: "buttons" }, make("button", { class: "main" }, "放进正文")));
}
