// Figures and marks from which all drawings of content/ are made: one family, one line, one set of colors.
// Units are those of a drawing of 240 by 160; a grown-up is about 100 high. Nothing here depends on chance or time: the same scene gives the same bytes.

/** Colors with one meaning each: those of the signs (GB 2894) and those of things. */
export const INK = "#26332d";
export const RED = "#b3261e";
export const GREEN = "#1f8a55";
export const BLUE = "#0b5c96";
export const YELLOW = "#f9b11a";
export const SKIN = "#f3c9a2";
export const WHITE = "#ffffff";
export const STEEL = "#aeb9b8";
export const WOOD = "#b98a5a";
export const DARK = "#3b474d";

const round = (number) => String(Math.round(number * 10) / 10).replace(/^(-?)0\./, "$1.");
const pair = ([x, y]) => `${round(x)} ${round(y)}`;

/** A closed or open path; `fill` none makes a line. */
export const path = (d, fill = "none", more = "") => `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;
export const rect = (x, y, w, h, fill, r = 0, more = "") =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"${r ? ` rx="${r}"` : ""} fill="${fill}"${more && ` ${more}`}/>`;
export const circle = (x, y, r, fill = "none", more = "") => `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"${more && ` ${more}`}/>`;
export const ellipse = (x, y, rx, ry, fill = "none", more = "") =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${more && ` ${more}`}/>`;
/** A line through points, as a path. */
export const line = (points, color = INK, width = 1.6, more = "") =>
  path(`M${points.map(pair).join("L")}`, "none", `stroke="${color}" stroke-width="${width}"${more && ` ${more}`}`);
/** A thick line with an edge of ink: a limb, a pipe, a rope. */
export const tube = (points, color, width) => line(points, INK, round(width + 3)) + line(points, color, round(width));
export const at = (x, y, parts, scale = 1, turn = 0, flip = false) =>
  `<g transform="translate(${round(x)} ${round(y)})${turn ? ` rotate(${round(turn)})` : ""}${scale !== 1 || flip ? ` scale(${flip ? `${round(-scale)} ${scale}` : scale})` : ""}">${parts}</g>`;
export const text = (x, y, words, size = 12, color = INK, more = "") =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${color}" stroke="none"${more && ` ${more}`}>${words}</text>`;
export const flat = (parts) => `<g stroke="none">${parts}</g>`;
export const faded = (parts, opacity) => `<g opacity="${opacity}">${parts}</g>`;

/** What people wear. `hair` names a drawing of hair or of a head covering. */
const PEOPLE = {
  man: { top: "#3f76ad", legs: "#46525c", hair: "short", tint: "#2d2a2a" },
  man2: { top: "#5d8a66", legs: "#4d4a45", hair: "short", tint: "#2d2a2a" },
  woman: { top: "#8a5fa8", legs: "#3d4c66", hair: "bob", tint: "#3a2722" },
  woman2: { top: "#c9795a", legs: "#4a5158", hair: "tail", tint: "#2d2a2a" },
  boy: { top: "#eaa23a", legs: "#2f5d8a", hair: "short", tint: "#2d2a2a", size: 0.7, short: true },
  girl: { top: "#5aa887", legs: "#6c5a8f", hair: "tail", tint: "#3a2722", size: 0.68, short: true },
  grandpa: { top: "#8495a3", legs: "#57524c", hair: "bald", tint: "#e9ecec", glasses: true, size: 0.97 },
  grandma: { top: "#a9635c", legs: "#54586a", hair: "bun", tint: "#e3e6e6", size: 0.94 },
  worker: { top: "#2f5d8a", legs: "#2f5d8a", hair: "hat", tint: "#f5bd2b", vest: "#ee7d2e" },
  worker2: { top: "#5b6b70", legs: "#5b6b70", hair: "hat", tint: "#ffffff", vest: "#ee7d2e" },
  bare: { top: "#2f5d8a", legs: "#2f5d8a", hair: "short", tint: "#2d2a2a", vest: "#ee7d2e" },
  fisher: { top: "#33475f", legs: "#33475f", hair: "cap", tint: "#2e6e78", jacket: "#f0682a" },
  fire: { top: "#2f3a48", legs: "#2f3a48", hair: "helmet", tint: "#c9342c", bands: "#e8dc4a" },
  medic: { top: "#ffffff", legs: "#4b8f82", hair: "capflat", tint: "#4b8f82", cross: true },
  chef: { top: "#ffffff", legs: "#4d5459", hair: "chef", tint: "#ffffff" },
  guard: { top: "#34506b", legs: "#2c3640", hair: "capflat", tint: "#2c3640" },
  farmer: { top: "#7f8f4e", legs: "#5a5a55", hair: "straw", tint: "#e3c67a" },
  miner: { top: "#4b5a66", legs: "#4b5a66", hair: "lamp", tint: "#e0533b", bands: "#e8dc4a" },
};

