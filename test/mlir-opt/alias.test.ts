// Which buffers share memory, against mlir-opt's test pass: each pair of the values of ops named by `test.ptr`.
import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { AnalysisManager } from "../../ir/analysis/analysis-manager.ts";
import { localAliasAnalysis } from "../../ir/analysis/local-alias.ts";
import { walk } from "../../ir/core/walk.ts";
import type { Value } from "../../ir/core/value.ts";
import { parse } from "../support/mlir.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";

const text = `
func.func @f(%a: memref<8xf32>, %b: memref<8xf32>, %c: i1) attributes {test.ptr = "func"} {
  %0 = memref.alloc() {test.ptr = "alloc"} : memref<8xf32>
  %1 = memref.alloca() {test.ptr = "alloca"} : memref<8xf32>
  %2 = memref.subview %0[0][4][1] {test.ptr = "sub"} : memref<8xf32> to memref<4xf32, strided<[1]>>
  %3 = memref.cast %a {test.ptr = "cast"} : memref<8xf32> to memref<?xf32>
  %4 = scf.if %c -> memref<8xf32> {
    scf.yield %0 : memref<8xf32>
  } else {
    scf.yield %1 : memref<8xf32>
  } {test.ptr = "if"}
  %5 = "test.op"() {test.ptr = "unknown"} : () -> memref<8xf32>
  %c0 = arith.constant 0 : index
  %6 = scf.for %i = %c0 to %c0 step %c0 iter_args(%x = %0) -> memref<8xf32> {
    scf.yield %x : memref<8xf32>
  } {test.ptr = "for"}
  cf.cond_br %c, ^bb1(%0 : memref<8xf32>), ^bb2(%a, %0 : memref<8xf32>, memref<8xf32>)
^bb1(%p: memref<8xf32>):
  cf.br ^bb2(%p, %p : memref<8xf32>, memref<8xf32>)
^bb2(%q: memref<8xf32>, %r: memref<8xf32>):
  %7 = memref.cast %q {test.ptr = "q"} : memref<8xf32> to memref<?xf32>
  %8 = memref.cast %r {test.ptr = "r"} : memref<8xf32> to memref<?xf32>
  return
}`;

/** Values by the names that the test pass gives them. */
function namedValues(module: ReturnType<typeof parse>): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const op of walk(module)) {
    const name = op.attribute("test.ptr");
    if (name?.kind !== "string") continue;
    op.results.forEach((result, i) => values.set(`${name.value}#${i}`, result));
    op.regions.forEach(({ blocks }, r) =>
      blocks.forEach((block, b) =>
        block.arguments.forEach((argument, i) =>
          values.set(`${name.value}.region${r}${b === 0 ? "" : `.block${b}`}#${i}`, argument),
        ),
      ),
    );
  }
  return values;
}

describe("local alias analysis", () => {
  const flags = ["--allow-unregistered-dialect", "--pass-pipeline=builtin.module(func.func(test-alias-analysis))"];
  const { stderr } = spawnSync(mlirOpt, flags, { input: text, encoding: "utf8" });
  const module = parse(text);
  const values = namedValues(module);
  const aliases = new AnalysisManager().get(localAliasAnalysis, module);
  const pairs = [...stderr.matchAll(/^(\S+) <-> (\S+): (\w+)$/gm)];

  test("every pair", () => {
    expect(pairs.length).toBeGreaterThan(100);
    const ours = pairs.map(([, a = "", b = ""]) => {
      const [x, y] = [values.get(a), values.get(b)];
      return `${a} <-> ${b}: ${x !== undefined && y !== undefined ? aliases.alias(x, y) : "not found"}`;
    });
    expect(ours).toEqual(pairs.map(([line]) => line));
  });
});
