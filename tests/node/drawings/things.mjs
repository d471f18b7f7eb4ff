// Rooms and things, each around its own origin: what stands on the ground has it at the middle of its foot.
import { at, BLUE, circle, DARK, ellipse, faded, flat, GREEN, INK, line, path, rect, RED, STEEL, text, WHITE, WOOD, YELLOW } from "./kit.mjs";

/** Places: 240 by 160, the ground at about 128; people stand at 140 to 152. */
export const room = (wall = "#f2eadb", floor = "#dcc8a6") => flat(rect(0, 0, 240, 160, wall) + rect(0, 124, 240, 36, floor)) + path("M0 124H240", "none", 'stroke-width="1.2"');
export const kitchenRoom = () => flat(rect(0, 0, 240, 160, "#e6efec") + rect(0, 124, 240, 36, "#c9d3cf")) + path("M0 124H240M0 40H240M0 68H240M40 0V68M100 0V68M160 0V68M220 0V68", "none", 'stroke="#cbd9d5" stroke-width="1"');
export const corridor = () => flat(rect(0, 0, 240, 160, "#e9ece4") + rect(0, 124, 240, 36, "#c5cbc2")) + path("M0 124H240M0 116H240", "none", 'stroke-width="1"');
export const night = () => flat(rect(0, 0, 240, 160, "#3f4f6b") + rect(0, 124, 240, 36, "#2f3b52"));
export const outdoor = (sky = "#dcecf3", ground = "#c4d5ae") => flat(rect(0, 0, 240, 160, sky) + rect(0, 124, 240, 36, ground)) + path("M0 124H240", "none", 'stroke-width="1.2"');
export const street = () => flat(rect(0, 0, 240, 160, "#dcecf3") + rect(0, 118, 240, 42, "#b9c0c2")) + path("M0 118H240", "none", 'stroke-width="1.2"') + path("M10 152H40M70 152H100M130 152H160M190 152H220", "none", `stroke="${WHITE}" stroke-width="3"`);
export const workshop = () => flat(rect(0, 0, 240, 160, "#e4e8e8") + rect(0, 124, 240, 36, "#bfc6c4")) + path("M0 124H240M0 14H240M30 14V124M210 14V124", "none", 'stroke="#a7b2b1" stroke-width="1.6"');
export const sea = (sky = "#dcecf3") => flat(rect(0, 0, 240, 160, sky) + rect(0, 84, 240, 76, "#8fc3dd")) + waves(0, 84, 240) + waves(-14, 112, 260, "#6fabc9") + waves(4, 140, 240, "#6fabc9");
export const waves = (x, y, w, color = "#5f9fc0") => path(`M${x} ${y}${"q7-6 14 0t14 0".repeat(Math.ceil(w / 28))}`, "none", `stroke="${color}" stroke-width="2.2"`);
export const deck = () => flat(rect(0, 0, 240, 160, "#dcecf3") + rect(0, 70, 240, 30, "#8fc3dd") + rect(0, 118, 240, 42, "#c79f6e")) + waves(0, 84, 240) + path("M0 118H240M0 134H240M0 148H240", "none", 'stroke="#9c7647" stroke-width="1.2"') + path("M0 98H240M0 108H240M20 98V118M80 98V118M160 98V118M220 98V118", "none", 'stroke="#f4f6f3" stroke-width="3"');
export const tunnelRoom = () => flat(rect(0, 0, 240, 160, "#5c666b") + path("M0 0H240V30Q120-8 0 30Z", "#4a5358") + rect(0, 120, 240, 40, "#868f92")) + path("M20 22 40 18M90 9H110M150 10 170 12M205 18 222 22", "none", 'stroke="#fff3b0" stroke-width="4"') + path("M0 120H240", "none", 'stroke-width="1.2"');
export const split = () => rect(118.5, -2, 3, 164, WHITE, 0, 'stroke="none"');

/** Fire and smoke. */
export const flame = (x, y, s = 1) => at(x, y, path("M0 0C-14 0-17-14-10-24-8-18-5-18-5-22-6-32 0-38 6-44 5-34 14-28 14-14 14-4 9 0 0 0Z", "#ee6a23") + flat(path("M0-1C-8-1-9-9-4-15-3-11 0-12 1-19 5-15 8-11 8-8 8-3 5-1 0-1Z", "#fbc53a")), s);
export const smoke = (x, y, s = 1, color = "#8b9294") => at(x, y, faded(flat(path("M-28 6C-38 4-38-10-26-10-24-22-8-24-3-15 4-24 20-20 20-9 32-10 34 4 24 6 20 12 8 12 4 8-4 14-22 14-28 6Z", color)), 0.85), s);
/** A layer of smoke under the ceiling, down to `y`. */
export const layer = (y, color = "#7f8688") => faded(flat(path(`M0 0H240V${y}q-12 10-26 2t-28 2-30-2-28 3-30-3-28 3-30-3-20 1-20 0-20 0Z`, color)), 0.82);
export const steam = (x, y) => path(`M${x - 6} ${y}q-4-6 0-11t0-11M${x + 6} ${y}q-4-6 0-11t0-11`, "none", 'stroke="#8fa3a8" stroke-width="2.2"');

