// Which values are live: what does something, what leaves what is analysed, and what those are computed from.
import { describe, expect, test } from "@jest/globals";
import { AnalysisManager } from "../../../../ir/analysis/analysis-manager.ts";
import { livenessAnalysis } from "../../../../ir/analysis/data-flow/liveness.ts";
import { walk } from "../../../../ir/core/walk.ts";
import { parse } from "../../../support/mlir.ts";

/** The `name` attributes of the ops with a live result. */
function liveNames(text: string): string[] {
  const module = parse(text);
  const liveness = new AnalysisManager().get(livenessAnalysis, module);
  const names: string[] = [];
  for (const op of walk(module)) {
    const name = op.attribute("name");
    if (name?.kind === "string" && op.results.some((result) => liveness.isLive(result))) names.push(name.value);
  }
  return names;
}

describe("liveness", () => {
  test("what is stored, and what a public function returns, with what they are computed from", () => {
    const names = liveNames(`
func.func @f(%a: i32, %m: memref<i32>) -> i32 {
  %0 = arith.addi %a, %a {name = "stored"} : i32
  %1 = arith.addi %a, %a {name = "dead"} : i32
  %2 = arith.muli %1, %a {name = "dead too"} : i32
  %3 = arith.addi %a, %a {name = "operand"} : i32
  %4 = arith.muli %3, %a {name = "returned"} : i32
  memref.store %0, %m[] : memref<i32>
  return %4 : i32
}`);
    expect(names).toEqual(["stored", "operand", "returned"]);
  });

  test("through calls, block arguments and loops, against the way of control", () => {
    const names = liveNames(`
func.func private @g(%a: i32, %b: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a {name = "needed by a caller"} : i32
  %1 = arith.addi %b, %b {name = "needed by no caller"} : i32
  return %0, %1 : i32, i32
}
func.func @f(%n: index, %x: i32, %y: i32) -> i32 {
  %c = arith.constant {name = "step"} 1 : index
  %p = arith.addi %x, %x {name = "carried"} : i32
  %q = arith.addi %y, %y {name = "carried for nothing"} : i32
  %r:2 = scf.for %i = %c to %n step %c iter_args(%s = %p, %t = %q) -> (i32, i32) {
    scf.yield %s, %t : i32, i32
  } {name = "loop"}
  cf.br ^bb1(%r#0, %r#1 : i32, i32)
^bb1(%u: i32, %v: i32):
  %w:2 = call @g(%u, %v) {name = "call"} : (i32, i32) -> (i32, i32)
  return %w#0 : i32
}`);
    expect(names).toEqual(["needed by a caller", "step", "carried", "loop", "call"]);
  });

  test("nothing is live where control never comes", () => {
    const names = liveNames(`
func.func @f(%a: i32) -> i32 {
  return %a : i32
^bb1:
  %0 = arith.addi %a, %a {name = "unreachable"} : i32
  return %0 : i32
}`);
    expect(names).toEqual([]);
  });
});
