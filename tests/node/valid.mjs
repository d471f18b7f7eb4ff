// Says whether files follow a public schema, by the tools of others: node valid.mjs schema SCHEMA.json FILE…, or node valid.mjs shapes SHAPES.ttl FILE.jsonld…
// After an argument -- comes another schema with files of its own.
// Exit code 0 where all do; 1 with a line on standard output for each thing that is wrong.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** @returns {Promise<string[]>} what is wrong with a JSON value by a JSON Schema of draft 7 or 2020-12 */
export async function bySchema(schema, value) {
  const { default: Ajv } = await (schema.$schema.includes("2020-12") ? import("ajv/dist/2020.js") : import("ajv"));
  const { default: formats } = await import("ajv-formats");
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  formats(ajv);
  const validate = ajv.compile(schema);
  return validate(value) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** @returns {Promise<string[]>} what is wrong with JSON-LD by shapes of SHACL, in Turtle; no address is asked for a context */
export async function byShapes(shapes, value) {
  const [{ default: jsonld }, { Parser, Store }, { default: Validator }] =
    await Promise.all([import("jsonld"), import("n3"), import("rdf-validate-shacl")]);
  const documentLoader = (url) => {
    throw new Error(`${url} would have to be loaded`);
  };
  const quads = await jsonld.toRDF(value, { format: "application/n-quads", documentLoader, safe: true });
  const data = new Store(new Parser({ format: "N-Quads" }).parse(quads));
  const report = await new Validator(new Store(new Parser().parse(shapes))).validate(data);
  const wrong = report.results.filter(({ severity }) => severity.value.endsWith("#Violation"));
  return data.size === 0 ? ["there are no statements"]
    : wrong.map(({ focusNode, path, message }) => `${focusNode?.value} ${path?.value}: ${message.map(({ value: text }) => text).join(" ")}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [how, ...rest] = process.argv.slice(2);
  for (const group of groups(rest)) {
    const [schema, ...files] = group;
    const text = await readFile(schema, "utf8");
    const find = how === "shapes" ? (value) => byShapes(text, value) : (value) => bySchema(JSON.parse(text), value);
    for (const file of files) {
      for (const wrong of await find(JSON.parse(await readFile(file, "utf8")))) {
        console.log(`${file}: ${wrong}`);
        process.exitCode = 1;
      }
    }
  }
}

/** @returns {string[][]} the arguments between the separators */
function groups(words) {
  const end = words.indexOf("--");
  return end < 0 ? [words] : [words.slice(0, end), ...groups(words.slice(end + 1))];
}
