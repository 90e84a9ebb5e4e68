// What is live at the borders of blocks, and behind ops; kept by the analysis manager until something is not preserved.
import { describe, expect, test } from "@jest/globals";
import { AnalysisManager } from "../../../ir/analysis/analysis-manager.ts";
import { blockLivenessAnalysis } from "../../../ir/analysis/block-liveness.ts";
import { opsNamed } from "../../../ir/core/walk.ts";
import { parse } from "../../support/mlir.ts";

const text = `
func.func @f(%a: i32, %c: i1, %n: index) -> i32 {
  %0 = arith.addi %a, %a : i32
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %1 = arith.muli %0, %a : i32
  cf.br ^bb3(%1 : i32)
^bb2:
  %2 = scf.for %i = %n to %n step %n iter_args(%x = %0) -> i32 {
    %y = arith.subi %x, %a : i32
    scf.yield %y : i32
  }
  cf.br ^bb3(%2 : i32)
^bb3(%z: i32):
  %3 = arith.addi %z, %0 : i32
  return %3 : i32
}`;

describe("block liveness", () => {
  const module = parse(text);
  const analyses = new AnalysisManager();
  const liveness = analyses.get(blockLivenessAnalysis, module);
  const [func] = opsNamed(module, "func.func");
  const blocks = func?.region().blocks ?? [];
  const [a, , n] = blocks[0]?.arguments ?? [];
  const sum = blocks[0]?.firstOp?.result();

  test("into blocks and out of them", () => {
    const [entry, left, right, end] = blocks.map((block) => ({
      in: [...liveness.liveIn(block)],
      out: [...liveness.liveOut(block)],
    }));
    expect(entry).toEqual({ in: [], out: expect.arrayContaining([a, n, sum]) });
    expect(left?.in).toHaveLength(2);
    expect(left).toEqual({ in: expect.arrayContaining([a, sum]), out: [sum] });
    expect(right?.in).toHaveLength(3);
    expect(right?.out).toEqual([sum]);
    expect(end).toEqual({ in: [sum], out: [] });
  });

  test("into the regions of ops", () => {
    const body = opsNamed(module, "scf.for")[0]?.region().entry;
    expect(body && [...liveness.liveIn(body)]).toEqual([a]);
  });

  test("behind ops", () => {
    const [product] = opsNamed(module, "arith.muli");
    const [difference] = opsNamed(module, "arith.subi");
    if (a === undefined || sum === undefined || product === undefined || difference === undefined)
      throw new Error("the program has these");
    expect(liveness.isDeadAfter(a, product)).toBe(true);
    expect(liveness.isDeadAfter(sum, product)).toBe(false);
    expect(liveness.isDeadAfter(difference.operand(0), difference)).toBe(true);
  });

  test("is kept until it is not preserved", () => {
    analyses.invalidate(module, new Set([blockLivenessAnalysis]));
    expect(analyses.cached(blockLivenessAnalysis, module)).toBe(liveness);
    analyses.invalidate(module, new Set());
    expect(analyses.cached(blockLivenessAnalysis, module)).toBeUndefined();
  });
});
