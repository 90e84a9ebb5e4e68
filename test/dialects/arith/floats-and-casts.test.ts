// Meanings of arith's float ops, casts and selections on values where they could go wrong.
import { describe, expect, test } from "@jest/globals";
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { f32, i1, i32 } from "../../../ir/core/type-constructors.ts";
import { newContext, parse, problemsOf, results, run } from "../../support/mlir.ts";

type Case = readonly [op: string, types: string, operands: readonly Scalar[], expected: Scalar];

/** `name flags` on operands of types `a, b -> r`. */
function evaluate(op: string, types: string, operands: readonly Scalar[]): unknown {
  const [from = "", to = ""] = types.split(" -> ");
  const operandTypes = from.split(", ");
  const names = operandTypes.map((_, i) => `%${"abc"[i] ?? "d"}`);
  const [name = "", ...flags] = op.split(" ");
  const isCast = operandTypes.length === 1 && to !== from;
  const isCompare = name === "cmpf";
  const list = isCompare ? `${flags[0] ?? ""}, ${names.join(", ")}` : [names.join(", "), ...flags].join(" ");
  const suffix = isCast ? `${from} to ${to}` : (operandTypes[0] ?? "");
  const module = parse(`func.func @f(${names.map((n, i) => `${n}: ${operandTypes[i] ?? ""}`).join(", ")}) -> ${to} {
    %0 = arith.${name} ${list} : ${suffix}
    return %0 : ${to}
  }`);
  const outcome = run(module, "f", operands);
  return outcome.kind === "values" ? outcome.values[0] : outcome.kind;
}

