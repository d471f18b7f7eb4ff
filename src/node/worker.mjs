// One long-lived process: a job as a JSON line on standard input, a reply as a JSON line on standard output.
// README.md describes the lines.
import { describe, JobError } from "./job-error.mjs";
import { linesOf, LONGEST_LINE } from "./lines.mjs";

const AT_ONCE = 2;

/** What can be asked for. A module is loaded when its first job comes, so that starting up stays quick. */
const JOBS = {
  bundle: () => import("./jobs/bundle.mjs"),
};

// Replies alone go to standard output: a library that prints must not break a line.
const send = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
process.stdout.on("error", () => process.exit(0)); // the caller has gone
process.on("uncaughtException", (error) => console.error(error));
process.on("unhandledRejection", (error) => console.error(error));

const running = new Set();
for await (const line of linesOf(process.stdin)) {
  while (running.size >= AT_ONCE) {
    await Promise.race(running);
  }

  const answer = reply(line).then((message) => {
    running.delete(answer);
    send(`${JSON.stringify(message)}\n`);
  });
  running.add(answer);
}

await Promise.all(running);

/** @returns {Promise<object>} `{id, result}` or `{id, error}`; id is null when the line has none */
async function reply(line) {
  let id = null;
  try {
    const job = parse(line);
    id = ["string", "number"].includes(typeof job.id) ? job.id : null;
    if (id === null) {
      throw new JobError("bad-field", 'The field "id" must be a text or a number.', { field: "id" });
    }

    if (!Object.hasOwn(JOBS, job.job)) {
      throw new JobError("unknown-job", `There is no such job; there are ${Object.keys(JOBS).join(", ")}.`);
    }

    const { run } = await JOBS[job.job]();
    return { id, result: await run(job, (done) => send(`${JSON.stringify({ id, progress: done })}\n`)) };
  } catch (error) {
    return { id, error: describe(error) };
  }
}

function parse(line) {
  if (line === null) {
    throw new JobError("line-too-long", `A line may have at most ${LONGEST_LINE} bytes.`);
  }

  try {
    const job = JSON.parse(line);
    if (job !== null && typeof job === "object" && !Array.isArray(job)) {
      return job;
    }
  } catch {
    // said below
  }

  throw new JobError("bad-line", "A line must be one JSON object.");
}
