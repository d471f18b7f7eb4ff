// Makes the outlines with which share pictures are written (src/Site.Rendering/Pictures/Sharing/Type/README.md has their format):
//   npm install --no-save --prefix /tmp/fonts opentype.js@2.0.0 @embedpdf/fonts-sc@1.0.0
//   NODE_PATH=/tmp/fonts/node_modules node tests/fonts/outlines.mjs FONT.otf all|gb2312 OUT.outlines
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";

const opentype = createRequire(import.meta.url)("opentype.js");
const UNIT = 2; // thousandths of an em
const BLOCK = 16_000; // bytes, at least, before packing

const [source, which, output] = process.argv.slice(2);
const file = readFileSync(source);
const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const places = font.tables.cmap.glyphIndexMap;
const codes = Object.keys(places).map(Number).filter((code) => code >= 32 && (which === "all" || isCommon(code))).sort((a, b) => a - b);

// The commonest characters lie together, so that a title needs few blocks: what is not Chinese, then by the commonest word that a character stands in, then all others by code.
const costs = new Map();
for (const [cost, ...words] of readFileSync(new URL("../../src/Site.Rendering/Pictures/Sharing/Type/words.txt", import.meta.url), "utf8").split("\n").map((line) => line.split(" "))) {
  for (const character of words.join("")) if (!costs.has(character.codePointAt(0))) costs.set(character.codePointAt(0), Number(cost));
}

const rank = (code) => (code < 0x3400 || code >= 0xff00 && code < 0x10000 ? 0 : costs.get(code) ?? 99);
const glyphs = new Map(codes.map((code) => [code, { advance: font.glyphs.get(places[code]).advanceWidth, body: outlines(font.glyphs.get(places[code]).path.commands) }]));
const blocks = [];
for (const code of [...codes].sort((a, b) => rank(a) - rank(b) || a - b)) {
  if (!blocks.length || blocks.at(-1).length >= BLOCK) blocks.push([]);
  Object.assign(glyphs.get(code), { block: blocks.length - 1, place: blocks.at(-1).length });
  for (const byte of glyphs.get(code).body) blocks.at(-1).push(byte);
}

const packed = blocks.map((block) => brotliCompressSync(Buffer.from(block), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 18, [constants.BROTLI_PARAM_SIZE_HINT]: block.length },
}));
const all = codes.map((code) => glyphs.get(code));
const start = 8 + codes.length * 10 + (blocks.length + 1) * 4;
const ends = packed.reduce((found, block) => [...found, found.at(-1) + block.length], [start]);
writeFileSync(output, Buffer.concat([
  Uint32Array.of(codes.length, blocks.length), Uint32Array.from(codes), Uint16Array.from(all, (glyph) => glyph.advance), Uint16Array.from(all, (glyph) => glyph.block),
  Uint16Array.from(all, (glyph) => glyph.place), Uint32Array.from(ends),
].map((column) => Buffer.from(column.buffer)).concat(packed)));

function outlines(commands) {
  const contours = [];
  for (const command of commands) {
    const points = [[command.x1, command.y1], [command.x2, command.y2], [command.x, command.y]].filter(([x]) => x !== undefined).map((point) => point.map(rounded));
    if (command.type === "M") contours.push({ start: points[0], segments: [] });
    else if (command.type !== "Z") contours.at(-1).segments.push(points);
  }

  const made = [];
  let pen = [0, 0];
  const to = (point) => {
    signed(made, point[0] - pen[0]);
    signed(made, point[1] - pen[1]);
    pen = point;
  };
  number(made, contours.length);
  for (const { start, segments } of contours) {
    const last = segments.at(-1);
    if (last?.length === 1 && last[0].join() === start.join()) segments.pop();
    number(made, segments.length);
    to(start);
    for (let at = 0; at < segments.length; at += 8) {
      made.push(segments.slice(at, at + 8).reduce((bits, points, place) => (points.length === 3 ? bits | (1 << place) : bits), 0));
    }

    segments.flat().forEach(to);
  }

  return made;
}

function rounded(value) {
  return Math.round(value / UNIT);
}

function number(into, value) {
  for (; value >= 128; value >>>= 7) into.push((value & 127) | 128);
  into.push(value);
}

function signed(into, value) {
  number(into, value < 0 ? -2 * value - 1 : 2 * value);
}

/** GB 2312, and all that is not Chinese. */
function isCommon(code) {
  return code < 0x2e80 || (code >= 0x3000 && code < 0x3400) || (code >= 0xff00 && code < 0x10000) || gb2312().has(code);
}

function gb2312() {
  return (gb2312.all ??= new Set(Array.from({ length: 87 * 94 }, (_, at) => [0xa1 + Math.floor(at / 94), 0xa1 + (at % 94)])
    .flatMap((pair) => [...new TextDecoder("gbk").decode(Uint8Array.from(pair))]).map((character) => character.codePointAt(0))));
}
