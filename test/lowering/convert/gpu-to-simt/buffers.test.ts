// convert-gpu-to-simt: addresses through views, control flow, shared memory, and what launches pass.
import { describe, expect, test } from "@jest/globals";
import { checkPipeline } from "../../../support/pipeline.ts";
import { runPipeline } from "../../../support/lower.ts";

interface Kernel {
  readonly body: string;
  /** Parameters and workgroup memory of the function. */
  readonly args: string;
  readonly workgroup?: string;
  /** The host's part after the constants %c1 and %c4: it makes what the launch passes and launches with `launch(args)`. */
  readonly host: string;
  readonly inputs: string;
  readonly results: string;
  readonly signature: string;
}

const moduleOf = ({
  body,
  args,
  workgroup,
  host,
  inputs,
  results,
  signature,
}: Kernel): string => `module attributes {gpu.container_module} {
  gpu.module @m {
    gpu.func @k(${args}) ${workgroup === undefined ? "" : `workgroup(${workgroup}) `}kernel attributes {known_block_size = array<i32: 4, 1, 1>} {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %c2 = arith.constant 2 : index
      %c3 = arith.constant 3 : index
      %t = gpu.thread_id x
      %g = gpu.block_id x
${body}
      gpu.return
    }
  }
  func.func @main(${inputs}, ${results}) attributes {terrace.signature = ${signature}} {
    %c1 = arith.constant 1 : index
    %c4 = arith.constant 4 : index
${host}
    return
  }
}`;

const launch = (args: string, blocks = "%c1"): string =>
  `    gpu.launch_func @m::@k blocks in (${blocks}, %c1, %c1) threads in (%c4, %c1, %c1) args(${args})`;

