import { gzipSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { absolutePath, namedPaths } from "../fields.mjs";
import { byName, sha256, writeWhole } from "../files.mjs";
import { JobError } from "../job-error.mjs";

/** Browsers of about 2020 and later: the first Safari that shows WebP and its peers. */
const TARGET = ["es2020", "safari14", "chrome87", "edge88", "firefox78"];

/** Safari 14 fails the compatibility table on rare forms of destructuring that nobody writes here; esbuild cannot write it otherwise, and would refuse it. */
const SUPPORTED = { destructuring: true };
const BUNDLED = new Set([".css", ".js", ".mjs"]);

/**
 * Bundles styles and scripts, copies everything else, and names each file by its content.
 * @param {{entries: Record<string, string>, output: string}} job logical file name to absolute path; absolute folder
 * @returns {Promise<{files: Record<string, BundledFile>}>} logical name to written file, sorted by name
 * @throws {JobError} `bundle-failed` with `problems`, when a style or script is wrong; `bad-field`
 */
export async function run(job) {
  const { files } = await bundle(namedPaths(job, "entries"), absolutePath(job, "output"));
  return { files };
}

/**
 * @typedef {{file: string, bytes: number, gzip: number, sha256: string}} BundledFile
 * `file`: path below the output folder with "/" between folders; sizes in bytes.
 */

/**
 * As `run`, for logical names that may hold folders ("signs/fire.svg"). A file that a style refers to by
 * `url(…)` gets the name it would have as an entry, and is written too if it lies below the style's folder.
 * @param {[string, string][]} entries logical name and absolute path
 * @param {string} output absolute folder
 * @returns {Promise<{files: Record<string, BundledFile>, sources: Set<string>}>} and the absolute path of every style
 * and script that was taken in
 */
export async function bundle(entries, output) {
  const written = new Map();
  const sources = new Set();
  const copied = entries.filter(([name]) => !BUNDLED.has(extname(name)));
  const made = entries.filter(([name]) => BUNDLED.has(extname(name)));
  for (const [name, path] of copied) {
    await keep(name, await readFile(path));
  }

  for (const [name, path] of made) {
    await keep(name.replace(/\.mjs$/, ".js"), await build(name, path), name);
  }

  return { files: Object.fromEntries([...written].sort(([a], [b]) => byName(a, b))), sources };

  async function keep(name, bytes, logicalName = name) {
    const hash = sha256(bytes);
    const file = name.replace(/(\.[^./]+)?$/, (ending) => `.${hash.slice(0, 10)}${ending}`);
    await writeWhole(join(output, file), bytes);
    written.set(logicalName, { file, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, sha256: hash });
    return file;
  }

  async function build(name, path) {
    const esbuild = await import("esbuild");
    try {
      const { outputFiles, metafile } = await esbuild.build({
        entryPoints: [path], absWorkingDir: dirname(path), outdir: dirname(path), write: false, bundle: true, minify: true,
        format: "esm", platform: "browser", target: TARGET, supported: SUPPORTED, charset: "utf8", legalComments: "none",
        sourcemap: false, metafile: true, logLevel: "silent", plugins: [{ name: "copies", setup: copies(name, path, keep) }],
      });
      Object.keys(metafile.inputs).forEach((input) => sources.add(resolve(dirname(path), input)));
      return Buffer.from(outputFiles[0].contents);
    } catch (error) {
      throw error?.errors === undefined ? error : new JobError("bundle-failed", `"${name}" cannot be bundled.`, {
        problems: error.errors.map(({ text, location }) => ({
          text, file: location?.file ?? name, line: location?.line ?? 0, column: location?.column ?? 0,
        })),
      });
    }
  }
}

/** Has `url(sign.svg)` in the style called `name` point at the copy with the content in its name. */
function copies(name, path, keep) {
  return ({ onResolve }) => onResolve({ filter: /^[^#:][^:]*$/ }, async ({ kind, path: target, resolveDir }) => {
    if (kind !== "url-token" || target.startsWith("/")) {
      return undefined;
    }

    const [, plain, tail] = /^([^?#]*)(.*)$/.exec(target);
    const below = relative(dirname(path), join(resolveDir, plain)).split(sep).join("/");
    if (below.startsWith("../")) {
      return { errors: [{ text: `"${target}" lies outside the folder of "${basename(path)}".` }] };
    }

    const logicalName = posix.join(posix.dirname(name), below);
    try {
      const file = await keep(logicalName, await readFile(join(resolveDir, plain)));
      const from = posix.relative(posix.dirname(name), file);
      return { path: `./${from}${tail}`, external: true };
    } catch (error) {
      return { errors: [{ text: `"${target}" cannot be read (${error.code}).` }] };
    }
  });
}
