// A question of a quiz as a form: no brackets and hyphens to remember. The program reads it from the text and writes it back; what the form cannot show is left to the text.
import { ask } from "./ask.js";
import { ask as dialog, doing, labelled, make } from "./dom.js";

const choices = ["single", "multiple", "judge"];
const blank = "____";
const judged = [{ text: "正确", other: "", isRight: true }, { text: "错误", other: "", isRight: false }];

/** Edits the question around the place, or a new one; gives the edits [{ start, length, text }] of the text, or null. */
export async function editQuestion(text, at, { topics, pages, upload }) {
  const found = await ask("question", { text, at });
  const place = found.isFound ? await choosePlace(found) : "end";
  if (!place) return null;
  const fresh = { words: "", id: found.freeId, type: "single", topic: topics[0] ?? "", level: "1", law: "", reviewBy: "", isPartial: false, stem: "", hint: "", explanation: "", answers: [], blanks: [] };
  const types = found.types.filter(({ id }) => id !== "scenario" || place === "end");
  const laws = (await pages()).filter(({ law }) => law).map(({ law }) => law);
  const write = async (question) => (await ask("set-question", { text, at, place, form: question })).edits;
  return dialog(place === "here" ? "改一道题" : "加一道题", (close) => new Form(place === "here" ? found.form : fresh, { types, topics, laws, upload, isNew: place !== "here", write, close }).element);
}

function choosePlace({ form, scenario, types }) {
  return dialog("题目", (close) => [
    make("p", {}, form ? `光标在一道${types.find(({ id }) => id === form.type).label}题里：` : "光标所在的题有别的写法，表单改不了，请直接在正文里改。"),
    make("div", { class: "buttons" },
      form && make("button", { type: "button", class: "main", onclick: () => close("here") }, form.type === "scenario" ? "改这个情景" : "改这一道"),
      scenario !== null && make("button", { type: "button", onclick: () => close("scenario") }, `在情景“${scenario}”里加一道`),
      make("button", { type: "button", onclick: () => close("end") }, "在最后加一道"))]);
}

class Form {
  constructor(question, { types, topics, laws, upload, isNew, write, close }) {
    this.question = { ...question, answers: question.answers.map((one) => ({ ...one })), blanks: question.blanks.map((one) => ({ ...one })) };
    this.upload = upload;
    const only = types.filter(({ id }) => (question.type === "scenario" && !isNew ? id === "scenario" : isNew || id !== "scenario"));
    const text = (name, properties = {}) => make(properties.rows ? "textarea" : "input", { ...(properties.rows ? {} : { type: "text", autocomplete: "off" }), value: question[name], oninput: ({ target }) => { this.question[name] = target.value; }, ...properties });
    const select = (name, options) => make("select", { onchange: ({ target }) => { this.question[name] = target.value; this.draw(); } }, options.map(([id, label]) => make("option", { value: id, selected: id === question[name] }, label)));
    this.words = text("words", { rows: 2, required: true, oninput: ({ target }) => { this.question.words = target.value; this.countBlanks(); } });
    this.stem = text("stem", { rows: 3 });
    this.wordsLabel = labelled("题目", this.words);
    this.stemLabel = labelled("题目下面的话和图（可以没有）", this.stem);
    this.answers = make("div", { class: "rows" });
    this.add = make("button", { type: "button", onclick: () => this.addOne() });
    this.partial = make("label", {}, make("input", { type: "checkbox", checked: question.isPartial, onchange: ({ target }) => { this.question.isPartial = target.checked; } }), " 选对一部分，得一部分分");
    this.rest = make("div", {}, labelled("提示（可以没有）", text("hint")), labelled("解析：说明理由和出处", text("explanation", { rows: 4, required: isNew })), this.lawFields(laws), labelled("复核日期：到这一天要再看一遍（可以没有）", text("reviewBy", { type: "date" })));
    const finish = doing(async () => close((await write(this.answer()))));
    this.element = make("form", { onsubmit: (event) => { event.preventDefault(); finish(event); } },
      make("div", { class: "search" }, labelled("题型", select("type", only.map(({ id, label }) => [id, label]))),
        (topics.length > 0 || question.topic) && labelled("主题", select("topic", [["", "没有"], ...[...new Set([...topics, question.topic])].filter(Boolean).map((one) => [one, one])])),
        labelled("难度", select("level", [...(question.level ? [] : [["", "没有写"]]), ["1", "容易"], ["2", "中等"], ["3", "难"]]))),
      this.wordsLabel, this.stemLabel, make("div", { class: "buttons" }, make("button", { type: "button", onclick: doing(() => this.picture(this.stem, "stem")) }, "加一张图")),
      this.answers, make("div", { class: "buttons" }, this.add), this.partial, this.rest,
      make("div", { class: "buttons" }, make("button", { class: "main" }, "放进正文")));
    this.draw();
  }

