import { isAbsolute } from "node:path";
import { JobError } from "./job-error.mjs";

const refuse = (field, expected) => {
  throw new JobError("bad-field", `The field "${field}" must be ${expected}.`, { field });
};

/** @returns {string} the field, 1 to `longest` UTF-16 units @throws {JobError} `bad-field` when it is not */
export function text(job, field, longest = 2_000) {
  const value = job[field];
  return typeof value === "string" && value.trim() !== "" && value.length <= longest
    ? value
    : refuse(field, `a text of 1 to ${longest} characters`);
}

/** @returns {string} the field, an absolute path without NUL @throws {JobError} `bad-field` */
export function absolutePath(job, field) {
  const value = text(job, field, 4_096);
  return isAbsolute(value) && !value.includes("\0") ? value : refuse(field, "an absolute path");
}

/** @returns {[string, string][]} the field, an object of name to absolute path, sorted by name @throws {JobError} `bad-field` */
export function namedPaths(job, field) {
  const value = job[field];
  const pairs = value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
  const fits = pairs.length > 0 && pairs.length <= 1_000
    && pairs.every(([name, path]) => /^[\w][\w.-]*$/.test(name) && typeof path === "string" && isAbsolute(path));
  return fits
    ? pairs.sort(([a], [b]) => (a < b ? -1 : 1))
    : refuse(field, "an object of 1 to 1000 plain file names, each with an absolute path");
}
