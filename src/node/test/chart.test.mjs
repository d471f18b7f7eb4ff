import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { run } from "../jobs/chart.mjs";
import { ask, folder } from "./harness.mjs";

const BARS = [
  { label: "示例甲区", value: 1200, text: "1,200" },
  { label: "示例乙区", value: "*", text: "*" },
  { label: "示例丙区", value: "—", text: "—" },
  { label: "示例丁区", value: 600, text: "600" },
  { label: "示例戊区", value: 0, text: "0" },
  { label: "示例己区", value: "未报送", text: "未报送" },
];

/** Draws a chart. @returns {Promise<string>} its SVG */
async function draw(t, fields) {
  const output = `${await folder(t)}/chart.svg`;
  await run({ output, name: "chart-1-area", bars: BARS, ...fields });
  return await readFile(output, "utf8");
}

/** Lengths of all shown bars along the scale, in units of the drawing. */
const lengths = (svg, kind) => [...svg.matchAll(/class="chart-bar" d="M[\d.]+ [\d.]+l(-?[\d.]+) (-?[\d.]+)l(-?[\d.]+) (-?[\d.]+)/g)]
  .map(([, x1, , , y2]) => Math.abs(Number(kind === "rows" ? x1 : y2)));

for (const kind of ["rows", "columns"]) {
  test(`A bar of ${kind} is as long as its figure, from zero`, async (t) => {
    const drawn = lengths(await draw(t, { kind }), kind).filter((length) => length > 0);

    assert.equal(drawn.length, 2);
    assert.ok(Math.abs(drawn[0] / drawn[1] - 2) < 0.02, `${drawn}`);
  });

  test(`A withheld figure among ${kind} is one hatched band, the same whatever the others are, with its star`, async (t) => {
    const svg = await draw(t, { kind });
    const others = await draw(t, { kind, bars: BARS.map((bar) => (bar.value === 600 ? { ...bar, value: 7, text: "7" } : bar)) });
    const band = /d="([^"]+)" fill="url\(#chart-1-area-p1\)"/;

    assert.equal(svg.match(/fill="url\(#/g).length, 1);
    assert.equal(band.exec(svg)[1], band.exec(others)[1]);
    assert.equal([...svg.matchAll(/>\*<\/text>/g)].length, 1);
  });

  for (const bar of [BARS[2], BARS[5]]) {
    test(`A figure among ${kind} that cannot exist or is not reported leaves a gap with its word: ${bar.text}`, async (t) => {
      const svg = await draw(t, { kind, bars: [bar] });

      assert.ok(svg.includes(`>${bar.text}</text>`));
      assert.deepEqual(lengths(svg, kind).filter((length) => length > 0), []);
      assert.doesNotMatch(svg, /url\(#/);
    });
  }
}

test("Every figure is written beside its bar", async (t) => {
  const svg = await draw(t, {});

  assert.deepEqual([...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text).sort(), BARS.flatMap(({ label, text }) => [label, text]).sort());
});

test("A drawing has no color, style, script, address or event of its own", async (t) => {
  const svg = await draw(t, { bars: [{ label: "<script>alert(1)</script>", value: 1, text: "1" }, { label: "\"><a href=x>", value: "*", text: "*" }] });
  const tags = svg.match(/<[^>]+>/g).join("");

  assert.doesNotMatch(tags, /\sstyle=|<style|<script|<a\b|\shref|\son\w+=|#[0-9a-f]{3,6}"|rgb/);
  assert.match(svg, /&lt;script&gt;/);
});

test("The same figures give the same bytes, whatever was drawn before", async (t) => {
  const first = await draw(t, {});
  await draw(t, { kind: "columns", name: "other" });

  assert.equal(await draw(t, {}), first);
});

test("Ids are those of the chart, so that two charts may stand in one page", async (t) => {
  const svg = await draw(t, { name: "chart-2-week" });

  assert.deepEqual([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id), ["chart-2-week-p1"]);
});

test("A long name is broken over two lines, and shortened where that is not enough", async (t) => {
  const svg = await draw(t, { bars: [{ label: "示例市示例区示例街道办事处第一分中心", value: 1, text: "1" }] });

  assert.match(svg, />示例市示例区示<.*>例街道办事处…</);
});

for (const [field, wrong] of [
  ["bars", []], ["bars", [{ label: "a", value: -1, text: "1" }]], ["bars", [{ label: "a", value: 1.5, text: "1" }]], ["bars", [{ label: "", value: 1, text: "1" }]],
  ["bars", Array.from({ length: 61 }, () => BARS[0])], ["name", "A b"], ["kind", "pie"], ["output", "chart.svg"],
]) {
  test(`The field "${field}" may not be ${JSON.stringify(wrong).slice(0, 40)}`, async (t) => {
    const [{ error }] = await ask({ id: 1, job: "chart", output: `${await folder(t)}/a.svg`, name: "c", bars: BARS, [field]: wrong });

    assert.deepEqual([error.code, error.field], ["bad-field", field]);
  });
}
