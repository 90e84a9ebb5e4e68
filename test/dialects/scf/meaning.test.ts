// Meanings of structured control flow, and what the verifier refuses.
import { describe, expect, test } from "@jest/globals";
import type { Context } from "../../../ir/core/context.ts";
import { f32 } from "../../../ir/core/type-constructors.ts";
import { DenseValue, POISON } from "../../../ir/interpret/value.ts";
import { newContext, parse, problemsOf, results, run } from "../../support/mlir.ts";

const tensor = (context: Context, values: readonly number[]): DenseValue =>
  new DenseValue([values.length], f32(context), Float32Array.from(values));

describe("scf.for", () => {
  const sum = (
    type: string,
    unsigned = "",
  ): string => `func.func @f(%l: ${type}, %u: ${type}, %s: ${type}, %x: ${type}) -> (${type}, ${type}) {
    %c0 = arith.constant 0 : ${type}
    %r:2 = scf.for${unsigned} %i = %l to %u step %s iter_args(%a = %x, %last = %c0) -> (${type}, ${type}) ${type === "index" ? "" : `: ${type} `}{
      %n = arith.addi %a, %i : ${type}
      scf.yield %n, %i : ${type}, ${type}
    }
    return %r#0, %r#1 : ${type}, ${type}
  }`;

  test("counts up and carries values", () => {
    expect(results(sum("index"), "f", [0, 10, 3, 100])).toEqual([118, 9]);
    expect(results(sum("index"), "f", [5, 5, 1, 7])).toEqual([7, 0]);
    expect(results(sum("index"), "f", [6, 5, 1, 7])).toEqual([7, 0]);
    expect(results(sum("i64"), "f", [-2n, 3n, 2n, 0n])).toEqual([0n, 2n]);
    expect(results(sum("i8"), "f", [120, 127, 5, 0])).toEqual([-11, 125]);
  });

  test("compares unsigned when it says so", () => {
    expect(results(sum("i8", " unsigned"), "f", [126, -126, 1, 0])).toEqual([-2, -127]);
    expect(results(sum("i8"), "f", [126, -126, 1, 0])).toEqual([0, 0]);
  });

  test("a step that is not positive, and poison bounds, are undefined behaviour", () => {
    expect(run(sum("index"), "f", [0, 4, 0, 0])).toMatchObject({ kind: "undefined-behavior", op: "scf.for" });
    expect(run(sum("i64"), "f", [0n, 4n, -1n, 0n])).toMatchObject({ kind: "undefined-behavior" });
    expect(run(sum("index"), "f", [0, POISON, 1, 0])).toMatchObject({
      kind: "undefined-behavior",
      reason: "the upper bound is poison",
    });
  });
});

test("scf.if runs one region", () => {
  const text = `func.func @f(%c: i1, %x: i32) -> i32 {
    %r = scf.if %c -> i32 {
      %0 = arith.addi %x, %x : i32
      scf.yield %0 : i32
    } else {
      scf.yield %x : i32
    }
    return %r : i32
  }`;
  expect(results(text, "f", [1, 4])).toEqual([8]);
  expect(results(text, "f", [0, 4])).toEqual([4]);
  expect(run(text, "f", [POISON, 4])).toMatchObject({ kind: "undefined-behavior", op: "scf.if" });
});

test("scf.while runs before, after, before, ...", () => {
  const text = `func.func @collatz(%n: i64) -> (i64, i64) {
    %c0 = arith.constant 0 : i64
    %c1 = arith.constant 1 : i64
    %c2 = arith.constant 2 : i64
    %c3 = arith.constant 3 : i64
    %r:2 = scf.while (%x = %n, %steps = %c0) : (i64, i64) -> (i64, i64) {
      %goes = arith.cmpi ne, %x, %c1 : i64
      scf.condition(%goes) %steps, %x : i64, i64
    } do {
    ^bb0(%steps: i64, %x: i64):
      %bit = arith.andi %x, %c1 : i64
      %odd = arith.cmpi eq, %bit, %c1 : i64
      %next = scf.if %odd -> i64 {
        %0 = arith.muli %x, %c3 : i64
        %1 = arith.addi %0, %c1 : i64
        scf.yield %1 : i64
      } else {
        %0 = arith.shrui %x, %c1 : i64
        scf.yield %0 : i64
      }
      %more = arith.addi %steps, %c1 : i64
      scf.yield %next, %more : i64, i64
    }
    return %r#0, %r#1 : i64, i64
  }`;
  expect(results(text, "collatz", [27n])).toEqual([111n, 1n]);
});

