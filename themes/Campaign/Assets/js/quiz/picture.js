/** Draws a card to keep and saves it as a picture; all of it on this device. @param {{key: any, score: number, name: string, seed: string}} of */
export function saveCard({ key, score, name, seed }) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1200, height: 800 });
  const pen = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const family = style.fontFamily;
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  const write = (text, y, size, fill = color("ink")) => {
    pen.fillStyle = fill;
    pen.font = `600 ${size}px ${family}`;
    pen.fillText(text, 600, y, 1040);
  };
  pen.fillStyle = color("paper");
  pen.fillRect(0, 0, 1200, 800);
  pen.fillStyle = color("accent-fill");
  pen.fillRect(0, 0, 1200, 170);
  pen.strokeStyle = color("accent-fill");
  pen.lineWidth = 16;
  pen.strokeRect(8, 8, 1184, 784);
  pen.textAlign = "center";
  write("测测你的安全力", 110, 72, color("sign-white"));
  if (name) write(name, 280, 64);
  write(`完成了“${key.title}”`, 370, 48);
  write(`${score}分`, 540, 140, color("accent-text"));
  write(new Date().toLocaleDateString("zh-CN", { year: "numeric", month: "long", day: "numeric" }), 630, 36);
  write(`${key.organiser}　卷号${seed}`, 690, 30, color("quiet"));
  write("自测留念，不作考核凭证", 745, 28, color("quiet"));
  canvas.toBlob((picture) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(picture), download: `安全力-${score}分.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, "image/png");
}
