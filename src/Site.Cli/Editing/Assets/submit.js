// Handing a page in for review.
import { ask } from "./ask.js";
import { ask as dialog, doing, fill, labelled, make } from "./dom.js";

/** Gives what to say, or null where the dialog was left. */
export async function handIn(path, { isDraft, problems, finish }) {
  const way = await ask("way", { path });
  const errors = problems.filter(({ isError }) => isError).length;
  return dialog("提交审核", (close) => {
    const office = make("input", { type: "text", value: way.office, required: true, autocomplete: "organization" });
    const note = make("input", { type: "text", value: way.note, autocomplete: "off" });
    const done = make("input", { type: "checkbox", checked: true });
    const result = make("div", { role: "status" });
    const send = doing(async () => {
      if (isDraft && done.checked && !(await finish())) return;
      const answer = await ask("submit", { path, office: office.value, note: note.value });
      fill(result,
        make("p", {}, answer.said),
        answer.url && make("p", {}, make("a", { href: answer.url, target: "_blank", rel: "noopener" }, "打开这个合并请求")),
        answer.both && make("pre", { tabindex: "0" }, answer.both));
      if (answer.zip) download(answer.name, answer.zip);
      if (answer.done) form.querySelector("button.main").replaceWith(make("button", { type: "button", class: "main", onclick: () => close(answer.said) }, "好"));
    });
    const form = make("form", { onsubmit: (event) => { event.preventDefault(); send(event); } },
      errors > 0 && make("p", { class: "note" }, `这一页还有 ${errors} 个错误。可以先交上去请人帮忙看，但是改好以前不会发布。`),
      make("p", {}, way.how),
      labelled("以哪个科室的名义（必填）", office, "写科室或单位，不写个人姓名。"),
      labelled("改了什么", note, "一句话，审核的人先看到它。"),
      isDraft && make("div", {}, make("label", {}, done, " 已经写完，去掉草稿标记（审核通过就会发布）")),
      make("p", { class: "help" }, "交上去以后，由审核的人合并、签核，网站才会更新；在这里不能跳过签核直接发布。"),
      result,
      make("div", { class: "buttons" }, make("button", { class: "main" }, "提交审核")));
    return form;
  });
}

/** Gives a file to the browser to keep. */
function download(name, base64) {
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  const link = make("a", { href: URL.createObjectURL(new Blob([bytes], { type: "application/zip" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