const cases: Readonly<Record<string, Kernel>> = {
  "subviews: offsets, strides, dropped dimensions": {
    args: "%x: memref<6x8x10xf32>, %o: memref<4x4xf32>",
    inputs: "%x: memref<6x8x10xf32>",
    results: "%o: memref<4x4xf32>",
    signature: "(tensor<6x8x10xf32>) -> tensor<4x4xf32>",
    host: launch("%x : memref<6x8x10xf32>, %o : memref<4x4xf32>", "%c4"),
    body: `
      %v = memref.subview %x[%g, 1, 0] [1, 6, 5] [1, 1, 2] : memref<6x8x10xf32> to memref<6x5xf32, strided<[10, 2], offset: ?>>
      %w = memref.subview %v[%t, 1] [2, 4] [1, 1] : memref<6x5xf32, strided<[10, 2], offset: ?>> to memref<2x4xf32, strided<[10, 2], offset: ?>>
      %n = memref.dim %w, %c1 : memref<2x4xf32, strided<[10, 2], offset: ?>>
      %last = arith.subi %n, %c1 : index
      %e = memref.load %w[%c1, %last] : memref<2x4xf32, strided<[10, 2], offset: ?>>
      memref.store %e, %o[%g, %t] : memref<4x4xf32>`,
  },
  "collapsed and expanded shapes": {
    args: "%x: memref<4x1x6xf32>, %o: memref<2x2x4xf32>",
    inputs: "%x: memref<4x1x6xf32>",
    results: "%o: memref<2x2x4xf32>",
    signature: "(tensor<4x1x6xf32>) -> tensor<2x2x4xf32>",
    host: launch("%x : memref<4x1x6xf32>, %o : memref<2x2x4xf32>", "%c4"),
    body: `
      %flat = memref.collapse_shape %x [[0, 1, 2]] : memref<4x1x6xf32> into memref<24xf32>
      %wide = memref.expand_shape %flat [[0, 1]] output_shape [3, 8] : memref<24xf32> into memref<3x8xf32>
      %e = memref.load %wide[%c2, %t] : memref<3x8xf32>
      %i = arith.divui %g, %c2 : index
      %j = arith.remui %g, %c2 : index
      memref.store %e, %o[%i, %j, %t] : memref<2x2x4xf32>`,
  },
  "extents that only the launch knows": {
    args: "%x: memref<?x?xf32>, %o: memref<4xf32>, %row: index, %scale: f32, %half: f16, %on: i1, %byte: i8",
    inputs: "%x: memref<4x4xf32>",
    results: "%o: memref<4xf32>",
    signature: "(tensor<4x4xf32>) -> tensor<4xf32>",
    host: `    %d = memref.cast %x : memref<4x4xf32> to memref<?x?xf32>
    %s = arith.constant 1.5 : f32
    %h = arith.constant 0.25 : f16
    %t = arith.constant true
    %b = arith.constant -3 : i8
${launch("%d : memref<?x?xf32>, %o : memref<4xf32>, %c1 : index, %s : f32, %h : f16, %t : i1, %b : i8")}`,
    body: `
      %n = memref.dim %x, %c1 : memref<?x?xf32>
      %back = arith.subi %n, %t : index
      %col = arith.subi %back, %c1 : index
      %e = memref.load %x[%row, %col] : memref<?x?xf32>
      %m = arith.mulf %e, %scale : f32
      %hf = arith.extf %half : f16 to f32
      %bf = arith.sitofp %byte : i8 to f32
      %a = arith.addf %m, %hf : f32
      %b = arith.addf %a, %bf : f32
      %r = arith.select %on, %b, %e : f32
      memref.store %r, %o[%t] : memref<4xf32>`,
  },
  "loops: none, one and many iterations, bounds that are not constant, carried indices": {
    args: "%x: memref<4x4xf32>, %o: memref<4x4xf32>",
    inputs: "%x: memref<4x4xf32>",
    results: "%o: memref<4x4xf32>",
    signature: "(tensor<4x4xf32>) -> tensor<4x4xf32>",
    host: launch("%x : memref<4x4xf32>, %o : memref<4x4xf32>", "%c4"),
    body: `
      %zero = arith.constant 0.0 : f32
      %sum, %where = scf.for %i = %c0 to %t step %c1 iter_args(%s = %zero, %w = %g) -> (f32, index) {
        %e = memref.load %x[%g, %i] : memref<4x4xf32>
        %n = arith.addf %s, %e : f32
        %wn = arith.addi %w, %i : index
        scf.yield %n, %wn : f32, index
      }
      %some = scf.for %i = %g to %c3 step %c2 iter_args(%s = %sum) -> (f32) {
        %inner = scf.for %j = %c0 to %c2 step %c1 iter_args(%q = %s) -> (f32) {
          %e = memref.load %x[%i, %j] : memref<4x4xf32>
          %n = arith.mulf %q, %e : f32
          scf.yield %n : f32
        }
        scf.yield %inner : f32
      }
      %wi = arith.index_cast %where : index to i32
      %wf = arith.sitofp %wi : i32 to f32
      %r = arith.addf %some, %wf : f32
      memref.store %r, %o[%g, %t] : memref<4x4xf32>`,
  },
  "branches that lanes take differently, and a while loop": {
    args: "%x: memref<4xi32>, %o: memref<4xi32>",
    inputs: "%x: memref<4xi32>",
    results: "%o: memref<4xi32>",
    signature: "(tensor<4xi32>) -> tensor<4xi32>",
    host: launch("%x : memref<4xi32>, %o : memref<4xi32>"),
    body: `
      %e = memref.load %x[%t] : memref<4xi32>
      %z = arith.constant 0 : i32
      %three = arith.constant 3 : i32
      %one = arith.constant 1 : i32
      %fifty = arith.constant 50 : i32
      %neg = arith.cmpi slt, %e, %z : i32
      %p = scf.if %neg -> (i32) {
        %m = arith.subi %z, %e : i32
        scf.yield %m : i32
      } else {
        scf.yield %e : i32
      }
      %r:2 = scf.while (%a = %p, %n = %z) : (i32, i32) -> (i32, i32) {
        %go = arith.cmpi slt, %a, %fifty : i32
        scf.condition(%go) %a, %n : i32, i32
      } do {
      ^bb0(%a: i32, %n: i32):
        %b = arith.muli %a, %three : i32
        %c = arith.addi %b, %one : i32
        %k = arith.addi %n, %one : i32
        scf.yield %c, %k : i32, i32
      }
      %s = arith.addi %r#0, %r#1 : i32
      scf.if %neg {
        memref.store %s, %o[%t] : memref<4xi32>
      } else {
        memref.store %r#0, %o[%t] : memref<4xi32>
      }`,
  },
  "shared memory of several types, exchanged at barriers": {
    args: "%x: memref<4xf32>, %o: memref<4xf32>",
    workgroup:
      '%f : memref<4xf32, "shared">, %b : memref<5xi1, "shared">, %h : memref<4xf16, "shared">, %n : memref<4xindex, "shared">, %s : memref<4xi16, "shared">',
    inputs: "%x: memref<4xf32>",
    results: "%o: memref<4xf32>",
    signature: "(tensor<4xf32>) -> tensor<4xf32>",
    host: launch("%x : memref<4xf32>, %o : memref<4xf32>"),
    body: `
      %zero = arith.constant 0.0 : f32
      %e = memref.load %x[%t] : memref<4xf32>
      %p = arith.cmpf ogt, %e, %zero : f32
      %q = arith.truncf %e : f32 to f16
      %m = arith.constant -5 : i16
      %u = arith.subi %c3, %t : index
      memref.store %e, %f[%t] : memref<4xf32, "shared">
      memref.store %p, %b[%t] : memref<5xi1, "shared">
      memref.store %q, %h[%t] : memref<4xf16, "shared">
      memref.store %u, %n[%t] : memref<4xindex, "shared">
      memref.store %m, %s[%t] : memref<4xi16, "shared">
      gpu.barrier
      %other = memref.load %n[%t] : memref<4xindex, "shared">
      %a = memref.load %f[%other] : memref<4xf32, "shared">
      %on = memref.load %b[%other] : memref<5xi1, "shared">
      %hv = memref.load %h[%u] : memref<4xf16, "shared">
      %hf = arith.extf %hv : f16 to f32
      %sv = memref.load %s[%u] : memref<4xi16, "shared">
      %sf = arith.sitofp %sv : i16 to f32
      %c = arith.addf %hf, %sf : f32
      %r = arith.select %on, %a, %c : f32
      memref.store %r, %o[%t] : memref<4xf32>`,
  },
};

