// Pictures in which readers look for hazards, 320 by 240; content/scenes/*.md says where each thing stands, in hundredths.
import { at, BLUE, circle, DARK, ellipse, flat, GREEN, INK, line, path, person, rect, RED, SKIN, STEEL, text, warning, WHITE, WOOD, YELLOW } from "./kit.mjs";
import * as t from "./things.mjs";

const inside = (wall, floor, y = 184) => flat(rect(0, 0, 320, 240, wall) + rect(0, y, 320, 240 - y, floor)) + path(`M0 ${y}H320`, "none", 'stroke-width="1.2"');
const puddle = (x, y, w = 26, color = "#9cc7e6") => flat(ellipse(x, y, w, 6, color) + ellipse(x + w * 0.6, y + 5, w * 0.4, 3.6, color));
/** A strip of sockets with plugs in it. */
const strip = (x, y, n = 4) => rect(x - n * 8, y - 5, n * 16, 11, WHITE, 3) + Array.from({ length: n }, (_, i) => rect(x - n * 8 + 3 + i * 16, y - 12, 10, 10, i % 2 ? "#4f5b60" : "#8c979a", 2) + path(`M${x - n * 8 + 8 + i * 16} ${y - 12}q${i % 2 ? 6 : -6}-8 0-16`, "none", 'stroke-width="2.2"')).join("");
const chain = (x, y) => path(`M${x - 20} ${y - 6}q20 16 40 0M${x - 20} ${y + 6}q20 16 40 0`, "none", `stroke="${DARK}" stroke-width="3.4" stroke-dasharray="3 3"`) + rect(x - 8, y + 4, 16, 14, YELLOW, 2) + path(`M${x - 5} ${y + 4}v-5q5-6 10 0v5`, "none", 'stroke-width="2.6"');
const hydrant = (x, y) => rect(x - 20, y - 26, 40, 52, "#c9302c", 2) + rect(x - 14, y - 20, 28, 28, "#f6dedd", 1) + text(x, y + 21, "消火栓", 10, WHITE) + circle(x, y - 6, 8, "none", `stroke="${DARK}" stroke-width="3"`);
const butt = (x, y) => path(`M${x} ${y}h14v4h-14Z`, WHITE) + path(`M${x + 14} ${y}h6v4h-6Z`, "#ee7d2e") + path(`M${x + 22} ${y - 2}q4-5 0-9t2-8`, "none", 'stroke="#8b9294" stroke-width="1.8"');
const alarm = (x, y) => rect(x - 13, y - 8, 26, 16, WHITE, 3) + circle(x - 5, y, 2.4, GREEN) + path(`M${x + 2} ${y - 3}h7M${x + 2} ${y + 1}h7`, "none", 'stroke-width="1.2"');