  get isScenario() { return this.question.type === "scenario"; }

  get hasBlanks() { return this.question.type === "blank" || this.question.type === "numeric"; }

  /** What is sent: empty rows are not meant. */
  answer() {
    return { ...this.question, answers: this.hasBlanks || this.isScenario ? [] : this.question.answers.filter(({ text, other }) => text.trim() || other.trim()), blanks: this.hasBlanks ? this.question.blanks : [] };
  }

  draw() {
    const { type, answers } = this.question;
    this.wordsLabel.querySelector("label").textContent = this.isScenario ? "情景的标题" : "题目";
    this.stemLabel.querySelector("label").textContent = this.isScenario ? "情景：发生了什么，可以放图" : "题目下面的话和图（可以没有）";
    this.rest.hidden = this.isScenario;
    for (const field of this.rest.querySelectorAll("[required], [data-required]")) {
      // What is hidden cannot be asked for.
      field.toggleAttribute("data-required", true);
      field.required = !this.isScenario;
    }
    this.partial.hidden = type !== "multiple";
    if (type === "judge" && answers.filter(({ text }) => text.trim()).length !== 2) this.question.answers = judged.map((one) => ({ ...one }));
    if (!this.isScenario && !this.hasBlanks) while (this.question.answers.length < (type === "judge" ? 2 : this.question.answers.some(({ text }) => text) ? 2 : 4)) this.question.answers.push({ text: "", other: "", isRight: false });
    this.add.hidden = this.isScenario || type === "judge";
    this.add.textContent = this.hasBlanks ? "在题目里加一个空" : { match: "再加一对", order: "再加一步" }[type] ?? "再加一个选项";
    if (this.hasBlanks) {
      this.countBlanks();
      return;
    }
    delete this.answers.dataset.drawn;
    this.answers.replaceChildren(...(this.isScenario ? [] : this.question.answers.map((one, number) => this.drawAnswer(one, number))));
  }

  drawAnswer(one, number) {
    const { type, answers } = this.question;
    const field = (label, name, help = "") => labelled(label, make("input", { type: "text", autocomplete: "off", value: one[name], oninput: ({ target }) => { one[name] = target.value; } }), help);
    const remove = type !== "judge" && make("button", { type: "button", class: "plain", "aria-label": `删去第 ${number + 1} 项`, onclick: () => { answers.splice(number, 1); this.draw(); } }, "删去");
    if (type === "match") {
      const left = field("左边", "text");
      return make("fieldset", {}, make("legend", {}, `第 ${number + 1} 对`), left, field("右边", "other"),
        make("div", { class: "buttons" }, make("button", { type: "button", class: "plain", onclick: doing(() => this.picture(left.querySelector("input"), "text", one)) }, "左边放一张图"), remove));
    }
    if (type === "order") {
      const move = (by, label) => make("button", { type: "button", class: "plain", "aria-label": `第 ${number + 1} 步${label}`, disabled: !answers[number + by], onclick: () => {
        [answers[number], answers[number + by]] = [answers[number + by], answers[number]];
        this.draw();
      } }, label);
      return make("fieldset", {}, make("legend", {}, `第 ${number + 1} 步`), field("做什么", "text"), make("div", { class: "buttons" }, move(-1, "上移"), move(1, "下移"), remove));
    }
    return make("fieldset", {}, make("legend", {}, `选项 ${number + 1}`),
      make("label", {}, make("input", { type: type === "multiple" ? "checkbox" : "radio", name: "right", checked: one.isRight, onchange: ({ target }) => {
        if (type !== "multiple") for (const other of answers) other.isRight = false;
        one.isRight = target.checked;
      } }), " 这个对"),
      field("写什么", "text"), labelled("选了它，告诉他为什么", make("textarea", { rows: 1, value: one.other, oninput: ({ target }) => { one.other = target.value; } })), remove && make("div", { class: "buttons" }, remove));
  }