describe("buffers, control and launches", () => {
  test.each(Object.entries(cases))("%s", async (_, kernel) => {
    const { refused, text } = await checkPipeline(moduleOf(kernel), ["convert-gpu-to-simt", "canonicalize", "cse"], {
      seeds: [1, 2],
    });
    expect(refused).toEqual([]);
    expect(text).toMatch(/simt\.launch @k/);
  });

  test("neighbouring elements share an address register", async () => {
    const body = `
      %a = memref.load %x[%t, %c0] : memref<4x8xf32>
      %b = memref.load %x[%t, %c3] : memref<4x8xf32>
      %s = arith.addf %a, %b : f32
      memref.store %s, %x[%t, %c1] : memref<4x8xf32>`;
    const text = moduleOf({
      body,
      args: "%x: memref<4x8xf32>",
      inputs: "%i: memref<4x8xf32>",
      results: "%x: memref<4x8xf32>",
      signature: "(tensor<4x8xf32>) -> tensor<4x8xf32>",
      host: launch("%x : memref<4x8xf32>"),
    });
    const { module, problems } = await runPipeline(text, "convert-gpu-to-simt");
    expect(problems).toEqual([]);
    const [kernel] = [...module.region().entry.ops()];
    const names = [...(kernel?.region().entry.ops() ?? [])]
      .map((op) => op.name)
      .filter((name) => name !== "simt.const");
    expect(names).toEqual([
      "simt.mov_tid_x",
      "simt.mad_wide_s32",
      "simt.ld_global_f32",
      "simt.ld_global_f32",
      "simt.add_f32",
      "simt.st_global_f32",
      "simt.return",
    ]);
  });

  test("launches that the instruction set has no form of", async () => {
    const text = moduleOf({
      body: "",
      args: "%x: memref<4xf32>",
      inputs: "%i: memref<4xf32>",
      results: "%x: memref<4xf32>",
      signature: "(tensor<4xf32>) -> tensor<4xf32>",
      host: `    %bytes = arith.constant 64 : i32\n    gpu.launch_func @m::@k blocks in (%c1, %c1, %c1) threads in (%c1, %c1, %c1) dynamic_shared_memory_size %bytes args(%x : memref<4xf32>)`,
    });
    const { problems } = await runPipeline(text, "convert-gpu-to-simt");
    expect(problems).toEqual([
      "'gpu.launch_func' op has no lowering to simt: the size of shared memory is the kernel's",
      "'gpu.launch_func' op has other blocks than (4, 1, 1), which its kernel has",
    ]);
  });
});
