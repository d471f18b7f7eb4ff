import assert from "node:assert/strict";
import { test } from "node:test";
import { byShapes, bySchema } from "./valid.mjs";

test("A value is held against a JSON Schema of draft 7 and of 2020-12", async () => {
  for (const $schema of ["http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2020-12/schema"]) {
    const schema = { $schema, type: "object", required: ["a"], properties: { a: { type: "string", format: "date" } } };

    assert.deepEqual(await bySchema(schema, { a: "2026-06-07" }), []);
    assert.deepEqual(await bySchema(schema, { a: "7 June" }), ['/a: must match format "date"']);
    assert.deepEqual(await bySchema(schema, {}), [": must have required property 'a'"]);
  }
});

test("JSON-LD is held against shapes, and no statement at all is not taken for right", async () => {
  const shapes = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> .
    :Shape a sh:NodeShape ; sh:targetClass :Thing ; sh:property [ sh:path :name ; sh:minCount 1 ; sh:message "no name" ] .`;
  const thing = { "@id": "https://example.org/1", "@type": "https://example.org/Thing" };

  assert.deepEqual(await byShapes(shapes, { ...thing, "https://example.org/name": "x" }), []);
  assert.deepEqual(await byShapes(shapes, thing), ["https://example.org/1 https://example.org/name: no name"]);
  assert.deepEqual(await byShapes(shapes, []), ["there are no statements"]);
});
