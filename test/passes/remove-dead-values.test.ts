// remove-dead-values where mlir-opt 22 crashes or leaves IR that it refuses itself: what it gives here is compared with nothing.
import { describe, expect, test } from "@jest/globals";
import { builtinDialects } from "../../dialects/index.ts";
import { optimize } from "./optimize.ts";

const run = async (text: string): Promise<string> =>
  (await optimize(text, "remove-dead-values{canonicalize=false}", { dialects: builtinDialects })).text;

describe("remove-dead-values", () => {
  test("a dead argument of a function that a loop carries for nothing (mlir-opt crashes)", async () => {
    const text = await run(`
func.func private @g(%dead: i32, %n: index) -> i32 {
  %z = arith.constant 1 : i32
  %c = arith.constant 1 : index
  %r:2 = scf.for %i = %c to %n step %c iter_args(%x = %dead, %y = %z) -> (i32, i32) {
    %m = arith.addi %y, %y : i32
    scf.yield %x, %m : i32, i32
  }
  return %r#1 : i32
}
func.func @main(%a: i32, %n: index) -> i32 {
  %0 = call @g(%a, %n) : (i32, index) -> i32
  return %0 : i32
}`);
    expect(text).toContain("func.func private @g(%arg0: index) -> i32");
    expect(text).toContain("ub.poison : i32");
    expect(text).toContain("call @g(%arg1) : (index) -> i32");
  });

  test("one of the values that branches hand to a dead argument is live (mlir-opt leaves it in the branch)", async () => {
    const text = await run(`
func.func @h(%c: i1, %a: i32, %b: i32) -> i32 {
  %e = arith.addi %a, %b : i32
  cf.cond_br %c, ^bb1, ^bb2(%e : i32)
^bb1:
  cf.br ^bb2(%a: i32)
^bb2(%q: i32):
  return %a : i32
}`);
    expect(text).not.toContain("arith.addi");
    expect(text).toContain("cf.br ^bb2\n");
    expect(text).toContain("cf.cond_br %arg0, ^bb1, ^bb2\n");
  });

  test("a call that is never reached (mlir-opt leaves it without its argument)", async () => {
    const text = await run(`
func.func @k(%a: i32) -> i32 { return %a : i32 }
func.func @main(%a: i32) -> i32 {
  return %a : i32
^bb1:
  %c = arith.constant 1 : i32
  %r = call @k(%c) : (i32) -> i32
  return %r : i32
}`);
    expect(text).toMatch(/%0 = ub\.poison : i32\n\s+%1 = call @k\(%0\) : \(i32\) -> i32/);
  });
});
