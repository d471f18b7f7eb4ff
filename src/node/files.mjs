import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** @returns {string} SHA-256 of the bytes, 64 hexadecimal digits in lower case */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Text order by UTF-16 unit: the same on every machine, whatever its language. */
export const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Writes a file whole or not at all, and makes its folder where it is missing. */
export async function writeWhole(path, bytes) {
  const draft = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
