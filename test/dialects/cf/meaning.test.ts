// Meanings of cf: control flow over blocks, which canonicalisation must not change; assertions.
import { describe, expect, test } from "@jest/globals";
import { applyPatternsGreedily } from "../../../ir/rewrite/greedy.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { parse, run } from "../../support/mlir.ts";

/** What a run ends in, as read and canonicalised: the two must agree. */
function outcomeOf(text: string, args: readonly RuntimeValue[]): unknown {
  const module = parse(text);
  const plain = run(module, "f", args);
  applyPatternsGreedily(module, canonicalizationPatterns(module.context));
  const canonical = run(module, "f", args);
  expect(canonical.kind).toBe(plain.kind);
  if (plain.kind !== "values") return `${plain.kind}: ${plain.reason}`;
  expect(canonical).toEqual(plain);
  return plain.values.length === 1 ? plain.values[0] : plain.values;
}

describe("branches", () => {
  const sum = `func.func @f(%n: index) -> index {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    cf.br ^head(%c0, %c0 : index, index)
  ^head(%i: index, %s: index):
    %more = arith.cmpi slt, %i, %n : index
    cf.cond_br %more, ^body, ^exit(%s : index)
  ^body:
    %s1 = arith.addi %s, %i : index
    %i1 = arith.addi %i, %c1 : index
    cf.br ^head(%i1, %s1 : index, index)
  ^exit(%r: index):
    return %r : index
  }`;
  test.each([
    [0, 0],
    [1, 0],
    [5, 10],
    [100, 4950],
  ])("a loop to %p", (n, expected) => {
    expect(outcomeOf(sum, [n])).toBe(expected);
  });

  test("both ways to one block", () => {
    const text = `func.func @f(%c: i1, %a: i32, %b: i32) -> i32 {
      cf.cond_br %c weights([3, 1]), ^join(%a : i32), ^join(%b : i32)
    ^join(%x: i32):
      return %x : i32
    }`;
    expect(outcomeOf(text, [1, 10, 20])).toBe(10);
    expect(outcomeOf(text, [0, 10, 20])).toBe(20);
  });

  test("values are handed over at once", () => {
    const text = `func.func @f(%n: i32, %a: i32, %b: i32) -> (i32, i32) {
      %c0 = arith.constant 0 : i32
      %c1 = arith.constant 1 : i32
      cf.br ^head(%n, %a, %b : i32, i32, i32)
    ^head(%i: i32, %x: i32, %y: i32):
      %done = arith.cmpi eq, %i, %c0 : i32
      %less = arith.subi %i, %c1 : i32
      cf.cond_br %done, ^exit, ^head(%less, %y, %x : i32, i32, i32)
    ^exit:
      return %x, %y : i32, i32
    }`;
    expect(outcomeOf(text, [3, 7, 8])).toEqual([8, 7]);
    expect(outcomeOf(text, [4, 7, 8])).toEqual([7, 8]);
  });

  test("blocks inside a region of an op", () => {
    const text = `func.func @f(%n: i32) -> i32 {
      %r = scf.execute_region -> i32 {
        cf.switch %n : i32, [
          default: ^other,
          1: ^known(%n : i32)
        ]
      ^known(%x: i32):
        scf.yield %x : i32
      ^other:
        %c = arith.constant -9 : i32
        scf.yield %c : i32
      }
      return %r : i32
    }`;
    expect(outcomeOf(text, [1])).toBe(1);
    expect(outcomeOf(text, [2])).toBe(-9);
  });

  test("functions of several blocks call each other", () => {
    const text = `func.func @f(%n: i32) -> i32 {
      %c2 = arith.constant 2 : i32
      %c1 = arith.constant 1 : i32
      %small = arith.cmpi slt, %n, %c2 : i32
      cf.cond_br %small, ^exit(%n : i32), ^recurse
    ^recurse:
      %a = arith.subi %n, %c1 : i32
      %b = arith.subi %n, %c2 : i32
      %x = func.call @f(%a) : (i32) -> i32
      %y = func.call @f(%b) : (i32) -> i32
      %z = arith.addi %x, %y : i32
      cf.br ^exit(%z : i32)
    ^exit(%r: i32):
      return %r : i32
    }`;
    expect(outcomeOf(text, [15])).toBe(610);
  });

  test("on poison it is undefined behaviour", () => {
    const text = `func.func @f() -> i32 {
      %p = ub.poison : i1
      %c1 = arith.constant 1 : i32
      cf.cond_br %p, ^a(%c1 : i32), ^b
    ^a(%x: i32):
      return %x : i32
    ^b:
      cf.br ^a(%c1 : i32)
    }`;
    expect(run(text, "f")).toMatchObject({
      kind: "undefined-behavior",
      op: "cf.cond_br",
      reason: "condition is poison",
    });
  });
});