test("scf.forall fills its shared tensor; what it reads is the tensor from before", () => {
  const context = newContext();
  const module = parse(
    `func.func @reverse(%t: tensor<6xf32>) -> tensor<6xf32> {
      %c5 = arith.constant 5 : index
      %r = scf.forall (%i) = (0) to (6) step (2) shared_outs(%o = %t) -> (tensor<6xf32>) {
        %j = arith.subi %c5, %i : index
        %x = tensor.extract_slice %o[%j] [1] [1] : tensor<6xf32> to tensor<1xf32>
        scf.forall.in_parallel {
          tensor.parallel_insert_slice %x into %o[%i] [1] [1] : tensor<1xf32> into tensor<6xf32>
        }
      }
      return %r : tensor<6xf32>
    }`,
    context,
  );
  const given = tensor(context, [0, 1, 2, 3, 4, 5]);
  expect(results(module, "reverse", [given])).toMatchObject([{ data: Float32Array.of(5, 1, 3, 3, 1, 5) }]);
  expect(given.data).toEqual(Float32Array.of(0, 1, 2, 3, 4, 5));
});

test("scf.parallel reduces in each of its reductions", () => {
  const text = `func.func @f(%n: index) -> (index, index) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %r:2 = scf.parallel (%i, %j) = (%c0, %c1) to (%n, %n) step (%c1, %c1) init (%c0, %c1) -> (index, index) {
      %s = arith.addi %i, %j : index
      scf.reduce(%s, %j : index, index) {
      ^bb0(%a: index, %b: index):
        %0 = arith.addi %a, %b : index
        scf.reduce.return %0 : index
      }, {
      ^bb0(%a: index, %b: index):
        %0 = arith.muli %a, %b : index
        scf.reduce.return %0 : index
      }
    }
    return %r#0, %r#1 : index, index
  }`;
  // i in 0..2, j in 1..2: the sums 1 2 2 3 3 4, and (1 * 2)^3.
  expect(results(text, "f", [3])).toEqual([15, 8]);
  expect(results(text, "f", [1])).toEqual([0, 1]);
});

test("the bounds of a loop of scf.parallel matter where those around it have iterations", () => {
  const text = `func.func @f(%n: index, %m: index) {
    %c1 = arith.constant 1 : index
    scf.parallel (%i, %j) = (%c1, %c1) to (%n, %m) step (%c1, %c1) {
    }
    return
  }`;
  expect(results(text, "f", [1, POISON])).toEqual([]);
  expect(run(text, "f", [2, POISON])).toMatchObject({ kind: "undefined-behavior", op: "scf.parallel" });
});

test("scf.index_switch and scf.execute_region", () => {
  const text = `func.func @f(%i: index) -> index {
    %c10 = arith.constant 10 : index
    %r = scf.index_switch %i -> index
    case 2 {
      scf.yield %c10 : index
    }
    default {
      %0 = scf.execute_region -> index {
        %1 = arith.addi %i, %c10 : index
        scf.yield %1 : index
      }
      scf.yield %0 : index
    }
    return %r : index
  }`;
  expect(results(text, "f", [2])).toEqual([10]);
  expect(results(text, "f", [3])).toEqual([13]);
});

