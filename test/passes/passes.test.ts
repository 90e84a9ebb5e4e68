import { describe, expect, test } from "@jest/globals";
import { AnyType, variadic } from "../../ir/define/constraints.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { BranchOpInterface } from "../../ir/define/op-interfaces.ts";
import { toyDialect } from "../ir/rewrite/toy-dialect.ts";
import { optimize, smallDialects } from "./optimize.ts";
import { samples } from "./samples.ts";

const dialects = [...smallDialects, toyDialect];

/** The lines of the text inside the outermost module, without indentation. */
const linesOf = async (text: string, pipeline: string): Promise<string[]> => {
  const { text: printed } = await optimize(text, pipeline, { dialects });
  return printed
    .split("\n")
    .slice(1, -1)
    .map((line) => line.trim());
};

describe("canonicalize", () => {
  test("folds constants, moves them right and to the front", async () => {
    expect(await linesOf(samples.arithmetic, "canonicalize")).toEqual([
      "func.func @f(%arg0: i32, %arg1: i32) -> (i32, i32, i32) {",
      "%c1_i32 = arith.constant 1 : i32",
      "%c2_i32 = arith.constant 2 : i32",
      "%0 = arith.addi %arg0, %c1_i32 : i32",
      "%1 = arith.addi %arg1, %c2_i32 : i32",
      "%2 = arith.addi %arg1, %c2_i32 : i32",
      "%3 = arith.muli %arg0, %c2_i32 : i32",
      "%4 = arith.subi %1, %2 : i32",
      "%5 = arith.addi %4, %3 : i32",
      "return %0, %2, %5 : i32, i32, i32",
      "}",
    ]);
  });

  test("stops where it is told to", async () => {
    const once = await optimize(samples.arithmetic, "canonicalize{max-num-rewrites=0 region-simplify=disabled}");
    expect(once.text).toContain("arith.divsi");
    const { text } = await optimize(samples.arithmetic, "canonicalize{max-iterations=1 test-convergence}");
    expect(text).toBe("error: canonicalization of 'builtin.module' did not converge in 1 iterations");
  });
});

describe("region simplification", () => {
  const loop = `
    "toy.func"() ({
    ^bb0(%c: i1, %x: i64):
      "toy.br"(%x, %x, %x)[^bb1] : (i64, i64, i64) -> ()
    ^bb1(%i: i64, %dead: i64, %same: i64):
      %one = "toy.constant"() <{value = 1 : i64}> : () -> i64
      %next = "toy.add"(%i, %one) : (i64, i64) -> i64
      %never = "toy.add"(%dead, %same) : (i64, i64) -> i64
      "toy.sink"(%i, %same) : (i64, i64) -> ()
      "toy.cond_br"(%c, %next, %never, %same, %x)[^bb1, ^bb2] <{operandSegmentSizes = array<i32: 1, 3, 1>}> : (i1, i64, i64, i64, i64) -> ()
    ^bb2(%unused: i64):
      "toy.return"() : () -> ()
    }) : () -> ()`;

  test("erases block arguments that only feed themselves, and what branches hand to them", async () => {
    expect(await linesOf(loop, "canonicalize")).toEqual([
      '"toy.func"() ({',
      "^bb0(%arg0: i1, %arg1: i64):",
      '%0 = "toy.constant"() <{value = 1 : i64}> : () -> i64',
      '"toy.br"(%arg1, %arg1)[^bb1] : (i64, i64) -> ()',
      "^bb1(%1: i64, %2: i64):  // 2 preds: ^bb0, ^bb1",
      '%3 = "toy.add"(%1, %0) : (i64, i64) -> i64',
      '"toy.sink"(%1, %2) : (i64, i64) -> ()',
      '"toy.cond_br"(%arg0, %3, %2)[^bb1, ^bb2] <{operandSegmentSizes = array<i32: 1, 2, 0>}> : (i1, i64, i64) -> ()',
      "^bb2:  // pred: ^bb1",
      '"toy.return"() : () -> ()',
      "}) : () -> ()",
    ]);
  });

  test("at level aggressive, arguments that are always one value are that value", async () => {
    const lines = await linesOf(loop, "canonicalize{region-simplify=aggressive}");
    expect(lines).toContain("^bb1(%1: i64):  // 2 preds: ^bb0, ^bb1");
    expect(lines).toContain('"toy.sink"(%1, %arg1) : (i64, i64) -> ()');
  });
});

