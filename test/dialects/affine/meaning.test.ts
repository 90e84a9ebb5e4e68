// Meanings of affine.apply, min and max, and the builders that fold as they build.
import { expect, test } from "@jest/globals";
import { affineAdd, affineConstant, affineDim, affineMul } from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { applyMap, minOfMap } from "../../../dialects/affine/index.ts";
import { FuncOp } from "../../../dialects/func/index.ts";
import { POISON } from "../../../ir/interpret/value.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { parse, results, run } from "../../support/mlir.ts";

const text = `func.func @f(%a: index, %b: index, %n: index) -> (index, index, index) {
  %0 = affine.apply affine_map<(d0, d1)[s0] -> (d0 floordiv 3 + d1 mod 4 - s0 ceildiv 2)>(%a, %b)[%n]
  %1 = affine.min affine_map<(d0)[s0] -> (d0, s0, 8)>(%a)[%n]
  %2 = affine.max affine_map<(d0)[s0] -> (-d0, s0 * 2, 8)>(%a)[%n]
  return %0, %1, %2 : index, index, index
}
func.func @divisor(%a: index, %n: index) -> index {
  %0 = affine.apply affine_map<(d0)[s0] -> (d0 floordiv s0)>(%a)[%n]
  return %0 : index
}`;

test("rounding of negative numbers, and poison", () => {
  expect(results(text, "f", [-7, -1, 5])).toEqual([-3 + 3 - 3, -7, 10]);
  expect(results(text, "f", [7, 9, -3])).toEqual([2 + 1 + 1, -3, 8]);
  expect(results(text, "f", [7, POISON, 1])).toEqual([POISON, 1, 8]);
});

test("a divisor that is not positive is undefined behaviour", () => {
  expect(results(text, "divisor", [-7, 2])).toEqual([-4]);
  expect(run(text, "divisor", [7, 0])).toMatchObject({ kind: "undefined-behavior", op: "affine.apply" });
});

test("builders give numbers, operands or ops", () => {
  const module = parse("func.func @f(%a: index) {\n return\n}");
  const [first] = module.region().entry.ops();
  const body = FuncOp.match(first)?.body.entry;
  const a = body?.arguments[0];
  if (body === undefined || a === undefined) throw new Error("the function has an argument");
  const builder = OpBuilder.before(body.terminator);
  const affine = new AffineMap(1, 0, [affineAdd(affineMul(affineDim(0), affineConstant(4)), affineConstant(2))]);
  expect(applyMap(builder, affine, [3])).toBe(14);
  expect(applyMap(builder, AffineMap.identity(1), [a])).toBe(a);
  const once = applyMap(builder, affine, [a]);
  applyMap(builder, affine, [once]);
  minOfMap(builder, new AffineMap(1, 0, [affineDim(0), affineConstant(8), affineDim(0)]), [a]);
  expect(printOperation(module, { localScope: true })).toBe(`module {
  func.func @f(%arg0: index) {
    %0 = affine.apply affine_map<()[s0] -> (s0 * 4 + 2)>()[%arg0]
    %1 = affine.apply affine_map<()[s0] -> (s0 * 16 + 10)>()[%arg0]
    %2 = affine.min affine_map<()[s0] -> (s0, 8)>()[%arg0]
    return
  }
}`);
});
