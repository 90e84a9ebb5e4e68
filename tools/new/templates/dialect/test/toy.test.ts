import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import {
  builtinRegistry,
  compileProgram,
  createTerraceContext,
  DenseValue,
  f32,
  loadPlugin,
  readModule,
  targetNames,
  tensorType,
  functionType,
} from "terrace";
import { checkConversion, checkFolders, checkRoundTrip, checkRules, mlirTests } from "terrace/testing";
import plugin, { convertToyToArith, toyDialect } from "../src/index.js";

const registry = builtinRegistry();
assert.equal(loadPlugin(registry, plugin), undefined);
const context = () => createTerraceContext(registry);

// The .mlir files beside this one's source.
mlirTests(fileURLToPath(new URL("../../test/", import.meta.url)), { registry });

// On random programs: what a rule, a folder or the lowering makes of one must compute what it computed.
test("the text of every op reads back", () => void checkRoundTrip("toy", { context }));
test("folders", () => void checkFolders("toy", { context, dialects: ["toy", "arith"], programs: 200 }));
test("rules", () => void checkRules(toyDialect.canonicalizationPatterns ?? [], { context, programs: 200 }));
test("the lowering", async () => {
  await checkConversion(convertToyToArith, { context, dialects: ["toy", "arith"], programs: 200 });
});

for (const target of targetNames) {
  test(`runs on ${target}`, async () => {
    const source = `func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
      %y = toy.square %x : tensor<4xf32>
      return %y : tensor<4xf32>
    }`;
    const { module, diagnostics } = readModule(source, context());
    assert.ok(module !== undefined, diagnostics[0]?.message);
    const type = tensorType([4], f32(module.context));
    const signature = functionType(module.context, [type], [type]);
    const compiled = await compileProgram(module, registry, { target, entry: "main", signature });
    assert.ok(compiled.ok, compiled.ok ? "" : compiled.diagnostics[0]?.message);
    const input = DenseValue.zeros([4], type.element);
    [1, 2, 3, 4].forEach((x, i) => input.set(i, x));
    const outcome = await compiled.executable.run([input]);
    assert.ok(outcome.ok);
    assert.deepEqual([...(outcome.results[0]?.data ?? [])], [1, 4, 9, 16]);
  });
}
