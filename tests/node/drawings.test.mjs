import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { files } from "./drawings/draw.mjs";

const content = join(import.meta.dirname, "../../content");

test("Each drawing is what its scene draws, and small", () => {
  for (const [path, text] of files) {
    assert.equal(readFileSync(join(content, path), "utf8"), text, `${path}: run node tests/node/drawings/draw.mjs`);
    assert.ok(Buffer.byteLength(text) < 12_288, `${path} has ${Buffer.byteLength(text)} bytes.`);
  }
});

test("Each drawing has words for those who open it by itself, and names no font and no color scheme", () => {
  for (const [path, text] of files) {
    assert.match(text, /<title id="t">[^<]{4,}<\/title>/, path);
    assert.doesNotMatch(text, /<style|@media|NaN|undefined/, path);
  }
});