/** Doors, windows, stairs. */
export const door = (x, y, w = 46, h = 92, fill = WOOD) => rect(x - w / 2 - 4, y - h - 4, w + 8, h + 4, "#e9dfcc") + rect(x - w / 2, y - h, w, h, fill) + rect(x - w / 2 + 7, y - h + 9, w - 14, h * 0.34, "none", 1) + rect(x - w / 2 + 7, y - h * 0.46, w - 14, h * 0.34, "none", 1) + circle(x + w / 2 - 7, y - h * 0.48, 2.6, YELLOW);
export const fireDoor = (x, y, w = 46, h = 92) => rect(x - w / 2 - 4, y - h - 4, w + 8, h + 4, "#dfe3e1") + rect(x - w / 2, y - h, w, h, "#9fb0ae") + rect(x - 6, y - h + 12, 12, 24, "#dcecf3", 1) + rect(x + w / 2 - 14, y - h * 0.48, 10, 4, DARK, 1);
export const doorway = (x, y, w = 46, h = 92, inside = "#6d5a44") => rect(x - w / 2 - 4, y - h - 4, w + 8, h + 4, "#e9dfcc") + rect(x - w / 2, y - h, w, h, inside);
/** An open leaf hinged at the left (w above 0) or right edge. */
export const leaf = (x, y, w, h = 92, fill = WOOD) => path(`M${x} ${y - h}L${x + w} ${y - h + 7}V${y + 7}L${x} ${y}Z`, fill) + circle(x + w * 0.8, y - h * 0.44, 2.2, YELLOW);
export const window = (x, y, w = 60, h = 52, glass = "#cfe6f2") => rect(x - w / 2, y - h, w, h, WHITE) + rect(x - w / 2 + 4, y - h + 4, w / 2 - 6, h - 8, glass) + rect(x + 2, y - h + 4, w / 2 - 6, h - 8, glass);
export const openWindow = (x, y, w = 60, h = 52, glass = "#bfe0f0") => rect(x - w / 2, y - h, w, h, glass) + path(`M${x - w / 2} ${y - h}l-16 6v${h}l16-6ZM${x + w / 2} ${y - h}l16 6v${h}l-16-6Z`, "#e3f1f7") + path(`M${x - w / 2} ${y}H${x + w / 2}`, "none", 'stroke-width="3"');
/** Steps that go down to the right (or, flipped, to the left) from x, y. */
export const stairs = (x, y, n, w = 18, h = 12, fill = "#c9ccc4", flip = 1) => path(`M${x} ${y}${`h${w * flip}v${h}`.repeat(n)}V170H${x}Z`, fill);
export const rail = (x, y, n, w = 18, h = 12, flip = 1) => path(`M${x} ${y - 34}L${x + n * w * flip} ${y + n * h - 34}M${x + 6 * flip} ${y}V${y - 32}M${x + n * w * flip - 4 * flip} ${y + n * h - 8}v-26`, "none", `stroke="${DARK}" stroke-width="3"`);
export const lift = (x, y, w = 44, h = 80) => rect(x - w / 2 - 5, y - h - 5, w + 10, h + 5, "#d6dad8") + rect(x - w / 2, y - h, w / 2, h, STEEL) + rect(x, y - h, w / 2, h, STEEL) + path(`M${x - 5} ${y - h - 9}l5-6 5 6Z`, DARK);

/** A running figure, as on the signs of GB 2894 and GB 13495. */
export const runner = (color = WHITE) => circle(4, -13, 3.2, color, 'stroke="none"') + path("M2-8-1 2 5 6 3 14M-1 2-4 8-11 9M2-8 9-3 13-5M2-8-6-7-8-2", "none", `stroke="${color}" stroke-width="3"`);
export const exitSign = (x, y, s = 1, flip = false) => at(x, y, rect(-28, -14, 56, 28, GREEN, 1.5, `stroke="${WHITE}" stroke-width="1.5"`) + rect(-14, -10, 10, 20, WHITE, 0, 'stroke="none"') + at(-18.5, 1, runner(WHITE), 0.62) + line([[-13.4, -0.6], [-10.6, -2]], GREEN, 2) + line([[2, 0], [18, 0]], WHITE, 4) + path("M15-8 24 0 15 8", "none", `stroke="${WHITE}" stroke-width="4"`), s, 0, flip);
export const arrowSign = (x, y, s = 1, flip = false) => at(x, y, rect(-20, -9, 40, 18, GREEN, 1.5, `stroke="${WHITE}" stroke-width="1.5"`) + line([[-11, 0], [8, 0]], WHITE, 4) + path("M5-6 12 0 5 6", "none", `stroke="${WHITE}" stroke-width="4"`), s, 0, flip);
export const assembly = (x, y) => line([[x, y], [x, y - 44]], DARK, 4) + rect(x - 17, y - 74, 34, 34, GREEN, 2, `stroke="${WHITE}" stroke-width="2"`) + flat(circle(x, y - 61, 3, WHITE) + circle(x - 7, y - 57, 2.4, WHITE) + circle(x + 7, y - 57, 2.4, WHITE) + path(`M${x - 4} ${y - 49}v-6q4-4 8 0v6ZM${x - 10} ${y - 48}v-4q3-3 5 0v4ZM${x + 5} ${y - 48}v-4q2-3 5 0v4Z`, WHITE)) + path(`M${x - 14} ${y - 71}l5 5M${x + 14} ${y - 71}l-5 5M${x - 14} ${y - 43}l4-4M${x + 14} ${y - 43}l-4-4`, "none", `stroke="${WHITE}" stroke-width="2"`);

