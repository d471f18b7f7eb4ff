/**
 * Shortcuts: only while the focus is in the form and no field is typed in, without Ctrl, Alt or the like, and only if the reader wants them
 * (WCAG 2.2, 2.1.4). A screen reader in reading mode never passes these keys on.
 */
export function listenForKeys(form, { isOn, choose, look, next, back }) {
  form.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const isTyping = target.matches("select, input[type=text]");
    const act = isTyping && key !== "Enter" ? undefined
      : /^[1-9]$/.test(key) ? () => choose(target.closest("fieldset"), Number(key) - 1)
      : key === "Enter" && !target.matches("button, summary, a, select") ? () => look(target.closest("fieldset"))
      : /^n$/i.test(key) ? next
      : /^p$/i.test(key) ? back
      : undefined;
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