describe("cse", () => {
  test("replaces what was computed already, also when operands are swapped, and constants", async () => {
    expect(await linesOf(samples.arithmetic, "cse")).toEqual([
      "func.func @f(%arg0: i32, %arg1: i32) -> (i32, i32, i32) {",
      "%c1_i32 = arith.constant 1 : i32",
      "%c2_i32 = arith.constant 2 : i32",
      "%0 = arith.addi %arg0, %c1_i32 : i32",
      "%1 = arith.addi %arg1, %c2_i32 : i32",
      "%2 = arith.muli %c2_i32, %c1_i32 : i32",
      "%3 = arith.addi %2, %c2_i32 : i32",
      "%4 = arith.divsi %3, %c2_i32 : i32",
      "%5 = arith.muli %arg0, %4 : i32",
      "%6 = arith.subi %1, %1 : i32",
      "%7 = arith.addi %6, %5 : i32",
      "return %0, %1, %7 : i32, i32, i32",
      "}",
    ]);
  });

  test("reads are one until something may write; what is inside an op sees what is before it", async () => {
    const text = `
      "toy.func"() ({
        %0 = "toy.load"() : () -> i32
        %1 = "toy.load"() : () -> i32
        "toy.sink"(%0, %1) : (i32, i32) -> ()
        %2 = "toy.load"() : () -> i32
        %3 = "toy.cast"(%2) : (i32) -> i64
        "toy.loop"() ({
          %4 = "toy.cast"(%2) : (i32) -> i64
          "toy.sink"(%4) : (i64) -> ()
        }) : () -> ()
        "toy.sink"(%3) : (i64) -> ()
      }) : () -> ()`;
    expect(await linesOf(text, "cse")).toEqual([
      '"toy.func"() ({',
      '%0 = "toy.load"() : () -> i32',
      '"toy.sink"(%0, %0) : (i32, i32) -> ()',
      '%1 = "toy.load"() : () -> i32',
      '%2 = "toy.cast"(%1) : (i32) -> i64',
      '"toy.loop"() ({',
      '"toy.sink"(%2) : (i64) -> ()',
      "}) : () -> ()",
      '"toy.sink"(%2) : (i64) -> ()',
      "}) : () -> ()",
    ]);
  });

  test("only what dominates counts", async () => {
    const text = `
      "toy.func"() ({
        %c = "toy.constant"() <{value = 1 : i64}> : () -> i64
        "toy.br"()[^bb2] : () -> ()
      ^bb1:
        %0 = "toy.add"(%c, %c) : (i64, i64) -> i64
        "toy.sink"(%0) : (i64) -> ()
        "toy.br"()[^bb3] : () -> ()
      ^bb2:
        %1 = "toy.add"(%c, %c) : (i64, i64) -> i64
        "toy.sink"(%1) : (i64) -> ()
        "toy.br"()[^bb3] : () -> ()
      ^bb3:
        %2 = "toy.add"(%c, %c) : (i64, i64) -> i64
        "toy.sink"(%2) : (i64) -> ()
        "toy.return"() : () -> ()
      }) : () -> ()`;
    // ^bb1 is not reached, so ^bb2 dominates ^bb3.
    const lines = await linesOf(text, "cse");
    expect(lines.filter((line) => line.includes("toy.add")).length).toBe(2);
  });
});

describe("inline", () => {
  test("inlines callees first, leaves recursion and declarations, and erases callables that nothing uses", async () => {
    const lines = await linesOf(samples.calls, "inline");
    expect(lines.filter((line) => line.startsWith("func.func"))).toEqual([
      "func.func private @recursive(%arg0: i32) -> i32 {",
      "func.func private @even(%arg0: i32) -> i32 {",
      "func.func private @odd(%arg0: i32) -> i32 {",
      "func.func private @declared(i32) -> i32",
      "func.func private @declared_unused(i32) -> i32",
      "func.func @f(%arg0: i1, %arg1: i32) -> i32 {",
      "func.func @public_inside() {",
      "func.func @entry() {",
    ]);
    const start = lines.indexOf("func.func @f(%arg0: i1, %arg1: i32) -> i32 {");
    expect(lines.slice(start + 1, start + 7)).toEqual([
      "%0 = arith.addi %arg1, %arg1 : i32",
      "%1 = arith.addi %0, %0 : i32",
      "%2 = call @recursive(%1) : (i32) -> i32",
      "%3 = call @declared(%2) : (i32) -> i32",
      "%4 = call @even(%3) : (i32) -> i32",
      "return %4 : i32",
    ]);
  });
});

