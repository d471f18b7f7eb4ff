import { lstat, readFile, symlink, link } from "node:fs/promises";
import { extname, join } from "node:path";
import { WANTED, faultIn, headOf } from "../attempt-columns.mjs";
import { BAD, UNFINISHED, counts, csv, firstBad, parquet, rows } from "../attempt-sql.mjs";
import { absolutePath } from "../fields.mjs";
import { JobError } from "../job-error.mjs";

const TOLD_EVERY = 100; // milliseconds

/**
 * Counts quiz attempts with DuckDB, each file in one pass and in bounded memory. Of each row five columns are read; nothing of a row
 * leaves, only numbers, age bands that are written like one, and places of faults.
 * @param {{question: string, scratch: string}} job a JSON file as README.md describes it, and an empty private folder, which the caller removes
 * @param {(done: number) => void} tell hears how much is done, 0 to 1
 * @returns {Promise<{counts: object[], faults: object[]}>}
 * @throws {JobError} `bad-field`, `out-of-memory`
 */
export async function run(job, tell) {
  const [question, scratch] = [absolutePath(job, "question"), absolutePath(job, "scratch")];
  const asked = JSON.parse(await readFile(question, "utf8"));
  const names = asked.files.map((file, at) => join(scratch, `${at}${extname(file)}`));
  await Promise.all(asked.files.map((file, at) => stand(file, names[at])));
  const connection = await connect(asked, scratch, names);
  const result = { counts: [], faults: [] };
  const sizes = await Promise.all(asked.files.map(async (file) => (await lstat(file).catch(() => ({ size: 0 }))).size));
  const all = Math.max(1, sizes.reduce((sum, size) => sum + size, 0));
  let before = 0;
  for (let at = 0; at < asked.files.length; at++) {
    const [start, size] = [before, sizes[at]];
    const told = setInterval(() => tell((start + (size * Math.max(0, connection.progress.percentage)) / 100) / all), TOLD_EVERY);
    try {
      const found = await read(connection, asked, asked.files[at], names[at]);
      result.counts.push(...found.counts);
      result.faults.push(...found.faults.map((fault) => ({ file: at, ...fault })));
    } finally {
      clearInterval(told);
    }

    before += size;
  }

  return result;
}

async function connect({ quizzes, areas, memory }, scratch, names) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const database = await DuckDBInstance.create(":memory:", {
    memory_limit: memory, temp_directory: join(scratch, "spill"), autoinstall_known_extensions: "false", autoload_known_extensions: "false",
  });
  const connection = await database.connect();
  await connection.run(`SET allowed_directories = [${quoted(scratch)}]; SET allowed_paths = [${names.map(quoted)}]`);
  await connection.run("SET enable_external_access = false; SET TimeZone = 'Asia/Shanghai'; SET enable_progress_bar = true");
  await connection.run("SET enable_progress_bar_print = false; SET progress_bar_time = 0; SET lock_configuration = true");
  for (const [table, words] of Object.entries({ quizzes, areas })) {
    await connection.run(`CREATE TABLE ${table} (word VARCHAR PRIMARY KEY, id INTEGER)`);
    const appender = await connection.createAppender(table);
    for (const [word, id] of Object.entries(words)) {
      appender.appendVarchar(word);
      appender.appendInteger(id);
      appender.endRow();
    }

    appender.closeSync();
  }

  return connection;
}

async function read(connection, asked, path, name) {
  try {
    const source = name.endsWith(".parquet") ? await openParquet(connection, name) : await openCsv(path, name);
    return source.fault ? { counts: [], faults: [source.fault] } : await count(connection, asked, source.rows);
  } catch (error) {
    return { counts: [], faults: [fault(error)] };
  }
}

async function openCsv(path, name) {
  const head = await headOf(path);
  const wrong = head.fault ?? faultIn(head.names);
  if (wrong) {
    return { fault: wrong };
  }

  return { rows: rows(csv(name, head), Object.fromEntries(WANTED.map((column) => [column, `c${head.names.indexOf(column)}`]))) };
}

async function openParquet(connection, name) {
  const reader = await connection.runAndReadAll(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${parquet(name)})`);
  const names = reader.getRows().map(([column]) => column);
  const wrong = faultIn(names);
  return wrong ? { fault: wrong } : { rows: rows(parquet(name), Object.fromEntries(WANTED.map((column) => [column, column]))) };
}

/** Gives the file a name of ours in the private folder, the only one that DuckDB may open: a path is no pattern and no SQL then. */
const stand = (path, name) => symlink(path, name).catch(() => link(path, name));

const quoted = (path) => `'${path.replaceAll("'", "''")}'`;

async function count(connection, { cuts, scores }, from) {
  const reader = await connection.runAndReadAll(counts(from, cuts, scores));
  const found = reader.getRowObjects().filter((row) => row.cut !== UNFINISHED).map((row) => ({ ...row, n: Number(row.n) }));
  const faults = [];
  for (const column of Object.keys(BAD)) {
    const bad = found.filter((row) => isBad(row, column)).reduce((sum, row) => sum + row.n, 0);
    if (bad > 0) {
      const [[place]] = (await connection.runAndReadAll(firstBad(from, cuts, scores, column))).getRows();
      faults.push({ code: "bad-rows", column, rows: bad, first: place });
    }
  }

  return faults.length > 0 ? { counts: [], faults } : { counts: found, faults };
}

const isBad = (row, column) => column === "score" ? row.score_band < 0 : column === "finished" ? row.cut === -1 : row[column] === null;

/** What DuckDB says quotes the row, so nothing of it is passed on but the number of the line. */
function fault(error) {
  const message = String(error?.message);
  if (/Out of Memory/i.test(message)) {
    throw new JobError("out-of-memory", "The attempts need more memory than they may have.");
  }

  if (/^(?:Binder|Catalog|Parser|Syntax) Error/.test(message)) {
    throw error; // our own SQL: it holds nothing of a row
  }

  const line = Number(/CSV Error on Line: (\d+)/.exec(message)?.[1] ?? 0);
  return line === 0 ? { code: "unreadable" } : { code: /unicode/.test(message) ? "not-utf8" : "broken-row", first: line };
}
