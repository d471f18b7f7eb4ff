import { offerFullscreen } from "../show/slides.js";

/** Saves the drawing of a page as a PNG for phones, and lets it fill a screen. */
export function savePicture() {
  const stage = document.querySelector("[data-stage]");
  if (!stage) return;
  offerFullscreen(stage, document.querySelector("[data-fullscreen]"));
  const save = document.querySelector("[data-save]");
  save.hidden = false;
  save.addEventListener("click", async () => {
    const picture = stage.querySelector("[data-picture]");
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 1080, height: 1920 });
    canvas.getContext("2d").drawImage(picture, 0, 0, 1080, 1920);
    download(canvas, `${save.dataset.save}.png`);
  });
}

export function download(canvas, name) {
  canvas.toBlob((picture) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(picture), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, "image/png");
}
