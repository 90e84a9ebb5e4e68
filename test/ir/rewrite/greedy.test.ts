import { describe, expect, test } from "@jest/globals";
import { applyPatternsGreedily } from "../../../ir/rewrite/greedy.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { constant, match, rule, val } from "../../../ir/rewrite/rule.ts";
import type { Listener } from "../../../ir/rewrite/listener.ts";
import { AddOp, BranchOp, LoopOp, ReturnOp, SinkOp, toy } from "./toy-dialect.ts";

const addZero = rule("x + 0 => x", match(AddOp, { lhs: val("x"), rhs: constant(0n) }), ({ x }) => x);

describe("greedy driver", () => {
  test("folds, removes dead ops and makes constants one, at the start of the function", () => {
    const t = toy();
    const [x] = t.body.arguments;
    if (x === undefined) throw new Error("no argument");
    const sum = t.add(x, t.constant(3n));
    t.add(sum, sum);
    t.sink(t.add(sum, t.add(t.constant(1n), t.constant(2n))));
    const result = applyPatternsGreedily(t.module, []);
    expect(result).toMatchObject({ changed: true, converged: true });
    expect(t.listing()).toEqual(["%1 = constant 3", "%2 = add %0, %1", "%3 = add %2, %1", "sink %3"]);
  });

  test("applies rules and says why others refuse", () => {
    const t = toy();
    const [x] = t.body.arguments;
    if (x === undefined) throw new Error("no argument");
    t.sink(t.add(x, t.constant(0n)), t.add(x, t.constant(5n)));
    const refused: string[] = [];
    const begun: string[] = [];
    const listener: Listener = {
      matchRefused: ({ name }, op, reason) => refused.push(`${name} on ${op.name}: ${reason}`),
      patternEnd: ({ name }, applied) => applied && begun.push(name),
    };
    applyPatternsGreedily(t.module, [addZero], { listener });
    expect(t.listing()).toEqual(["%1 = constant 5", "%2 = add %0, %1", "sink %0, %2"]);
    expect(refused).toContain("x + 0 => x on toy.add: operand 'rhs' is the constant 5, not 0");
    expect(begun).toEqual(["x + 0 => x"]);
  });

  test("tries patterns of greater benefit first", () => {
    const t = toy();
    t.sink();
    const tried: string[] = [];
    const declining = (name: string, benefit: number) =>
      pattern(name, SinkOp, () => (tried.push(name), refuse("not today")), { benefit });
    applyPatternsGreedily(t.module, [declining("small", 1), declining("large", 5), declining("second small", 1)]);
    expect(tried).toEqual(["large", "small", "second small"]);
  });

  test("erases blocks that no branch reaches", () => {
    const t = toy();
    const region = t.func.region();
    const last = region.addBlock();
    const unreachable = region.addBlock();
    BranchOp.build(t.b, { dest: last });
    t.b.setToEnd(unreachable);
    t.sink(t.constant(1n));
    BranchOp.build(t.b, { dest: last });
    t.b.setToEnd(last);
    ReturnOp.build(t.b, {});
    applyPatternsGreedily(t.module, []);
    expect(t.listing()).toEqual(["^0", "br", "^1", "return"]);
  });

  test("hoists constants out of regions that are not isolated", () => {
    const t = toy();
    const body = t.b.regionWithBlock();
    LoopOp.build(t.b, { body });
    t.b.setToEnd(body.entry);
    t.sink(t.constant(7n), t.constant(7n));
    applyPatternsGreedily(t.module, []);
    expect(t.listing()).toEqual(["%1 = constant 7", "loop", "  sink %1, %1"]);
  });
});
