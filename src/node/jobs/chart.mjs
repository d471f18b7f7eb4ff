import { bars } from "../chart-bars.mjs";
import { draw } from "../chart-draw.mjs";
import { plainSvg } from "../chart-svg.mjs";
import { absolutePath, oneOf, text } from "../fields.mjs";
import { writeWhole } from "../files.mjs";
import { JobError } from "../job-error.mjs";

/**
 * Draws figures as bars: below one another, or side by side where they follow one another in time.
 * @param {{output: string, name: string, kind?: string, bars: {label: string, value: number | string, text: string}[]}} job
 * absolute path of the file to write; a name for the ids in it (lower-case letters, digits, hyphens); `rows` or `columns`; 1 to 60 bars, each value a whole
 * number of 0 or more, "*" (withheld) or "—" (cannot exist), each text what stands beside it
 * @returns {Promise<{width: number, height: number, bytes: number}>} size in units of the drawing
 * @throws {JobError} `bad-field`
 */
export async function run(job) {
  const output = absolutePath(job, "output");
  const kind = oneOf(job, "kind", ["rows", "columns"], "rows");
  const drawn = draw(kind, bars(job));
  const svg = Buffer.from(plainSvg(drawn.svg, nameOf(job)));
  await writeWhole(output, svg);
  return { width: drawn.width, height: drawn.height, bytes: svg.length };
}

function nameOf(job) {
  const name = text(job, "name", 60);
  if (/^[a-z][a-z0-9-]*$/.test(name)) {
    return name;
  }

  throw new JobError("bad-field", 'The field "name" must be lower-case letters, digits and hyphens.', { field: "name" });
}