export const drawings = {
  bedroom: ["睡前的卧室", inside("#f5f0e4", "#dcc8a6") + rect(28, 36, 78, 96, "#cfe6f2") + path("M67 36V132M28 82H106", "none", 'stroke="#7d93a0" stroke-width="2.4"') + rect(18, 26, 98, 6, WOOD) + path("M22 32Q30 100 18 176H42Q46 100 44 32Z", "#8fb9a0") + path("M90 32Q88 100 82 168H112Q118 100 112 32Z", "#8fb9a0") + path("M30 40q4 60-2 130M102 40q4 60-4 122", "none", 'stroke="#6f9a82"')
    + rect(62, 134, 44, 46, "#f4f4ef", 4) + path("M70 142v30M80 142v30M90 142v30M98 142v30", "none", `stroke="${RED}" stroke-width="3.4"`) + path("M68 180v6M100 180v6", "none", 'stroke-width="3.4"')
    + rect(122, 96, 7, 92, WOOD) + rect(240, 128, 7, 58, WOOD) + rect(129, 140, 112, 26, "#f7f4ec", 3) + path("M164 136H240V168H160Z", "#7fa3cb") + rect(132, 126, 32, 14, WHITE, 5)
    + rect(272, 54, 44, 78, "#d9b88a", 1) + circle(280, 96, 2.6, DARK) + rect(252, 146, 52, 42, "#c58b5a", 2) + path("M252 166h52M274 156h8M274 176h8", "none") + ellipse(268, 143, 13, 4, STEEL) + butt(258, 134) + at(294, 142, rect(-4, -9, 9, 13, DARK, 1) + rect(-6, -13, 13, 5, YELLOW, 1))
    + rect(126, 198, 36, 28, "#4a5a55", 3) + path("M136 198v-6h16v6", "none", 'stroke-width="2.6"') + t.bolt(144, 212, 0.8) + path("M162 214H190", "none", 'stroke-width="2.6"') + strip(212, 214, 3) + strip(264, 214, 3) + path("M238 214H242M288 214H318", "none", 'stroke-width="2.6"')
    + t.table(46, 226, 44, 18) + rect(40, 194, 9, 14, "#f0682a", 1) + rect(42, 190, 5, 4, STEEL) + rect(53, 200, 14, 8, "#c0504a", 1) + circle(196, 26, 14, WHITE) + circle(196, 26, 5, GREEN)],
  kitchen: ["找一找：厨房", inside("#e6efec", "#c9d3cf") + path("M0 60H320M0 100H320M40 60V100M120 60V100M260 60V100", "none", 'stroke="#cbd9d5" stroke-width="1"')
    + t.window(42, 92, 62, 62) + rect(92, 22, 40, 52, WHITE, 3) + circle(112, 60, 4, BLUE) + path("M112 22V10H140V18", "none", 'stroke-width="9"') + path("M112 22V10H140V18", "none", `stroke="${STEEL}" stroke-width="6"`) + t.smoke(152, 26, 0.5, "#b9b2a2")
    + rect(112, 138, 204, 88, "#dfe6e3") + rect(108, 131, 210, 8, "#8c9a97", 1) + rect(170, 146, 52, 76, "#6f7d7a") + path("M228 146v76M274 146v76", "none") + t.hood(196, 70)
    + t.stove(196, 131, true) + t.wok(196, 112) + t.flame(196, 112, 0.5) + t.cylinder(190, 222, 1.15) + path("M196 162Q214 158 216 138", "none", 'stroke-width="7"') + path("M196 162Q214 158 216 138", "none", 'stroke="#e08a3c" stroke-width="4.4"') + path("M206 160l3 5M212 154l5 3M215 147l5 1", "none", 'stroke-width="1.8"')
    + path("M228 128q-2-18 4-24h14q6 6 4 24Z", "#f2a3a0") + path("M232 112h14M231 120h16", "none", 'stroke-width="1.2"') + rect(250, 108, 14, 22, WHITE, 1)
    + rect(122, 112, 30, 20, STEEL, 2) + path("M122 118H96", "none", 'stroke-width="6"') + path("M122 118H97", "none", `stroke="${WOOD}" stroke-width="3"`) + t.steam(138, 108)
    + strip(290, 124, 3) + path("M276 86v-22h24v10", "none", 'stroke-width="6"') + path("M276 86v-22h24v10", "none", `stroke="${STEEL}" stroke-width="3.4"`) + path("M300 78v10M300 94v6", "none", 'stroke="#3f8fc4" stroke-width="2.6"')
    + person("boy", 84, 226, "reach", { rh: [20, -100], lh: [-10, -40], size: 1.12 }) + puddle(34, 224, 24) + t.bottle(52, 200, 1.15, "#7bb08a") + text(52, 196, "洁", 8, WHITE) + alarm(290, 24) + t.lid(152, 0, 0).replace("translate(152 0)", "translate(160 130)")],
  stairwell: ["找一找：楼道", inside("#e9ece4", "#c5cbc2") + t.stairs(214, 96, 5, 26, 22, "#d3d6ce") + t.rail(214, 96, 4, 26, 22)
    + t.fireDoor(150, 184, 54, 112) + t.exitSign(150, 50, 0.9) + path("M176 186l18-6 6 8-18 6Z", "#b56a4a") + path("M176 72l22 8V190l-22-6Z", "#8fa2a0")
    + hydrant(44, 146) + t.boxes(42, 190, 2) + t.boxes(50, 196, 2) + t.ebike(116, 226, 0.95) + path("M112 200Q90 170 96 120", "none", 'stroke-width="2.6"') + t.socket(96, 112, 0.9)
    + path("M0 30Q60 52 110 24T230 26 320 12", "none", 'stroke-width="2"') + path("M110 24q6 20-4 30", "none", 'stroke-width="2"') + rect(100, 52, 12, 16, WHITE) + circle(106, 74, 6, "#fff3b0")
    + rect(236, 148, 52, 36, "#a9744a", 2) + path("M236 160h52M262 148v36", "none") + path("M240 146q8-8 18 0l6-1v3h-24Z", DARK) + butt(196, 226) + path("M14 214q10-10 22-4l16-6 8 14-14 12H20Z", "#d8cbb0") + t.extinguisher(300, 100, 0.7)],
  restaurant: ["餐馆后厨和店堂", inside("#efe6d6", "#cfc6b6") + rect(150, 0, 6, 184, "#d9cdb6") + path("M150 0V184M156 0V184", "none")
    + t.hood(60, 64) + path("M28 64q4 12 2 20M60 64q4 10 2 18M92 64q-4 12 0 22", "none", 'stroke="#7a5a2a" stroke-width="2.6"') + rect(20, 128, 116, 58, "#b9c4c4") + t.stove(60, 128, true) + t.wok(60, 110)
    + t.cylinder(112, 190, 1.1) + path("M112 136Q96 126 80 126", "none", 'stroke-width="6"') + path("M112 136Q96 126 80 126", "none", 'stroke="#c9503f" stroke-width="3.6"')
    + rect(112, 30, 28, 24, "#f4f4ef", 2) + path("M116 38h20M116 46h12", "none", 'stroke-width="1.2"') + line([[126, 54], [126, 70]], INK, 2.4) + path("M122 70h8v7h-8Z", DARK) + text(126, 26, "报警器", 9)
    + person("chef", 30, 226, "stand", { rh: [22, -60], mood: "calm" })
    + t.doorway(196, 184, 50, 104, "#6d7f88") + t.exitSign(196, 62, 0.8) + t.boxes(196, 190, 3) + rect(178, 128, 34, 16, "#c4975a")
    + t.window(272, 120, 72, 66) + path("M240 56V118M252 56V118M264 56V118M276 56V118M288 56V118M300 56V118M238 76H306M238 98H306", "none", `stroke="${DARK}" stroke-width="3"`)
    + t.table(268, 226, 84, 42) + path("M256 180q12-8 24 0v6h-24Z", DARK) + t.flame(268, 176, 0.35) + rect(290, 160, 14, 24, "#cfe6f2", 2) + text(297, 176, "酒精", 6) + t.extinguisher(170, 228, 0.85) + rect(100, 200, 40, 26, "#8c979a", 2) + butt(112, 194)],
  site: ["建筑工地", flat(rect(0, 0, 320, 240, "#dcecf3") + rect(0, 186, 320, 54, "#d2c19c")) + path("M0 186H320", "none", 'stroke-width="1.2"') + rect(206, 40, 110, 146, "#cfd2cd") + path("M206 88H316M206 136H316", "none", 'stroke-width="4"') + rect(222, 100, 26, 36, "#6d7f88") + rect(272, 100, 26, 36, "#6d7f88") + path("M226 122q10-6 20 0M276 112h20v10h-20Z", "#9bb7cf")
    + at(120, 186, t.scaffold(0, 0, 112, 132)) + person("bare", 96, 116, "reach", { size: 0.66 })
    + line([[256, 0], [256, 14]], DARK, 3) + path("M256 14 238 30M256 14 274 30", "none", 'stroke-width="2"') + rect(230, 30, 52, 12, WOOD) + person("worker2", 252, 226, "stand", { size: 0.85 })
    + ellipse(196, 224, 24, 9, "#3b3630") + ellipse(196, 222, 24, 9, "#57504a")
    + rect(20, 132, 34, 46, "#e0b02f", 2) + path("M54 132l18 6v46l-18-6Z", "#edc655") + t.bolt(37, 152, 0.8) + path("M36 178Q34 206 60 214T110 212", "none", 'stroke-width="3"') + puddle(84, 216, 24)
    + t.drum(300, 226, "#c9503f", 0.8) + path("M276 214l-10-8M276 214l-12 0M276 214l-8 8", "none", 'stroke="#f39a1e" stroke-width="2.2"') + path("M276 214l14-4", "none", 'stroke-width="5"') + rect(8, 8, 64, 40, WHITE, 2) + rect(8, 8, 64, 13, BLUE, 2) + text(40, 18, "安全通道", 9, WHITE) + path("M16 30H64M16 38H52", "none", 'stroke="#8fa0a6" stroke-width="2.6"')],
  engine: ["渔船机舱", inside("#9aa7a8", "#6f7c7d") + path("M0 24H320M60 24V184M260 24V184", "none", 'stroke="#84918f" stroke-width="3"')
    + rect(92, 104, 116, 84, "#5f8a78", 4) + [104, 128, 152, 176].map((x) => rect(x, 88, 18, 18, "#4a6d5f", 2)).join("") + path("M113 88V62H216V30", "none", 'stroke-width="13"') + path("M113 88V62H216V30", "none", 'stroke="#c9803f" stroke-width="9"') + path("M150 62q4-10 0-16M178 62q4-10 0-16", "none", `stroke="${RED}" stroke-width="2"`)
    + path("M126 52q10-8 22-2l10-4 6 12-12 6-22-2Z", "#d8cbb0") + path("M136 54l6 4", "none")
    + path("M208 124H300", "none", 'stroke-width="11"') + path("M208 124H300", "none", `stroke="${STEEL}" stroke-width="8"`) + circle(256, 124, 16, DARK) + circle(256, 124, 6, STEEL) + path("M242 104q14-8 28 2M270 144q-14 8-28-2", "none", `stroke="${WHITE}" stroke-width="2"`)
    + path("M40 24V190M62 24V190M40 46H62M40 68H62M40 90H62M40 112H62M40 134H62M40 156H62", "none", 'stroke-width="3.4"') + rect(30, 10, 44, 14, "#39424a") + t.boxes(50, 190, 3) + t.boxes(44, 196, 2)
    + path("M150 188q6 14 0 22", "none", 'stroke="#5b4a2a" stroke-width="3"') + puddle(150, 222, 30, "#4a3f2a")
    + rect(276, 40, 36, 44, "#dde3e0", 2) + path("M284 84q-8 18 4 26M300 84q10 16-6 34", "none", 'stroke-width="3"') + path("M288 110l5 4M294 118l-5 3", "none", 'stroke="#d98a3c" stroke-width="3"') + t.bolt(294, 60, 0.8)
    + person("fisher", 216, 230, "stand", { rh: [16, -58], vest: false, bareHead: true, size: 0.8, shoe: SKIN }) + butt(230, 180) + rect(80, 30, 30, 40, "none", 2, 'stroke-dasharray="4 3"') + path("M90 36h10", "none") + text(95, 54, "灭火器", 7) + rect(282, 196, 34, 40, "#4f86b5", 2) + text(299, 219, "油", 12, WHITE)],
  hold: ["渔船甲板和鱼舱", flat(rect(0, 0, 320, 240, "#dcecf3") + rect(0, 70, 320, 50, "#8fc3dd")) + t.waves(0, 84, 320) + t.waves(8, 104, 320, "#6fabc9") + rect(0, 128, 320, 112, "#c79f6e") + path("M0 128H320M0 150H180M0 174H180M0 200H180M0 224H180", "none", 'stroke="#9c7647" stroke-width="1.4"') + path("M0 96H180M0 112H180M20 96V128M76 96V128M128 96V128M178 96V128", "none", 'stroke="#f4f6f3" stroke-width="3.4"')
    + rect(188, 128, 124, 112, "#4a4640") + path("M188 128V240M312 128V240", "none", 'stroke-width="2.4"') + path("M200 128h-14l-14-44 16-4Z", "#7f8c8d") + path("M240 128V232M262 128V232M240 150H262M240 172H262M240 194H262M240 216H262", "none", 'stroke-width="3"') + person("fisher", 252, 176, "stand", { size: 0.6, face: "back", lh: [-14, -60], rh: [14, -66] }) + t.smoke(216, 214, 0.8, "#b7bb6a") + t.smoke(286, 222, 0.7, "#b7bb6a") + path("M196 236q8-12 18-2 8-10 16 2Z", "#8fb0bd")
    + person("fisher", 132, 226, "stand", { vest: false, size: 0.92, face: "front", mood: "smile" }) + path("M100 222q20-12 44 0t40-2", "none", 'stroke="#d9b45f" stroke-width="4"') + circle(104, 226, 12, "none", 'stroke="#d9b45f" stroke-width="4"')
    + rect(14, 152, 56, 34, "#7f8c8d", 3) + circle(42, 150, 22, STEEL) + circle(42, 150, 7, DARK) + path("M42 128Q60 100 96 104", "none", 'stroke="#c9a04c" stroke-width="3"') + path("M30 136q12-10 24 0M28 164q14 10 28 0", "none", `stroke="${WHITE}" stroke-width="2"`)
    + t.boxes(34, 232, 3) + at(44, 104, t.ring(0, 0, 1.05))],
  school: ["学校走廊、教室和宿舍", inside("#eef0e6", "#d7cbb0") + rect(104, 0, 5, 184, "#d9d3c0") + rect(214, 0, 5, 184, "#d9d3c0") + path("M104 0V184M109 0V184M214 0V184M219 0V184", "none")
    + t.openWindow(46, 108, 58, 54) + person("boy", 46, 116, "sit", { size: 1, lf: [12, -6], rf: [16, -4], mood: "smile" }) + rect(14, 108, 66, 6, "#e9e3d2")
    + t.fireDoor(162, 184, 62, 112) + path("M162 72V184", "none") + t.exitSign(162, 52, 0.9) + chain(162, 130) + person("girl", 146, 230, "run", { size: 1.1, mood: "smile" })
    + rect(230, 40, 84, 6, WOOD) + t.bed(268, 122, 86) + strip(262, 84, 3) + t.phone(246, 94, 0.3) + rect(276, 74, 30, 16, "#e9dfcc", 2) + path("M282 76q4-8 0-14M298 76q4-8 0-14", "none", `stroke="${RED}" stroke-width="2"`)
    + t.table(266, 186, 92, 40) + path("M248 146v-8h14v8q4 6-2 6h-10q-6 0-2-6Z", "#b9d6e6") + t.flame(255, 138, 0.34) + path("M276 128h26v18h-26Z", WHITE) + path("M280 133h18M280 138h12", "none", 'stroke-width="1.2"')
    + t.boxes(30, 186, 2) + t.extinguisher(32, 206, 0.9) + path("M10 206V172h44v34Z", "#d0a66b", 'opacity=".55"') + puddle(84, 214, 22) + t.table(286, 236, 50, 30) + t.bottle(300, 206, 0.9, "#e5d36a", "") + warning(300, 199, 0.28, "")],
};
