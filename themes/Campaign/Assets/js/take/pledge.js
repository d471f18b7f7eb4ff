import { plainText } from "../plain.js";
import { download } from "./picture.js";

/** Lets a reader sign a pledge, by keyboard or by hand, and keep a picture of it; nothing is kept or sent. */
export function signPledge() {
  const place = document.querySelector("[data-pledge]");
  if (!place) return;
  const pad = place.querySelector("[data-pad]");
  const pen = pad.getContext("2d");
  let last;

  place.hidden = false;
  Object.assign(pen, { lineWidth: 6, lineCap: "round", lineJoin: "round", strokeStyle: "#000" });
  pad.addEventListener("pointerdown", (event) => {
    pad.setPointerCapture(event.pointerId);
    last = at(event);
  });
  pad.addEventListener("pointermove", (event) => {
    if (!last) return;
    const next = at(event);
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...next);
    pen.stroke();
    last = next;
  });
  for (const type of ["pointerup", "pointercancel"]) pad.addEventListener(type, () => (last = undefined));
  place.querySelector("[data-wipe]").addEventListener("click", () => pen.clearRect(0, 0, pad.width, pad.height));
  place.querySelector("[data-keep-picture]").addEventListener("click", keep);

  function at({ offsetX, offsetY }) {
    return [(offsetX * pad.width) / pad.clientWidth, (offsetY * pad.height) / pad.clientHeight];
  }

  function keep() {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1080, height: 1440 });
    const page = canvas.getContext("2d");
    const style = getComputedStyle(document.documentElement);
    const write = (text, y, size, color = "#000") => {
      page.fillStyle = color;
      page.font = `600 ${size}px ${style.fontFamily}`;
      page.fillText(text, 540, y, 940);
    };
    page.fillStyle = "#fff";
    page.fillRect(0, 0, 1080, 1440);
    page.fillStyle = style.getPropertyValue("--accent-fill").trim();
    page.fillRect(0, 0, 1080, 220);
    page.textAlign = "center";
    write(place.dataset.pledge, 135, 68, "#fff");
    const lines = [...document.querySelectorAll(".pledge .prose > ol:first-of-type > li")].slice(0, 6).map(plainText);
    lines.forEach((line, i) => write(`${i + 1}. ${line}`, 330 + i * 84, 40));
    const name = place.querySelector("[data-name]").value.trim();
    if (name) write(name, 960, 96);
    page.drawImage(pad, 240, name ? 1000 : 900, 600, 220);
    write(new Date().toLocaleDateString("zh-CN", { year: "numeric", month: "long", day: "numeric" }), 1300, 40);
    write(place.dataset.organiser, 1370, 34, "#555");
    download(canvas, "安全倡议.png");
  }
}