describe("inline, with branches", () => {
  // As much of cf as the pass asks for.
  const cf = defineDialect({
    name: "cf",
    summary: "Branches.",
    ops: [
      defineOp({
        name: "cf.br",
        summary: "A branch.",
        operands: { destOperands: variadic(AnyType) },
        successors: { dest: "one" },
        traits: ["Terminator", "Pure"],
        interfaces: [BranchOpInterface.with((op) => [{ start: 0, length: op.operandCount }])],
      }),
      defineOp({
        name: "cf.switch_like",
        summary: "Goes to either.",
        successors: { a: "one", b: "one" },
        traits: ["Terminator", "Pure"],
        interfaces: [
          BranchOpInterface.with(() => [
            { start: 0, length: 0 },
            { start: 0, length: 0 },
          ]),
        ],
      }),
    ],
  });
  const text = `
    func.func private @choose(%a: i32, %b: i32) -> i32 {
      "cf.switch_like"()[^bb1, ^bb2] : () -> ()
    ^bb1:
      return %a : i32
    ^bb2:
      return %b : i32
    }
    func.func @caller(%x: i32, %y: i32) -> i32 {
      %0 = func.call @choose(%x, %y) : (i32, i32) -> i32
      %1 = arith.addi %0, %x : i32
      return %1 : i32
    }`;

  test("a callee of several blocks returns into a new block", async () => {
    const { text: printed } = await optimize(text, "inline", { dialects: [...smallDialects, cf] });
    expect(
      printed
        .split("\n")
        .slice(1, -1)
        .map((line) => line.trim()),
    ).toEqual([
      "func.func @caller(%arg0: i32, %arg1: i32) -> i32 {",
      '"cf.switch_like"()[^bb1, ^bb2] : () -> ()',
      "^bb1:  // pred: ^bb0",
      '"cf.br"(%arg0)[^bb3] : (i32) -> ()',
      "^bb2:  // pred: ^bb0",
      '"cf.br"(%arg1)[^bb3] : (i32) -> ()',
      "^bb3(%0: i32):  // 2 preds: ^bb1, ^bb2",
      "%1 = arith.addi %0, %arg0 : i32",
      "return %1 : i32",
      "}",
    ]);
  });
});

describe("symbol-dce", () => {
  test("erases private symbols that nothing live names, and hidden tables", async () => {
    const lines = await linesOf(samples.calls, "symbol-dce");
    const names = lines.flatMap((line) => /^func\.func .*?@(\w+)\(/.exec(line)?.[1] ?? []);
    for (const gone of ["unused", "declared_unused", "public_inside", "idle"]) expect(names).not.toContain(gone);
    for (const kept of ["g", "twice", "recursive", "even", "odd", "declared", "f", "entry", "helper"])
      expect(names).toContain(kept);
  });
});

describe("loop-invariant-code-motion", () => {
  test("hoists what depends on nothing inside, has no effects and may run without the loop", async () => {
    const text = `
      "toy.func"() ({
      ^bb0(%x: i64):
        %c = "toy.constant"() <{value = 3 : i64}> : () -> i64
        "toy.loop"() ({
        ^bb0(%i: i64):
          "toy.loop"() ({
            %0 = "toy.add"(%x, %c) : (i64, i64) -> i64
            %1 = "toy.add"(%0, %i) : (i64, i64) -> i64
            %2 = "toy.divide"(%x, %c) : (i64, i64) -> i64
            %3 = "toy.divide"(%x, %x) : (i64, i64) -> i64
            "toy.sink"(%1, %2, %3) : (i64, i64, i64) -> ()
          }) : () -> ()
        }) : () -> ()
      }) : () -> ()`;
    expect(await linesOf(text, "loop-invariant-code-motion")).toEqual([
      '"toy.func"() ({',
      "^bb0(%arg0: i64):",
      '%0 = "toy.constant"() <{value = 3 : i64}> : () -> i64',
      '%1 = "toy.add"(%arg0, %0) : (i64, i64) -> i64',
      '%2 = "toy.divide"(%arg0, %0) : (i64, i64) -> i64',
      '"toy.loop"() ({',
      "^bb0(%arg1: i64):",
      '%3 = "toy.add"(%1, %arg1) : (i64, i64) -> i64',
      '"toy.loop"() ({',
      '%4 = "toy.divide"(%arg0, %arg0) : (i64, i64) -> i64',
      '"toy.sink"(%3, %2, %4) : (i64, i64, i64) -> ()',
      "}) : () -> ()",
      "}) : () -> ()",
      "}) : () -> ()",
    ]);
  });
});

describe("reconcile-unrealized-casts", () => {
  test("casts that lead back cancel, unused ones go, others stay", async () => {
    const text = `
      func.func @f(%a: i32, %b: i32) -> (i32, i64) {
        %0 = builtin.unrealized_conversion_cast %a : i32 to i64
        %1 = builtin.unrealized_conversion_cast %0 : i64 to index
        %2 = builtin.unrealized_conversion_cast %1 : index to i32
        %3 = builtin.unrealized_conversion_cast %b : i32 to i64
        return %2, %3 : i32, i64
      }`;
    expect(await linesOf(text, "reconcile-unrealized-casts")).toEqual([
      "func.func @f(%arg0: i32, %arg1: i32) -> (i32, i64) {",
      "%0 = builtin.unrealized_conversion_cast %arg1 : i32 to i64",
      "return %arg0, %0 : i32, i64",
      "}",
    ]);
  });
});
