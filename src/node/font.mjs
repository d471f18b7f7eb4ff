import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pathOf = (weight) => fileURLToPath(new URL(`../fonts/NotoSansHans-${weight}.otf`, import.meta.resolve("@embedpdf/fonts-sc")));

/** Absolute paths of the two weights we draw with. */
export const FONT_FILES = { bold: pathOf("Bold"), regular: pathOf("Regular") };

/**
 * The measures of a font, straight from its file.
 * @param {string} path an OpenType font with a `cmap` of format 12
 * @returns {{has: (character: string) => boolean, advance: (character: string) => number}}
 * whether a character has a drawing, and how far it moves the pen, in em (0 when it has none)
 * @remarks OpenType specification 1.9: `cmap` subtable format 12, `hhea`, `hmtx`, `head`. No kerning.
 */
export function readFont(path) {
  const font = readFileSync(path);
  const tables = new Map(Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
    .map((at) => [font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8)]));
  const unitsPerEm = font.readUInt16BE(tables.get("head") + 18);
  const widths = font.readUInt16BE(tables.get("hhea") + 34);
  const groups = readGroups(font, tables.get("cmap"));

  const glyph = (character) => {
    const code = character.codePointAt(0);
    const group = groups.find(({ first, last }) => first <= code && code <= last);
    return group === undefined ? 0 : group.glyph + code - group.first;
  };
  const advance = (character) => {
    const index = glyph(character);
    return index === 0 ? 0 : font.readUInt16BE(tables.get("hmtx") + 4 * Math.min(index, widths - 1)) / unitsPerEm;
  };
  return { has: (character) => glyph(character) !== 0, advance };
}

function readGroups(font, cmap) {
  const subtable = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i))
    .find((at) => font.readUInt16BE(at) === 12);
  return Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, i) => subtable + 16 + 12 * i).map((at) => ({
    first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4), glyph: font.readUInt32BE(at + 8),
  }));
}
