import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { absolutePath } from "../fields.mjs";
import { byName, writeWhole } from "../files.mjs";
import { JobError } from "../job-error.mjs";
import { separated } from "../search-text.mjs";

/** What a page loads; Pagefind's own panels are left out. */
const WANTED = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\.[\w]+\.pf_meta|wasm\.[\w-]+\.pagefind|(?:index|fragment)\/[\w]+\.pf_(?:index|fragment))$/;
const AT_ONCE = 32;

/**
 * Makes the full-text index of a finished site: its pages with an element marked `data-pagefind-body`, and that element alone.
 * @param {{site: string, output: string}} job absolute folders; what an earlier index left in `output` is replaced, anything else is not
 * @returns {Promise<{pages: number, files: number, bytes: number}>} pages indexed; files written to `output`, and their bytes in all
 * @throws {JobError} `not-found`, `output-taken`, `search-failed`, `bad-field`
 */
export async function run(job) {
  const [site, output] = [absolutePath(job, "site"), absolutePath(job, "output")];
  if ((await stat(site).catch(() => null))?.isDirectory() !== true) {
    throw new JobError("not-found", "The site is no folder.");
  }

  await refuseStrangers(output);
  const draft = join(dirname(output), `.search-${randomUUID()}`);
  try {
    const pages = await copyPages(site, join(draft, "pages"));
    const files = pages === 0 ? [] : await index(draft);
    await rm(output, { recursive: true, force: true });
    let bytes = 0;
    for (const file of files) {
      const content = await readFile(join(draft, "index", file));
      await writeWhole(join(output, file), content);
      bytes += content.length;
    }

    return { pages, files: files.length, bytes };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** An earlier index may be replaced, and an empty folder; nothing else. */
async function refuseStrangers(output) {
  const names = await readdir(output).catch((error) => (error.code === "ENOENT" ? [] : Promise.reject(error)));
  if (names.length > 0 && !names.includes("pagefind-entry.json")) {
    throw new JobError("output-taken", "The output folder holds something other than a search index.");
  }
}

async function copyPages(site, folder) {
  const found = (await readdir(site, { recursive: true })).filter((name) => name.endsWith(".html")).sort(byName);
  let pages = 0;
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const copied = await Promise.all(found.slice(start, start + AT_ONCE).map(async (name) => {
      const html = separated(await readFile(join(site, name), "utf8"));
      return html === null ? false : writeWhole(join(folder, name), html).then(() => true);
    }));
    pages += copied.filter(Boolean).length;
  }

  return pages;
}

async function index(draft) {
  const output = join(draft, "index");
  const parameters = ["--site", join(draft, "pages"), "--output-path", output, "--force-language", "zh", "--silent"];
  await promisify(execFile)(program(), parameters, { cwd: draft, windowsHide: true }).catch((error) => {
    throw new JobError("search-failed", `The index cannot be made: ${String(error.stderr || error.message).trim().slice(0, 500)}`);
  });
  const names = (await readdir(output, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
  return names.filter((name) => WANTED.test(name)).sort(byName);
}

/** The indexer that comes with the package for this system; the extended one, which takes Chinese. */
function program() {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const ending = process.platform === "win32" ? ".exe" : "";
  const require = createRequire(import.meta.resolve("pagefind"));
  return require.resolve(`@pagefind/${system}/bin/pagefind_extended${ending}`);
}
