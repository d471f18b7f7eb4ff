// The fields of a page as a form. Each change is one question to the program, which answers with edits of the text: nothing else of it moves.
import { labelled, make } from "./dom.js";

const first = ["title", "date", "summary"];

/** Two parts: what everybody writes, to stand above the text, and the rest, to stand below it. @param change takes the steps to a value (["openDays", "0", "date"]) and the value, null to take it away; @param upload gives the path of a picture. */
export function drawForm(fields, values, change, upload) {
  const [above, below, more] = [make("div", { class: "form" }), make("div", { class: "form" }), make("details", {}, make("summary", {}, "还可以写的"))];
  for (const field of fields) {
    const value = values[field.name];
    const element = drawField(field, value, [field.name], change, upload);
    element.dataset.field = field.name;
    (field.required || first.includes(field.name) ? above : field.own || value !== undefined || ["image", "imageAlt", "tags"].includes(field.name) ? below : more).append(element);
  }
  if (more.children.length > 1) below.append(more);
  return { above, below };
}

const problemsOf = () => make("div", { class: "field-problems" });

function drawField(field, value, steps, change, upload) {
  const title = `${field.label}${field.required ? "（必填）" : ""}`;
  const example = field.input === "Choice" || field.input === "YesNo" || field.example === field.label ? "" : field.example.replace(/^\[(.*)\]$/u, "$1").replaceAll("\"", "");
  const help = [field.help === field.label ? "" : field.help, example && `例如：${example}`].filter(Boolean).join("。");
  const shape = Array.isArray(value) ? "list" : typeof value === "object" && value ? "group" : "text";
  if (field.input === "Source" || (shape === "group" && field.input !== "Group") || (shape === "list" && !field.list)) {
    return make("div", { class: "field" }, make("p", { class: "label" }, title), make("p", { class: "help" }, `${help}。这一项请在“字段原文”里写。`), problemsOf());
  }
  if (field.list && field.input === "Choice") {
    return choices(field, value, steps, change, title, help);
  }
  if (field.list && field.input !== "Group") {
    const items = value === undefined ? [] : [value].flat();
    return rows(title, help, steps, items, (item, at) => control({ ...field, list: false }, item, [...steps, String(at)], change, upload, `${field.label} ${at + 1}`),
      (at) => change([...steps, String(at)], null), () => control({ ...field, list: false }, "", [...steps, String(items.length)], change, upload, `${field.label} ${items.length + 1}`));
  }
  if (field.input === "Group" && (field.list || shape !== "text" || !field.text || value === undefined)) {
    return groups(field, value, steps, change, upload, title, help);
  }
  const element = labelled(title, control(field.name === "summary" ? { ...field, input: "Lines" } : field, value ?? "", steps, change, upload), help);
  element.classList.add("field");
  element.append(problemsOf());
  return element;
}

function control(field, value, steps, change, upload, name) {
  const send = (text) => change(steps, text === "" ? null : text);
  const common = { "aria-label": name, "data-steps": steps.join("/"), autocomplete: "off" };
  switch (field.input) {
    case "Lines":
      return make("textarea", { ...common, rows: 3, value, onchange: ({ target }) => send(field.name === "summary" ? target.value.replaceAll("\n", "") : target.value) });
    case "Choice":
      return make("select", { ...common, onchange: ({ target }) => send(target.value) }, make("option", { value: "" }, "没有写"),
        field.terms.some(({ id }) => id === value) || value === "" ? [] : make("option", { value, selected: true }, value),
        field.terms.map((term) => make("option", { value: term.id, selected: term.id === value }, term.label)));
    case "YesNo":
      return make("select", { ...common, onchange: ({ target }) => send(target.value) }, make("option", { value: "" }, "没有写"),
        [["true", "是"], ["false", "否"], ...(value && value !== "true" && value !== "false" ? [[value, value]] : [])].map(([id, label]) => make("option", { value: id, selected: id === value }, label)));
    case "Number":
      return make("input", { ...common, type: "text", inputmode: "numeric", value, onchange: ({ target }) => send(target.value.trim()) });
    case "Day":
      // What is no day yet stays to be seen, so the box is one for text then.
      return make("input", { ...common, type: value === "" || /^\d{4}-\d{2}-\d{2}$/u.test(value) ? "date" : "text", value, onchange: ({ target }) => send(target.value) });
    case "Time":
      return make("input", { ...common, type: value === "" || /^\d{2}:\d{2}$/u.test(value) ? "time" : "text", value, onchange: ({ target }) => send(target.value) });
    case "File":
      return make("div", { class: "file" }, make("input", { ...common, type: "text", value, onchange: ({ target }) => send(target.value.trim()) }),
        /^(image|imageAlt|picture)$/u.test(steps.at(-1)) && make("button", { type: "button", onclick: async () => { const path = await upload(); if (path) send(path); } }, "选照片…"));
    default:
      return make("input", { ...common, type: "text", inputmode: { Phone: "tel", Address: "url" }[field.input], value, onchange: ({ target }) => send(target.value.trim()) });
  }
}