const two24 = 2 ** 24;
const cases: readonly Case[] = [
  ["addf", "f32, f32 -> f32", [two24, 1], two24],
  ["addf", "f64, f64 -> f64", [two24, 1], two24 + 1],
  ["addf", "f16, f16 -> f16", [2048, 1], 2048],
  ["addf", "bf16, bf16 -> bf16", [256, 1], 256],
  ["mulf", "f32, f32 -> f32", [3e38, 10], Infinity],
  ["mulf fastmath<ninf>", "f32, f32 -> f32", [3e38, 10], POISON],
  ["addf fastmath<nnan>", "f32, f32 -> f32", [Infinity, -Infinity], POISON],
  ["subf", "f32, f32 -> f32", [0, 0], 0],
  ["divf", "f32, f32 -> f32", [1, 3], Math.fround(1 / 3)],
  ["divf", "f32, f32 -> f32", [1, -0], -Infinity],
  ["remf", "f32, f32 -> f32", [-5.5, 2], -1.5],
  ["remf", "f32, f32 -> f32", [5, Infinity], 5],
  ["negf", "f32 -> f32", [0], -0],
  ["maximumf", "f32, f32 -> f32", [-0, 0], 0],
  ["maximumf", "f32, f32 -> f32", [NaN, 1], NaN],
  ["minimumf", "f32, f32 -> f32", [0, -0], -0],
  ["maxnumf", "f32, f32 -> f32", [NaN, 1], 1],
  ["minnumf", "f32, f32 -> f32", [2, NaN], 2],
  ["cmpf oeq", "f32, f32 -> i1", [0, -0], 1],
  ["cmpf ueq", "f32, f32 -> i1", [NaN, 0], 1],
  ["cmpf one", "f32, f32 -> i1", [NaN, 0], 0],
  ["cmpf une", "f32, f32 -> i1", [NaN, NaN], 1],
  ["cmpf ult", "f32, f32 -> i1", [NaN, 0], 1],
  ["cmpf olt", "f32, f32 -> i1", [-1, 0], 1],
  ["cmpf ord", "f32, f32 -> i1", [NaN, 0], 0],
  ["extui", "i1 -> i8", [1], 1],
  ["extsi", "i1 -> i8", [1], -1],
  ["extui", "i8 -> i64", [-1], 255n],
  ["extsi", "i8 -> i64", [-1], -1n],
  ["trunci", "i32 -> i8", [384], -128],
  ["trunci overflow<nsw>", "i32 -> i8", [384], POISON],
  ["trunci overflow<nuw>", "i32 -> i8", [-1], POISON],
  ["trunci overflow<nuw>", "i32 -> i8", [255], -1],
  ["trunci", "i64 -> i1", [3n], 1],
  ["extf", "f16 -> f64", [65504], 65504],
  ["truncf", "f64 -> f16", [65520], Infinity],
  ["truncf", "f64 -> f32", [1 + 2 ** -24], 1],
  ["truncf upward", "f64 -> f32", [1 + 2 ** -25], 1 + 2 ** -23],
  ["truncf downward", "f64 -> f32", [1 + 2 ** -23 - 2 ** -25], 1],
  ["truncf downward", "f64 -> f32", [-1 - 2 ** -25], -1 - 2 ** -23],
  ["truncf toward_zero", "f64 -> f16", [65520], 65504],
  ["truncf toward_zero", "f64 -> f32", [-1 - 2 ** -23 + 2 ** -25], -1],
  ["truncf to_nearest_away", "f64 -> f32", [1 + 2 ** -24], 1 + 2 ** -23],
  ["truncf to_nearest_away", "f64 -> f32", [-1 - 2 ** -24], -1 - 2 ** -23],
  ["truncf upward", "f64 -> f32", [1e-60], 2 ** -149],
  ["truncf downward", "f64 -> f32", [-1e-60], -(2 ** -149)],
  ["sitofp", "i8 -> f32", [-1], -1],
  ["uitofp", "i8 -> f32", [-1], 255],
  ["uitofp", "i64 -> f32", [-1n], 2 ** 64],
  ["sitofp", "i64 -> f32", [(1n << 60n) + (1n << 36n) + 1n], 2 ** 60 + 2 ** 37],
  ["sitofp", "i32 -> f16", [65520], Infinity],
  ["fptosi", "f32 -> i8", [-128.9], -128],
  ["fptosi", "f32 -> i8", [128], POISON],
  ["fptosi", "f32 -> i32", [NaN], POISON],
  ["fptoui", "f32 -> i8", [255.5], -1],
  ["fptoui", "f32 -> i8", [-1], POISON],
  ["fptoui", "f32 -> i8", [-0.5], 0],
  ["fptosi", "f64 -> i64", [2 ** 62], 1n << 62n],
  ["index_cast", "index -> i8", [300], 44],
  ["index_cast", "i8 -> index", [-1], -1],
  ["index_castui", "i8 -> index", [-1], 255],
  ["index_castui", "i64 -> index", [-1n], -1],
  ["bitcast", "f32 -> i32", [1], 0x3f800000],
  ["bitcast", "i32 -> f32", [-2147483648], -0],
  ["bitcast", "f64 -> i64", [-2], -4611686018427387904n],
  ["bitcast", "bf16 -> i16", [-1], -16512],
];

