import { readFileSync } from "node:fs";
import { test } from "node:test";
import assert from "node:assert/strict";
import { FILE, table } from "./traditional/make.mjs";

test("the table of traditional characters is the one that OpenCC's dictionaries make", () => {
  assert.ok(readFileSync(FILE, "utf8") === table(), "run node tests/node/traditional/make.mjs");
});
