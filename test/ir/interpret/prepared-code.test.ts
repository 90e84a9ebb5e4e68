// Code that several runs share: the same results as code of each run's own, with a memory and a fuel of each run's own.
import { describe, expect, test } from "@jest/globals";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { PreparedCode } from "../../../ir/interpret/compile.ts";
import { Interpreter, type Outcome } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { Memory } from "../../../ir/interpret/memory.ts";
import { parse } from "../../support/mlir.ts";

function prepared(text: string) {
  const module = parse(text);
  const callable = lookupSymbolIn(module, "main")!;
  const code = new PreparedCode();
  return (args: readonly RuntimeValue[], fuel?: number): { outcome: Outcome; memory: Memory; spent: number } => {
    const memory = new Memory();
    const interpreter = new Interpreter({
      context: module.context,
      memory,
      code,
      ...(fuel === undefined ? {} : { fuel }),
    });
    const outcome = interpreter.call(callable, args);
    return { outcome, memory, spent: interpreter.spent };
  };
}

const loop = `
  func.func @twice(%x: i32) -> i32 {
    %0 = arith.addi %x, %x : i32
    return %0 : i32
  }
  func.func @main(%n: index, %x: i32) -> i32 {
    %zero = arith.constant 0 : index
    %one = arith.constant 1 : index
    %r = scf.for %i = %zero to %n step %one iter_args(%y = %x) -> (i32) {
      %0 = func.call @twice(%y) : (i32) -> i32
      scf.yield %0 : i32
    }
    return %r : i32
  }`;

describe("code that runs share", () => {
  test("gives each run its own results", () => {
    const run = prepared(loop);
    expect(run([3, 5]).outcome).toEqual({ kind: "values", values: [40] });
    expect(run([0, 5]).outcome).toEqual({ kind: "values", values: [5] });
    expect(run([4, -1]).outcome).toEqual({ kind: "values", values: [-16] });
  });

  test("each run has its own fuel, and says what it took", () => {
    const run = prepared(loop);
    expect(run([1000, 1], 100).outcome.kind).toBe("out-of-fuel");
    const { outcome, spent } = run([10, 1], 100_000);
    expect(outcome).toEqual({ kind: "values", values: [1024] });
    expect(spent).toBeGreaterThan(20);
    expect(run([10, 1], 100_000).spent).toBe(spent);
  });

  test("a run that ends for want of fuel while code is made spoils nothing for the next", () => {
    const run = prepared(`func.func @main() -> tensor<4096xf32> {
      %0 = arith.constant dense<1.0> : tensor<4096xf32>
      return %0 : tensor<4096xf32>
    }`);
    expect(run([], 5).outcome.kind).toBe("out-of-fuel");
    expect(run([], 5000).outcome.kind).toBe("values");
  });

  test("an op that is refused is refused each time, and where it stands", () => {
    const run = prepared(`func.func @main(%x: i1) -> i32 {
      %r = scf.if %x -> i32 {
        %0 = "unknown.op"() : () -> i32
        scf.yield %0 : i32
      } else {
        %1 = arith.constant 7 : i32
        scf.yield %1 : i32
      }
      return %r : i32
    }`);
    for (let i = 0; i < 2; i++) {
      expect(run([1]).outcome).toMatchObject({ kind: "unsupported", op: "unknown.op", location: { line: 3 } });
      expect(run([0]).outcome).toEqual({ kind: "values", values: [7] });
    }
  });

  test("buffers and globals are of each run's memory", () => {
    const run = prepared(`
      memref.global @g : memref<i32> = dense<5>
      func.func @main(%x: i32) -> i32 {
        %m = memref.get_global @g : memref<i32>
        %0 = memref.load %m[] : memref<i32>
        %1 = arith.addi %0, %x : i32
        memref.store %1, %m[] : memref<i32>
        return %1 : i32
      }`);
    expect(run([1]).outcome).toEqual({ kind: "values", values: [6] });
    expect(run([2]).outcome).toEqual({ kind: "values", values: [7] });
  });
});
