/** Makes an element. Properties are attributes, but for on…, which are listeners; children are nodes and texts. Never markup. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (property.startsWith("on")) element.addEventListener(property.slice(2), value);
    else if (property === "value") element.value = value;
    else element.setAttribute(property, value === true ? "" : value);
  }
  element.append(...there(children));
  return element;
}

/** Puts other children into an element. As in `make`, what is null, undefined or false is left out. */
export function fill(element, ...children) {
  element.replaceChildren(...there(children));
}

const there = (children) => children.flat().filter((child) => child !== null && child !== undefined && child !== false);

let said = 0;

/** Tells in the header, and aloud. */
export function say(text, isWrong = false) {
  const dialog = document.querySelector("dialog[open]");
  if (isWrong && dialog) {
    // What lies behind an open dialog is neither read nor seen.
    dialog.querySelector(":scope > [role=alert]")?.remove();
    dialog.querySelector("header").after(make("p", { role: "alert", class: "wrong" }, text));
    return;
  }
  const place = document.querySelector("#said");
  place.textContent = text;
  place.classList.toggle("wrong", isWrong);
  clearTimeout(said);
  if (!isWrong) said = setTimeout(() => { place.textContent = ""; }, 12_000);
}

/** Runs what a button does; what goes wrong is told. */
export function doing(work) {
  return async (event) => {
    const button = event?.currentTarget;
    if (button?.getAttribute("aria-disabled") === "true") return;
    button?.setAttribute?.("aria-disabled", "true");
    try {
      await work(event);
    } catch (fault) {
      say(fault.message, true);
    } finally {
      button?.removeAttribute?.("aria-disabled");
    }
  };
}

let dialogs = 0;

/** Shows a dialog until it is closed. `content` gets a function that closes it with a result, and gives the content. Null where it was left. */
export function ask(title, content) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    let result = null;
    const id = `dialog-${++dialogs}`;
    const dialog = make("dialog", { "aria-labelledby": id });
    const close = (value) => { result = value; dialog.close(); };
    dialog.append(
      make("header", {}, make("h2", { id }, title), make("button", { type: "button", class: "plain", onclick: () => close(null) }, "关闭")),
      ...[content(close)].flat());
    dialog.addEventListener("close", () => { dialog.remove(); before?.focus?.(); resolve(result); });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("[autofocus], input, textarea, select")?.focus();
  });
}

let labels = 0;

/** A label with its control below it, and a help that is read with it. */
export function labelled(text, control, help = "") {
  const id = `c-${++labels}`;
  const input = control.matches("input, textarea, select") ? control : control.querySelector("input, textarea, select");
  input.id = id;
  if (help) input.setAttribute("aria-describedby", `${id}-help`);
  return make("div", { class: "labelled" }, make("label", { for: id }, text), help && make("p", { class: "help", id: `${id}-help` }, help), control);
}
