// findCounterexample, checkRules and the other lines of an author's test, on rules that are right and rules that are not.
import { describe, expect, test } from "@jest/globals";
import { AddIOp, AndIOp, DivUIOp, MulIOp, SubIOp } from "../../../dialects/arith/index.ts";
import { checkFolders, checkRules } from "../../../ir/check/check-rules.ts";
import { checkConversion, checkPass } from "../../../ir/check/check-passes.ts";
import { checkRoundTrip } from "../../../ir/check/check-round-trip.ts";
import { findCounterexample } from "../../../ir/check/find-counterexample.ts";
import { walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { ConversionTarget } from "../../../ir/rewrite/conversion-target.ts";
import { conversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import { pattern, refuse, type Pattern } from "../../../ir/rewrite/pattern.ts";
import { constant, match, rule, val } from "../../../ir/rewrite/rule.ts";
import { newContext } from "../../support/mlir.ts";

const options = { context: newContext, programs: 200, operations: 12, reduceTimeMs: 2000 };

const right = rule("x + 0 => x", match(AddIOp, { lhs: val("x"), rhs: constant(0n) }), ({ x }) => x);
const wrong = rule("x + 1 => x", match(AddIOp, { lhs: val("x"), rhs: constant(1n) }), ({ x }) => x);

function found(rules: readonly Pattern[]) {
  const result = findCounterexample(rules, options);
  if (result.kind === "none") throw new Error(`nothing was found in ${result.programs} programs`);
  return result.counterexample;
}

describe("findCounterexample", () => {
  test("a wrong rule: a small program, its input and both results", () => {
    const { failure, operations, text } = found([right, wrong]);
    expect(failure).toMatchObject({ kind: "miscompile", rules: ["arith.addi: x + 1 => x"] });
    expect(operations).toBeLessThanOrEqual(4);
    expect(text).toContain("// before: ");
    expect(text).toContain("func.func @main");
  });

  test("the same seed finds the same", () => {
    const seedOf = (): number => found([wrong]).seed;
    expect(seedOf()).toBe(seedOf());
  });

  test("the seed of a program replays it, left sides and all", () => {
    const { seed, failure } = found([right, wrong]);
    const again = findCounterexample([right, wrong], { ...options, seed: 77, replay: seed });
    expect(again.kind === "found" && again.counterexample).toMatchObject({
      seed,
      failure: { reason: failure.reason, rules: failure.rules },
    });
  });

  test("a left side of several ops, found by what the rule asks for", () => {
    const deep = pattern("(x & y) * y - x => y", SubIOp, ({ op, lhs, rhs }, rewriter) => {
      const product = MulIOp.match(lhs.definingOp);
      const and = AndIOp.match(product?.lhs.definingOp);
      if (product === undefined || and === undefined) return refuse("it is no product of an and");
      if (and.lhs !== rhs || and.rhs !== product.rhs) return refuse("the operands differ");
      rewriter.replaceOp(op, product.rhs);
      return true;
    });
    expect(found([deep]).failure.kind).toBe("miscompile");
  });

  test("what throws, what goes on for ever, what makes invalid IR, what says that it did something", () => {
    const thrown = pattern("throws", AddIOp, () => {
      throw new Error("no such thing");
    });
    const endless = pattern("x + y => y + x", AddIOp, ({ op, lhs, rhs }, rewriter) => {
      rewriter.replaceOp(op, AddIOp.build(rewriter, { lhs: rhs, rhs: lhs }).result);
      return true;
    });
    const invalid = pattern("op without operands", AddIOp, ({ op }, rewriter) => {
      rewriter.replaceOpWithNew(op, "arith.subi", { operands: [] });
      return true;
    });
    const idle = pattern("does nothing", AddIOp, () => true);
    expect(found([thrown]).failure).toMatchObject({ kind: "crash", reason: expect.stringContaining("no such thing") });
    expect(found([endless]).failure.kind).toBe("endless");
    expect(found([invalid]).failure.kind).toBe("invalid");
    expect(found([idle]).failure.kind).toBe("unchanged");
  });

  test("undefined behaviour that a rule brings in", () => {
    const divides = pattern("x & x => x * x / x", AndIOp, ({ op, lhs, rhs }, rewriter) => {
      if (lhs !== rhs) return refuse("the operands differ");
      const product = MulIOp.build(rewriter, { lhs, rhs }).result;
      rewriter.replaceOp(op, DivUIOp.build(rewriter, { lhs: product, rhs }).result);
      return true;
    });
    expect(found([divides]).failure.kind).toBe("miscompile");
  });
});

describe("checkRules", () => {
  test("a right rule passes, and says how often it applied", () => {
    expect(checkRules([right], options).fired.get("arith.addi: x + 0 => x")).toBeGreaterThan(50);
  });

  test("a rule that never applies fails the check by name, with the reason", () => {
    const never = pattern("never", AddIOp, () => refuse("it is Tuesday"));
    expect(() => checkRules([never], { ...options, programs: 20 })).toThrow(/"arith.addi: never": it is Tuesday/);
    const neverFire = { "arith.addi: never": "it is always Tuesday" };
    expect(checkRules([never], { ...options, programs: 20, neverFire }).programs).toBe(20);
    expect(() => checkRules([right], { ...options, neverFire: { "arith.addi: x + 0 => x": "" } })).toThrow(/and did/);
  });

  test("a wrong one fails it with the counterexample and the seed", () => {
    expect(() => checkRules([wrong], { ...options, seed: 5 })).toThrow(/func.func @main[^]*\{ replay: \d+ \}/);
  });

  test("an example gives what the search does not", () => {
    const rare = pattern("a tagged sum", AddIOp, ({ op, lhs }, rewriter) => {
      if (op.attribute("rare")?.kind !== "unit") return refuse("it has no tag");
      rewriter.replaceOp(op, lhs);
      return true;
    });
    const example = "func.func @f(%x: i8, %y: i8) -> i8 { %s = arith.addi %x, %y {rare} : i8\n return %s : i8 }";
    expect(() => checkRules([rare], { ...options, programs: 20 })).toThrow(/it has no tag/);
    expect(found([{ ...rare, example }]).failure.kind).toBe("miscompile");
  });
});

test("checkFolders passes on a dialect whose folders are right", () => {
  const { fired } = checkFolders("index", { ...options, programs: 30 });
  expect(fired.get("fold index.add")).toBeGreaterThan(0);
});

test("checkPass and checkConversion", async () => {
  const doubled = definePass({
    name: "double-sums",
    summary: "Makes doubles of sums.",
    run: (op) => {
      for (const inner of walk(op)) {
        const sum = AddIOp.match(inner);
        if (sum !== undefined) inner.setOperand(1, sum.lhs);
      }
    },
  });
  const settings = { ...options, dialects: ["arith"], programs: 100 };
  await expect(checkPass(doubled, settings)).rejects.toThrow(/double-sums/);
  const toSums = {
    name: "products-to-sums",
    patterns: () => [
      conversionPattern("muli => addi", MulIOp, ({ op, lhs, rhs }, _adaptor, rewriter) => {
        rewriter.replaceOp(op, AddIOp.build(rewriter, { lhs, rhs }).result);
        return true;
      }),
    ],
    target: () => new ConversionTarget().illegalOps(MulIOp),
  };
  await expect(checkConversion(toSums, settings)).rejects.toThrow(/muli => addi/);
});

test("checkRoundTrip counts the ops that it saw", () => {
  const { ops } = checkRoundTrip("arith", { ...options, programs: 40 });
  expect(ops.size).toBeGreaterThan(20);
});
