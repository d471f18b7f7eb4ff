import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { absolutePath, colours, oneOf, optionalText, text } from "../fields.mjs";
import { writeWhole } from "../files.mjs";
import { FONT_FILES } from "../font.mjs";
import { KINDS } from "../share-signs.mjs";
import { drawable, GAP, hang, parts, widthOf, wrap, wrapShortened } from "../share-text.mjs";

const [WIDTH, HEIGHT, MARGIN] = [1200, 630, 72];
const FAMILY = "Noto Sans S Chinese";
const COLOURS = { paper: "#fcfcfa", ink: "#1f2421", red: "#9b2423", yellow: "#f9a800", blue: "#005387", green: "#237f52" };

/** Sizes of the title to try, large to small: pixels of type, and the most lines of it. */
const SIZES = [[96, 2], [84, 3], [74, 3], [64, 3], [56, 3], [50, 3]];
const SIGN = { x: 860, y: 120, size: 268 };
const TITLE_WIDTH = SIGN.x - MARGIN - 44;

/**
 * Draws the picture that stands for a page where its address is shared: a safety sign with its title.
 * @param {{output: string, title: string, campaign: string, organiser?: string, kind?: string, label?: string,
 * colours?: object}} job absolute path of the file to write; texts of at most 300 characters, any Unicode;
 * `kind` of KINDS, "page" when missing; `label` on a plate over the title; `colours` in place of COLOURS, #rrggbb
 * @returns {Promise<{width: 1200, height: 630, bytes: number, lines: string[]}>} pixels; the title as it was set
 * @throws {JobError} `bad-field`
 */
export async function run(job) {
  const output = absolutePath(job, "output");
  const [title, campaign] = [drawable(text(job, "title", 300)), drawable(text(job, "campaign", 300))];
  const organiser = drawable(optionalText(job, "organiser", 300));
  const kind = KINDS[oneOf(job, "kind", Object.keys(KINDS), "page")];
  const label = drawable(optionalText(job, "label", 300));
  const palette = colours(job, "colours", COLOURS);

  const { size, lines } = setTitle(title || campaign || "…");
  const svg = draw({ size, lines, campaign, organiser, kind, label, palette });
  const pixels = new Resvg(svg, {
    font: { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false, defaultFontFamily: FAMILY },
    logLevel: "off",
  }).render();
  const bytes = await sharp(pixels.pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
    .flatten({ background: palette.paper })
    .png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
  await writeWhole(output, bytes);
  return { width: WIDTH, height: HEIGHT, bytes: bytes.length, lines };
}

/** The largest type in which the title fits with its words whole; then with words broken; then shortened. */
function setTitle(title) {
  for (const whole of [true, false]) {
    for (const [size, most] of SIZES) {
      const lines = wrap(title, TITLE_WIDTH / size, most, whole);
      if (lines !== null) {
        return { size, lines };
      }
    }
  }

  const [size, most] = SIZES.at(-1);
  return { size, lines: wrapShortened(title, TITLE_WIDTH / size, most) };
}

function draw({ size, lines, campaign, organiser, kind, label, palette }) {
  const colour = palette[kind.colour];
  const lineHeight = size * 1.28;
  const labelHeight = label === "" ? 0 : 54 + 34;
  const top = SIGN.y + SIGN.size / 2 - (labelHeight + lines.length * lineHeight) / 2;
  const baseline = (row) => top + labelHeight + lineHeight * (row + 0.5) + size * 0.37;
  const [left, right] = [shorten(campaign, 34, 620), shorten(organiser, 26, 400)];

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="100%" height="100%" fill="${palette.paper}"/>
${label === "" ? "" : plate(label, top, colour, palette[kind.on])}
${lines.map((words, row) => write(words, MARGIN - hang(words) * size, baseline(row), size, 700, palette.ink)).join("\n")}
<svg x="${SIGN.x}" y="${SIGN.y}" width="${SIGN.size}" height="${SIGN.size}" viewBox="0 0 200 200">${kind.sign(palette)}</svg>
<path d="M${MARGIN} 508.5H${WIDTH - MARGIN}" stroke="${palette.ink}" stroke-width="3"/>
${write(left, MARGIN, 562, 34, 700, palette.ink)}
${write(right, WIDTH - MARGIN - widthOf(right) * 26, 561, 26, 400, palette.ink)}
${tape(colour, kind.colour === "yellow" ? palette.ink : palette.paper)}
</svg>`;
}

/** A plate of the sign's colour with what kind of page this is. */
function plate(label, top, colour, ink) {
  const width = widthOf(label) * 30 + 40;
  return `<rect x="${MARGIN}" y="${top}" width="${width}" height="54" rx="3" fill="${colour}"/>`
    + write(label, MARGIN + 20, top + 38, 30, 700, ink);
}

/** A safety marking along the lower edge: equal stripes of 45 degrees, in the sign's colour and its contrast (ISO 3864-1). */
function tape(colour, contrast) {
  const [height, stripe] = [24, 36];
  const stripes = Array.from({ length: Math.ceil(WIDTH / stripe / 2) + 2 }, (_, i) => 2 * stripe * i - height)
    .map((x) => `M${x} ${HEIGHT}l${height}-${height}h${stripe}l-${height} ${height}z`).join("");
  return `<path d="M0 ${HEIGHT - height}h${WIDTH}v${height}H0z" fill="${contrast}"/>`
    + `<path d="${stripes}M0 ${HEIGHT - height - 4}h${WIDTH}v4H0z" fill="${colour}"/>`;
}

function write(words, x, y, size, weight, colour) {
  const spans = parts(words).map((part, index) =>
    `<tspan${index === 0 ? "" : ` dx="${(GAP * size).toFixed(2)}"`}>${escape(part)}</tspan>`);
  return `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" font-family="${FAMILY}" font-size="${size}" font-weight="${weight}" fill="${colour}">${spans.join("")}</text>`;
}

const shorten = (words, size, width) => (words === "" ? "" : wrap(words, width / size, 1) ?? wrapShortened(words, width / size, 1)).toString();

const escape = (words) => words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
