import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import sharp from "sharp";
import { absolutePath, wholeNumber, wholeNumbers } from "../fields.mjs";
import { sha256, writeWhole } from "../files.mjs";
import { JobError } from "../job-error.mjs";
import { kindOfBytes, kindOfEnding } from "../picture-bytes.mjs";

/** Part of every name: change it whenever the bytes we make of a picture change. */
const SETTINGS = "picture-1";
const FALLBACK_WIDTH = 960;
const LONGEST_SIDE = 16_383; // WebP holds no more
const PAPER = "#fcfcfa";
const WEBP = { quality: 80, alphaQuality: 90, effort: 4, smartSubsample: true };
const FALLBACK = {
  png: (image) => image.png({ compressionLevel: 9, adaptiveFiltering: true }),
  jpeg: (image) => image.jpeg({ quality: 80, mozjpeg: true }),
  gif: (image) => image.gif({ effort: 7 }),
};

// Two jobs run at once, and a picture is never read twice.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Makes the sizes of a picture that a page offers, without anything the camera or the author left in it.
 * @param {{source: string, output: string, widths?: number[], limitPixels?: number, limitBytes?: number}} job
 * absolute paths of a file and a folder; widths in pixels; the limit counts the pixels of all frames
 * @returns {Promise<{width: number, height: number, frames: number, colour: string, fallback: string,
 * files: {file: string, format: string, width: number, height: number, bytes: number}[]}>}
 * size in pixels as seen (turned as EXIF says), average colour as #rrggbb, and the files, narrow to wide, fallback last
 * @throws {JobError} `not-found`, `unsupported`, `wrong-format`, `too-large`, `unreadable`, `bad-field`
 */
export async function run(job) {
  const [source, output] = [absolutePath(job, "source"), absolutePath(job, "output")];
  const widths = wholeNumbers(job, "widths", 1, LONGEST_SIDE, [480, 960, 1600]);
  const limitPixels = wholeNumber(job, "limitPixels", 1, 1_000_000_000, 50_000_000);
  const bytes = await read(source, wholeNumber(job, "limitBytes", 1, 1_000_000_000, 64 * 1_048_576));
  const kind = kindOf(source, bytes);
  const picture = await measure(bytes, kind, limitPixels);

  const stem = sha256(`${SETTINGS} ${sha256(bytes)}`).slice(0, 10);
  const open = (animated) => {
    const image = sharp(bytes, { animated, limitInputPixels: limitPixels, failOn: "warning" });
    return (animated ? image : image.autoOrient()).timeout({ seconds: 60 });
  };
  const colour = await decoded(() => averageColour(open(false)));
  const files = [];
  for (const width of offered(picture.width, widths)) {
    files.push(await make("webp", width, (image) => image.webp(WEBP)));
  }

  const fallbackWidth = Math.min(picture.width, FALLBACK_WIDTH);
  const last = FALLBACK[kind] === undefined
    ? files.findLast(({ width }) => width <= fallbackWidth) ?? files[0]
    : await make(kind, fallbackWidth, FALLBACK[kind]);
  return { ...picture, colour, fallback: last.file, files: files.includes(last) ? files : [...files, last] };

  async function make(format, width, encode) {
    const resized = () => encode(open(picture.frames > 1).resize({ width, withoutEnlargement: true })).toBuffer({ resolveWithObject: true });
    const { data, info } = await decoded(resized);
    const file = `${stem}-${width}.${format === "jpeg" ? "jpg" : format}`;
    await writeWhole(join(output, file), data);
    return { file, format, width: info.width, height: info.pageHeight ?? info.height, bytes: data.length };
  }
}

async function read(source, limitBytes) {
  const found = await stat(source).catch(() => null);
  if (found?.isFile() !== true) {
    throw new JobError("not-found", "The source is no file.");
  }

  if (found.size > limitBytes) {
    throw new JobError("too-large", `The file has more than ${limitBytes} bytes.`, { bytes: found.size, limitBytes });
  }

  return readFile(source);
}

function kindOf(source, bytes) {
  const [expected, actual] = [kindOfEnding(extname(source)), kindOfBytes(bytes)];
  if (expected === undefined) {
    throw new JobError("unsupported", "The name must end in .png, .jpg, .jpeg, .webp, .gif or .avif.", { ending: extname(source) });
  }

  if (expected !== actual) {
    throw new JobError("wrong-format", `The name says ${expected}, the bytes say ${actual}.`, { expected, actual });
  }

  return actual;
}

/** Reads the header alone: no pixel is decoded before the limit is checked. */
async function measure(bytes, kind, limitPixels) {
  const header = await decoded(() => sharp(bytes, { limitInputPixels: false }).metadata());
  const format = header.format === "heif" && header.compression === "av1" ? "avif" : header.format;
  if (format !== kind) {
    throw new JobError("unreadable", `The bytes begin as ${kind} and go on as ${format}.`);
  }

  const { width, height } = header.autoOrient;
  const frames = ["gif", "webp"].includes(kind) ? header.pages ?? 1 : 1;
  if (width * height * frames > limitPixels || Math.max(width, height) > LONGEST_SIDE) {
    throw new JobError("too-large", `The picture has more than ${limitPixels} pixels, or a side of more than ${LONGEST_SIDE}.`, {
      width, height, frames, limitPixels,
    });
  }

  return { width, height, frames };
}

/** The widths to make: those wanted that the picture has, and its own where it is narrower than the widest wanted. */
const offered = (width, wanted) =>
  [...new Set([...wanted.filter((item) => item <= width), Math.min(width, wanted.at(-1))])].sort((a, b) => a - b);

async function averageColour(image) {
  const pixel = await image.flatten({ background: PAPER }).toColourspace("srgb").resize(1, 1, { fit: "fill" }).raw().toBuffer();
  const [red, green, blue] = pixel;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

async function decoded(step) {
  try {
    return await step();
  } catch (error) {
    const reason = String(error.message).split("\n")[0];
    throw /pixel limit/.test(reason)
      ? new JobError("too-large", reason)
      : new JobError("unreadable", `The picture cannot be read to its end: ${reason}.`);
  }
}