describe("floats and casts", () => {
  test.each(cases)("%s : %s of %p", (op, types, operands, expected) => {
    expect(evaluate(op, types, operands)).toBe(expected);
  });

  test("poison spreads, except through what a selection does not choose", () => {
    const module = parse(`func.func @f(%c: i1, %a: i32, %b: i32) -> (i32, i32) {
      %0 = arith.select %c, %a, %b : i32
      %1 = arith.addi %a, %b : i32
      return %0, %1 : i32, i32
    }`);
    expect(results(module, "f", [1, 7, POISON])).toEqual([7, POISON]);
    expect(results(module, "f", [POISON, 7, 8])).toEqual([POISON, 15]);
  });

  test("element by element, poison too", () => {
    const context = newContext();
    const module = parse(
      `func.func @f(%a: vector<3xi32>, %b: vector<3xi32>, %c: vector<3xi1>) -> (vector<3xi32>, vector<3xi1>, vector<3xi32>) {
        %0 = arith.addi %a, %b overflow<nsw> : vector<3xi32>
        %1 = arith.cmpi slt, %a, %b : vector<3xi32>
        %2 = arith.select %c, %a, %b : vector<3xi1>, vector<3xi32>
        return %0, %1, %2 : vector<3xi32>, vector<3xi1>, vector<3xi32>
      }`,
      context,
    );
    const vector = (values: number[]): DenseValue => new DenseValue([3], i32(context), Int32Array.from(values));
    const mask = new DenseValue([3], i1(context), Uint8Array.from([1, 0, 1]));
    const [sum, less, chosen] = results(module, "f", [vector([1, 2147483647, -5]), vector([2, 1, 3]), mask]);
    const elements = (value: unknown): unknown[] =>
      value instanceof DenseValue ? [0, 1, 2].map((i) => value.get(i)) : [];
    expect(elements(sum)).toEqual([3, POISON, -2]);
    expect(elements(less)).toEqual([1, 0, 1]);
    expect(elements(chosen)).toEqual([1, 1, -5]);
  });

  test("a tensor of dynamic shape takes the shape of its operand", () => {
    const context = newContext();
    const module = parse(
      `func.func @f(%a: tensor<?xf32>) -> tensor<?xf32> { %0 = arith.addf %a, %a : tensor<?xf32> return %0 : tensor<?xf32> }`,
      context,
    );
    const [sum] = results(module, "f", [new DenseValue([2], f32(context), Float32Array.of(1, 0.5))]);
    expect(sum).toMatchObject({ shape: [2], data: Float32Array.of(2, 1) });
  });
});

describe("what the verifier refuses", () => {
  test.each([
    [
      "%0 = arith.extsi %i : i32 to i16",
      "'arith.extsi' op operand type 'i32' and result type 'i16' are cast incompatible",
    ],
    [
      "%0 = arith.trunci %i : i32 to i64",
      "'arith.trunci' op operand type 'i32' and result type 'i64' are cast incompatible",
    ],
    [
      "%0 = arith.extsi %v : vector<4xi32> to vector<5xi64>",
      "'arith.extsi' op requires the same shape for all operands and results",
    ],
    [
      "%0 = arith.bitcast %i : i32 to f64",
      "'arith.bitcast' op operand type 'i32' and result type 'f64' are cast incompatible",
    ],
    [
      "%0 = arith.index_cast %i : i32 to i64",
      "'arith.index_cast' op operand type 'i32' and result type 'i64' are cast incompatible",
    ],
    ["%0 = arith.addi %f, %f : f32", "'arith.addi' op operand #0 must be signless-integer-like, but got 'f32'"],
    ["%0 = arith.constant 1 : si32", "'arith.constant' op integer return type must be signless"],
    [
      "%0 = arith.select %m, %i, %i : vector<4xi1>, i32",
      "'arith.select' op failed to verify that condition is signless i1 or has matching shape",
    ],
  ])("%s", (op, message) => {
    const text = `func.func @f(%i: i32, %f: f32, %v: vector<4xi32>, %m: vector<4xi1>) {\n ${op}\n return\n}`;
    expect(problemsOf(text)[0]).toBe(message);
  });
});

test.each([
  ["index_cast", "memref<4xindex>"],
  ["bitcast", "memref<4xf32>"],
])("%s of a buffer is refused by name", (op, to) => {
  const outcome = run(
    `func.func @f() -> ${to} {
      %m = memref.alloc() : memref<4xi32>
      %r = arith.${op} %m : memref<4xi32> to ${to}
      return %r : ${to}
    }`,
    "f",
  );
  expect(outcome).toMatchObject({
    kind: "unsupported",
    reason: `'arith.${op}' of a buffer has no meaning here`,
  });
});
