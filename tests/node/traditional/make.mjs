// Writes the table by which pages are put into traditional characters (src/Site.Rendering/Traditional/phrases.txt):
// OpenCC's from simplified to traditional, with Taiwan's forms of characters, and before it what campaigns say that OpenCC has no phrase for.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import characters from "opencc-js/dict/STCharacters";
import phrases from "opencc-js/dict/STPhrases";
import regional from "opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases";
import forms from "opencc-js/dict/TWVariants";

/** Where the table lies. */
export const FILE = new URL("../../../src/Site.Rendering/Traditional/phrases.txt", import.meta.url);

const OWN = `
签 簽|系安全 繫安全|系绳 繫繩|系得 繫得|慢慢系 慢慢繫|帽带系 帽帶繫|水冲 水沖|冲淋 沖淋|边冲 邊沖|冲净 沖淨|冲掉 沖掉|冲眼 沖眼|冲一冲 沖一沖|冲完 沖完|先冲 先沖
干木棒 乾木棒|干竹竿 乾竹竿|干沙 乾沙|草干 草乾|压面机 壓麵機|和面机 和麵機|松的 鬆的|更松 更鬆|拉松 拉鬆|教育周 教育週|演练周 演練週|文化周 文化週|减灾周 減災週|生产周 生產週|按周 按週
易制爆 易製爆|扎帐篷 紮帳篷
`.trim().split(/[|\n]/);

/** @returns {string} the file: a line that says where it is from, then a phrase a line, sorted */
export function table() {
  // 濕 is what everybody reads; OpenCC has the form of the ministry's list.
  const shown = new Map([...forms.split("|"), "溼 濕"].map((pair) => pair.split(" ")));
  const made = new Map();
  for (const pair of [...OWN, ...phrases.split("|"), ...regional.split("|"), ...characters.split("|"), ...forms.split("|")]) {
    const [simplified, traditional] = pair.split(" ");
    if (!made.has(simplified)) made.set(simplified, [...traditional].map((one) => shown.get(one) ?? one).join(""));
  }
  // A single character that stays as it is says nothing; a phrase that does keeps its characters together.
  const lines = [...made].filter(([simplified, traditional]) => simplified !== traditional || simplified.length > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const head = "# From the dictionaries STPhrases, STCharacters and TWVariants of OpenCC 1.4 (Apache License 2.0, https://github.com/BYVoid/OpenCC); made by tests/node/traditional/make.mjs.";
  return `${head}\n${lines.map((line) => line.join(" ")).join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, table());
