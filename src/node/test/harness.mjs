import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** A folder of its own for one test, with the given files in it; gone when the test ends. */
export async function folder(test, files = {}) {
  const path = await mkdtemp(join(tmpdir(), "site-node-"));
  test.after(() => rm(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }

  return path;
}

/** Runs a script of src/node to its end. `input` goes to its standard input, whole or in pieces. */
export function run(script, { parameters = [], input = "" } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(here, "..", script), ...parameters]);
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => (output.stdout += text));
    child.stderr.on("data", (text) => (output.stderr += text));
    child.on("close", (code) => resolve({ code, ...output }));
    for (const piece of [input].flat()) {
      child.stdin.write(piece);
    }

    child.stdin.end();
  });
}

/** Sends lines to a worker and closes its input. @returns {Promise<object[]>} its replies, in the order they came */
export async function ask(...lines) {
  const input = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`);
  const { code, stdout } = await run("worker.mjs", { input });
  return [...stdout.trimEnd().split("\n").filter((line) => line !== "").map((line) => JSON.parse(line)), { exit: code }];
}

/** @returns {Promise<Record<string, string>>} path below the folder to its bytes in base64, sorted by path */
export async function contents(path) {
  const items = await readdir(path, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath ?? item.path, item.name)).sort();
  return Object.fromEntries(await Promise.all(
    files.map(async (file) => [file.slice(path.length + 1), (await readFile(file)).toString("base64")])));
}