const HAIR = {
  short: (c) => path("M-10 2C-13-9-5-14 2-13 9-13 13-7 10-2 8-5 4-7 0-6-3-6-5-5-6-1L-8 4Z", c),
  bob: (c) => path("M-9 9C-15 2-14-13 0-13.5 13-13.5 13-4 10-2 8-6 3-8-1-6-4-3-3 4-5 10-6 11-8 11-9 9Z", c),
  tail: (c) => path("M-8-5C-17-7-18 4-15 10-12 9-12 2-8 0Z", c) + path("M-10 2C-13-9-5-14 2-13 9-13 13-7 10-3 6-5 2-7-1-6-4-5-6-3-7 1L-8 3Z", c),
  bun: (c) => circle(-7, -11, 4.6, c) + path("M-10 4C-13-8-6-13 2-12.5 10-12 12-5 10-2 6-6 1-7-3-5-6-3-6 2-8 6Z", c),
  bald: (c) => path("M-10 3C-12-2-10-6-7-7-6-3-5 1-7 5Z", c) + path("M-2 8C0 12 9 12 10 5 6 7 2 6-2 8Z", c),
  hat: (c) => path("M-10-3C-11-14-3-16 1-16 7-16 12-12 11-4Z", c) + path("M-11.5-3.5 15-4.5", "none", 'stroke-width="3"') + path("M-1-16V-10", "none"),
  helmet: (c) => path("M-11-2C-12-14-4-17 1-17 8-17 13-12 12-3Z", c) + path("M-13-1 16-3.5", "none", `stroke="${INK}" stroke-width="4"`) + path("M-12-1.3 15-3.7", "none", 'stroke="#e8dc4a" stroke-width="1.6"') + path("M2-17Q5-12 4-5", "none"),
  lamp: (c) => path("M-10-3C-11-14-3-16 1-16 7-16 12-12 11-4Z", c) + path("M-11-3.5 13-4.5", "none", 'stroke-width="2.6"') + circle(10, -9, 3, "#fff3b0"),
  cap: (c) => path("M-10-1C-12-13-3-14 1-14 8-14 12-9 10-3Z", c) + path("M-10.5-1.5Q0-6 10.5-3.5", "none", 'stroke-width="4.4"') + path("M-10-1.5Q0-6 10-3.5", "none", `stroke="${c}" stroke-width="2.4"`),
  capflat: (c) => path("M-10-3C-13-8-10-14 1-14 10-14 12-9 10-4Z", c) + path("M8-4.5 15-3.5", "none", 'stroke-width="3"'),
  chef: (c) => path("M-9-5C-17-8-13-19-6-17-3-22 6-22 8-17 15-17 15-8 9-5Z", c) + path("M-9-4 9-5", "none", 'stroke-width="2.6"'),
  straw: (c) => path("M-7-6C-7-14-2-16 2-16 7-15 9-11 9-6Z", c) + path("M-16-3Q0-9 17-4 2-1-16-3Z", c),
};

/** Seen from behind there is hair alone, but under a hat. */
const BACK = {
  short: (c) => circle(0, 0, 10.5, c), bob: (c) => path("M-11 8C-13-16 13-16 11 8 6 12-6 12-11 8Z", c), tail: (c) => circle(0, 0, 10.5, c) + path("M-3 2C-6 10-3 16 0 18 3 16 6 10 3 2Z", c),
};

