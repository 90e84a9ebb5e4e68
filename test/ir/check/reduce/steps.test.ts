// Each shrinking step by itself, on a program that it makes smaller; and all of them, that none is left out.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../../ir/analysis/verify.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { reduceModule } from "../../../../ir/check/reduce/reduce.ts";
import { allSteps } from "../../../../ir/check/reduce/steps.ts";
import { printOperation } from "../../../../ir/syntax/printer.ts";
import { find, has, read } from "./modules.ts";

interface Case {
  readonly step: string;
  readonly input: string;
  readonly keeps: (module: Operation) => boolean;
  /** What is inside the module that this step alone leaves. */
  readonly left: string;
}

const typeOf = (module: Operation, name: string): string => {
  const op = find(module, name);
  return op === undefined ? "" : (printOperation(op, { generic: true }).split(" : ").at(-1)?.trim() ?? "");
};

const cases: readonly Case[] = [
  {
    step: "drop symbols",
    input: "func.func @f(%a: i32) -> i32 { return %a : i32 } func.func @g(%a: i32) -> i32 { %0 = call @f(%a) : (i32) -> i32 %1 = arith.addi %0, %a : i32 return %1 : i32 }", // prettier-ignore
    keeps: has("arith.addi"),
    left: "func.func @g(%arg0: i32) -> i32 { %0 = arith.addi %arg0, %arg0 : i32 return %0 : i32 }",
  },
  {
    step: "make functions declarations",
    input: "func.func @f(%a: i32) -> i32 { return %a : i32 } func.func @g(%a: i32) { %0 = call @f(%a) : (i32) -> i32 return }", // prettier-ignore
    keeps: has("func.call"),
    left: "func.func private @f(i32) -> i32 func.func @g(%arg0: i32) { %0 = call @f(%arg0) : (i32) -> i32 return }",
  },
  {
    step: "leave regions early",
    input: 'func.func @f(%c: i1) -> i1 { "test.x"() : () -> () cf.br ^a(%c : i1) ^a(%d: i1): cf.cond_br %d, ^a(%c : i1), ^b ^b: return %d : i1 }', // prettier-ignore
    keeps: has("test.x"),
    left: 'func.func @f(%arg0: i1) -> i1 { "test.x"() : () -> () return %arg0 : i1 }',
  },
  {
    step: "drop operations",
    input: "func.func @f(%a: i32) -> i32 { %0 = arith.addi %a, %a : i32 %1 = arith.muli %0, %a : i32 %2 = arith.subi %1, %a : i32 return %2 : i32 }", // prettier-ignore
    keeps: has("arith.muli"),
    left: "func.func @f(%arg0: i32) -> i32 { %0 = arith.muli %arg0, %arg0 : i32 return %0 : i32 }",
  },
  {
    step: "decide branches",
    input: 'func.func @f(%c: i1) { cf.cond_br %c, ^a, ^b ^a: "test.x"() : () -> () return ^b: "test.y"() : () -> () return }', // prettier-ignore
    keeps: has("test.y"),
    left: 'func.func @f(%arg0: i1) { cf.br ^bb1 ^bb1: "test.y"() : () -> () return }',
  },
  {
    step: "drop successors",
    input: "func.func @f(%n: i32) { cf.switch %n : i32, [default: ^a, 7: ^b(%n : i32), 9: ^c] ^a: return ^b(%x: i32): return ^c: return }", // prettier-ignore
    keeps: has("cf.switch"),
    left: "func.func @f(%arg0: i32) { cf.switch %arg0 : i32, [ default: ^bb1] ^bb1: return }",
  },
  {
    step: "skip blocks that only branch",
    input: 'func.func @f(%c: i1) { cf.cond_br %c, ^a, ^b ^a: cf.br ^b ^b: "test.y"() : () -> () return }',
    keeps: has("cf.cond_br"),
    left: 'func.func @f(%arg0: i1) { cf.cond_br %arg0, ^bb1, ^bb1 ^bb1: "test.y"() : () -> () return }',
  },
  {
    step: "merge blocks",
    input: "func.func @f(%c: i32) -> i32 { cf.br ^a(%c : i32) ^a(%d: i32): return %d : i32 }",
    keeps: has("func.return"),
    left: "func.func @f(%arg0: i32) -> i32 { return %arg0 : i32 }",
  },
  {
    step: "unwrap regions",
    input: "func.func @f(%n: index, %x: i32) -> i32 { %r = scf.for %i = %n to %n step %n iter_args(%a = %x) -> (i32) { %0 = arith.muli %a, %x : i32 scf.yield %0 : i32 } return %r : i32 }", // prettier-ignore
    keeps: has("func.func", "arith.muli"),
    left: "func.func @f(%arg0: index, %arg1: i32) -> i32 { %0 = arith.muli %arg1, %arg1 : i32 return %0 : i32 }",
  },
  {
    step: "empty regions",
    input: 'func.func @f(%c: i1) { scf.if %c { "test.x"() : () -> () } else { "test.y"() : () -> () } return }',
    keeps: has("scf.if", "test.x"),
    left: 'func.func @f(%arg0: i1) { scf.if %arg0 { "test.x"() : () -> () } return }',
  },
  {
    step: "drop regions",
    input:
      "func.func @f(%n: index) { scf.index_switch %n case 2 { scf.yield } case 5 { scf.yield } default { } return }",
    keeps: has("scf.index_switch"),
    left: "func.func @f(%arg0: index) { scf.index_switch %arg0 default { } return }",
  },
  {
    step: "move operations out of regions",
    input: "func.func @f(%n: index) { scf.for %i = %n to %n step %n { %0 = arith.muli %i, %n : index } return }",
    keeps: has("func.func", "arith.muli"),
    left: "func.func @f(%arg0: index) { %0 = arith.muli %arg0, %arg0 : index scf.for %arg1 = %arg0 to %arg0 step %arg0 { } return }", // prettier-ignore
  },
  {
    step: "replace operations by earlier values",
    input: "func.func @f(%x: i32, %a: i32) -> i32 { %0 = arith.addi %a, %a : i32 return %0 : i32 }",
    keeps: has("func.return"),
    left: "func.func @f(%arg0: i32, %arg1: i32) -> i32 { return %arg0 : i32 }",
  },
  {
    step: "replace operations by arguments",
    input: 'func.func @f() -> memref<4xf32> { %0 = memref.alloc() : memref<4xf32> "test.x"(%0) : (memref<4xf32>) -> () return %0 : memref<4xf32> }', // prettier-ignore
    keeps: has("test.x"),
    left: 'func.func @f(%arg0: memref<4xf32>) -> memref<4xf32> { "test.x"(%arg0) : (memref<4xf32>) -> () return %arg0 : memref<4xf32> }', // prettier-ignore
  },
  {
    step: "replace operations by constants",
    input: "func.func @f(%a: i32) -> i32 { %0 = arith.addi %a, %a : i32 return %0 : i32 }",
    keeps: has("func.return"),
    left: "func.func @f(%arg0: i32) -> i32 { %c0_i32 = arith.constant 0 : i32 return %c0_i32 : i32 }",
  },
  {
    step: "replace operations by constants of their own",
    input: "func.func @f(%a: i32) -> i32 { %0 = arith.addi %a, %a : i32 return %0 : i32 }",
    keeps: has("func.return"),
    left: "func.func @f(%arg0: i32) -> i32 { %c1_i32 = arith.constant 1 : i32 return %c1_i32 : i32 }",
  },
  {
    step: "drop block arguments",
    input: "func.func @f(%a: i32, %c: i1) -> i32 { cf.cond_br %c, ^x(%a : i32), ^x(%a : i32) ^x(%b: i32): return %b : i32 }", // prettier-ignore
    keeps: has("cf.cond_br"),
    left: "func.func @f(%arg0: i32, %arg1: i1) -> i32 { cf.cond_br %arg1, ^bb1, ^bb1 ^bb1: return %arg0 : i32 }",
  },
  {
    step: "drop function results",
    input: "func.func @f(%a: i32, %b: f32) -> (i32, f32 {a.b}) { return %a, %b : i32, f32 } func.func @g(%a: i32, %b: f32) -> f32 { %0:2 = call @f(%a, %b) : (i32, f32) -> (i32, f32) return %0#1 : f32 }", // prettier-ignore
    keeps: (m) => find(m, "func.call")?.results.some(({ type }) => type.kind === "float") === true,
    left: "func.func @f(%arg0: i32, %arg1: f32) -> (f32 {a.b}) { return %arg1 : f32 } func.func @g(%arg0: i32, %arg1: f32) { %0 = call @f(%arg0, %arg1) : (i32, f32) -> f32 return }", // prettier-ignore
  },
  {
    step: "drop function arguments",
    input: "func.func @f(%a: i32 {a.b}, %b: f32) -> f32 { return %b : f32 } func.func @g(%a: i32, %b: f32) -> f32 { %0 = call @f(%a, %b) : (i32, f32) -> f32 return %0 : f32 }", // prettier-ignore
    keeps: (m) => find(m, "func.call")?.operands.some(({ type }) => type.kind === "float") === true,
    left: "func.func @f(%arg0: f32) -> f32 { return %arg0 : f32 } func.func @g(%arg0: f32) -> f32 { %0 = call @f(%arg0) : (f32) -> f32 return %0 : f32 }", // prettier-ignore
  },
  {
    step: "drop operands",
    input: 'func.func @f(%a: i32, %b: f32) { "test.x"(%a, %b) : (i32, f32) -> () return }',
    keeps: has("test.x"),
    left: 'func.func @f(%arg0: i32, %arg1: f32) { "test.x"() : () -> () return }',
  },
  {
    step: "drop results and carried values",
    input: "func.func @f(%n: index, %x: i32, %y: f32) -> f32 { %r:2 = scf.for %i = %n to %n step %n iter_args(%a = %x, %b = %y) -> (i32, f32) { scf.yield %a, %b : i32, f32 } return %r#1 : f32 }", // prettier-ignore
    keeps: (m) => find(m, "func.return")?.operands[0]?.definingOp?.name === "scf.for",
    left: "func.func @f(%arg0: index, %arg1: i32, %arg2: f32) -> f32 { %0 = scf.for %arg3 = %arg0 to %arg0 step %arg0 iter_args(%arg4 = %arg2) -> (f32) { scf.yield %arg4 : f32 } return %0 : f32 }", // prettier-ignore
  },
  {
    step: "drop attributes",
    input: "func.func private @f() attributes {a.b = 1 : i32, a.c} func.func @g(%a: i32) { %0 = arith.addi %a, %a overflow<nsw> : i32 return }", // prettier-ignore
    keeps: (m) => find(m, "func.func")?.attribute("a.c") !== undefined,
    left: "func.func private @f() attributes {a.c} func.func @g(%arg0: i32) { %0 = arith.addi %arg0, %arg0 : i32 return }", // prettier-ignore
  },
  {
    step: "narrow types everywhere",
    input: "func.func @f(%a: vector<4x8xi64>, %b: tensor<?x7xf64>) { %c = arith.constant dense<300> : vector<4x8xi64> %0 = arith.addi %a, %c : vector<4x8xi64> %1 = arith.negf %b : tensor<?x7xf64> return }", // prettier-ignore
    keeps: (m) => has("arith.addi", "arith.negf")(m) && !typeOf(m, "arith.addi").includes("i1") && typeOf(m, "arith.negf").includes("tensor"), // prettier-ignore
    left: "func.func @f(%arg0: i8, %arg1: tensor<f32>) { %c44_i8 = arith.constant 44 : i8 %0 = arith.addi %arg0, %c44_i8 : i8 %1 = arith.negf %arg1 : tensor<f32> return }", // prettier-ignore
  },
  {
    step: "set numbers to zero",
    input: 'func.func @f() -> i32 { %0 = arith.constant 300 : i32 %1 = arith.constant dense<[1.5, 2.5]> : vector<2xf32> "test.x"() {k = [7, 8]} : () -> () return %0 : i32 }', // prettier-ignore
    keeps: (m) => find(m, "test.x")?.attribute("k")?.kind === "array",
    left: 'func.func @f() -> i32 { %c0_i32 = arith.constant 0 : i32 %cst = arith.constant dense<0.000000e+00> : vector<2xf32> "test.x"() {k = []} : () -> () return %c0_i32 : i32 }', // prettier-ignore
  },
  {
    step: "replace operands",
    input: "func.func @f(%a: i32, %b: i32) -> i32 { %0 = arith.subi %b, %b : i32 %1 = arith.muli %0, %b : i32 return %1 : i32 }", // prettier-ignore
    keeps: (m) => find(m, "func.return")?.operands[0]?.definingOp?.name === "arith.muli",
    left: "func.func @f(%arg0: i32, %arg1: i32) -> i32 { %0 = arith.subi %arg0, %arg0 : i32 %1 = arith.muli %arg0, %arg0 : i32 return %1 : i32 }", // prettier-ignore
  },
  {
    step: "narrow types of connected values",
    input: "func.func @g(%a: i64) -> i64 { return %a : i64 } func.func @f(%a: i64, %b: i64, %c: i1) { %0 = call @g(%a) : (i64) -> i64 cf.br ^x(%0 : i64) ^x(%y: i64): %1 = scf.if %c -> (i64) { scf.yield %y : i64 } else { scf.yield %y : i64 } %2 = arith.addi %b, %b : i64 return }", // prettier-ignore
    keeps: (m) => typeOf(m, "arith.addi") === "(i64, i64) -> i64" && typeOf(m, "func.call") !== "(i1) -> i1",
    left: "func.func @g(%arg0: i8) -> i8 { return %arg0 : i8 } func.func @f(%arg0: i8, %arg1: i64, %arg2: i1) { %0 = call @g(%arg0) : (i8) -> i8 cf.br ^bb1(%0 : i8) ^bb1(%1: i8): %2 = scf.if %arg2 -> (i8) { scf.yield %1 : i8 } else { scf.yield %1 : i8 } %3 = arith.addi %arg1, %arg1 : i64 return }", // prettier-ignore
  },
  {
    step: "make numbers smaller",
    input: "func.func @f() -> (i32, f32) { %0 = arith.constant -300 : i32 %1 = arith.constant 7.75 : f32 return %0, %1 : i32, f32 }", // prettier-ignore
    keeps: (m) => {
      const values = find(m, "func.return")?.operands.map((value) => value.definingOp?.attribute("value"));
      return values?.[0]?.kind === "integer" && values[0].value < -20n;
    },
    left: "func.func @f() -> (i32, f32) { %c-21_i32 = arith.constant -21 : i32 %cst = arith.constant 0.000000e+00 : f32 return %c-21_i32, %cst : i32, f32 }", // prettier-ignore
  },
];

const flat = (text: string): string => text.replace(/\s*\/\/ (pred|\d+ preds).*$/gm, "").replace(/\s+/g, " ").trim(); // prettier-ignore

describe("each step alone", () => {
  test.each(cases)("$step", ({ step, input, keeps, left }) => {
    const module = read(input);
    const before = printOperation(module);
    expect(keeps(module)).toBe(true);
    const steps = allSteps.filter(({ name }) => name === step);
    const reduced = reduceModule(module, { isInteresting: keeps, steps });
    expect(flat(printOperation(reduced))).toBe(flat(`module { ${left} }`));
    expect(verify(reduced)).toEqual([]);
    expect(printOperation(module)).toBe(before);
  });

  test("there is a program for every step", () => {
    expect(cases.map(({ step }) => step)).toEqual(allSteps.map(({ name }) => name));
  });
});