test("a call runs the callee; a declaration is refused by name; recursion works", () => {
  const text = `func.func private @extern(i32) -> i32
  func.func @fib(%n: i32) -> i32 {
    %c1 = arith.constant 1 : i32
    %c2 = arith.constant 2 : i32
    %small = arith.cmpi slt, %n, %c2 : i32
    %r = scf.if %small -> i32 {
      scf.yield %n : i32
    } else {
      %f = func.constant @fib : (i32) -> i32
      %0 = arith.subi %n, %c1 : i32
      %1 = func.call @fib(%0) : (i32) -> i32
      %2 = arith.subi %n, %c2 : i32
      %3 = func.call_indirect %f(%2) : (i32) -> i32
      %4 = arith.addi %1, %3 : i32
      scf.yield %4 : i32
    }
    return %r : i32
  }
  func.func @g(%n: i32) -> i32 {
    %0 = call @extern(%n) : (i32) -> i32
    return %0 : i32
  }`;
  expect(results(text, "fib", [10])).toEqual([55]);
  const refused = run(text, "g", [1]);
  expect(refused).toMatchObject({ kind: "unsupported", op: "func.call" });
  expect(refused).toMatchObject({ reason: "'@extern' is declared without a body: it cannot be called here" });
});

test("reaching ub.unreachable is undefined behaviour, holding poison is not", () => {
  const text = `func.func @f(%c: i1) -> i32 {
    %p = ub.poison : i32
    scf.if %c {
      %r = func.call @never() : () -> i32
    }
    return %p : i32
  }
  func.func @never() -> i32 {
    ub.unreachable
  }`;
  expect(results(text, "f", [0])).toEqual([POISON]);
  expect(run(text, "f", [1])).toMatchObject({ kind: "undefined-behavior", op: "ub.unreachable" });
});

describe("what the verifier refuses", () => {
  test.each([
    [
      "scf.yield missing values",
      "%0 = scf.for %i = %n to %n step %n iter_args(%b = %x) -> (f32) {\n scf.yield\n }",
      "'scf.for' op along control flow edge from Operation scf.yield to Region #0: region branch point has 0 operands, but region successor needs 1 inputs",
    ],
    [
      "results without an else",
      "%0 = scf.if %c -> f32 {\n scf.yield %x : f32\n }",
      "'scf.if' op must have an else block if defining values",
    ],
    [
      "an empty else with results",
      "%0 = scf.if %c -> f32 {\n scf.yield %x : f32\n } else {\n }",
      "'scf.if' op along control flow edge from Operation scf.yield to parent: region branch point has 0 operands, but region successor needs 1 inputs",
    ],
    [
      "a while without condition",
      "scf.while (%a = %x) : (f32) -> () {\n scf.yield %x : f32\n } do {\n scf.yield %x : f32\n }",
      "'scf.while' op expects the 'before' region to terminate with 'scf.condition'",
    ],
    [
      "a missing reduction",
      "%0 = scf.parallel (%i) = (%n) to (%n) step (%n) init (%x) -> f32 {\n }",
      "'scf.parallel' op expects number of results: 1 to be the same as number of reductions: 0",
    ],
    [
      "a case twice",
      "scf.index_switch %n case 1 {\n scf.yield\n } case 1 {\n scf.yield\n } default {\n }",
      "'scf.index_switch' op has duplicate case value: 1",
    ],
    [
      "a wrong call",
      "%0 = func.call @g(%x) : (f32) -> i32",
      "'func.call' op operand type mismatch: expected operand type 'i32', but provided 'f32' for operand number 0",
    ],
    [
      "an unknown callee",
      "func.call @nope(%x) : (f32) -> ()",
      "'func.call' op 'nope' does not reference a valid function",
    ],
    [
      "a map of two results",
      "%0 = affine.apply affine_map<(d0) -> (d0, d0)>(%n)",
      "'affine.apply' op mapping must produce one value",
    ],
  ])("%s", (_, op, message) => {
    const text = `func.func private @g(i32) -> i32\nfunc.func @f(%n: index, %x: f32, %c: i1) {\n ${op}\n return\n}`;
    expect(problemsOf(text)[0]).toBe(message);
  });

  test("functions", () => {
    expect(problemsOf("func.func @f(%a: i32) -> i32 {\n return\n}")).toEqual([
      "'func.return' op has 0 operands, but enclosing function (@f) returns 1",
    ]);
    expect(problemsOf("func.func @f(i32)")).toEqual([
      "'func.func' op symbol declaration cannot have public visibility",
    ]);
    expect(problemsOf("func.func @f(%a: i32) {\n}")).toEqual(["expected non-empty function body"]);
  });
});