const MOUTH = {
  calm: (o) => path(`M${o - 2.5} 5Q${o} 6.5 ${o + 2.5} 5`, "none", 'stroke-width="1.3"'),
  smile: (o) => path(`M${o - 3.5} 4Q${o} 8 ${o + 3.5} 4`, "none", 'stroke-width="1.3"'),
  worried: (o) => path(`M${o - 3} 6.5Q${o} 3.5 ${o + 3} 6.5`, "none", 'stroke-width="1.3"'),
  shout: (o) => ellipse(o + 0.5, 5.5, 2.8, 3.4, "#7c1f1a", 'stroke-width="1.2"'),
  steady: (o) => path(`M${o - 2.5} 5.5H${o + 2.5}`, "none", 'stroke-width="1.3"'),
  asleep: (o) => path(`M${o - 2} 5.5H${o + 2}`, "none", 'stroke-width="1.3"'),
};

/** A head around 0 0 that looks to the right. `face`: side (three quarters), front or back. */
export function head(who, mood = "calm", face = "side", more = {}) {
  const wears = PEOPLE[who];
  const off = face === "front" ? 0 : 3.4;
  if (face === "back") return circle(0, 0, 10, SKIN) + (BACK[wears.hair] ?? ((c) => circle(0, 0, 10.3, "#2d2a2a") + HAIR[wears.hair](c)))(wears.tint);
  const eyes = mood === "asleep"
    ? path(`M${off - 5.4}-.5Q${off - 3.6} 1 ${off - 1.8}-.5M${off + 1.6}-.5Q${off + 3.4} 1 ${off + 5.2}-.5`, "none", 'stroke-width="1.2"')
    : flat(circle(off - 3.4, -0.4, 1.3, INK) + circle(off + 3.4, -0.4, 1.3, INK))
      + (mood === "worried" || mood === "shout" ? path(`M${off - 5.6}-3.2 ${off - 2}-4.6M${off + 2}-4.6 ${off + 5.4}-3.4`, "none", 'stroke-width="1.2"') : "");
  const glasses = wears.glasses ? path(`M${off - 1} 0H${off + 1}`) + circle(off - 3.6, 0, 2.8, "none", 'stroke-width="1.1"') + circle(off + 3.6, 0, 2.8, "none", 'stroke-width="1.1"') : "";
  const hair = more.bareHead && ["hat", "helmet", "cap", "lamp", "straw"].includes(wears.hair) ? HAIR.short("#2d2a2a") : (more.underHat ? "" : HAIR[wears.hair](wears.tint));
  const under = ["hat", "helmet", "lamp", "cap", "capflat", "chef", "straw"].includes(wears.hair) && !more.bareHead
    ? path("M-10 3C-12-4-9-9-5-9L-6-1-8 4Z", "#2d2a2a") : "";
  const mask = more.mask
    ? path("M-4-6H9.5Q12 2 8 9 2 12-3 8Z", "#cfe3ea") + path("M2 6H8V12H3Z", DARK) + path("M-4-1H-10", "none", 'stroke-width="2"')
    : (more.respirator ? path("M-1 2Q5-1 10.5 2 11 8 5 10-1 8-1 2Z", WHITE) : "");
  const cloth = more.cloth ? path("M-2 1.5Q5-1 11 1.5 12 10 5 12-2 10-2 1.5Z", more.cloth) : "";
  return circle(0, 0, 10, SKIN) + (face === "front" ? "" : path("M-3.5 1.5Q-6.5-.5-6 3-5 5-3.5 4", SKIN, 'stroke-width="1.2"'))
    + under + eyes + (mask || cloth || more.respirator ? "" : MOUTH[mood](off)) + glasses + hair + mask + cloth
    + (more.sweat ? path("M-6-1Q-8.5 3-6 4-3.5 3-6-1Z", "#8cc8ea", 'stroke-width=".8"') : "");
}

