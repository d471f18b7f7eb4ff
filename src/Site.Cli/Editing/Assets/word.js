// A new page from a Word file.
import { sendFile } from "./ask.js";
import { ask as dialog, doing, labelled, make, say } from "./dom.js";

/** @param given a file that was dropped; null where one is to be chosen. */
export async function newFromWord(site, given = null) {
  const made = await dialog("从 Word 文件新建", (close) => {
    const kind = make("select", {}, site.kinds.filter(({ name }) => name !== "quiz").map((one) => make("option", { value: one.name, selected: one.name === "news" }, one.label)));
    const file = make("input", { type: "file", accept: ".docx,.doc,.wps" });
    const send = doing(async () => {
      const chosen = given ?? file.files[0];
      if (!chosen) throw new Error("请先选一个 Word 文件。");
      close(await sendFile("word", { kind: kind.value, name: chosen.name }, chosen));
    });
    return make("form", { onsubmit: (event) => { event.preventDefault(); send(event); } },
      labelled("写哪一类", kind), given ? make("p", {}, given.name) : labelled("Word 文件（.docx）", file, "标题、列表、表格、加粗和照片都会带过来；字号、颜色不带。"),
      make("div", { class: "buttons" }, make("button", { class: "main" }, "建一份草稿")));
  });
  if (made) {
    say(made.notes.length ? made.notes.join("；") : "草稿建好了。");
    location.hash = `#/${made.path}`;
  }
}