/** Furniture. */
export const bed = (x, y, w = 92, cover = "#9bb7cf") => rect(x - w / 2, y - 42, 6, 42, WOOD) + rect(x + w / 2 - 6, y - 30, 6, 30, WOOD) + rect(x - w / 2 + 6, y - 24, w - 12, 15, "#f7f4ec", 2) + path(`M${x - w / 2 + 34} ${y - 26}H${x + w / 2 - 6}V${y - 9}H${x - w / 2 + 30}Z`, cover) + rect(x - w / 2 + 8, y - 32, 22, 9, WHITE, 3);
export const table = (x, y, w = 70, h = 44, fill = WOOD) => rect(x - w / 2, y - h, w, 6, fill, 1) + rect(x - w / 2 + 5, y - h + 6, 5, h - 6, fill) + rect(x + w / 2 - 10, y - h + 6, 5, h - 6, fill);
export const chair = (x, y, flip = false) => at(x, y, path("M-13-56V0M-13-26H13V0M-13-50H-13", "none", 'stroke-width="5"') + path("M-13-56V0M-13-26H13V0", "none", `stroke="${WOOD}" stroke-width="3"`) + rect(-14, -29, 28, 5, WOOD, 1), 1, 0, flip);
export const sofa = (x, y, w = 80, fill = "#c58b6b") => rect(x - w / 2, y - 48, w, 34, fill, 5) + rect(x - w / 2 - 7, y - 34, 14, 34, fill, 4) + rect(x + w / 2 - 7, y - 34, 14, 34, fill, 4) + rect(x - w / 2 + 7, y - 26, w - 14, 22, fill, 3);
export const shelf = (x, y, w = 40, h = 92) => rect(x - w / 2, y - h, w, h, WOOD) + [0.08, 0.38, 0.68].map((k) => rect(x - w / 2 + 4, y - h + h * k, w - 8, h * 0.25, "#8d6a43")).join("") + rect(x - w / 2 + 7, y - h * 0.82, 6, 13, "#c0504a") + rect(x - w / 2 + 14, y - h * 0.8, 6, 11, "#3f76ad") + rect(x - 2, y - h * 0.52, 12, 11, "#e9dfcc");
export const counter = (x, y, w = 120, h = 50) => rect(x - w / 2, y - h, w, h, "#dfe6e3") + rect(x - w / 2 - 2, y - h - 5, w + 4, 6, "#8c9a97", 1) + path(`M${x} ${y - h + 4}V${y}M${x - w / 4} ${y - h + 14}h-8M${x + w / 4} ${y - h + 14}h8`);
/** A stove with one burner on a counter whose top is y. */
export const stove = (x, y, isOn = false) => rect(x - 24, y - 8, 48, 9, "#5b676b", 1.5) + circle(x - 14, y - 3.5, 2.6, WHITE) + circle(x + 14, y - 3.5, 2.6, WHITE) + rect(x - 13, y - 12, 26, 4, DARK) + (isOn ? flat([-8, 0, 8].map((k) => path(`M${x + k - 3} ${y - 12}q-1-5 3-8 4 3 3 8Z`, "#4aa3e0")).join("")) : "");
export const wok = (x, y) => path(`M${x - 22} ${y}Q${x} ${y + 26} ${x + 22} ${y}Z`, "#4b5357") + path(`M${x + 20} ${y + 3}l22-8`, "none", 'stroke-width="5"') + path(`M${x + 22} ${y + 2}l20-7`, "none", `stroke="${WOOD}" stroke-width="2.6"`);
export const lid = (x, y, turn = 0) => at(x, y, path("M-25 0Q0-18 25 0Z", STEEL) + circle(0, -12, 3.6, DARK), 1, turn);
export const hood = (x, y) => path(`M${x - 12} ${y - 40}h24v18l20 22h-64l20-22Z`, "#c3ccca") + path(`M${x - 20} ${y - 6}h40`, "none", 'stroke-width="1"');