/** Joints of a grown-up who looks to the right; the ground is y 0. */
const POSES = {
  stand: {},
  walk: { lf: [-14, 0], rf: [13, 0], lh: [14, -42], rh: [-13, -43] },
  run: { hip: [0, -41], neck: [9, -70], lf: [-24, -14], rf: [16, 0], lh: [24, -56], rh: [-12, -52], lean: 12 },
  phone: { rh: [10, -85], rb: -1, holds: "phone" },
  shout: { rh: [15, -82], lh: [14, -78], mood: "shout" },
  point: { rh: [31, -74] },
  wave: { rh: [16, -106], rb: 1, lh: [-10, -40] },
  hail: { rh: [18, -105], lh: [-18, -105], rb: 1, lb: -1, mood: "shout" },
  reach: { rh: [30, -62], lh: [27, -58] },
  low: { hip: [-8, -31], neck: [15, -50], head: [9, -9], lf: [-20, 0], rf: [10, 0], rh: [27, -56], lh: [8, -24], lean: 14, rb: -1 },
  crawl: { hip: [-20, -20], neck: [13, -26], head: [11, -7], lf: [-38, -3], rf: [-32, -3], lk: [-16, -4], rk: [-10, -4], lh: [15, 0], rh: [24, 0], rb: 1, lb: 1, foot: [-0.9, 0.3] },
  squat: { hip: [-8, -17], neck: [3, -46], head: [3, -12], lf: [-6, 0], rf: [5, 0], rh: [16, -30], lh: [13, -26] },
  kneel: { hip: [-6, -25], neck: [2, -56], head: [4, -11], lf: [-24, -2], rf: [-20, -2], lk: [0, -3], rk: [5, -3], rh: [22, -34], lh: [18, -30], foot: [-0.9, 0.3] },
  press: { hip: [-15, -30], neck: [12, -54], head: [8, -11], lf: [-30, -2], rf: [-26, -2], lk: [-9, -3], rk: [-5, -3], rh: [14, -21], lh: [14, -21], foot: [-0.9, 0.3], lean: 25 },
  sit: { hip: [-2, -24], neck: [-1, -56], lf: [17, 0], rf: [22, 0], rh: [17, -28], lh: [14, -28] },
  floor: { hip: [-8, -7], neck: [-12, -38], lf: [24, 0], rf: [30, 0], lk: [8, -20], rk: [14, -20], rh: [8, -12], lh: [-20, -2] },
  lie: { hip: [4, -8], neck: [-27, -8], head: [-13, 0], turn: -90, lf: [43, -6], rf: [43, -4], rh: [2, -4], lh: [0, -12], lb: 1, rb: -1, foot: [0, -1], mood: "asleep", wide: 6 },
  prone: { hip: [4, -7], neck: [-26, -8], head: [-12, -4], turn: 0, lf: [42, -3], rf: [43, -3], rh: [-44, -2], lh: [-40, -2], foot: [1, 0.2], face: "side" },
  side: { hip: [6, -9], neck: [-24, -9], head: [-13, -2], turn: -70, lf: [43, -5], lk: [24, -7], rf: [36, 4], rk: [26, -2], lh: [-36, 3], le: [-24, 2], rh: [-32, 0], re: [-18, 1], foot: [1, 0.2], mood: "asleep" },
};

/** Where the middle joint of a limb lies; a limb that is too short is stretched. */
function joint([ax, ay], [bx, by], first, second, bend) {
  const [dx, dy] = [bx - ax, by - ay];
  const far = Math.hypot(dx, dy) || 0.01;
  const reach = Math.min(far, first + second - 0.2);
  const along = (first * first - second * second + reach * reach) / (2 * reach);
  const aside = Math.sqrt(Math.max(0, first * first - along * along)) * bend;
  return [ax + (dx / far) * along * (far / reach) + (dy / far) * aside, ay + (dy / far) * along * (far / reach) - (dx / far) * aside];
}

/**
 * A person.
 * @param {string} who key of PEOPLE
 * @param {number} x of the ground between the feet
 * @param {number} y of the ground
 * @param {string | object} pose key of POSES, or joints
 * @param {object} more joints that differ, and: flip (looks left), size, mood, face, holds, mask, cloth, tank, thing (drawn in the front hand), over (drawn before the front arm)
 */
