// stage on a GPU: operands of contractions go through shared memory; kernels that do not fit are refused with the figures.
import { describe, expect, test } from "@jest/globals";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { runPipeline } from "../../support/lower.ts";

const contract = `indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>],
  iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>`;

/** A kernel that contracts tiles of these sides, `count` of them in a module. */
const kernel = (name: string, side: number, transposed = false): string => `
  tile.kernel @${name}(%a: memref<?x${side}xf32> read, %b: memref<${side}x${side}xf32> read, %c: memref<${side}x${side}xf32> write) {
    %c0 = arith.constant 0 : index
    %p = ub.poison : f32
    %zero = arith.constant dense<0.0> : vector<${side}x${side}xf32>
    %x = vector.transfer_read %a[%c0, %c0], %p {in_bounds = [false, true]} : memref<?x${side}xf32>, vector<${side}x${side}xf32>
    %y = vector.transfer_read %b[%c0, %c0], %p {in_bounds = [true, true]${transposed ? ", permutation_map = affine_map<(d0, d1) -> (d1, d0)>" : ""}} : memref<${side}x${side}xf32>, vector<${side}x${side}xf32>
    %r = vector.contract {${contract}} %x, %y, %zero : vector<${side}x${side}xf32>, vector<${side}x${side}xf32> into vector<${side}x${side}xf32>
    vector.transfer_write %r, %c[%c0, %c0] {in_bounds = [true, true]} : vector<${side}x${side}xf32>, memref<${side}x${side}xf32>
    tile.return
  }`;

const moduleOf = (machine: string, ...kernels: readonly string[]): string =>
  `module attributes {terrace.machine = "${machine}"} {${kernels.join("")}\n}`;

describe("stage on a GPU", () => {
  test("reads become copies with the reads' bounds and zero for poison, waited for together", async () => {
    const { module, problems } = await runPipeline(moduleOf("gpu", kernel("k", 32)), "stage");
    expect(problems).toEqual([]);
    const text = printOperation(module);
    expect(text.match(/tile\.alloc : memref<32x32xf32, "shared">/g)).toHaveLength(2);
    expect(text).toMatch(
      /tile\.copy_async %arg0\[.*\] to .*, %cst\S* : memref<\?x32xf32> to memref<32x32xf32, "shared">/,
    );
    expect(text.match(/tile\.wait %\S+, %\S+/g)).toHaveLength(1);
    expect(text.match(/transfer_read .*in_bounds = \[true, true\].*"shared">/g)).toHaveLength(2);
    expect(text).not.toMatch(/transfer_read %arg/);
  });

  test("a permuted read keeps its map, and the buffer the source's order", async () => {
    const { module, problems } = await runPipeline(moduleOf("gpu", kernel("k", 16, true)), "stage");
    expect(problems).toEqual([]);
    expect(printOperation(module)).toMatch(
      /transfer_read .*permutation_map = .*memref<16x16xf32, "shared">, vector<16x16xf32>/,
    );
  });

  test("all kernels that do not fit are named, with what they need and what there is", async () => {
    const { problems } = await runPipeline(
      moduleOf("gpu", kernel("small", 32), kernel("large", 128), kernel("huge", 256)),
      "stage",
    );
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(
      /kernel '@large' needs 131072 bytes of shared memory, but a block of 'generic-simt' may have 49152/,
    );
    expect(problems[1]).toMatch(/kernel '@huge' needs 524288 bytes/);
  });
});