/** Things of the household. */
export const phone = (x, y, s = 1, words = "", color = RED) => at(x, y, rect(-13, -24, 26, 48, DARK, 4) + rect(-10.5, -19, 21, 36, WHITE, 1) + circle(0, 20.5, 1.6, STEEL, 'stroke="none"') + (words ? text(0, 4, words, words.length > 4 ? 6.5 : words.length > 3 ? 7.5 : 9.5, color) : ""), s);
export const extinguisher = (x, y, s = 1) => at(x, y, path("M-4-44H6L14-48M-4-40 12-38", "none", 'stroke-width="4"') + path("M-4-40Q-18-38-17-16", "none", 'stroke-width="4"') + path("M-20-18h6l2 9h-10Z", DARK) + path("M-10 0V-30Q-10-37 0-37 10-37 10-30V0Z", "#d23a2e") + rect(-4, -41, 8, 5, STEEL) + rect(-10, -22, 20, 9, WHITE), s);
export const bag = (x, y, s = 1, fill = "#c9503f") => at(x, y, path("M-10-34Q0-44 10-34", "none", 'stroke-width="3"') + rect(-15, -34, 30, 34, fill, 6) + rect(-10, -18, 20, 13, "#e2806f", 2) + path("M-15-24H15"), s);
export const bottle = (x, y, s = 1, fill = "#bfe0f0", words = "") => at(x, y, rect(-3, -28, 6, 6, BLUE) + path("M-3-22H3Q7-20 7-15V0H-7V-15Q-7-20-3-22Z", fill) + (words ? text(0, -4, words, 8) : ""), s);
export const bucket = (x, y, s = 1, fill = "#4f86b5") => at(x, y, path("M-13-22H13L10 0H-10Z", fill) + ellipse(0, -22, 13, 3.6, "#cfe6f2") + path("M-13-22Q0-42 13-22"), s);
export const towel = (x, y, w = 44, fill = "#7fb6d8") => path(`M${x - w / 2} ${y}q4-9 12-7t11 0 11 0 ${w - 34 - 4} 1q5 2 4 6Z`, fill);
export const plug = (x, y, s = 1, turn = 0) => at(x, y, path("M-8-7H6V7H-8Q-13 0-8-7Z", WHITE) + path("M6-4H13M6 4H13", "none", 'stroke-width="2.6"') + path("M-11 0H-26", "none", 'stroke-width="3"'), s, turn);
export const socket = (x, y, s = 1) => at(x, y, rect(-11, -11, 22, 22, WHITE, 2) + path("M0-6V-2M-3 2-5 6M3 2 5 6", "none", 'stroke-width="2.2"'), s);
export const lightSwitch = (x, y, s = 1) => at(x, y, rect(-11, -13, 22, 26, WHITE, 2) + rect(-5, -8, 10, 16, "#d8dedb", 1) + path("M-5 0H5"), s);
export const breaker = (x, y, isOff = true) => rect(x - 26, y - 22, 52, 44, "#dde3e0", 2) + rect(x - 20, y - 14, 40, 28, WHITE, 1) + [-12, 0, 12].map((k, i) => rect(x + k - 4, y - 10, 8, 20, "#eef1ef") + rect(x + k - 3, isOff ? y + 1 : y - 8, 6, 8, i === 0 ? RED : DARK)).join("");
export const bolt = (x, y, s = 1) => at(x, y, path("M4-16-8 3H0L-4 16 9-4H1Z", YELLOW), s);
export const bin = (x, y) => path(`M${x - 10} ${y - 24}h20l-2 24h-16Z`, "#7f8c8d");
export const lamp = (x) => line([[x, 0], [x, 18]], INK, 1.6) + path(`M${x - 10} 26Q${x} 10 ${x + 10} 26Z`, "#f4d06f");
export const clock = (x, y, r = 12) => circle(x, y, r, WHITE) + line([[x, y - r * 0.6], [x, y], [x + r * 0.5, y]], INK, 1.8);
export const tv = (x, y, parts, w = 64, h = 44) => rect(x - w / 2, y - h, w, h, DARK, 2) + rect(x - w / 2 + 4, y - h + 4, w - 8, h - 8, "#dcecf3") + parts + rect(x - 10, y, 20, 4, DARK);
export const valve = (x, y, s = 1) => at(x, y, path("M-30 0H30", "none", 'stroke-width="11"') + path("M-30 0H30", "none", `stroke="${YELLOW}" stroke-width="8"`) + rect(-8, -9, 16, 18, STEEL, 1) + line([[0, -9], [0, -16]], INK, 4) + path("M-14-18H14", "none", 'stroke-width="7"') + path("M-14-18H14", "none", `stroke="${RED}" stroke-width="4"`), s);
export const cylinder = (x, y, s = 1) => at(x, y, path("M-14 0V-34Q-14-44 0-44 14-44 14-34V0Z", "#a9b4b8") + rect(-5, -51, 10, 8, STEEL) + path("M-9-53H9", "none", 'stroke-width="6"') + path("M-9-53H9", "none", `stroke="${RED}" stroke-width="3"`) + path("M-10-44V-55M10-44V-55M-14-8H14"), s);
export const aed = (x, y, s = 1) => at(x, y, rect(-17, -24, 34, 24, GREEN, 3) + path("M-7-24Q0-32 7-24", "none", 'stroke-width="3"') + path("M0-5C-12-12-9-20-4-19Q-1-19 0-16 1-19 4-19C9-20 12-12 0-5Z", WHITE, 'stroke="none"') + path("M1-16-3-11H2L-1-7", "none", `stroke="${GREEN}" stroke-width="1.6"`), s);
export const board = (x, y, w, h, parts = "", fill = WHITE) => rect(x - w / 2, y - h / 2, w, h, fill, 2) + parts;
export const list = (x, y, s = 1, ticks = 3) => at(x, y, rect(-18, -24, 36, 48, WHITE, 2) + rect(-7, -28, 14, 7, STEEL, 1) + [0, 1, 2].map((k) => rect(-13, -14 + k * 12, 7, 7, WHITE) + (k < ticks ? path(`M${-12} ${-10 + k * 12}l3 3 5-7`, "none", `stroke="${GREEN}" stroke-width="2.4"`) : "") + path(`M-2 ${-10 + k * 12}H13`)).join(""), s);
export const siren = (x, y, s = 1) => at(x, y, rect(-8, -3, 16, 5, DARK) + path("M-6-3V-9Q-6-14 0-14 6-14 6-9V-3Z", RED) + path("M-12-12-17-15M12-12 17-15M0-19V-25", "none", `stroke="${RED}" stroke-width="2.2"`), s);
export const alarmButton = (x, y, s = 1) => at(x, y, rect(-12, -12, 24, 24, RED, 2) + circle(0, 0, 7, WHITE) + circle(0, 0, 4, RED), s);
export const emergencyStop = (x, y, s = 1) => at(x, y, rect(-14, -14, 28, 28, YELLOW, 2) + circle(0, 0, 10, RED) + circle(0, 0, 6, "#d8443b"), s);
export const megaphone = (x, y, s = 1) => at(x, y, path("M0-4 18-13V13L0 4Z", "#d23a2e") + rect(-7, -5, 8, 10, WHITE, 1) + path("M-3 5-1 13H4L3 6", DARK), s);
export const flag = (x, y, flip = false) => at(x, y, line([[0, 0], [0, -58]], INK, 3) + path("M0-58Q14-64 28-56T48-56V-38Q38-34 28-39T0-40Z", "#e0533b"), 1, 0, flip);