export function person(who, x, y, pose = "stand", more = {}) {
  const wears = PEOPLE[who];
  const p = { hip: [0, -41], neck: [0, -72], head: [1, -13.5], lf: [-6, 0], rf: [6, 0], lh: [-11, -37], rh: [9, -37], lb: -1, rb: -1, lean: 0, turn: 0, wide: 7, foot: [1, 0], mood: "calm", face: "side", ...(typeof pose === "string" ? POSES[pose] : pose), ...more };
  const size = (wears.size ?? 1) * (p.size ?? 1);
  const dir = p.flip ? -1 : 1;
  const place = ([px, py]) => [x + dir * size * px, y + size * py];
  const spine = [p.hip[0] - p.neck[0], p.hip[1] - p.neck[1]];
  const long = Math.hypot(...spine) || 1;
  const [ux, uy] = [spine[0] / long, spine[1] / long];
  const cross = [uy, -ux];
  const on = (from, along, aside) => [from[0] + ux * along + cross[0] * aside, from[1] + uy * along + cross[1] * aside];
  const wide = p.face === "front" || p.face === "back" ? 9.5 : p.wide;
  const [ls, rs] = [on(p.neck, 4, -wide + 1.5), on(p.neck, 4, wide - 2.5)];
  const [lt, rt] = [on(p.hip, -1, -wide + 4), on(p.hip, -1, wide - 4)];
  const limb = (points, color, width) => tube(points.map(place), color, width * size);
  const arm = (shoulder, hand, bend, elbow) => {
    const mid = elbow ?? joint(shoulder, hand, 15.5, 15.5, bend);
    const sleeve = p.top ?? wears.top;
    const band = wears.bands ? line([place([mid[0] * 0.45 + hand[0] * 0.55, mid[1] * 0.45 + hand[1] * 0.55]), place([mid[0] * 0.35 + hand[0] * 0.65, mid[1] * 0.35 + hand[1] * 0.65])], wears.bands, 7 * size) : "";
    const [hx, hy] = place(hand);
    return (wears.short ? limb([mid, hand], SKIN, 6) + limb([shoulder, mid], sleeve, 8) : limb([shoulder, mid, hand], sleeve, 7.5)) + band + circle(hx, hy, 4.6 * size, p.glove ?? SKIN);
  };
  const leg = (top, foot, bend, knee) => {
    const mid = knee ?? joint(top, foot, 20.5, 20.5, bend);
    const toe = [foot[0] + p.foot[0] * 6, foot[1] + p.foot[1] * 6];
    const lift = (q) => [q[0], q[1] - 3 * Math.abs(p.foot[0])];
    const band = wears.bands ? line([place([mid[0] * 0.4 + foot[0] * 0.6, mid[1] * 0.4 + foot[1] * 0.6]), place([mid[0] * 0.3 + foot[0] * 0.7, mid[1] * 0.3 + foot[1] * 0.7])], wears.bands, 9 * size) : "";
    return (wears.short ? limb([mid, lift(foot)], SKIN, 7) + limb([top, mid], p.legs ?? wears.legs, 10) : limb([top, mid, lift(foot)], p.legs ?? wears.legs, 10)) + band + limb([lift(foot), lift(toe)], p.shoe ?? "#3a3230", 5);
  };
  const [n, h] = [p.neck, p.hip];
  const trunk = [on(n, 1, -wide), on(n, 1, wide), on(h, 2, wide - 1), on(h, 2, -wide + 1)].map(place);
  const color = p.vest === false ? wears.top : (wears.vest ?? wears.jacket ?? p.top ?? wears.top);
  const dress = `M${pair(trunk[0])}L${pair(trunk[1])}L${pair(trunk[2])}L${pair(trunk[3])}Z`;
  const w = wide - 0.5;
  const stripes = (wears.vest && p.vest !== false) || wears.bands
    ? line([place(on(n, 12, -w)), place(on(n, 12, w))], wears.bands ?? "#f4f2c4", 3) + line([place(on(n, 23, -w)), place(on(n, 23, w))], wears.bands ?? "#f4f2c4", 3)
    : (wears.jacket && p.vest !== false ? line([place(on(n, 8, -w)), place(on(n, 8, w))], "#f4f2c4", 2.6) + line([place(on(n, 20, -w)), place(on(n, 20, w))], DARK, 2) + line([place(on(n, 1, 0)), place(on(n, 26, 0))], DARK, 1.4) : "")
      + (wears.cross ? line([place(on(n, 7, 3)), place(on(n, 15, 3))], GREEN, 3) + line([place(on(n, 11, -1)), place(on(n, 11, 7))], GREEN, 3) : "");
  const [cx, cy] = place([n[0] + p.head[0], n[1] + p.head[1]]);
  const tank = p.tank ? tube([place(on(n, 6, -wide - 4)), place(on(n, 24, -wide - 4))], "#e6c229", 8 * size) : "";
  const rope = p.rope ? line([place(on(n, 12, 0)), p.rope], "#c99a4b", 2.4) : "";
  const [hx, hy] = place(p.rh);
  const held = p.holds === "phone" ? at(hx, hy, rect(-2.6, -7, 5.2, 11, DARK, 1), 1, dir * -12) : "";
  const faceParts = at(cx, cy, head(who, p.mood, p.face, p), round(size * (wears.size && wears.size < 0.8 ? 1.38 : 1.18)), dir * (p.turn + p.lean), p.flip);
  const back = p.face === "back";
  return `<g>${tank}${back ? "" : arm(ls, p.lh, p.lb, p.le)}${leg(lt, p.lf, 1, p.lk)}${leg(rt, p.rf, 1, p.rk)}`
    + line([place(on(n, 2, 0)), [cx, cy]], INK, 9 * size) + line([place(on(n, 2, 0)), [cx, cy]], SKIN, 6 * size)
    + path(dress, color) + stripes
    + (p.harness ? line([place(on(n, 1, -w + 1)), place(on(n, 28, w - 1))], RED, 2.4) + line([place(on(n, 1, w - 1)), place(on(n, 28, -w + 1))], RED, 2.4) + line([place(on(n, 28, -w)), place(on(n, 28, w))], RED, 2.4) : "")
    + rope + (p.armsOver ? "" : arm(rs, p.rh, p.rb, p.re)) + faceParts + (back ? arm(ls, p.lh, p.lb, p.le) : "") + (p.armsOver ? (p.both ? arm(ls, p.lh, p.lb, p.le) : "") + arm(rs, p.rh, p.rb, p.re) : "")
    + held + (p.thing ? at(hx, hy, p.thing, 1, 0, p.flip) : "") + "</g>";
}

