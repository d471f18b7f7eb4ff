import { JobError } from "./job-error.mjs";

const MOST = 60;
const LONGEST = 200;

/**
 * Reads the figures of a chart.
 * @returns {{label: string, value: number | "*" | "—" | "未报送", text: string}[]} 1 to 60
 * @throws {JobError} `bad-field`
 */
export function bars(job) {
  const list = job.bars;
  if (!Array.isArray(list) || list.length < 1 || list.length > MOST || !list.every(isBar)) {
    throw new JobError("bad-field", `The field "bars" must be a list of 1 to ${MOST} objects of label, value and text.`, { field: "bars" });
  }

  return list;
}

/** @returns {boolean} whether a word stands where there is no figure at all */
export const isNone = (value) => value === "—" || value === "未报送";

const isBar = (bar) => bar !== null && typeof bar === "object" && isText(bar.label) && isText(bar.text)
  && (bar.value === "*" || isNone(bar.value) || (Number.isSafeInteger(bar.value) && bar.value >= 0));

const isText = (value) => typeof value === "string" && value.length >= 1 && value.length <= LONGEST;