describe("cf.switch", () => {
  const cases = (type: string, values: readonly string[]): string => `func.func @f(%x: ${type}) -> i32 {
    ${values.map((_, i) => `%c${i + 1} = arith.constant ${i + 1} : i32`).join("\n")}
    %c0 = arith.constant 0 : i32
    cf.switch %x : ${type}, [
      default: ^exit(%c0 : i32)${values.map((v, i) => `,\n ${v}: ^exit(%c${i + 1} : i32)`).join("")}
    ]
  ^exit(%r: i32):
    return %r : i32
  }`;
  test.each<readonly [string, readonly string[], RuntimeValue, number]>([
    ["i32", [], 5, 0],
    ["i32", ["42", "-1"], 42, 1],
    ["i32", ["42", "-1"], -1, 2],
    ["i32", ["42", "4294967295"], -1, 2],
    ["i32", ["42", "-1"], 1, 0],
    ["i1", ["0", "1"], 0, 1],
    ["i1", ["0", "true"], 1, 2],
    ["i8", ["-128", "0x7F"], -128, 1],
    ["i8", ["-128", "0x7F"], 127, 2],
    ["i64", ["-9223372036854775808", "7"], -(2n ** 63n), 1],
    ["i64", ["-9223372036854775808", "7"], 8n, 0],
    ["i128", ["-1", "9223372036854775807"], 2n ** 63n - 1n, 2],
    ["i128", ["-1", "9223372036854775807"], -1n, 1],
  ])("%s by %p of %p", (type, values, flag, expected) => {
    expect(outcomeOf(cases(type, values), [flag])).toBe(expected);
  });
});

describe("cf.assert", () => {
  const text = `func.func @f(%c: i1) -> i32 {
    cf.assert %c, "it must hold"
    %r = arith.constant 7 : i32
    return %r : i32
  }`;
  test("does nothing where it holds", () => {
    expect(outcomeOf(text, [1])).toBe(7);
  });
  test("ends the run with its message", () => {
    expect(outcomeOf(text, [0])).toBe("aborted: it must hold");
    const outcome = run(text, "f", [0]);
    expect(outcome).toMatchObject({ op: "cf.assert", location: { kind: "file", line: 2 } });
  });
  test("stays where nobody uses what follows", () => {
    const module = parse(`func.func @f() {
      %c = arith.constant false
      cf.assert %c, "never"
      return
    }`);
    applyPatternsGreedily(module, canonicalizationPatterns(module.context));
    expect(run(module, "f")).toMatchObject({ kind: "aborted", reason: "never" });
  });
});

test("a case that repeats an earlier value never runs", () => {
  const text = `func.func @f(%x: i8) -> i32 {
    %c0 = arith.constant 0 : i32
    %c1 = arith.constant 1 : i32
    cf.switch %x : i8, [
      default: ^exit(%c0 : i32),
      5: ^exit(%c0 : i32),
      5: ^exit(%c1 : i32)
    ]
  ^exit(%r: i32):
    return %r : i32
  }`;
  expect(outcomeOf(text, [5])).toBe(0);
});
