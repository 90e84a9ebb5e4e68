// Whole programs on the CPU: compiled to WebAssembly and run, against the interpreter on tensors. Shapes that fill tiles and that do not.
import { describe, expect, test } from "@jest/globals";
import type { Operation } from "../../../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../../../ir/core/symbol-table.ts";
import { Interpreter } from "../../../../ir/interpret/interpreter.ts";
import { DenseValue } from "../../../../ir/interpret/value.ts";
import { createContext } from "../../../../ir/plugin/registry.ts";
import { entrySignature } from "../../../../lowering/entry.ts";
import { compileProgram } from "../../../../lowering/target/compile.ts";
import { parseWith, registry } from "../../../support/stages.ts";
import { generator, numbers } from "../../convert/to-wasm/three-ways.ts";

function entryOf(module: Operation): Operation {
  const entry = lookupSymbolIn(module, "main");
  if (entry === undefined) throw new Error("there is no @main");
  return entry;
}

/** The largest difference in relation to the largest value, over all results. */
async function worstDifference(text: string): Promise<number> {
  const module = parseWith(createContext(registry), text);
  const signature = entrySignature(entryOf(module));
  if (signature === undefined) throw new Error("@main has no signature");
  const inputs = signature.inputs.map((type, i) => {
    if (type.kind !== "tensor") throw new Error("@main takes tensors");
    const next = generator(i + 1);
    return numbers(type, () => (type.element.kind === "float" ? next() / 8 : next()));
  });
  const outcome = new Interpreter({ context: module.context }).call(entryOf(module), inputs);
  if (outcome.kind !== "values") throw new Error(outcome.reason);
  const compiled = await compileProgram(module, registry, { target: "cpu", entry: "main", signature });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  const run = await compiled.executable.run(inputs);
  if (!run.ok) throw new Error(run.diagnostics.map(({ message }) => message).join("\n"));
  let worst = 0;
  outcome.values.forEach((expected, i) => {
    const found = run.results[i];
    if (!(expected instanceof DenseValue) || found === undefined) throw new Error("results are tensors");
    const wanted = Array.from(expected.data, Number);
    const largest = Math.max(...wanted.map(Math.abs), 1e-30);
    wanted.forEach((x, at) => {
      const difference = Math.abs(x - Number(found.data[at]));
      worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference / largest);
    });
  });
  return worst;
}

const sizes = [
  [4, 8, 4],
  [64, 64, 64],
  [7, 5, 3],
  [33, 17, 65],
  [1, 40, 9],
  [70, 1, 129],
] as const;

describe("matmul, bias, relu", () => {
  test.each(sizes)("%d x %d x %d", async (m, n, k) => {
    const worst = await worstDifference(`
    func.func @main(%a: tensor<${m}x${k}xf32>, %b: tensor<${k}x${n}xf32>, %bias: tensor<${n}xf32>) -> tensor<${m}x${n}xf32> {
      %zero = arith.constant 0.0 : f32
      %empty = tensor.empty() : tensor<${m}x${n}xf32>
      %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<${m}x${n}xf32>) -> tensor<${m}x${n}xf32>
      %c = linalg.matmul ins(%a, %b : tensor<${m}x${k}xf32>, tensor<${k}x${n}xf32>) outs(%init : tensor<${m}x${n}xf32>) -> tensor<${m}x${n}xf32>
      %r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
        ins(%c, %bias : tensor<${m}x${n}xf32>, tensor<${n}xf32>) outs(%empty : tensor<${m}x${n}xf32>) {
      ^bb0(%x: f32, %y: f32, %o: f32):
        %s = arith.addf %x, %y : f32
        %t = arith.maximumf %s, %zero : f32
        linalg.yield %t : f32
      } -> tensor<${m}x${n}xf32>
      return %r : tensor<${m}x${n}xf32>
    }`);
    expect(worst).toBe(0);
  });
});

describe("matmul of i8", () => {
  test.each(sizes)("%d x %d x %d", async (m, n, k) => {
    const worst = await worstDifference(`
    func.func @main(%a: tensor<${m}x${k}xi8>, %b: tensor<${k}x${n}xi8>) -> tensor<${m}x${n}xi32> {
      %0 = stablehlo.dot_general %a, %b, contracting_dims = [1] x [0] : (tensor<${m}x${k}xi8>, tensor<${k}x${n}xi8>) -> tensor<${m}x${n}xi32>
      return %0 : tensor<${m}x${n}xi32>
    }`);
    expect(worst).toBe(0);
  });
});

describe("softmax", () => {
  test.each([
    [4, 16],
    [5, 3],
    [33, 70],
    [1, 1],
    [9, 129],
  ] as const)("%d x %d", async (m, n) => {
    const worst = await worstDifference(`
    func.func @main(%x: tensor<${m}x${n}xf32>) -> tensor<${m}x${n}xf32> {
      %least = stablehlo.constant dense<0xFF800000> : tensor<f32>
      %zero = stablehlo.constant dense<0.0> : tensor<f32>
      %m = stablehlo.reduce(%x init: %least) applies stablehlo.maximum across dimensions = [1] : (tensor<${m}x${n}xf32>, tensor<f32>) -> tensor<${m}xf32>
      %mb = stablehlo.broadcast_in_dim %m, dims = [0] : (tensor<${m}xf32>) -> tensor<${m}x${n}xf32>
      %d = stablehlo.subtract %x, %mb : tensor<${m}x${n}xf32>
      %e = stablehlo.exponential %d : tensor<${m}x${n}xf32>
      %s = stablehlo.reduce(%e init: %zero) applies stablehlo.add across dimensions = [1] : (tensor<${m}x${n}xf32>, tensor<f32>) -> tensor<${m}xf32>
      %sb = stablehlo.broadcast_in_dim %s, dims = [0] : (tensor<${m}xf32>) -> tensor<${m}x${n}xf32>
      %r = stablehlo.divide %e, %sb : tensor<${m}x${n}xf32>
      return %r : tensor<${m}x${n}xf32>
    }`);
    expect(worst).toBeLessThan(1e-6);
  });
});