/** Outside. */
export const building = (x, y, w = 60, floors = 5, fill = "#e5d6bd") => rect(x - w / 2, y - floors * 22 - 6, w, floors * 22 + 6, fill) + Array.from({ length: floors }, (_, f) => [-0.28, 0, 0.28].map((k) => rect(x + k * w - 5, y - 18 - f * 22, 10, 12, "#a9cadb")).join("")).join("");
export const house = (x, y, w = 66, fill = "#f0e2c6") => rect(x - w / 2, y - 46, w, 46, fill) + path(`M${x - w / 2 - 8} ${y - 44}L${x} ${y - 76}L${x + w / 2 + 8} ${y - 44}Z`, "#a9574a") + rect(x - 9, y - 30, 18, 30, WOOD) + rect(x - w / 2 + 7, y - 36, 13, 13, "#a9cadb") + rect(x + w / 2 - 20, y - 36, 13, 13, "#a9cadb");
export const tree = (x, y, s = 1) => at(x, y, rect(-4, -30, 8, 30, "#8a6540") + path("M0-76C-18-76-26-62-20-52-30-46-26-28-12-30 0-24 16-26 18-34 30-38 26-52 20-54 22-68 12-76 0-76Z", "#6c9e63"), s);
export const pine = (x, y, s = 1) => at(x, y, rect(-3, -12, 6, 12, "#8a6540") + path("M0-66-14-40H-8L-20-12H20L8-40H14Z", "#4f8a61"), s);
export const cloud = (x, y, s = 1, fill = WHITE) => at(x, y, path("M-26 8C-36 8-36-6-25-6-24-18-6-20-2-11 6-18 20-14 19-5 31-6 31 8 22 8Z", fill), s);
export const rain = (x, y, w = 60, n = 6) => path(Array.from({ length: n }, (_, i) => `M${x + (i * w) / n} ${y + (i % 2) * 8}l-5 13`).join(""), "none", 'stroke="#4f86b5" stroke-width="2.2"');
export const sun = (x, y, r = 12) => circle(x, y, r, "#fbc53a") + path(Array.from({ length: 8 }, (_, i) => { const a = (i * Math.PI) / 4; return `M${(x + Math.cos(a) * (r + 4)).toFixed(1)} ${(y + Math.sin(a) * (r + 4)).toFixed(1)}L${(x + Math.cos(a) * (r + 10)).toFixed(1)} ${(y + Math.sin(a) * (r + 10)).toFixed(1)}`; }).join(""), "none", 'stroke="#e39b14" stroke-width="2.6"');
export const snow = () => flat([[20, 20], [60, 40], [100, 14], [140, 36], [190, 18], [220, 50], [40, 70], [160, 66], [120, 60], [210, 90], [16, 96]].map(([x, y]) => circle(x, y, 2.6, WHITE)).join(""));
export const hill = (d, fill = "#9dbb80") => path(d, fill);
export const rock = (x, y, s = 1) => at(x, y, path("M-26 0Q-30-20-14-28 0-40 14-26 30-18 26 0Z", "#a39a8c") + path("M-10-20-4-10M10-18 14-8"), s);
export const lightning = (x, y, s = 1) => at(x, y, path("M6 0-8 28H4L-6 56 18 20H6L14 0Z", YELLOW), s);
export const ring = (x, y, s = 1, turn = 0) => at(x, y, circle(0, 0, 15, "#f0682a") + circle(0, 0, 7, WHITE, "") + path("M-14.5-4A15 15 0 0 1-4-14.5L-2-6.7A7 7 0 0 0-6.7-2ZM14.5 4A15 15 0 0 1 4 14.5L2 6.7A7 7 0 0 0 6.7 2Z", WHITE), s, turn);
export const boat = (x, y, s = 1, flip = false) => at(x, y, path("M-50-14H54Q50 10 34 14H-34Q-46 8-50-14Z", "#3f76ad") + path("M-47-6H52", "none", `stroke="${WHITE}" stroke-width="3"`) + rect(-34, -40, 32, 26, WHITE, 2) + rect(-29, -35, 10, 9, "#a9cadb") + rect(-15, -35, 9, 9, "#a9cadb") + line([[-10, -40], [-10, -58]], INK, 2.6), s, 0, flip);
export const dinghy = (x, y, s = 1) => at(x, y, path("M-44-10H44Q40 8 26 10H-30Q-42 6-44-10Z", "#c58b4b") + path("M-43-4H42"), s);

