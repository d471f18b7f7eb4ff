// Writes the drawings of content/ from their scenes: `node tests/node/drawings/draw.mjs [--check]`. With --check it writes nothing and fails where a file differs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawing } from "./kit.mjs";
import { drawings as aid } from "./aid.mjs";
import * as covers from "./covers.mjs";
import { drawings as fire } from "./fire.mjs";
import { drawings as home } from "./home.mjs";
import { drawings as nature } from "./nature.mjs";
import { drawings as scenes } from "./scenes.mjs";
import { drawings as road } from "./road.mjs";
import { drawings as work } from "./work.mjs";

const content = join(dirname(fileURLToPath(import.meta.url)), "../../../content");

/** Path below content/ and text of each drawing. */
export const files = [
  ...Object.entries({ ...fire, ...aid, ...home, ...nature, ...road, ...work }).map(([name, [title, parts]]) => [`guides/img/steps/${name}.svg`, drawing(title, parts)]),
  ...["warnings", "halls", "events", "lectures", "quizzes"].flatMap((folder) =>
    Object.entries(covers[folder]).map(([name, [title, parts]]) => [`${folder}/img/${name}.svg`, drawing(title, parts, { width: 320, scale: 2.5 })])),
  ...Object.entries(scenes).map(([name, [title, parts]]) => [`scenes/img/${name}.svg`, drawing(title, parts, { width: 320, height: 240, scale: 2.5 })]),
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isCheck = process.argv.includes("--check");
  for (const [path, text] of files) {
    const file = join(content, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    if (isCheck) {
      console.error(`${path} is not what its scene draws: run node tests/node/drawings/draw.mjs`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, text);
    }
  }
}
