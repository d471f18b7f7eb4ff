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

/** What campaigns say that OpenCC has no phrase for, and single characters by what they mean most often here: swimming before travel, rinsing before rushing. */
const OWN = `
签 簽|系安全 繫安全|系绳 繫繩|系得 繫得|系在 繫在|慢慢系 慢慢繫|帽带系 帽帶繫|要系 要繫|才系 才繫|都系 都繫|再系 再繫|也系 也繫|就系 就繫|没系 沒繫|未系 未繫|须系 須繫|应系 應繫|别系 別繫|会系 會繫|先系 先繫|要系统 要系統|都系统 都系統|再系统 再系統|也系统 也系統|就系统 就系統|没系统 沒系統|会系统 會系統|先系统 先系統|都系列 都系列
冲 沖|冲5次 衝5次|冲5下 衝5下|冲他 衝他|冲不过 衝不過|冲不进 衝不進|冲不出 衝不出|外冲 外衝|前冲 前衝|上冲 上衝|自己冲 自己衝|自己冲洗 自己沖洗|冲倒 衝倒|水冲 水沖|冲淋 沖淋|边冲 邊沖|冲净 沖淨|冲掉 沖掉|冲眼 沖眼|冲一冲 沖一沖|冲完 沖完|先冲 先沖|里冲击 裡衝擊|上冲击 上衝擊
游 游|得游 得游|着游玩 著遊玩
岩 岩|干木棒 乾木棒|干竹竿 乾竹竿|干沙 乾沙|草干 草乾|变干 變乾|怕干 怕乾|没干 沒乾|没有干 沒有乾|没干活 沒幹活|没干过 沒幹過|没干完 沒幹完|没有干活 沒有幹活|没有干部 沒有幹部|漆干了 漆乾了|它干了 它乾了|地干了 地乾了|手干了 手乾了|水干了 水乾了|干透 乾透
里长期 裡長期|压面机 壓麵機|和面积 和面積|米面积 米面積|和面对 和面對|和面向 和面向|和面板 和面板|和面罩 和面罩|和面具 和面具|和面部 和面部|挂面板 掛面板|和面机 和麵機|下面条件 下面條件|下面条款 下面條款|下面条文 下面條文|下面条例 下面條例|下面条目 下面條目
松的 鬆的|更松 更鬆|拉松 拉鬆|震松 震鬆|太松 太鬆|变松 變鬆|一松 一鬆|松了 鬆了|松脱 鬆脫|会松 會鬆|没松 沒鬆|不松 不鬆
教育周 教育週|演练周 演練週|文化周 文化週|减灾周 減災週|生产周 生產週|安全周 安全週|宣传周 宣傳週|按周 按週|逐周 逐週|各周 各週|当周 當週|首周 首週|末周 末週|“周” “週”
不准 不准|估不准 估不準|报不准 報不準|测不准 測不準|对不准 對不準|瞄不准 瞄不準|说不准 說不準|拿不准 拿不準|看不准 看不準|认不准 認不準|打不准 打不準
易制爆 易製爆|定制度 定制度|手制动 手制動|扎帐篷 紮帳篷|扎在 扎在|扎得 扎得|扎着 扎著|扎伤 扎傷|扎破 扎破|扎进 扎進|扎到 扎到|扎手 扎手|扎脚 扎腳
喂水 餵水|喂药 餵藥|喂奶 餵奶|喂饭 餵飯|喂食 餵食|喂养 餵養|困了就 睏了就|犯困 犯睏|很困 很睏|会困 會睏|托过底 托過底|看表格 看表格|划。 划。|划： 划：|名单只 名單只|天后宫 天后宮|天后庙 天后廟
`.trim().split(/[|\n]/);