/** Vehicles: wheels on y. */
export const car = (x, y, s = 1, fill = "#5d8fb5", flip = false) => at(x, y, path("M-46-10Q-48-24-36-26L-24-42Q-22-44-18-44H12Q16-44 20-40L32-26Q46-26 47-14L46-8H-46Z", fill) + path("M-26-27-18-39H-4V-27ZM0-27V-39H11Q14-39 17-35L23-27Z", "#d6e9f2") + circle(-26, -8, 9, DARK) + circle(-26, -8, 4, STEEL) + circle(27, -8, 9, DARK) + circle(27, -8, 4, STEEL) + rect(41, -23, 5, 5, "#fff3b0") + rect(-47, -23, 5, 6, RED), s, 0, flip);
export const carBehind = (x, y, s = 1, fill = "#5d8fb5") => at(x, y, path("M-24-24-18-42H18L24-24Z", fill) + path("M-18-27-14-38H14L18-27Z", "#d6e9f2") + rect(-28, -26, 56, 20, fill, 4) + rect(-25, -22, 9, 6, "#f7a52a") + rect(16, -22, 9, 6, "#f7a52a") + rect(-9, -17, 18, 7, WHITE, 1) + rect(-24, -7, 9, 9, DARK, 2) + rect(15, -7, 9, 9, DARK, 2), s);
export const truck = (x, y, s = 1, fill = "#d9b44a", flip = false) => at(x, y, rect(-60, -52, 76, 42, fill, 2) + path("M18-44H36L48-26V-10H18Z", "#c0504a") + path("M22-40H34L43-26H22Z", "#d6e9f2") + circle(-42, -8, 9, DARK) + circle(-6, -8, 9, DARK) + circle(34, -8, 9, DARK), s, 0, flip);
export const tanker = (x, y, s = 1, flip = false) => at(x, y, rect(-62, -46, 78, 32, "#d5dcdb", 15) + path("M-62-30H16", "none", `stroke="#e2802a" stroke-width="5"`) + path("M20-44H37L48-26V-10H20Z", "#3f76ad") + path("M24-40H35L43-26H24Z", "#d6e9f2") + rect(-60, -15, 106, 6, DARK) + circle(-44, -8, 9, DARK) + circle(-16, -8, 9, DARK) + circle(34, -8, 9, DARK), s, 0, flip);
export const ambulance = (x, y, s = 1, flip = false) => at(x, y, path("M-48-10V-48Q-48-50-46-50H16L34-28Q46-26 46-14V-10Z", WHITE) + path("M17-46 31-28H12V-46Z", "#d6e9f2") + path("M-48-22H45", "none", `stroke="${BLUE}" stroke-width="4"`) + path("M-22-44V-28M-30-36H-14", "none", `stroke="${GREEN}" stroke-width="6"`) + rect(-4, -56, 12, 6, BLUE, 2) + circle(-28, -8, 9, DARK) + circle(-28, -8, 4, STEEL) + circle(28, -8, 9, DARK) + circle(28, -8, 4, STEEL), s, 0, flip);
export const fireEngine = (x, y, s = 1, flip = false) => at(x, y, rect(-58, -46, 72, 36, "#c9342c", 2) + path("M14-44H36Q44-42 46-26V-10H14Z", "#c9342c") + path("M19-40H34L41-26H19Z", "#d6e9f2") + path("M-56-52H8M-50-56V-48M-34-56V-48M-18-56V-48M-2-56V-48", "none", 'stroke-width="2.6"') + path("M-58-24H46", "none", 'stroke="#f5e06a" stroke-width="4"') + rect(22, -51, 10, 6, BLUE, 2) + circle(-40, -8, 9, DARK) + circle(30, -8, 9, DARK), s, 0, flip);
export const ebike = (x, y, s = 1, fill = "#3f9a88", flip = false) => at(x, y, circle(-24, -10, 10, DARK) + circle(-24, -10, 4.5, STEEL) + circle(24, -10, 10, DARK) + circle(24, -10, 4.5, STEEL) + path("M-30-20Q-32-30-18-32L4-30 8-16 18-18 22-14 6-8H-18Z", fill) + path("M24-10 15-44 8-46M15-44 20-47", "none", 'stroke-width="4"') + path("M-30-34H-2Q2-30-4-30H-26Z", DARK) + rect(-14, -27, 14, 9, DARK, 1) + rect(14, -40, 6, 7, "#fff3b0", 2), s, 0, flip);
export const bus = (x, y, s = 1, fill = "#4f9a7c") => at(x, y, rect(-64, -56, 128, 48, fill, 5) + [-54, -30, -6, 18].map((k) => rect(k, -50, 20, 18, "#d6e9f2", 1)).join("") + rect(44, -50, 14, 36, "#d6e9f2", 1) + circle(-38, -8, 9, DARK) + circle(34, -8, 9, DARK), s);
export const boardTriangle = (x, y, s = 1) => at(x, y, path("M0-26 15 0H-15Z", WHITE, `stroke="${RED}" stroke-width="5"`) + path("M-12 2H12", "none", 'stroke-width="3"'), s);
export const guardrail = (x, y, w) => rect(x, y - 18, w, 8, "#d5dbda") + Array.from({ length: Math.floor(w / 40) + 1 }, (_, i) => rect(x + 6 + i * 40, y - 14, 5, 16, STEEL)).join("");
export const pole = (x, y, h = 110) => rect(x - 3, y - h, 6, h, "#9b8a76") + rect(x - 20, y - h + 8, 40, 4, "#9b8a76") + flat(circle(x - 16, y - h + 5, 2.6, DARK) + circle(x + 16, y - h + 5, 2.6, DARK));

