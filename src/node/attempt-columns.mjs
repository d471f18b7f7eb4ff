import { open } from "node:fs/promises";

/** The columns that are read; all others are passed over. */
export const WANTED = ["quiz", "area", "age_band", "score", "finished"];

const LONGEST_HEAD = 65_536;
const MOST_COLUMNS = 1_000;

/**
 * Reads the first line of a CSV file: UTF-8, with commas, semicolons or tabs.
 * @param {string} path a regular file
 * @returns {Promise<{delimiter: string, names: string[]} | {fault: object}>} names in lower case, or why the file cannot be read
 */
export async function headOf(path) {
  const head = await start(path);
  if (head.length === 0) {
    return { fault: { code: "empty" } };
  }

  const end = head.indexOf(10);
  const line = end < 0 ? head : head.subarray(0, end);
  if (head.includes(0) || !isUtf8(line)) {
    return { fault: { code: "not-utf8" } };
  }

  if (end < 0 && head.length === LONGEST_HEAD) {
    return { fault: { code: "too-many-columns", most: MOST_COLUMNS } };
  }

  const written = line.toString("utf8").replace(/^\uFEFF/, "").trimEnd();
  const delimiter = [",", ";", "\t"].find((sign) => written.includes(sign)) ?? ",";
  const names = written.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, "$1").trim().toLowerCase());
  return names.length > MOST_COLUMNS ? { fault: { code: "too-many-columns", most: MOST_COLUMNS } } : { delimiter, names };
}

/** @returns {object | null} what is wrong with the columns: one of those wanted is missing, or stands there twice */
export function faultIn(names) {
  const missing = WANTED.filter((name) => !names.includes(name));
  const twice = WANTED.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return missing.length > 0 ? { code: "missing-columns", columns: missing }
    : twice.length > 0 ? { code: "columns-twice", columns: twice }
    : null;
}

async function start(path) {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(LONGEST_HEAD), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
