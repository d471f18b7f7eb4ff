// A photograph: chosen, looked at, covered where a face or a plate is, described, and sent. The program makes it smaller and takes out where it was made.
import { sendFile } from "./ask.js";
import { ask as dialog, doing, labelled, make, say } from "./dom.js";

const longest = 2400;

/** Gives { path, alt }, or null where the dialog was left. */
export async function uploadPicture(page, given) {
  return dialog("放一张照片", (close) => {
    let [file, covered] = [given ?? null, false];
    const canvas = make("canvas", { tabindex: "0", role: "img", "aria-label": "照片。用方向键移动方块，加号减号改大小，回车盖住。", hidden: true });
    const cursor = { x: 0, y: 0, size: 60 };
    let [picture, marks] = [null, []];
    const choose = make("input", { type: "file", accept: "image/*,.heic,.heif,video/*", onchange: () => { file = choose.files[0] ?? null; open(); } });
    const alt = make("input", { type: "text", autocomplete: "off", required: true });
    const size = make("input", { type: "range", min: 20, max: 400, value: cursor.size, oninput: () => { cursor.size = Number(size.value); draw(); } });
    const told = make("p", { role: "status" });
    const cover = make("div", { hidden: true }, make("p", { class: "help" }, "有看得清的人脸、车牌、证件，用刷子盖住：按住拖动；用键盘，先用 Tab 到照片上，方向键移动，回车盖住。"),
      make("div", { class: "buttons" }, labelled("刷子大小", size), make("button", { type: "button", onclick: () => { marks.pop(); covered = marks.length > 0; draw(); } }, "退一笔")));
    const send = doing(async () => {
      if (!file) throw new Error("请先选一张照片。");
      if (!alt.value.trim()) { alt.focus(); throw new Error("请写上照片里有什么：看不到图的人会听到这句话。"); }
      const body = covered ? await new Promise((done) => { draw(false); canvas.toBlob(done, "image/jpeg", 0.9); }) : file;
      const made = await sendFile("picture", { path: page, name: covered ? "covered.jpg" : file.name }, body);
      say(made.notes.join("；"));
      close({ path: made.path, alt: alt.value.trim().replaceAll("[", "（").replaceAll("]", "）") });
    });

    canvas.addEventListener("pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); paint(event, true); });
    canvas.addEventListener("pointermove", (event) => paint(event, event.buttons > 0));
    canvas.addEventListener("keydown", (event) => {
      const step = event.shiftKey ? 4 : 20;
      const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
      if (moves[event.key]) [cursor.x, cursor.y] = [cursor.x + moves[event.key][0], cursor.y + moves[event.key][1]];
      else if (event.key === "+" || event.key === "=") cursor.size += 10;
      else if (event.key === "-") cursor.size = Math.max(20, cursor.size - 10);
      else if (event.key === "Enter" || event.key === " ") { marks.push([{ ...cursor }]); covered = true; told.textContent = `盖住了 ${marks.length} 处。`; } else return;
      event.preventDefault();
      cursor.x = Math.min(Math.max(cursor.x, 0), canvas.width);
      cursor.y = Math.min(Math.max(cursor.y, 0), canvas.height);
      draw();
    });

    function paint(event, isDown) {
      const box = canvas.getBoundingClientRect();
      cursor.x = (event.clientX - box.left) * canvas.width / box.width;
      cursor.y = (event.clientY - box.top) * canvas.height / box.height;
      if (isDown) {
        if (event.type === "pointerdown") marks.push([]);
        marks.at(-1)?.push({ ...cursor });
        covered = true;
      }
      draw();
    }

    function draw(withCursor = true) {
      if (!picture) return;
      const context = canvas.getContext("2d");
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      context.fillStyle = "#444";
      for (const mark of marks) for (const { x, y, size: wide } of mark) context.fillRect(x - wide / 2, y - wide / 2, wide, wide);
      if (withCursor) {
        context.strokeStyle = "#c8161d";
        context.lineWidth = 4;
        context.strokeRect(cursor.x - cursor.size / 2, cursor.y - cursor.size / 2, cursor.size, cursor.size);
      }
    }

    async function open() {
      [picture, marks, covered] = [null, [], false];
      told.textContent = "";
      cover.hidden = canvas.hidden = true;
      if (!file) return;
      try {
        picture = await createImageBitmap(file, { imageOrientation: "from-image" });
        const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
        canvas.width = Math.round(picture.width * scale);
        canvas.height = Math.round(picture.height * scale);
        [cursor.x, cursor.y] = [canvas.width / 2, canvas.height / 2];
        cover.hidden = canvas.hidden = false;
        draw();
      } catch {
        // What the browser cannot show the program may still know, and say.
        told.textContent = `“${file.name}”在这里显示不出来，点“放进去”看程序怎么说。`;
      }
    }

    if (file) open();
    return make("form", { onsubmit: (event) => { event.preventDefault(); send(event); } },
      !given && labelled("选照片", choose, "JPEG、PNG、WebP、GIF。程序会把它缩小、转正，去掉拍摄地点，起好文件名。"),
      canvas, cover, told,
      labelled("照片里有什么（必填）", alt, "一句话，说给看不到图的人听，例如：工作人员在给居民检查燃气软管。"),
      make("div", { class: "buttons" }, make("button", { class: "main" }, "放进去")));
  });
}