function choices(field, value, steps, change, title, help) {
  const chosen = value === undefined ? [] : [value].flat();
  const strange = chosen.filter((id) => !field.terms.some((term) => term.id === id));
  return make("fieldset", { class: "field" }, make("legend", {}, title), make("p", { class: "help" }, help),
    make("div", { class: "choices" }, field.terms.map((term) => make("label", {}, make("input", {
      type: "checkbox", checked: chosen.includes(term.id), "data-steps": `${steps.join("/")}/${term.id}`,
      onchange: ({ target }) => {
        const next = target.checked ? [...chosen, term.id] : chosen.filter((id) => id !== term.id);
        change(steps, next.length ? next : null);
      },
    }), ` ${term.label}`))), strange.length > 0 && make("p", {}, `不认识：${strange.join("、")}`), problemsOf());
}

function rows(title, help, steps, items, draw, remove, fresh) {
  const list = make("div", { class: "rows", "data-rows": steps.join("/"), ongrow: grow }, items.map((item, at) => make("div", { class: "row" }, draw(item, at),
    make("button", { type: "button", class: "plain", "aria-label": `删去第 ${at + 1} 项`, onclick: () => remove(at) }, "删去"))));
  const add = make("button", { type: "button", class: "plain", onclick: () => grow().querySelector("input, textarea, select")?.focus() }, items.length ? "再加一项" : "加一项");
  return make("fieldset", { class: "field" }, make("legend", {}, title), help && make("p", { class: "help" }, help), list, add, problemsOf());

  function grow() {
    const row = make("div", { class: "row", "data-fresh": true }, fresh());
    list.append(row);
    return row;
  }
}

/** Draws a form anew. A row that was added and holds nothing yet is in no text: it stays. @param {Element} screen what holds the form @param {() => void} draw */
export function redraw(screen, draw) {
  const added = [...screen.querySelectorAll("[data-fresh]")].map((row) => [row.parentElement.dataset.rows, row.querySelector("[data-steps]")?.dataset.steps]);
  draw();
  for (const [list, steps] of added) {
    if (steps && !screen.querySelector(`[data-steps="${CSS.escape(steps)}"]`)) screen.querySelector(`[data-rows="${CSS.escape(list)}"]`)?.dispatchEvent(new Event("grow"));
  }
}

function groups(field, value, steps, change, upload, title, help) {
  const one = (item, inner, at) => typeof item === "object" || item === undefined
    ? make("div", { class: "group" }, field.parts.map((part) => drawField(part, item?.[part.name], [...inner, part.name], change, upload)))
    : control({ input: "Text" }, item, inner, change, upload, `${field.label} ${at + 1}`);
  if (!field.list) {
    return make("fieldset", { class: "field" }, make("legend", {}, title), help && make("p", { class: "help" }, help), one(value, steps, 0), problemsOf());
  }
  const items = value === undefined ? [] : [value].flat();
  return rows(title, help, steps, items, (item, at) => one(item, [...steps, String(at)], at), (at) => change([...steps, String(at)], null),
    () => (field.text ? control({ input: "Text" }, "", [...steps, String(items.length)], change, upload, `${field.label} ${items.length + 1}`) : one({}, [...steps, String(items.length)], items.length)));
}
