// Holds the pictures of a build against those that sharp makes: time, bytes and similarity (SSIM), as a table in Markdown. sharp is no package of the tests:
//   git clone --depth 1 https://github.com/lovell/sharp && npm --prefix tests/node install --no-save sharp
//   node tests/node/pictures.mjs sharp/test/fixtures PHOTOS OUT      copies twelve photographs, and damages eight, into the folder PHOTOS
//   dotnet run -c Release --project tests/Site.Benchmarks -- pictures PHOTOS OUT
//   node tests/node/pictures.mjs PHOTOS OUT
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import sharp from "sharp";

const photographs = ["2569067123_aca715a2ee_o.jpg", "gain-map.jpg", "Landscape_1.jpg", "Portrait_6.jpg", "flowers.jpeg", "concert.jpg", "gamma_dalai_lama_gray.jpg",
  "320x240.jpg", "testimgl.jpg", "Channel_digital_image_CMYK_color.jpg", "4.webp", "embedgravitybird.png"];
const qualities = { webp: { quality: 80 }, jpg: { quality: 80, mozjpeg: true }, png: { compressionLevel: 9 } };

sharp.concurrency(1);
sharp.cache(false);
if (process.argv.length === 5) {
  await choose(...process.argv.slice(2));
} else {
  await compare(...process.argv.slice(2));
}

/** Copies the photographs, and writes eight damaged files: cut off, with bits changed, and with lengths that are wrong. */
async function choose(fixtures, photos) {
  await mkdir(photos, { recursive: true });
  for (const name of photographs) {
    await copyFile(join(fixtures, name), join(photos, name));
  }

  const [jpeg, png, webp, gif] = await Promise.all(["Landscape_1.jpg", "embedgravitybird.png", "4.webp", "Crash_test.gif"].map((name) => readFile(join(fixtures, name))));
  const changed = (bytes, at, change) => Buffer.from(bytes).fill(change(bytes[at]), at, at + 1);
  const damaged = {
    "cut.jpg": jpeg.subarray(0, jpeg.length / 2), "cut.png": png.subarray(0, png.length / 2), "cut.webp": webp.subarray(0, webp.length / 2),
    "cut.gif": gif.subarray(0, gif.length / 2), "gap.jpg": Buffer.concat([jpeg.subarray(0, jpeg.length / 3), jpeg.subarray(jpeg.length / 2)]),
    "bit.png": changed(png, png.length >> 1, (byte) => byte ^ 1), "length.png": changed(png, 35, (byte) => byte ^ 4), "length.webp": changed(webp, 5, (byte) => byte + 9),
  };
  for (const [name, bytes] of Object.entries(damaged)) {
    await writeFile(join(photos, `damaged-${name}`), bytes);
  }
}

async function compare(photos, out) {
  const made = JSON.parse(await readFile(join(out, "made.json"), "utf8"));
  const rows = [];
  const sums = { own: 0, theirs: 0 };
  for (const name of Object.keys(made).filter((each) => photographs.includes(each))) {
    const { ms, files } = made[name];
    const bytes = await readFile(join(photos, name));
    const theirs = await best(() => all(bytes, files));
    sums.own += ms;
    sums.theirs += theirs.ms;
    const { width, height } = (await sharp(bytes).metadata()).autoOrient;
    const cells = [];
    for (const format of ["webp", "jpg", "png"]) {
      const file = files.filter((each) => extname(each.name) === `.${format}` && each.width <= 960).at(-1);
      if (file === undefined) {
        continue;
      }

      const wanted = await pixels(sharp(bytes).autoOrient().resize(file.width));
      const own = await readFile(join(out, file.name));
      const other = await encoded(bytes, file.width, format);
      cells.push(`${format} ${file.width}: ${(await similarity(other, wanted)).toFixed(3)} / ${(await similarity(own, wanted)).toFixed(3)}, ${kilobytes(other)} / ${kilobytes(own)} KB`);
    }

    rows.push(`| ${name} | ${width} × ${height} | ${theirs.ms} / ${ms} | ${cells.join("; ")} |`);
  }

  console.log("| photograph | pixels | ms (sharp / ours) | similarity and size of the file up to 960 pixels wide (sharp / ours) |\n| --- | --- | --- | --- |");
  console.log(rows.join("\n"));
  console.log(`| all | | ${sums.theirs} / ${sums.own} | |\n\n| damaged file | sharp | ours |\n| --- | --- | --- |`);
  for (const name of Object.keys(made).filter((each) => each.startsWith("damaged-"))) {
    const passes = await sharp(join(photos, name)).resize(480).webp().toBuffer().then(() => "takes it", () => "refuses it");
    console.log(`| ${name} | ${passes} | ${made[name].refused ? "refuses it" : "takes it"} |`);
  }
}

/** All files of a picture, one after another, as a build makes them. */
async function all(bytes, files) {
  for (const { name, width } of files) {
    await encoded(bytes, width, extname(name).slice(1));
  }
}

function encoded(bytes, width, format) {
  return sharp(bytes).autoOrient().resize(width).toFormat(format === "jpg" ? "jpeg" : format, qualities[format]).toBuffer();
}

async function best(run) {
  let ms = Infinity;
  for (let time = 0; time < 3; time++) {
    const start = performance.now();
    await run();
    ms = Math.min(ms, performance.now() - start);
  }

  return { ms: Math.round(ms) };
}

/** @returns {Promise<{data: Buffer, width: number, height: number}>} brightness on white */
async function pixels(picture) {
  const { data, info } = await sharp(await picture.png().toBuffer()).flatten({ background: "white" }).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Mean SSIM (Wang et al. 2004) of brightness over windows of 8 × 8 pixels, 4 apart. */
async function similarity(file, wanted) {
  const own = await pixels(sharp(file));
  const [c1, c2, size] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2, 8];
  let sum = 0;
  let windows = 0;
  for (let top = 0; top + size <= Math.min(own.height, wanted.height); top += 4) {
    for (let left = 0; left + size <= Math.min(own.width, wanted.width); left += 4) {
      let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + size; y++) {
        for (let x = left; x < left + size; x++) {
          const p = own.data[(y * own.width + x) * own.channels];
          const q = wanted.data[(y * wanted.width + x) * wanted.channels];
          a += p;
          b += q;
          aa += p * p;
          bb += q * q;
          ab += p * q;
        }
      }

      const n = size * size;
      const [ma, mb] = [a / n, b / n];
      const [va, vb, vab] = [aa / n - ma * ma, bb / n - mb * mb, ab / n - ma * mb];
      sum += ((2 * ma * mb + c1) * (2 * vab + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
      windows++;
    }
  }

  return sum / windows;
}

function kilobytes(bytes) {
  return Math.round(bytes.length / 1024);
}