/** At work. */
export const hatch = (x, y, w = 56) => path(`M${x - w / 2} ${y}h${w}l-6 12h${12 - w}Z`, "#39424a") + path(`M${x - w / 2} ${y}h${w}`, "none", 'stroke-width="3"');
export const pit = (x, y, w = 70, depth = 150) => rect(x - w / 2, y, w, depth - y, "#4a4640") + path(`M${x - w / 2} ${y}V${depth}M${x + w / 2} ${y}V${depth}`, "none", 'stroke-width="2"') + path(`M${x - w / 2} ${y + 16}h${w}M${x - w / 2} ${y + 36}h${w}`, "none", 'stroke="#37332e" stroke-width="1.5"');
export const tripod = (x, y, h = 84, w = 40) => path(`M${x - w} ${y}L${x} ${y - h}L${x + w} ${y}M${x} ${y - h}L${x + 6} ${y}`, "none", 'stroke-width="5"') + path(`M${x - w} ${y}L${x} ${y - h}L${x + w} ${y}M${x} ${y - h}L${x + 6} ${y}`, "none", `stroke="${STEEL}" stroke-width="2.6"`) + circle(x, y - h, 5, RED);
export const blower = (x, y, hose) => rect(x - 16, y - 30, 32, 30, "#e0b02f", 3) + circle(x, y - 15, 10, DARK) + path(`M${x - 7} ${y - 15}h14M${x} ${y - 22}v14`, "none", `stroke="${STEEL}" stroke-width="2.6"`) + (hose ? path(hose, "none", 'stroke-width="11"') + path(hose, "none", 'stroke="#f0d98a" stroke-width="8"') + path(hose, "none", 'stroke="#b89635" stroke-width="8" stroke-dasharray="1.2 4"') : "");
export const drum = (x, y, fill = "#4f86b5", s = 1) => at(x, y, rect(-14, -38, 28, 38, fill, 2) + ellipse(0, -38, 14, 4, fill) + path("M-14-26H14M-14-12H14"), s);
export const boxes = (x, y, n = 3) => rect(x - 24, y - 22, 24, 22, "#d0a66b") + rect(x, y - 22, 24, 22, "#c4975a") + (n > 2 ? rect(x - 12, y - 44, 24, 22, "#d0a66b") : "") + path(`M${x - 12} ${y - 22}v8M${x + 12} ${y - 22}v8${n > 2 ? `M${x} ${y - 44}v8` : ""}`);
export const rack = (x, y, w = 60, h = 100, tilt = 0) => at(x, y, [0, 1, 2].map((k) => rect(-w / 2, -h + k * (h / 3) + h / 3 - 4, w, 4, "#d9772e") + rect(-w / 2 + 6, -h + k * (h / 3) + 8, w / 2 - 8, h / 3 - 12, "#d0a66b") + rect(2, -h + k * (h / 3) + 12, w / 2 - 9, h / 3 - 16, "#c4975a")).join("") + line([[-w / 2, 0], [-w / 2, -h]], BLUE, 4) + line([[w / 2, 0], [w / 2, -h]], BLUE, 4), 1, tilt);
export const cone = (x, y, s = 1) => at(x, y, path("M-3-26H3L10-2H-10Z", "#ee7d2e") + path("M-6-14H6", "none", `stroke="${WHITE}" stroke-width="4"`) + path("M-13 0H13", "none", 'stroke-width="4"'), s);
export const tape = (x1, y, x2) => line([[x1, y], [x2, y]], INK, 6) + line([[x1, y], [x2, y]], YELLOW, 4) + line([[x1, y], [x2, y]], INK, 4, 'stroke-dasharray="4 8" stroke-linecap="butt"') + line([[x1, y - 4], [x1, y + 22]], DARK, 4) + line([[x2, y - 4], [x2, y + 22]], DARK, 4);
export const forklift = (x, y, s = 1, flip = false) => at(x, y, path("M-30-10V-26H-20L-14-52H8L12-28V-10Z", "none", 'stroke-width="4"') + rect(-32, -30, 46, 22, "#f0b429", 3) + line([[18, -2], [18, -60]], DARK, 5) + line([[18, -4], [42, -4]], DARK, 4) + circle(-22, -7, 8, DARK) + circle(6, -7, 8, DARK), s, 0, flip);
export const tank = (x, y, w = 60, h = 70, fill = "#d5dcdb") => path(`M${x - w / 2} ${y}V${y - h + 10}Q${x} ${y - h - 10} ${x + w / 2} ${y - h + 10}V${y}Z`, fill) + path(`M${x - w / 2} ${y - h * 0.5}H${x + w / 2}`, "none", 'stroke="#e2802a" stroke-width="4"');
export const gasMeter = (x, y, s = 1, words = "O₂") => at(x, y, rect(-11, -17, 22, 34, "#e0b02f", 3) + rect(-8, -12, 16, 12, "#2c3a35", 1) + text(0, -3, words, 7, "#8ff0b0") + circle(-4, 7, 2.2, DARK) + circle(4, 7, 2.2, DARK), s);
export const scaffold = (x, y, w = 70, h = 96) => path(`M${x - w / 2} ${y}v${-h}M${x + w / 2} ${y}v${-h}M${x} ${y}v${-h}M${x - w / 2} ${y}l${w / 2} ${-h / 2}M${x} ${y - h / 2}l${w / 2} ${-h / 2}`, "none", `stroke="#8c979a" stroke-width="3.2"`) + rect(x - w / 2 - 3, y - h / 2 - 4, w + 6, 5, WOOD) + rect(x - w / 2 - 3, y - h - 4, w + 6, 5, WOOD);
export const hose = (d) => path(d, "none", 'stroke-width="7"') + path(d, "none", 'stroke="#c9503f" stroke-width="4"');
export const spray = (x, y, turn = 0, color = WHITE, s = 1) => at(x, y, flat(faded(path("M0-3Q30-16 54-15 60 0 54 15 30 16 0 3Z", color), 0.85)) + path("M6-2 46-10M8 0H50M6 2 46 10", "none", 'stroke="#a5b4b8" stroke-width="1.4" stroke-dasharray="5 4"'), s, turn);
export const tractor = (x, y, s = 1, turn = 0) => at(x, y, path("M-30-46H-4V-24H24V-12H-30Z", "#c9503f") + path("M-26-42H-9V-26H-26Z", "#d6e9f2") + line([[16, -24], [16, -42]], DARK, 4) + circle(-20, -15, 15, DARK) + circle(-20, -15, 7, YELLOW) + circle(20, -9, 9, DARK) + circle(20, -9, 4, YELLOW), s, turn);
export const stretcher = (x, y) => line([[x - 44, y], [x + 44, y]], DARK, 4) + rect(x - 38, y - 6, 76, 6, "#e9efec", 2);
