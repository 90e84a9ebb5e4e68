// stablehlo-legalize-to-linalg on the real programs, and what it refuses.
import { describe, expect, test } from "@jest/globals";
import { runPipeline } from "../../../support/lower.ts";
import { expectClose, modelInputs, modelNames, modelResults, modelText } from "../../../support/models.ts";
import { parse, results } from "../../../support/mlir.ts";
import { roads } from "../../../support/roads.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";

// The other models are checked after every pass of their roads (test/lowering/roads.test.ts).
describe.each(modelNames.filter((name) => !roads.some(({ model }) => model === name)))("%s", (name) => {
  test("keeps JAX's results below StableHLO", async () => {
    const { module, problems } = await runPipeline(
      modelText(name),
      "inline,symbol-dce,canonicalize,cse,stablehlo-legalize-to-linalg,canonicalize,cse",
    );
    expect(problems).toEqual([]);
    const text = printOperation(module);
    expect(text).not.toContain("stablehlo.");
    expect(printOperation(parse(text))).toBe(text);
    expectClose(results(module, "main", modelInputs(module, name)), modelResults(name));
  });
});

describe("refusals", () => {
  test("all of them come at once, each with its reason", async () => {
    const { problems } = await runPipeline(
      `func.func @main(%a: tensor<4xf32>, %x: tensor<1x4x4x2xf32>, %k: tensor<3x3x1x2xf32>) -> tensor<4xf32> {
        %0 = "stablehlo.sort"(%a) <{dimension = 0 : i64}> ({
        ^bb0(%l: tensor<f32>, %r: tensor<f32>):
          %c = stablehlo.compare LT, %l, %r : (tensor<f32>, tensor<f32>) -> tensor<i1>
          stablehlo.return %c : tensor<i1>
        }) : (tensor<4xf32>) -> tensor<4xf32>
        %1 = stablehlo.convolution(%x, %k) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {} {batch_group_count = 1 : i64, feature_group_count = 2 : i64} : (tensor<1x4x4x2xf32>, tensor<3x3x1x2xf32>) -> tensor<1x2x2x2xf32>
        %2 = stablehlo.custom_call @cholesky(%0) : (tensor<4xf32>) -> tensor<4xf32>
        return %2 : tensor<4xf32>
      }`,
      "stablehlo-legalize-to-linalg",
    );
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain("'stablehlo.sort'");
    expect(problems[1]).toContain("feature_group_count of 2");
    expect(problems[2]).toContain("a call of something outside of StableHLO");
  });

  test("complex numbers are refused by name", async () => {
    const { problems } = await runPipeline(
      `func.func @main(%a: tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>> {
        %0 = stablehlo.add %a, %a : tensor<4xcomplex<f32>>
        return %0 : tensor<4xcomplex<f32>>
      }`,
      "stablehlo-legalize-to-linalg",
    );
    expect(problems.join("\n")).toContain("'stablehlo.add'");
  });

  test("unsigned integers become signless, and stay unsigned in meaning", async () => {
    const text = `func.func @main(%a: tensor<2xui8>, %b: tensor<2xui8>) -> tensor<2xui8> {
      %0 = stablehlo.divide %a, %b : tensor<2xui8>
      return %0 : tensor<2xui8>
    }`;
    const { module, problems } = await runPipeline(text, "stablehlo-legalize-to-linalg");
    expect(problems).toEqual([]);
    expect(printOperation(module)).toContain("(%arg0: tensor<2xi8>, %arg1: tensor<2xi8>) -> tensor<2xi8>");
    expect(printOperation(module)).toContain("arith.divui");
  });
});
