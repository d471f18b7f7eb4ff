import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { ask, folder } from "./harness.mjs";

const HEAD = "openid,quiz,area,age_band,score,finished,phone\n";

test("Attempts are counted by quiz, area, age band, score band and day, whatever else the file holds", async (t) => {
  const csv = `${HEAD}o1,测一测,jia,18-25,59,2026-06-07T23:59:59,13800000000
o2,fire,示例甲区,18-25,60,2026-06-07,1
o3,fire,jia,18-25,69.5,2026/6/7 08:00:00,2
o4,fire,yi,61岁及以上,100分,2026-06-08T00:00:00+08:00,3
o5,fire,yi,61岁及以上,90,2026-06-07T17:00:00Z,4
o6,fire,yi,18-25,90,,5
o7,fire,yi,18-25,90,2026-07-01,6
"o8
","fire",yi,18-25,0,是,7
`;
  const { counts, faults } = await count(t, { "a.csv": csv });

  assert.deepEqual(faults, []);
  assert.deepEqual(counts, [
    { quiz: 0, area: 0, age_band: "18-25", score_band: 0, cut: 0, n: 1 },
    { quiz: 0, area: 0, age_band: "18-25", score_band: 1, cut: 0, n: 2 },
    { quiz: 0, area: 1, age_band: "18-25", score_band: 0, cut: -2, n: 1 },
    { quiz: 0, area: 1, age_band: "18-25", score_band: 4, cut: 2, n: 1 },
    { quiz: 0, area: 1, age_band: "61岁及以上", score_band: 4, cut: 1, n: 2 },
  ]);
});

test("Bad rows are counted and located column by column, and no value of theirs is passed on", async (t) => {
  const rows = ["张三,jia,18-25,1,2026-06-01", "fire,13812345678,18-25,1,2026-06-01", "fire,jia,old,1,2026-06-01", "fire,jia,18-25,101,2026-06-01",
    "fire,jia,18-25,nan,2026-06-01", "fire,jia,18-25,5,yesterday", "fire,jia,18-25,5,2026-06-01"];
  const reply = await count(t, { "a.csv": `quiz,area,age_band,score,finished\n${rows.join("\n")}\n` });

  assert.deepEqual(reply.faults, [["quiz", 1, 1], ["area", 1, 2], ["age_band", 1, 3], ["score", 2, 4], ["finished", 1, 6]]
    .map(([column, rows_, first]) => ({ file: 0, code: "bad-rows", column, rows: rows_, first })));
  assert.deepEqual(reply.counts, []);
  assert.doesNotMatch(JSON.stringify(reply), /张三|138/);
});

test("What is no CSV file in UTF-8 with the five columns is told file by file", async (t) => {
  const gbk = Buffer.concat([Buffer.from(HEAD), Buffer.from("o,fire,"), Buffer.from([0xd5, 0xc5]), Buffer.from(",18-25,1,2026-06-01,\n")]);
  const { faults } = await count(t, {
    "0.csv": "", "1.csv": "quiz,area,name\n", "2.csv": "quiz,area,age_band,score,finished,Score\n", "3.csv": `a${",a".repeat(2_000)}\n`,
    "4.csv": "a".repeat(70_000), "5.csv": Buffer.from("\ufeffquiz", "utf16le"), "6.csv": Buffer.from([0xd5, 0xc5, 10]), "7.csv": gbk,
    "8.csv": `${HEAD}o,fire,jia,18-25,1,2026-06-01,\no,fire\n`, "9.csv": `${HEAD}o,"张三,jia\n`, "a.parquet": "PAR1", "b.csv": null,
  });

  assert.deepEqual(faults, [
    { file: 0, code: "empty" },
    { file: 1, code: "missing-columns", columns: ["age_band", "score", "finished"] },
    { file: 2, code: "columns-twice", columns: ["score"] },
    { file: 3, code: "too-many-columns", most: 1000 },
    { file: 4, code: "too-many-columns", most: 1000 },
    { file: 5, code: "not-utf8" },
    { file: 6, code: "not-utf8" },
    { file: 7, code: "not-utf8", first: 2 },
    { file: 8, code: "broken-row", first: 3 },
    { file: 9, code: "broken-row", first: 2 },
    { file: 10, code: "unreadable" },
    { file: 11, code: "unreadable" },
  ]);
});

test("A byte order mark, CRLF, semicolons and capitals in the head do not matter", async (t) => {
  const { counts, faults } = await count(t, { "a.csv": '\ufeff"Quiz";Area;Age_Band;SCORE;finished\r\nfire;jia;60+;70;true\r\n\r\n' });

  assert.deepEqual(faults, []);
  assert.deepEqual(counts, [{ quiz: 0, area: 0, age_band: "60+", score_band: 2, cut: -2, n: 1 }]);
});

test("A Parquet file counts by the clock of Beijing, and columns beside the five may be called anything", async (t) => {
  const path = await folder(t);
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  await connection.run(`COPY (SELECT 'fire' AS quiz, 'jia' AS area, '18-25' AS age_band, 85::DOUBLE AS score, 'x' AS "a""; DROP TABLE areas; --",
    TIMESTAMPTZ '2026-06-07 16:30:00Z' AS finished) TO '${path}/a.parquet' (FORMAT parquet)`);

  const { counts, faults } = await count(t, {}, [join(path, "a.parquet")]);

  assert.deepEqual(faults, []);
  assert.deepEqual(counts, [{ quiz: 0, area: 0, age_band: "18-25", score_band: 3, cut: 1, n: 1 }]);
});

test("A path is neither a pattern nor SQL", async (t) => {
  const { counts } = await count(t, { "a'[1]*/b?.csv": "quiz,area,age_band,score,finished\nfire,jia,18-25,1,2026-06-01\n" });

  assert.equal(counts.length, 1);
});

/** Counts files as the generator does. @returns {Promise<{counts: object[], faults: object[]}>} */
async function count(t, files, paths = []) {
  const [site, scratch] = [await folder(t, Object.fromEntries(Object.entries(files).filter(([, content]) => content !== null))), await folder(t)];
  const question = join(scratch, "question.json");
  await mkdir(scratch, { recursive: true });
  await writeFile(question, JSON.stringify({
    files: [...Object.keys(files).map((name) => join(site, name)), ...paths], quizzes: { fire: 0, 测一测: 0 },
    areas: { jia: 0, 示例甲区: 0, yi: 1 }, cuts: ["2026-06-07", "2026-06-14"], scores: [60, 70, 80, 90], memory: "512MB",
  }));
  const replies = await ask({ id: 1, job: "attempts", question, scratch });
  const last = replies.find((reply) => reply.result || reply.error);
  assert.ok(last.result, JSON.stringify(last.error));
  return last.result;
}