/** A baby of a few months around 0 0, lying with its head to the right; `prone` shows its back. */
export const baby = (x, y, prone, turn = 0, scale = 1) => at(x, y,
  tube([[-20, 4], [-30, 10]], "#9cc7e6", 6) + tube([[-18, -3], [-30, -4]], "#9cc7e6", 6)
  + path("M-20-8Q0-13 14-7Q17 0 14 7Q0 12-20 8Q-25 0-20-8Z", "#bcdcf2")
  + tube(prone ? [[6, 6], [10, 16]] : [[4, -4], [-2, -14]], "#9cc7e6", 5) + circle(...(prone ? [11, 18] : [-3, -16]), 3, SKIN)
  + circle(23, 0, 10.5, SKIN)
  + (prone
    ? path("M15-7Q24-15 32-5 34 2 30 6 24-2 15-7Z", "#4a362c") + flat(circle(29, 5, 1.1, INK))
    : path("M31-7Q35 0 31 7 30 1 31-7Z", "#4a362c") + path("M21-6.5V-3.5M21 3.5V6.5", "none", 'stroke-width="1.2"') + ellipse(17, 0, 1.6, 2.2, "#7c1f1a", 'stroke-width="1"')), scale, turn);

/** Marks. */
export const arrow = (points, color = GREEN, width = 5) => {
  const [bx, by] = points.at(-1);
  const [ax, ay] = points.at(-2);
  const turn = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  return line(points, WHITE, width + 3) + at(bx, by, path(`M-${width * 0.6}-${width * 1.5}L${width * 1.7} 0L-${width * 0.6} ${width * 1.5}Z`, color, `stroke="${WHITE}" stroke-width="1.5"`), 1, turn) + line([...points.slice(0, -1), [ax + (bx - ax) * 0.96, ay + (by - ay) * 0.96]], color, width);
};
/** A curved arrow: a quadratic curve from a by b to c. */
export const swing = (a, b, c, color = GREEN, width = 5) => {
  const turn = (Math.atan2(c[1] - b[1], c[0] - b[0]) * 180) / Math.PI;
  const d = `M${pair(a)}Q${pair(b)} ${pair(c)}`;
  return path(d, "none", `stroke="${WHITE}" stroke-width="${width + 3}"`) + at(c[0], c[1], path(`M-${width * 0.6}-${width * 1.5}L${width * 1.7} 0L-${width * 0.6} ${width * 1.5}Z`, color, `stroke="${WHITE}" stroke-width="1.5"`), 1, turn) + path(d, "none", `stroke="${color}" stroke-width="${width}"`);
};
/** Prohibition (GB 2894): a red ring with a bar from upper left to lower right, black drawing on white. */
export const no = (x, y, r, parts = "", scale = 1) => circle(x, y, r, WHITE, 'stroke="none"') + at(x, y, parts, scale)
  + circle(x, y, r - 1.5, "none", `stroke="${RED}" stroke-width="${round(r / 5)}"`) + line([[x - r * 0.66, y - r * 0.66], [x + r * 0.66, y + r * 0.66]], RED, round(r / 5));
