// Dense data flow, forwards and backwards: who wrote last to a buffer, and who accesses it next.
import { describe, expect, test } from "@jest/globals";
import { AnalysisManager } from "../../../../ir/analysis/analysis-manager.ts";
import { lastWriterAnalysis } from "../../../../ir/analysis/data-flow/last-writers.ts";
import { nextAccessAnalysis } from "../../../../ir/analysis/data-flow/next-accesses.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { walk } from "../../../../ir/core/walk.ts";
import { parse } from "../../../support/mlir.ts";

const nameOf = (op: Operation): string => {
  const name = op.attribute("name");
  return name?.kind === "string" ? name.value : op.name;
};

/** Of each named load: the last writers of what it reads in front of it, and who accesses it next behind it. */
function around(text: string): Readonly<Record<string, readonly [string, string]>> {
  const module = parse(text);
  const analyses = new AnalysisManager();
  const writers = analyses.get(lastWriterAnalysis, module);
  const accesses = analyses.get(nextAccessAnalysis, module);
  const shown = (ops: ReadonlySet<Operation> | undefined): string =>
    ops === undefined ? "unknown" : [...ops].map(nameOf).sort().join(" ");
  const found: Record<string, readonly [string, string]> = {};
  for (const op of walk(module)) {
    if (op.name !== "memref.load" || op.attribute("name") === undefined) continue;
    const memory = op.operand(0);
    found[nameOf(op)] = [shown(writers.writersBefore(op, memory)), shown(accesses.accessesAfter(op, memory))];
  }
  return found;
}

describe("last writers and next accesses", () => {
  test("in a row; what another buffer may be counts, what it cannot be does not", () => {
    const text = `
func.func @f(%a: memref<i32>, %b: memref<i32>, %x: i32) {
  %own = memref.alloc() {name = "alloc"} : memref<i32>
  memref.store %x, %a[] {name = "store a"} : memref<i32>
  memref.store %x, %own[] {name = "store own"} : memref<i32>
  memref.store %x, %b[] {name = "store b"} : memref<i32>
  %0 = memref.load %a[] {name = "load a"} : memref<i32>
  %1 = memref.load %own[] {name = "load own"} : memref<i32>
  memref.store %0, %a[] {name = "store a again"} : memref<i32>
  return
}`;
    expect(around(text)).toEqual({
      "load a": ["store a store b", "store a again"],
      "load own": ["store own", "unknown"],
    });
  });

  test("where blocks meet", () => {
    const text = `
func.func @f(%a: memref<i32>, %c: i1, %x: i32) {
  memref.store %x, %a[] {name = "first"} : memref<i32>
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  memref.store %x, %a[] {name = "left"} : memref<i32>
  cf.br ^bb2
^bb2:
  %0 = memref.load %a[] {name = "load"} : memref<i32>
  cf.cond_br %c, ^bb3, ^bb4
^bb3:
  memref.store %x, %a[] {name = "right"} : memref<i32>
  cf.br ^bb5
^bb4:
  memref.store %x, %a[] {name = "other"} : memref<i32>
  cf.br ^bb5
^bb5:
  return
}`;
    expect(around(text)).toEqual({ load: ["first left", "other right"] });
  });

  test("round a loop, out of conditionals, into functions and out of them", () => {
    const text = `
func.func private @g(%m: memref<i32>, %x: i32) {
  memref.store %x, %m[] {name = "in g"} : memref<i32>
  return
}
func.func @f(%n: index, %c: i1, %x: i32) {
  %a = memref.alloc() {name = "alloc"} : memref<i32>
  scf.for %i = %n to %n step %n {
    %0 = memref.load %a[] {name = "in loop"} : memref<i32>
    scf.if %c {
      memref.store %0, %a[] {name = "in if"} : memref<i32>
    }
  }
  %1 = memref.load %a[] {name = "behind"} : memref<i32>
  memref.dealloc %a {name = "dealloc"} : memref<i32>
  call @g(%a, %x) : (memref<i32>, i32) -> ()
  return
}`;
    expect(around(text)).toEqual({
      "in loop": ["alloc in if", "behind in if in loop"],
      behind: ["alloc in if", "dealloc"],
    });
  });

  test("an op that may do anything, and one that is never reached", () => {
    const text = `
func.func @f(%a: memref<i32>, %x: i32) {
  memref.store %x, %a[] {name = "store"} : memref<i32>
  "test.unknown"() : () -> ()
  %0 = memref.load %a[] {name = "load"} : memref<i32>
  "test.unknown"() : () -> ()
  return
^bb1:
  %1 = memref.load %a[] {name = "unreachable"} : memref<i32>
  return
}`;
    expect(around(text)).toEqual({ load: ["unknown", "unknown"], unreachable: ["unknown", "unknown"] });
  });
});