/** OpenCC's phrases that are seldom meant in these texts: their characters meet where one word ends and the next begins (东西|后面, 学生|发现, 开放日|里), or they are rare names. */
const DROPPED = new Set(("西后 后里 群后 元后 封后 废后 球后 后土 后角 后丰 后辟 后王 川后 武后 天后 美后 影后 歌后 舞后 艳后 母后 贤后 仙后 "
  + "生发 换发 直发 断发 红发 绿发 蓝发 灰发 黄发 金发 银发 留发 落发 被发 总发 肤发 乱发 捉发 握发 秋发 穷发 净发 华发 发指 发质 发量 发状 发长 发顶 发色 发针 发间 "
  + "一出 几出 出儿 别着 别嘴 别气 要冲 再冲 只冲 还冲 多冲 少冲 西冲 地冲 渠冲 电冲 游过 游进 游走 游错 伴游 泛游 泅游 天干 日干 一干 河干 江干 如干 奉干 "
  + "液面 油面 面人 面价 面厂 面票 白面 细面 硬面 冷面 停制 俄制 内制 外制 后制 手制 产制").split(" "));

/** Of what is counted by 只, these are followed by 只 as "only" where one of the second stands behind it: 渔船只能, 最多只要. */
const COUNTED = "多 大 小 整 别 单 是 有 换 船 首 余 某".split(" ");
const AFTER_ONLY = "能 要 有 是 需 会 可 准 得 剩 许 限 怕 喊 写 管 供 凭 靠 喷 按 做 说 看 用 在 给 对 由 把".split(" ");

/** After 长发 as in 厂长|发现. */
const AFTER_SEND = "现 布 出 放 动 生 给 送 来 起 言 表 展 明 挥 觉 电 热 病 作 烧 抖 话 信 文 函 证 令 火 车 货 票".split(" ");

/** Measures and places in which 里 is no "in"; all other pairs that keep it are names. */
const MILES = /^(?:[一二三四五六七八九十百千万半几廿卅华英海公余邻乡故新][里]|里[程弄长民正氏约拉根斯昂甲巷脊肌])$|^(?:三里|凯里|同里|阿里|居里|德里|劈里|稀里|归里|返里)$/;

/** @returns {string} the file: a line that says where it is from, then a phrase a line, sorted */
export function table() {
  // 濕, 污 and 布 are what everybody reads, the last in laws too; OpenCC has the forms of the ministry's list.
  const shown = new Map([...forms.split("|"), "溼 濕", "汙 污", "佈 布"].map((pair) => pair.split(" ")));
  const plain = new Map([...characters.split("|"), "只 只", "准 准"].map((pair) => pair.split(" ")));
  const own = [...COUNTED.flatMap((one) => AFTER_ONLY.map((next) => `${one}只${next}`)), ...AFTER_SEND.map((next) => `长发${next}`)]
    .map((phrase) => `${phrase} ${[...phrase].map((one) => plain.get(one) ?? one).join("")}`);
  const made = new Map();
  for (const pair of [...OWN, ...own, ...phrases.split("|"), ...regional.split("|"), ...characters.split("|"), ...forms.split("|")]) {
    const [simplified, traditional] = pair.split(" ");
    if (!made.has(simplified) && !DROPPED.has(simplified) && !isName(simplified, traditional)) made.set(simplified, [...traditional].map((one) => shown.get(one) ?? one).join(""));
  }
  // A single character that stays as it is says nothing; a phrase that does keeps its characters together.
  const lines = [...made].filter(([simplified, traditional]) => simplified !== traditional || simplified.length > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  const head = "# From the dictionaries STPhrases, STCharacters and TWVariants of OpenCC 1.4 (Apache License 2.0, https://github.com/BYVoid/OpenCC); made by tests/node/traditional/make.mjs.";
  return `${head}\n${lines.map((line) => line.join(" ")).join("\n")}\n`;
}

function isName(simplified, traditional) {
  return simplified.length === 2 && simplified.includes("里") && traditional.includes("里") && !MILES.test(simplified);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, table());
