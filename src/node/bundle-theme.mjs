// node bundle-theme.mjs ASSETS_DIR OUT_DIR
// Bundles a theme's assets once, when the program is built, and lists them in OUT_DIR/manifest.json.
// Styles and scripts right in ASSETS_DIR are entries; those in its folders are parts that entries import;
// a part that no entry takes in is an error. Every other file is copied. Names that start with a dot, and *.md, are left out.
import { readdir, readFile, rm } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { bundle } from "./jobs/bundle.mjs";
import { byName, writeWhole } from "./files.mjs";
import { describe, JobError } from "./job-error.mjs";

const CODE = new Set([".css", ".js", ".mjs"]);

if (process.argv.length !== 4) {
  console.error("usage: node bundle-theme.mjs ASSETS_DIR OUT_DIR");
  process.exit(2);
}

const [assets, output] = process.argv.slice(2).map((folder) => resolve(folder));
try {
  const before = await filesOfLastTime();
  const found = await entries("", assets);
  const { files, sources } = await bundle(found.filter(([name]) => !isPart(name)), output);
  refuseUnused(found.filter(([name, path]) => isPart(name) && !sources.has(path)));
  const now = new Set(Object.values(files).map(({ file }) => file));
  await writeWhole(join(output, "manifest.json"), `${JSON.stringify({ files }, null, 2)}\n`);
  await Promise.all(before.filter((file) => !now.has(file)).map((file) => rm(join(output, file), { force: true })));
} catch (error) {
  print(describe(error));
  process.exit(1);
}

async function entries(folder, path) {
  const items = (await readdir(path, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith(".") && extname(name) !== ".md")
    .sort((a, b) => byName(a.name, b.name));
  const found = await Promise.all(items.map((item) => {
    const name = `${folder}${item.name}`;
    return item.isDirectory() ? entries(`${name}/`, join(path, item.name)) : [[name, join(path, item.name)]];
  }));
  return found.flat();
}

function isPart(name) {
  return name.includes("/") && CODE.has(extname(name));
}

function refuseUnused(parts) {
  if (parts.length > 0) {
    throw new JobError("unused-part", "An entry must import each part.", {
      problems: parts.map(([name]) => ({ file: name, line: 1, column: 0, text: "No style or script right in the assets folder imports this one." })),
    });
  }
}

/** @returns {Promise<string[]>} what an earlier run wrote, by its manifest, so that no stale file stays */
async function filesOfLastTime() {
  try {
    const { files } = JSON.parse(await readFile(join(output, "manifest.json"), "utf8"));
    return Object.values(files).map(({ file }) => file).filter((file) => !file.includes(".."));
  } catch {
    return [];
  }
}

function print({ message, problems = [] }) {
  for (const { file, line, column, text } of problems) {
    console.error(`${join(assets, file)}(${line},${column + 1}): error bundle: ${text}`);
  }

  console.error(`bundle-theme: error bundle: ${message}`);
}
