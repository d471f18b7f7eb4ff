/**
 * Signs in a box of 200 by 200, drawn with one stroke width: shape and colour as ISO 3864-1 gives them a meaning.
 * A sign takes the colours of the theme: `{paper, ink, red, yellow, blue, green}`.
 */
const line = (d, colour, width = 13) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const dot = (x, y, r, colour) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;

const square = (symbol) => ({ paper, green }) => `<rect width="200" height="200" rx="10" fill="${green}"/>${symbol(paper)}`;
const disc = (symbol) => ({ paper, blue }) => `<circle cx="100" cy="100" r="100" fill="${blue}"/>${symbol(paper)}`;

const exclamation = (c) => `<path d="M84 48a16 16 0 0 1 32 0l-6 62a10 10 0 0 1-20 0Z" fill="${c}"/>${dot(100, 149, 16, c)}`;

const triangle = ({ ink, yellow }) =>
  `<path d="M100 20 188 172H12Z" fill="${yellow}" stroke="${ink}" stroke-width="16" stroke-linejoin="round"/>`
  + `<path d="M89 74a11 11 0 0 1 22 0l-4 44a7 7 0 0 1-14 0Z" fill="${ink}"/>${dot(100, 145, 11.5, ink)}`;

const barredCircle = ({ paper, red }) =>
  `<circle cx="100" cy="100" r="89" fill="${paper}" stroke="${red}" stroke-width="22"/>${line("M38 38 162 162", red, 20)}`;

const SYMBOLS = {
  guide: (c) => line("M46 106 84 144 156 62", c, 18),
  quiz: (c) => line("M66 74a34 34 0 1 1 52 29c-12 8-18 15-18 27", c, 17) + dot(100, 160, 11, c),
  hall: (c) => line("M52 164V40h62v22M114 138v26", c) + line("M40 164h88M88 100h76M140 76l25 24-25 24", c),
  event: (c) => line("M42 56h116v104H42ZM42 86h116M70 40v30M130 40v30", c) + line("M76 122l18 18 32-34", c),
  lecture: (c) => line("M40 46h120v84H96l-30 30v-30H40Z", c) + line("M68 76h64M68 100h40", c),
  data: (c) => line("M36 162h128", c) + line("M62 136v-26M100 136V52M138 136V82", c, 20),
  news: (c) => line("M52 36h96v128H52Z", c) + line("M76 70h48M76 100h48M76 130h28", c),
  work: (c) => line("M38 48h124v92H38ZM100 140v26M70 166h60", c) + `<path d="M86 74v40l34-20Z" fill="${c}"/>`,
  law: (c) => line("M100 66c-14-11-34-15-56-13v84c22-2 42 2 56 13 14-11 34-15 56-13V53c-22-2-42 2-56 13ZM100 66v84", c),
};

/** All four signs in a square: for what belongs to no single one. */
const allFour = (colours) => [[barredCircle, 0, 0], [triangle, 106, 0], [disc(exclamation), 0, 106], [square(SYMBOLS.guide), 106, 106]]
  .map(([sign, x, y]) => `<g transform="translate(${x} ${y}) scale(.47)">${sign(colours)}</g>`).join("");

const guiding = (symbol) => ({ sign: square(symbol), colour: "green", on: "paper" });

/** Name of a sign to the sign, the name of its colour, and the colour of text on it. */
export const KINDS = {
  guide: guiding(SYMBOLS.guide),
  quiz: guiding(SYMBOLS.quiz),
  lecture: guiding(SYMBOLS.lecture),
  hall: guiding(SYMBOLS.hall),
  event: guiding(SYMBOLS.event),
  news: guiding(SYMBOLS.news),
  work: guiding(SYMBOLS.work),
  data: guiding(SYMBOLS.data),
  warning: { sign: triangle, colour: "yellow", on: "ink" },
  law: { sign: disc(SYMBOLS.law), colour: "blue", on: "paper" },
  exposure: { sign: barredCircle, colour: "red", on: "paper" },
  campaign: { sign: allFour, colour: "green", on: "paper" },
  page: { sign: allFour, colour: "green", on: "paper" },
};