export const cross = (x, y, r = 9) => circle(x, y, r, RED, `stroke="${WHITE}" stroke-width="1.5"`) + line([[x - r * 0.42, y - r * 0.42], [x + r * 0.42, y + r * 0.42]], WHITE, round(r / 3.2)) + line([[x + r * 0.42, y - r * 0.42], [x - r * 0.42, y + r * 0.42]], WHITE, round(r / 3.2));
export const tick = (x, y, r = 9) => circle(x, y, r, GREEN, `stroke="${WHITE}" stroke-width="1.5"`) + line([[x - r * 0.45, y], [x - r * 0.1, y + r * 0.4], [x + r * 0.5, y - r * 0.4]], WHITE, round(r / 3.2));
/** A speech bubble with its corner at its speaker. */
export const bubble = (x, y, w, h, to, words, size = 15, color = RED) =>
  rect(x, y, w, h, WHITE, 5) + path(`M${round(x + w / 2 - 6)} ${round(y + h / 2)}L${pair(to)}L${round(x + w / 2 + 6)} ${round(y + h / 2)}`, WHITE)
  + rect(x + 0.8, y + 0.8, w - 1.6, h - 1.6, WHITE, 4, 'stroke="none"') + text(round(x + w / 2), round(y + h / 2 + size * 0.36), words, size, color);
/** Sound that somebody or something makes, to the right; the middle at 0. */
export const sound = (x, y, turn = 0, color = RED) => at(x, y, path("M0-5Q4 0 0 5M5-9Q12 0 5 9M10-13Q20 0 10 13", "none", `stroke="${color}" stroke-width="2.2"`), 1, turn);
/** A part seen large, in a round frame. */
export const zoom = (x, y, r, parts, fill = "#f7f3e8") => circle(x, y, r, fill, `stroke="${BLUE}" stroke-width="2.5"`) + at(x, y, parts);
export const warning = (x, y, s = 1, parts = path("M0-9V-1M0 4V5", "none", 'stroke-width="3"')) => at(x, y, path("M0-17L17 12H-17Z", YELLOW, 'stroke-width="2.6"') + parts, s);
export const wind = (x, y, s = 1, flip = false) => at(x, y, path("M0 0H30Q38 0 37-6 35-10 31-7M4 7H44Q51 7 50 13M-6-7H16", "none", `stroke="#6d8fa3" stroke-width="2.6"`), s, 0, flip);

/** A whole drawing. What it shows stands in the text that uses it; the title is for those who open it by itself. */
export function drawing(title, parts, { width = 240, height = 160, scale = 2 } = {}) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * scale}" height="${height * scale}" role="img" aria-labelledby="t" font-family="sans-serif" font-weight="700" text-anchor="middle" stroke="${INK}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">\n<title id="t">${title}</title>\n${parts}\n</svg>\n`;
}
