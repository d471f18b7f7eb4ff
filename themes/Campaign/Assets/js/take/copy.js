/** Buttons that copy a text of the page, or an article with its shape. */
export function copyTexts() {
  for (const button of document.querySelectorAll("[data-copy-text]")) {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.after(said);
    button.hidden = false;
    button.addEventListener("click", () => copy({ "text/plain": button.closest(".take-text").querySelector("[data-text]").textContent }, said));
  }

  const article = document.querySelector("[data-copy-html]");
  if (!article) return;
  article.hidden = false;
  article.addEventListener("click", () => {
    const html = document.querySelector("[data-html]").value;
    copy({ "text/html": html, "text/plain": document.querySelector(".article-preview").innerText }, document.querySelector("[data-copied]"));
  });
}

async function copy(texts, said) {
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })])))]);
    said.textContent = " 复制好了";
  } catch {
    said.textContent = " 没能复制，请自己选中再复制";
  }
}
