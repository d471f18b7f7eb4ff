import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { LONGEST_LINE } from "../lines.mjs";
import { ask, folder, run } from "./harness.mjs";

test("The worker ends with code 0 when its input ends", async () => {
  assert.deepEqual(await run("worker.mjs"), { code: 0, stdout: "", stderr: "" });
});

test("A line that is no JSON object is answered with an error, and the next line is still heard", async () => {
  const [first, second, third, last] = await ask("nonsense", "[1]", "null", { id: 7, job: "dance" });

  assert.deepEqual([first, second, third].map(({ id, error }) => [id, error.code]), Array(3).fill([null, "bad-line"]));
  assert.deepEqual(last, {
    id: 7, error: { code: "unknown-job", message: "There is no such job; there are bundle." },
  });
});

test("The names every object has are no jobs", async () => {
  const replies = await ask({ id: 1, job: "constructor" }, { id: 2, job: "__proto__" }, { id: 3 }, { id: 4, job: ["bundle"] });

  assert.deepEqual(replies.slice(0, 3).map(({ error }) => error.code), Array(3).fill("unknown-job"));
  assert.equal(replies[3].error.code, "bad-field");
});

test("A job without an id is refused", async () => {
  const [reply] = await ask({ job: "bundle", id: { deep: true } });

  assert.deepEqual(reply, { id: null, error: { code: "bad-field", field: "id", message: 'The field "id" must be a text or a number.' } });
});

test("A line that is too long is thrown away without being held, and the next one is answered", async () => {
  const input = [`{"id":1,"title":"`, "安".repeat(LONGEST_LINE), `"}\n`, `{"id":2,"job":"none"}`];
  const { code, stdout } = await run("worker.mjs", { input });
  const replies = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));

  assert.deepEqual(replies.map(({ id, error }) => [id, error.code]), [[null, "line-too-long"], [2, "unknown-job"]]);
  assert.equal(code, 0);
});

test("A line cut in the middle of a character and ended with CRLF is read whole", async () => {
  const line = Buffer.from(`{"id":"示例","job":"none"}\r\n\r\n`);
  const { stdout } = await run("worker.mjs", { input: [line.subarray(0, 9), line.subarray(9)] });

  assert.equal(JSON.parse(stdout).id, "示例");
});

for (const [job, fields] of [
  ["bundle", { entries: { "a.css": "/a.css" }, output: "/tmp/x" }],
]) {
  test(`A ${job} job names the field that is missing or has another type`, async () => {
    const names = Object.keys(fields);
    const lines = names.flatMap((name) => [undefined, 5, { a: 1 }, "", []].map((value) => ({ id: name, job, ...fields, [name]: value })));
    const replies = (await ask(...lines)).slice(0, -1);

    assert.equal(replies.length, names.length * 5);
    assert.deepEqual(new Set(replies.map(({ id, error }) => `${id} ${error?.code} ${error?.field}`)), new Set(names.map((name) => `${name} bad-field ${name}`)));
  });
}

test("A folder that cannot be written is an error of the file system, and the worker lives on", async (t) => {
  const path = await folder(t, { "a.css": "a{color:red}", "taken": "a file" });
  const job = { job: "bundle", entries: { "a.css": `${path}/a.css` } };
  const replies = await ask({ id: 1, ...job, output: `${path}/taken/here` }, { id: 2, ...job, output: `${path}/free` });

  assert.equal(replies.find(({ id }) => id === 1).error.code, "file-system");
  assert.equal(replies.find(({ id }) => id === 2).error, undefined);
});

test("The lock file names no address", async () => {
  const lock = await readFile(new URL("../package-lock.json", import.meta.url), "utf8");

  assert.doesNotMatch(lock, /"resolved"|https?:/);
});

test("Every dependency has one exact version", async () => {
  const { dependencies } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));

  assert.deepEqual(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version)), []);
});
