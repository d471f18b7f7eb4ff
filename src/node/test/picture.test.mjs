import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { run } from "../jobs/picture.mjs";
import { ask, contents, folder } from "./harness.mjs";

const blank = (width, height, background = "#237f52") => sharp({ create: { width, height, channels: 3, background } });

/** Noise that compresses badly, the same each time. */
const noise = (width, height) => {
  const pixels = Buffer.from(Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7_919) % 251));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

/** Writes a picture under a name and runs the job. @returns {Promise<{result?, error?, output: string}>} */
async function make(t, name, bytes, fields = {}) {
  const path = await folder(t, { [name]: bytes });
  const output = `${path}/out`;
  return run({ source: `${path}/${name}`, output, ...fields }).then((result) => ({ result, output }), (error) => ({ error, output }));
}

const code = async (t, name, bytes, fields) => (await make(t, name, bytes, fields)).error?.code;

test("A wide photograph is offered as WebP in three widths and once more in its own format", async (t) => {
  const { result, output } = await make(t, "fire.jpg", await blank(2000, 1000).jpeg().toBuffer());

  assert.deepEqual([result.width, result.height, result.frames], [2000, 1000, 1]);
  assert.deepEqual(
    result.files.map(({ format, width, height }) => `${format} ${width} ${height}`),
    ["webp 480 240", "webp 960 480", "webp 1600 800", "jpeg 960 480"]);
  assert.equal(result.fallback, result.files[3].file);
  for (const { file, format, width, bytes } of result.files) {
    const written = await readFile(`${output}/${file}`);
    const header = await sharp(written).metadata();
    assert.match(file, new RegExp(`^[0-9a-f]{10}-${width}\\.(webp|jpg)$`));
    assert.deepEqual([written.length, header.format, header.width], [bytes, format, width]);
  }
});

test("A picture is never enlarged, and a narrow one is offered in its own width", async (t) => {
  const small = await make(t, "a.png", await blank(700, 70).png().toBuffer());
  const dot = await make(t, "dot.png", await blank(1, 1, "#123456").png().toBuffer());

  assert.deepEqual(small.result.files.map(({ format, width }) => [format, width]), [["webp", 480], ["webp", 700], ["png", 700]]);
  assert.deepEqual(dot.result.files.map(({ format, width, height }) => [format, width, height]), [["webp", 1, 1], ["png", 1, 1]]);
  assert.equal(dot.result.colour, "#123456");
});

