// One question in the page.
import { letSteps } from "./steps.js";

export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const VERDICTS = [["wrong", "✗ 答错了"], ["part", "◐ 对了一部分"], ["right", "✓ 答对了"], ["none", "— 没有作答"]];

/** @param {HTMLLIElement} item of the list of questions @param {{id: string, choices: number}} question */
export function cardOf(item, question) {
  const fieldset = item.querySelector("fieldset");
  const find = (selector) => [...fieldset.querySelectorAll(selector)];
  const inputs = find(".choices input");
  const fields = find(".field input, .part select").sort((a, b) => place(a) - place(b));
  const fold = fieldset.querySelector(".answer");
  const legend = fieldset.querySelector("legend");
  const number = fieldset.querySelector(".question-number");
  const written = number?.textContent;
  const list = fieldset.querySelector(".choices");
  let verdict;
  let button;
  let steps;
  let now = inputs.map((_, place) => place).join();
  legend.tabIndex = -1;
  return { id: question.id, item, fieldset, arrange, answer, put, tell, show, hide, offer, lock, reset, focus: () => legend.focus() };

  /** Puts the choices in an order, names them anew wherever their letters stand, and numbers the question. */
  function arrange(order, at, of) {
    if (number) number.textContent = `${at} / ${of}`;
    if (fieldset.dataset.type === "order") steps ??= letSteps(fieldset);
    if (!list || order.join() === now) return;
    now = order.join();
    list.append(...order.map((place) => inputs[place].closest("li")));
    order.forEach((place, i) => {
      inputs[place].closest("li").querySelector(".letter").textContent = LETTERS[i];
      find(`[data-letter="${place}"]`).forEach((letter) => (letter.textContent = LETTERS[i]));
    });
    find("[data-letters]").forEach((letters) => {
      letters.textContent = letters.dataset.letters.split(" ").map((place) => LETTERS[order.indexOf(Number(place))]).sort().join("、");
    });
    find("ul.feedback").forEach((feedback) => {
      const entry = (place) => feedback.querySelector(`[data-letter="${place}"]`)?.closest("li");
      feedback.append(...order.map(entry).filter(Boolean));
    });
  }

  /** What was answered, as pointsOf takes it. */
  function answer() {
    if (inputs.length > 0) return inputs.flatMap((input, i) => (input.checked ? [String(i)] : []));
    return fields.map((field) => field.value.trim());
  }

  function put(values) {
    inputs.forEach((input, i) => (input.checked = values.includes(String(i))));
    if (inputs.length === 0) fields.forEach((field, i) => (field.value = values[i] ?? ""));
    steps?.sort();
  }

  /** Offers to look at the verdict. */
  function offer(look) {
    button ??= Object.assign(document.createElement("button"), { type: "button", className: "button check", textContent: "看对不对" });
    button.onclick = look;
    button.hidden = false;
    fold.before(button);
  }

  /** Says, without a verdict, what is missing. */
  function tell(words) {
    line().textContent = words;
    verdict.dataset.verdict = "none";
    fold.hidden = false;
    return verdict;
  }

  /** Shows how good the answer is, and why. @param {number | null} points 0 to 1 @param {string} [note] */
  function show(points, note = "") {
    const [name, words] = VERDICTS[points === null ? 3 : points === 1 ? 2 : points > 0 ? 1 : 0];
    line().textContent = words + (name === "part" ? `，得${rounded(points)}分` : "") + note;
    verdict.dataset.verdict = name;
    fieldset.dataset.verdict = name;
    const right = (find("[data-letters]")[0]?.dataset.letters ?? "").split(" ");
    inputs.forEach((input, i) => mark(input.closest("li"), right.includes(String(i)), input.checked));
    if (button) button.hidden = true;
    fold.hidden = false;
    fold.open = true;
    return verdict;
  }

  function hide() {
    verdict?.remove();
    verdict = undefined;
    delete fieldset.dataset.verdict;
    if (button) button.hidden = false;
    find(".choice-mark").forEach((part) => part.remove());
    find(".choices li").forEach((choice) => choice.classList.remove("is-right", "is-wrong"));
    fold.open = false;
    fold.hidden = true;
  }

  /** Takes no more answers. */
  function lock() {
    if (button) button.hidden = true;
    find("input, select, .mover").forEach((input) => (input.disabled = true));
  }

  /** Gives the question back as it was written. */
  function reset() {
    hide();
    find("input, select, .mover").forEach((input) => (input.disabled = false));
    button?.remove();
    fold.hidden = false;
    item.hidden = false;
    arrange(inputs.map((_, i) => i), 0, 0);
    if (number) number.textContent = written;
    steps?.stop();
    steps = undefined;
  }

  function line() {
    if (!verdict) {
      verdict = Object.assign(document.createElement("p"), { className: "mark", tabIndex: -1 });
      fold.before(verdict);
    }

    return verdict;
  }

  function mark(choice, isRight, isChosen) {
    choice.querySelector(".choice-mark")?.remove();
    choice.classList.toggle("is-right", isRight);
    choice.classList.toggle("is-wrong", isChosen && !isRight);
    if (!isRight && !isChosen) return;
    const words = isRight ? (isChosen ? "✓ 选对了" : "✓ 应当选") : "✗ 不该选";
    choice.querySelector("label").append(Object.assign(document.createElement("span"), { className: "choice-mark", textContent: words }));
  }

  function place(field) {
    return Number(field.name.slice(question.id.length + 1));
  }
}

/** @param {HTMLLIElement} item of the list of questions @returns {string} its question, with a line for each blank */
export function textOf(item) {
  const part = (node) => (node.className === "gap" ? "＿＿" : node.textContent.trim());
  return [...item.querySelector(".question-text").childNodes].map(part).join("");
}

/** @param {number} points @returns {string} with one digit behind the point where it is not whole */
export function rounded(points) {
  return String(Math.round(points * 10) / 10);
}
