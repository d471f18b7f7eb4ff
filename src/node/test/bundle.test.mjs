import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { ask, contents, folder, run } from "./harness.mjs";

const THEME = {
  "a/site.css": `@import "./parts/type.css"; .exit { background: url("signs/exit.svg#square") }`,
  "a/parts/type.css": `/* part */ body { font-family: "微软雅黑"; & p { inset: 0; background: url(../signs/exit.svg) } }`,
  "a/quiz.js": `import { mark } from "./parts/mark.mjs"; document.title = mark?.text ?? "测一测";`,
  "a/parts/mark.mjs": `export const mark = { text: "答对了" };`,
  "a/signs/exit.svg": `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>`,
  "a/README.md": "for developers",
};

test("A theme's files are listed by logical name, each with its content in its name", async (t) => {
  const path = await folder(t, THEME);
  const { code, stderr } = await run("bundle-theme.mjs", { parameters: [`${path}/a`, `${path}/out`] });
  const { files } = JSON.parse(await readFile(`${path}/out/manifest.json`, "utf8"));

  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  assert.deepEqual(Object.keys(files), ["quiz.js", "signs/exit.svg", "site.css"]);
  for (const [name, { file, bytes, gzip, sha256 }] of Object.entries(files)) {
    const ending = name.replace(/.*(\.\w+)$/, "$1");
    assert.equal(file, name.replace(ending, `.${sha256.slice(0, 10)}${ending}`));
    assert.equal((await readFile(`${path}/out/${file}`)).length, bytes);
    assert.ok(gzip > 20);
  }
});

test("A style takes in its parts and points at the named copies", async (t) => {
  const path = await folder(t, THEME);
  await run("bundle-theme.mjs", { parameters: [`${path}/a`, `${path}/out`] });
  const { files } = JSON.parse(await readFile(`${path}/out/manifest.json`, "utf8"));
  const exit = files["signs/exit.svg"].file;

  assert.equal(
    (await readFile(`${path}/out/${files["site.css"].file}`, "utf8")).trim(),
    `body{font-family:微软雅黑}body p{top:0;right:0;bottom:0;left:0;background:url(./${exit})}.exit{background:url(./${exit}#square)}`);
});

test("A script takes in its parts, keeps Chinese text, and has no source map", async (t) => {
  const path = await folder(t, THEME);
  await run("bundle-theme.mjs", { parameters: [`${path}/a`, `${path}/out`] });
  const { files } = JSON.parse(await readFile(`${path}/out/manifest.json`, "utf8"));
  const script = await readFile(`${path}/out/${files["quiz.js"].file}`, "utf8");

  assert.match(script, /答对了.*测一测/s);
  assert.doesNotMatch(script, /import|export|sourceMappingURL/);
});

test("The same theme in another folder gives the same bytes", async (t) => {
  const [one, two] = [await folder(t, THEME), await folder(t, THEME)];
  await run("bundle-theme.mjs", { parameters: [`${one}/a`, `${one}/out`] });
  await run("bundle-theme.mjs", { parameters: [`${two}/a`, `${two}/out`] });

  assert.deepEqual(await contents(`${one}/out`), await contents(`${two}/out`));
});

test("A file that the theme no longer has leaves the folder, a stranger's file stays", async (t) => {
  const path = await folder(t, { "a/site.css": "a{color:red}", "out/mine.txt": "kept" });
  await run("bundle-theme.mjs", { parameters: [`${path}/a`, `${path}/out`] });
  await writeFile(`${path}/a/site.css`, "a{color:green}");
  await run("bundle-theme.mjs", { parameters: [`${path}/a`, `${path}/out`] });
  const left = await readdir(`${path}/out`);

  assert.equal(left.length, 3);
  assert.ok(left.includes("mine.txt"));
});

test("A mistake in a theme is told at its file, line and column, and the old manifest stays", async (t) => {
  const path = await folder(t, { "a/site.js": "let a = 1;\nlet = ;", "out/manifest.json": "old" });
  const { code, stderr } = await run("bundle-theme.mjs", { parameters: [`${path}/a`, `${path}/out`] });

  assert.equal(code, 1);
  assert.match(stderr, /^\S+site\.js\(2,7\): error bundle: /);
  assert.equal(await readFile(`${path}/out/manifest.json`, "utf8"), "old");
});

test("A part that no entry takes in is told, so that no style is lost unseen", async (t) => {
  const path = await folder(t, { ...THEME, "a/parts/lost.css": "p{color:red}" });
  const { code, stderr } = await run("bundle-theme.mjs", { parameters: [`${path}/a`, `${path}/out`] });

  assert.equal(code, 1);
  assert.equal(stderr, `${path}/a/parts/lost.css(1,1): error bundle: No style or script right in the assets folder imports this one.\nbundle-theme: error bundle: An entry must import each part.\n`);
});

test("A bundle job answers with the file, sizes and hash of each entry", async (t) => {
  const path = await folder(t, THEME);
  const [{ id, result }] = await ask({ id: "b", job: "bundle", entries: { "main.css": `${path}/a/site.css` }, output: `${path}/out` });

  assert.equal(id, "b");
  assert.deepEqual(Object.keys(result.files), ["main.css", "signs/exit.svg"]);
  assert.match(result.files["main.css"].file, /^main\.[0-9a-f]{10}\.css$/);
});

test("A style cannot reach a file outside its folder", async (t) => {
  const path = await folder(t, { "a/site.css": "a{background:url(../secret.svg)}", "secret.svg": "<svg/>" });
  const [{ error }] = await ask({ id: 1, job: "bundle", entries: { "site.css": `${path}/a/site.css` }, output: `${path}/out` });

  assert.equal(error.code, "bundle-failed");
  assert.deepEqual(error.problems, [
    { text: '"../secret.svg" lies outside the folder of "site.css".', file: "site.css", line: 1, column: 13 },
  ]);
});
