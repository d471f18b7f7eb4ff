import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import sharp from "sharp";
import { run } from "../jobs/share.mjs";
import { KINDS } from "../share-signs.mjs";
import { drawable, widthOf, wrap, wrapShortened } from "../share-text.mjs";
import { ask, folder } from "./harness.mjs";

const PAGE = { title: "灭火器怎么用", campaign: "2024年安全生产月", organiser: "示例市安全生产委员会办公室" };

/** Draws a share picture. @returns {Promise<{bytes: Buffer, lines: string[], hues: Set<string>}>} */
async function draw(t, fields) {
  const output = `${await folder(t)}/share.png`;
  const { lines } = await run({ output, ...PAGE, ...fields });
  const bytes = await readFile(output);
  const { data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const hues = new Set();
  for (let at = 0; at < data.length; at += 3) {
    hues.add(data.subarray(at, at + 3).toString("hex"));
  }

  return { bytes, lines, hues };
}

test("A share picture is a PNG of 1200 by 630 pixels below 40 kB with no data about its making", async (t) => {
  const { bytes } = await draw(t, { kind: "warning", title: "一次电动自行车进楼充电引发的火灾：三个被忽视的信号" });
  const { format, width, height, exif, icc } = await sharp(bytes).metadata();

  assert.deepEqual({ format, width, height, exif, icc }, { format: "png", width: 1200, height: 630, exif: undefined, icc: undefined });
  assert.ok(bytes.length < 40_000, `${bytes.length} bytes`);
});

test("The same page gives the same bytes, another title gives others", async (t) => {
  const [first, again, other] = [await draw(t, {}), await draw(t, {}), await draw(t, { title: "灭火器怎么选" })];

  assert.deepEqual(first.bytes, again.bytes);
  assert.notDeepEqual(first.bytes, other.bytes);
});

for (const [kind, colour] of [["guide", "237f52"], ["warning", "f9a800"], ["law", "005387"], ["exposure", "9b2423"]]) {
  test(`The sign of the kind ${kind} has the colour #${colour} and no other sign's`, async (t) => {
    const { hues } = await draw(t, { kind });

    assert.deepEqual(["237f52", "f9a800", "005387", "9b2423"].filter((hue) => hues.has(hue)), [colour]);
  });
}

test("Every kind can be drawn", async (t) => {
  const output = await folder(t);
  const drawn = await Promise.all(Object.keys(KINDS).map((kind) => run({ ...PAGE, kind, output: `${output}/${kind}.png` })));

  assert.ok(drawn.every(({ bytes }) => bytes > 5_000));
});

test("A theme may bring its own colours", async (t) => {
  const { hues } = await draw(t, { kind: "guide", colours: { green: "#006644" } });

  assert.deepEqual([hues.has("006644"), hues.has("237f52")], [true, false]);
});

test("A title of markup is drawn as it is written", async (t) => {
  const { lines, hues } = await draw(t, { title: `</text><image href="/etc/passwd"/>&amp;` });

  assert.equal(lines.join("").replaceAll(" ", ""), `</text><imagehref="/etc/passwd"/>&amp;`);
  assert.ok(hues.has("1f2421"));
});

test("Characters that cannot be seen or drawn are left out, and a rare Chinese one is marked", () => {
  assert.equal(drawable("安\u0000全\u202E生\u200B产\uD800"), "安全生产");
  assert.equal(drawable("  防火\n\t 防灾🔥👨‍👩‍👧 "), "防火 防灾");
  assert.equal(drawable("𠮷林村"), "〓林村");
});

test("A title of nothing that can be drawn gives way to the name of the campaign", async (t) => {
  assert.deepEqual((await draw(t, { title: "🔥🔥" })).lines.join(""), "2024年安全生产月");
});

test("Lines are about equal and break where a reader pauses", () => {
  assert.deepEqual(wrap("燃气泄漏，第一步做什么？", 8, 2), ["燃气泄漏，", "第一步做什么？"]);
  assert.deepEqual(wrap("《中华人民共和国安全生产法》", 9, 2), ["《中华人民共和国", "安全生产法》"]);
  assert.deepEqual(wrap("电动自行车充电安全", 8, 2), ["电动自行车", "充电安全"]);
});

test("No line begins with a closing mark or ends with an opening one, and Latin words stay whole", () => {
  for (const width of [7, 7.5, 8, 9, 10, 11]) {
    const lines = wrap("记者（示例）说：“今天，你安全了吗？”Emergency drill，共12350人《参加》。", width, 20);

    assert.doesNotMatch(lines.join("\n"), /^[，。：？！”）》]|[（“《]$/mu);
    assert.ok(lines.every((line) => widthOf(line) <= width), lines.join("\n"));
    assert.match(lines.join("\n"), /Emergency[^]*drill[^]*12350/);
  }
});

test("A title that needs more than three lines ends in an ellipsis and not after a mark", async (t) => {
  const { lines } = await draw(t, { title: "安全，".repeat(90) });

  assert.equal(lines.length, 3);
  assert.match(lines[2], /[安全]…$/u);
  assert.equal(wrapShortened("Safety preparedness", 7, 1).join(""), "Safety…");
});

test("A share job answers with the size in pixels and bytes and the lines of its title", async (t) => {
  const output = `${await folder(t)}/new/share.png`;
  const [{ id, result }] = await ask({ id: 1, job: "share", output, ...PAGE });

  assert.deepEqual({ id, ...result }, { id: 1, width: 1200, height: 630, bytes: (await readFile(output)).length, lines: ["灭火器怎么用"] });
});

test("An unknown kind and a colour that is no colour are refused by name", async () => {
  const job = { job: "share", output: "/tmp/never.png", ...PAGE };
  const replies = await ask({ id: 1, ...job, kind: "toString" }, { id: 2, ...job, colours: { green: `"/><script>` } }, { id: 3, ...job, title: "长".repeat(301) });

  assert.deepEqual(Object.fromEntries(replies.slice(0, 3).map(({ id, error }) => [id, error.field])), { 1: "kind", 2: "colours", 3: "title" });
});
