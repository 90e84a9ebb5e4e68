import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import {
  builtinRegistry,
  compileProgram,
  createTerraceContext,
  DenseValue,
  findEntry,
  entrySignature,
  loadPlugin,
  readModule,
} from "terrace";
import { mlirTests } from "terrace/testing";
import plugin, { toyMachine } from "../src/index.js";

const registry = builtinRegistry();
assert.equal(loadPlugin(registry, plugin), undefined);

// The .mlir files beside this one's source.
const folder = fileURLToPath(new URL("../../test/", import.meta.url));
mlirTests(folder, { registry });

/** Compiles a program, and runs it on random numbers from 0 to 9; the same numbers every time. */
async function results(file: string, target: "interpreter" | "systolic") {
  const { module, diagnostics } = readModule(readFileSync(folder + file, "utf8"), createTerraceContext(registry));
  assert.ok(module !== undefined, diagnostics[0]?.message);
  const entry = findEntry(module);
  const signature = entry && entrySignature(entry);
  assert.ok(signature !== undefined);
  const machine = target === "interpreter" ? undefined : JSON.stringify(toyMachine);
  const compiled = await compileProgram(module, registry, { target, machine, entry: "main", signature });
  assert.ok(compiled.ok, compiled.ok ? "" : compiled.diagnostics[0]?.message);
  let seed = 1;
  const inputs = signature.inputs.map((type) => {
    assert.ok(type.kind === "tensor");
    const value = DenseValue.zeros(type.shape, type.element);
    for (let i = 0; i < value.count; i++) value.set(i, (seed = (seed * 75) % 65537) % 10);
    return value;
  });
  const outcome = await compiled.executable.run(inputs);
  assert.ok(outcome.ok);
  return outcome.results.map(({ data }) => [...data]);
}

test("a matmul on it gives what the interpreter gives", async () => {
  assert.deepEqual(await results("matmul.mlir", "systolic"), await results("matmul.mlir", "interpreter"));
});