test("What the camera wrote is gone: no EXIF, place, profile, XMP or comment in any file", async (t) => {
  const traces = /Exif|GPS|ICC_PROFILE|iCCP|eXIf|tEXt|iTXt|http:\/\/ns\.adobe|示例相机|x:xmpmeta/;
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>`;
  const exif = { IFD0: { Make: "示例相机", Copyright: "x" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 1/1 0/1" } };
  for (const format of ["jpeg", "png", "webp", "avif"]) {
    const source = await blank(600, 400).toFormat(format).withIccProfile("p3").withExif(exif).withXmp(xmp).toBuffer();
    const before = await sharp(source).metadata();
    const { result, output } = await make(t, `a.${format}`, source);

    assert.deepEqual([before.exif !== undefined, before.icc !== undefined, before.xmp !== undefined], [true, true, true], format);
    for (const { file } of result.files) {
      const written = await readFile(`${output}/${file}`);
      const { exif, icc, xmp, comments, orientation } = await sharp(written).metadata();
      assert.deepEqual([exif, icc, xmp, comments, orientation], Array(5).fill(undefined));
      assert.doesNotMatch(written.toString("latin1") + written.toString("utf8"), traces);
    }
  }
});

test("Colours of a wider profile are brought to sRGB before the profile goes", async (t) => {
  const source = await blank(50, 50, "#c03020").png().withIccProfile("p3").toBuffer();
  const { data } = await sharp(source, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
  const { result, output } = await make(t, "a.png", source);
  const [red, green, blue] = await sharp(`${output}/${result.fallback}`).raw().toBuffer();

  assert.notEqual(data[0], 0xc0);
  assert.ok(Math.abs(red - 0xc0) + Math.abs(green - 0x30) + Math.abs(blue - 0x20) < 8, `${red} ${green} ${blue}`);
});

test("A photograph taken upright lies as it was seen", async (t) => {
  const half = { input: await blank(300, 400, "#ff0000").png().toBuffer(), left: 0, top: 0 };
  const source = await blank(600, 400, "#0000ff").composite([half]).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const { result, output } = await make(t, "a.jpg", source);
  const { data, info } = await sharp(`${output}/${result.fallback}`).raw().toBuffer({ resolveWithObject: true });

  assert.deepEqual([result.width, result.height, info.width, info.height], [400, 600, 400, 600]);
  assert.ok(data[0] > 200 && data[2] < 50, "red is on top");
  assert.ok(data.at(-1) > 200 && data.at(-3) < 50, "blue is below");
});

test("An animated picture stays animated, in its own pace", async (t) => {
  const frames = await Promise.all(["#ff0000", "#00ff00", "#0000ff"].map((colour) => blank(600, 400, colour).png().toBuffer()));
  for (const format of ["gif", "webp"]) {
    const source = await sharp(frames, { join: { animated: true } }).toFormat(format, { delay: [100, 200, 300], loop: 2 }).toBuffer();
    const { result, output } = await make(t, `a.${format}`, source);

    assert.deepEqual([result.width, result.height, result.frames], [600, 400, 3]);
    for (const { file, width, height } of result.files) {
      const { pages, delay, loop, ...header } = await sharp(`${output}/${file}`).metadata();
      assert.deepEqual([pages, delay, loop, header.width, header.pageHeight ?? header.height], [3, [100, 200, 300], 2, width, height]);
    }
  }
});

test("An AVIF and a WebP fall back to WebP, which more browsers know", async (t) => {
  for (const format of ["avif", "webp"]) {
    const { result } = await make(t, `a.${format}`, await blank(1200, 100).toFormat(format).toBuffer());

    assert.deepEqual(result.files.map(({ format, width }) => [format, width]), [["webp", 480], ["webp", 960], ["webp", 1200]]);
    assert.equal(result.fallback, result.files[1].file);
  }
});

test("The same picture gives the same names and bytes, another gives other names", async (t) => {
  const source = await noise(900, 600).jpeg().toBuffer();
  const [one, two] = [await make(t, "a.jpg", source), await make(t, "b.jpeg", source)];
  const other = await make(t, "a.jpg", await noise(900, 601).jpeg().toBuffer());

  assert.deepEqual(await contents(one.output), await contents(two.output));
  assert.deepEqual(Object.keys(await contents(other.output)).filter((name) => one.result.files.some(({ file }) => file === name)), []);
});

test("A name that says another format than the bytes is refused, and says both", async (t) => {
  const { error } = await make(t, "a.png", await blank(9, 9).jpeg().toBuffer());

  assert.deepEqual([error.code, error.details], ["wrong-format", { expected: "png", actual: "jpeg" }]);
  assert.equal(await code(t, "a.jpg", "<!doctype html><script>alert(1)</script>"), "wrong-format");
  assert.equal(await code(t, "a.gif", ""), "wrong-format");
  assert.equal(await code(t, "a.avif", (await blank(9, 9).png().toBuffer())), "wrong-format");
});

test("Other endings are not taken, a vector drawing included", async (t) => {
  assert.equal(await code(t, "a.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`), "unsupported");
  assert.equal(await code(t, "a.tiff", await blank(9, 9).tiff().toBuffer()), "unsupported");
  assert.equal(await code(t, "png", await blank(9, 9).png().toBuffer()), "unsupported");
});