  /** As many answers as there are blanks in the question. */
  countBlanks() {
    if (!this.hasBlanks) return;
    const count = this.question.words.split(blank).length - 1;
    const { type, blanks } = this.question;
    while (blanks.length < count) blanks.push({ answer: "", others: "", tolerance: "", unit: "" });
    if (blanks.length > count) blanks.length = count;
    if (this.answers.dataset.drawn === `${type} ${count}`) return;
    this.answers.dataset.drawn = `${type} ${count}`;
    const field = (one, label, name, help = "") => labelled(label, make("input", { type: "text", autocomplete: "off", inputmode: type === "numeric" && name !== "unit" ? "decimal" : undefined, value: one[name], oninput: ({ target }) => { one[name] = target.value; } }), help);
    this.answers.replaceChildren(...(count === 0 ? [make("p", { class: "help" }, `在题目里要填的地方写四条下划线“${blank}”，或者点下面的按钮。`)] : blanks.map((one, number) => make("fieldset", {}, make("legend", {}, `第 ${number + 1} 个空`),
      field(one, "答案", "answer"), ...(type === "numeric" ? [field(one, "差多少也算对（可以没有）", "tolerance"), field(one, "单位（可以没有）", "unit")] : [field(one, "也算对的（可以没有）", "others", "几个答案用 | 隔开，例如：119台|一一九。")])))));
  }

  addOne() {
    if (!this.hasBlanks) {
      this.question.answers.push({ text: "", other: "", isRight: false });
      this.draw();
      this.answers.lastElementChild.querySelector("input[type=text]").focus();
      return;
    }
    this.words.setRangeText(blank, this.words.selectionStart, this.words.selectionEnd, "end");
    this.question.words = this.words.value;
    this.countBlanks();
    this.answers.lastElementChild.querySelector("input").focus();
  }

  async picture(area, name, one = this.question) {
    const made = await this.upload();
    if (!made) return;
    area.value = [area.value.trim(), `![${made.alt}](${made.path})`].filter(Boolean).join(area.tagName === "TEXTAREA" ? "\n\n" : " ");
    one[name] = area.value;
  }

  lawFields(laws) {
    const [, named, article] = /^(.*?)(?:#(.*))?$/u.exec(this.question.law);
    const all = [...new Set([named, ...laws])].filter(Boolean);
    const number = make("input", { type: "text", autocomplete: "off", value: article ?? "", oninput: () => keep() });
    const law = make("select", { onchange: () => keep() });
    const search = make("input", { type: "search", autocomplete: "off", oninput: () => { draw(); keep(); } });
    const keep = () => { this.question.law = law.value && `${law.value}${number.value.trim() ? `#${number.value.trim()}` : ""}`; };
    const draw = () => {
      const [sought, chosen] = [search.value.trim(), law.value || named];
      const hits = all.filter((one) => one.includes(sought));
      law.replaceChildren(make("option", { value: "" }, "没有"), ...hits.map((one) => make("option", { value: one, selected: one === chosen || (sought !== "" && hits.length === 1) }, one)));
      if (sought && hits.length && !hits.includes(law.value)) law.value = hits[0];
    };
    draw();
    return make("fieldset", {}, make("legend", {}, "法律依据（可以没有）"), labelled("找一部法律", search, "打几个字，例如：消防。"), labelled("是哪一部", law), labelled("第几条", number, "只写数字，例如 44；后来插进去的写 133之一；说的是整部法律，就空着。"));
  }
}