test("A picture that claims sixty megapixels is refused by its header alone", async (t) => {
  const claim = pngClaiming(10_000, 6_000);
  const { error } = await make(t, "a.png", claim);

  assert.ok(claim.length < 200);
  assert.deepEqual([error.code, error.details], ["too-large", { width: 10_000, height: 6_000, frames: 1, limitPixels: 50_000_000 }]);
});

test("The pixels of all frames count, and so do the bytes of the file", async (t) => {
  const frames = await Promise.all(["#ff0000", "#00ff00"].map((colour) => blank(100, 100, colour).png().toBuffer()));
  const animated = await sharp(frames, { join: { animated: true } }).gif().toBuffer();

  assert.equal(await code(t, "a.gif", animated, { limitPixels: 20_000 }), undefined);
  assert.equal(await code(t, "a.gif", animated, { limitPixels: 19_999 }), "too-large");
  assert.equal(await code(t, "a.gif", animated, { limitBytes: animated.length - 1 }), "too-large");
});

for (const [name, encode] of [["jpg", (i) => i.jpeg()], ["png", (i) => i.png()], ["webp", (i) => i.webp({ lossless: true })], ["gif", (i) => i.gif()], ["avif", (i) => i.avif()]]) {
  test(`A ${name} that is cut off is unreadable, and no file of it stays`, async (t) => {
    const whole = await encode(noise(600, 400)).toBuffer();
    const { error, output } = await make(t, `a.${name}`, whole.subarray(0, Math.floor(whole.length * 0.6)));

    assert.equal(error?.code, "unreadable");
    assert.deepEqual(await readdir(output).catch(() => []), []);
  });
}

test("A picture with a damaged middle is unreadable", async (t) => {
  const damaged = await noise(600, 400).png().toBuffer();
  damaged.fill(0x5a, damaged.length / 2, damaged.length / 2 + 64);

  assert.equal(await code(t, "a.png", damaged), "unreadable");
});

test("What is hidden behind a picture's end stays behind", async (t) => {
  for (const [name, format] of [["a.jpg", "jpeg"], ["a.png", "png"], ["a.gif", "gif"], ["a.webp", "webp"]]) {
    const hidden = Buffer.from("PK\x03\x04secret.txt<script>alert('hidden')</script>");
    const { result, output } = await make(t, name, Buffer.concat([await blank(90, 90).toFormat(format).toBuffer(), hidden]));
    for (const { file } of result.files) {
      assert.doesNotMatch(await readFile(`${output}/${file}`, "latin1"), /secret|script/);
    }
  }
});

test("A source that is missing or a folder is not found", async (t) => {
  const path = await folder(t, { "b.png/inside": "" });

  await assert.rejects(run({ source: `${path}/a.png`, output: path }), { code: "not-found" });
  await assert.rejects(run({ source: `${path}/b.png`, output: path }), { code: "not-found" });
});

test("Bad pictures between good ones disturb no reply", async (t) => {
  const good = await blank(500, 300).jpeg().toBuffer();
  const path = await folder(t, { "good.jpg": good, "cut.jpg": good.subarray(0, 400), "text.png": "text" });
  const jobs = ["good", "cut", "good", "text", "good", "cut"].map((name, id) =>
    ({ id, job: "picture", source: `${path}/${name}.${name === "text" ? "png" : "jpg"}`, output: `${path}/out` }));
  const replies = (await ask(...jobs)).slice(0, -1).sort((a, b) => a.id - b.id);

  assert.deepEqual(replies.map(({ error }) => error?.code), [undefined, "unreadable", undefined, "wrong-format", undefined, "unreadable"]);
  assert.deepEqual(replies[0].result, replies[4].result);
});

/** A small PNG whose header claims a size that its one row of pixels does not have. */
function pngClaiming(width, height) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(width + 1))), chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }

  return (value ^ 0xffffffff) >>> 0;
}
