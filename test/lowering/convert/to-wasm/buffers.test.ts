// Transfers at the edges of buffers and through views, loops and branches, kernels and calls: the same bytes three ways.
import { describe, expect, test } from "@jest/globals";
import { symbolName } from "../../../../ir/core/symbol-table.ts";
import { parse } from "../../../support/mlir.ts";
import { inputsFor, lower, threeWays, type ThreeWays } from "./three-ways.ts";

async function same(text: string, pipeline?: string): Promise<ThreeWays> {
  const ways = await threeWays(text, inputsFor(text), pipeline);
  expect(ways.converted).toEqual(ways.before);
  expect(ways.native).toEqual(ways.before);
  return ways;
}

const elements = ["f32", "i8", "i16", "i1", "i64", "f64"];
const zero = (element: string): string =>
  element === "i1" ? "true" : element.startsWith("f") ? "-1.5 : " + element : `3 : ${element}`;

describe("transfers", () => {
  test.each(elements)("past the end in both dimensions, %s", async (element) => {
    for (const [rows, columns] of [
      [2, 3],
      [4, 8],
      [1, 5],
      [3, 17],
    ] as const) {
      const vector = `vector<${rows}x${columns}x${element}>`;
      await same(`
      func.func @main(%a: memref<7x11x${element}>, %b: memref<9x10x${element}>) {
        %c0 = arith.constant 0 : index
        %c2 = arith.constant 2 : index
        %c3 = arith.constant 3 : index
        %c8 = arith.constant 8 : index
        %c12 = arith.constant 12 : index
        %p = arith.constant ${zero(element)}
        scf.for %i = %c0 to %c8 step %c2 {
          scf.for %j = %c0 to %c12 step %c3 {
            %v = vector.transfer_read %a[%i, %j], %p : memref<7x11x${element}>, ${vector}
            vector.transfer_write %v, %b[%i, %j] : ${vector}, memref<9x10x${element}>
          }
        }
        return
      }`);
    }
  });
  test.each(elements)("transposed, repeated, and along rows of strided views, %s", async (element) => {
    await same(`
    func.func @main(%a: memref<12x10x${element}>, %b: memref<20x7x${element}>) {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %c5 = arith.constant 5 : index
      %p = arith.constant ${zero(element)}
      %s = memref.subview %a[1, 2] [5, 4] [2, 2] : memref<12x10x${element}> to memref<5x4x${element}, strided<[20, 2], offset: 12>>
      %t = vector.transfer_read %s[%c1, %c0], %p {permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : memref<5x4x${element}, strided<[20, 2], offset: 12>>, vector<3x6x${element}>
      %r = vector.transfer_read %s[%c1, %c1], %p {permutation_map = affine_map<(d0, d1) -> (d0, 0)>} : memref<5x4x${element}, strided<[20, 2], offset: 12>>, vector<6x5x${element}>
      %u = vector.transfer_read %s[%c0, %c1], %p {in_bounds = [true, true], permutation_map = affine_map<(d0, d1) -> (0, d1)>} : memref<5x4x${element}, strided<[20, 2], offset: 12>>, vector<2x3x${element}>
      vector.transfer_write %t, %b[%c0, %c1] : vector<3x6x${element}>, memref<20x7x${element}>
      vector.transfer_write %r, %b[%c5, %c0] {in_bounds = [true, true]} : vector<6x5x${element}>, memref<20x7x${element}>
      vector.transfer_write %u, %s[%c1, %c1] : vector<2x3x${element}>, memref<5x4x${element}, strided<[20, 2], offset: 12>>
      %w = memref.subview %b[12, 0] [7, 3] [1, 1] : memref<20x7x${element}> to memref<7x3x${element}, strided<[7, 1], offset: 84>>
      vector.transfer_write %t, %w[%c1, %c1] {permutation_map = affine_map<(d0, d1) -> (d1, d0)>} : vector<3x6x${element}>, memref<7x3x${element}, strided<[7, 1], offset: 84>>
      return
    }`);
  });
  test.each(elements)("masked, %s", async (element) => {
    for (const columns of [3, 4, 9]) {
      const vector = `vector<2x${columns}x${element}>`;
      await same(`
      func.func @main(%a: memref<5x9x${element}>, %b: memref<5x9x${element}>) {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c2 = arith.constant 2 : index
        %c5 = arith.constant 5 : index
        %p = arith.constant ${zero(element)}
        scf.for %i = %c0 to %c5 step %c1 {
          %m = vector.create_mask %c2, %i : vector<2x${columns}xi1>
          %v = vector.transfer_read %a[%i, %c2], %p, %m : memref<5x9x${element}>, ${vector}
          vector.transfer_write %v, %b[%i, %c1], %m : ${vector}, memref<5x9x${element}>
        }
        return
      }`);
    }
  });
  test("through views whose sizes are known at run time only", async () => {
    await same(`
    func.func @main(%a: memref<13x10xf32>, %b: memref<13x10xf32>) {
      %c0 = arith.constant 0 : index
      %c4 = arith.constant 4 : index
      %c13 = arith.constant 13 : index
      %p = arith.constant 0.0 : f32
      scf.for %i = %c0 to %c13 step %c4 {
        %rest = arith.subi %c13, %i : index
        %n = arith.minsi %rest, %c4 : index
        %x = memref.subview %a[%i, 1] [%n, 9] [1, 1] : memref<13x10xf32> to memref<?x9xf32, strided<[10, 1], offset: ?>>
        %y = memref.subview %b[%i, 0] [%n, 9] [1, 1] : memref<13x10xf32> to memref<?x9xf32, strided<[10, 1], offset: ?>>
        %s = scf.for %j = %c0 to %c4 step %c4 iter_args(%acc = %p) -> (f32) {
          %v = vector.transfer_read %x[%c0, %j], %p : memref<?x9xf32, strided<[10, 1], offset: ?>>, vector<4x8xf32>
          vector.transfer_write %v, %y[%c0, %j] : vector<4x8xf32>, memref<?x9xf32, strided<[10, 1], offset: ?>>
          %f = vector.extract %v[0, 0] : f32 from vector<4x8xf32>
          %g = arith.addf %f, %acc : f32
          scf.yield %g : f32
        }
        memref.store %s, %y[%c0, %c0] : memref<?x9xf32, strided<[10, 1], offset: ?>>
      }
      return
    }`);
  });
});

describe("loops and branches", () => {
  test("for, if, while, index_switch carry scalars, vectors and buffers", async () => {
    await same(`
    func.func @main(%a: memref<4x5xf32>, %b: memref<4x5xf32>, %n: memref<4xi32>) {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %c4 = arith.constant 4 : index
      %p = arith.constant 0.0 : f32
      %one = arith.constant 1 : i32
      %v0 = arith.constant dense<0.5> : vector<5xf32>
      %x:2 = scf.for %i = %c0 to %c4 step %c1 iter_args(%from = %a, %acc = %v0) -> (memref<4x5xf32>, vector<5xf32>) {
        %v = vector.transfer_read %from[%i, %c0], %p {in_bounds = [true]} : memref<4x5xf32>, vector<5xf32>
        %k = memref.load %n[%i] : memref<4xi32>
        %neg = arith.cmpi slt, %k, %one : i32
        %w, %other = scf.if %neg -> (vector<5xf32>, memref<4x5xf32>) {
          %t = arith.addf %v, %acc : vector<5xf32>
          scf.yield %t, %b : vector<5xf32>, memref<4x5xf32>
        } else {
          scf.yield %v, %a : vector<5xf32>, memref<4x5xf32>
        }
        vector.transfer_write %w, %b[%i, %c0] {in_bounds = [true]} : vector<5xf32>, memref<4x5xf32>
        %r = scf.index_switch %i -> vector<5xf32>
        case 1 { scf.yield %w : vector<5xf32> }
        case 3 { scf.yield %acc : vector<5xf32> }
        default { scf.yield %v : vector<5xf32> }
        scf.yield %other, %r : memref<4x5xf32>, vector<5xf32>
      }
      %c20 = arith.constant 20 : i32
      %end:2 = scf.while (%i = %one, %z = %x#1) : (i32, vector<5xf32>) -> (vector<5xf32>, i32) {
        %go = arith.cmpi slt, %i, %c20 : i32
        scf.condition(%go) %z, %i : vector<5xf32>, i32
      } do {
      ^bb0(%z: vector<5xf32>, %i: i32):
        %m = arith.mulf %z, %v0 : vector<5xf32>
        %twice = arith.addi %i, %i : i32
        scf.yield %twice, %m : i32, vector<5xf32>
      }
      vector.transfer_write %end#0, %a[%c0, %c0] {in_bounds = [true]} : vector<5xf32>, memref<4x5xf32>
      memref.store %end#1, %n[%c0] : memref<4xi32>
      return
    }`);
  });
  test("loops that may not run", async () => {
    await same(`
    func.func @main(%n: memref<3xindex>, %out: memref<3xindex>) {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %c3 = arith.constant 3 : index
      scf.for %i = %c0 to %c3 step %c1 {
        %e = memref.load %n[%i] : memref<3xindex>
        %s = scf.for %j = %c1 to %e step %c3 iter_args(%x = %c0) -> (index) {
          %y = arith.addi %x, %j : index
          scf.yield %y : index
        }
        memref.store %s, %out[%i] : memref<3xindex>
      }
      return
    }`);
  });
});

describe("buffers", () => {
  test("views, copies, globals, calls", async () => {
    await same(`
    memref.global "private" constant @weights : memref<2x6xf32> = dense<[[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [7.0, 8.0, 9.0, 10.0, 11.0, 12.0]]>
    memref.global "private" constant @flags : memref<3xi1> = dense<[true, false, true]>
    memref.global "private" constant @same : memref<7xi16> = dense<-3>
    func.func private @scale(%m: memref<3x4xf32, strided<[?, 1], offset: ?>>, %by: f32) -> f32 {
      %c2 = arith.constant 2 : index
      %c1 = arith.constant 1 : index
      %x = memref.load %m[%c2, %c1] : memref<3x4xf32, strided<[?, 1], offset: ?>>
      %y = arith.mulf %x, %by : f32
      memref.store %y, %m[%c1, %c1] : memref<3x4xf32, strided<[?, 1], offset: ?>>
      return %y : f32
    }
    func.func @main(%a: memref<6x8xf32>, %b: memref<6x8xf32>, %f: memref<3xi1>, %h: memref<7xi16>) {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %w = memref.get_global @weights : memref<2x6xf32>
      %e = memref.expand_shape %w [[0], [1, 2]] output_shape [2, 3, 2] : memref<2x6xf32> into memref<2x3x2xf32>
      %x = memref.load %e[%c1, %c1, %c0] : memref<2x3x2xf32>
      %s = memref.subview %a[1, 2] [3, 4] [2, 1] : memref<6x8xf32> to memref<3x4xf32, strided<[16, 1], offset: 10>>
      %d = memref.cast %s : memref<3x4xf32, strided<[16, 1], offset: 10>> to memref<3x4xf32, strided<[?, 1], offset: ?>>
      %y = func.call @scale(%d, %x) : (memref<3x4xf32, strided<[?, 1], offset: ?>>, f32) -> f32
      %t = memref.subview %b[0, 0] [3, 4] [1, 2] : memref<6x8xf32> to memref<3x4xf32, strided<[8, 2]>>
      memref.copy %d, %t : memref<3x4xf32, strided<[?, 1], offset: ?>> to memref<3x4xf32, strided<[8, 2]>>
      %q = memref.subview %a[4, 0] [2, 8] [1, 1] : memref<6x8xf32> to memref<2x8xf32, strided<[8, 1], offset: 32>>
      %r = memref.subview %b[3, 0] [2, 8] [1, 1] : memref<6x8xf32> to memref<2x8xf32, strided<[8, 1], offset: 24>>
      memref.copy %q, %r : memref<2x8xf32, strided<[8, 1], offset: 32>> to memref<2x8xf32, strided<[8, 1], offset: 24>>
      %flat = memref.collapse_shape %b [[0, 1]] : memref<6x8xf32> into memref<48xf32>
      %i = arith.constant 47 : index
      memref.store %y, %flat[%i] : memref<48xf32>
      %again = memref.reinterpret_cast %b to offset: [5], sizes: [2, 3], strides: [8, 1] : memref<6x8xf32> to memref<2x3xf32, strided<[8, 1], offset: 5>>
      memref.store %x, %again[%c1, %c1] : memref<2x3xf32, strided<[8, 1], offset: 5>>
      %flags = memref.get_global @flags : memref<3xi1>
      memref.copy %flags, %f : memref<3xi1> to memref<3xi1>
      %same = memref.get_global @same : memref<7xi16>
      memref.copy %same, %h : memref<7xi16> to memref<7xi16>
      return
    }`);
  });
  test("scalars of every width, loaded, computed, stored", async () => {
    for (const element of ["i1", "i8", "i16", "i32", "i64"]) {
      const type = `memref<6x${element}>`;
      const width =
        element === "i1"
          ? ""
          : `
        %six = arith.constant 3 : ${element}
        %s0 = arith.shli %x, %six : ${element}
        %s1 = arith.shrui %y, %six : ${element}
        %s2 = arith.shrsi %s0, %six : ${element}
        %lz = math.ctlz %s1 : ${element}
        %tz = math.cttz %s1 : ${element}
        %pc = math.ctpop %y : ${element}
        %q0 = arith.xori %s2, %lz : ${element}
        %q1 = arith.addi %q0, %tz : ${element}
        %q2 = arith.subi %q1, %pc : ${element}`;
      await same(`
      func.func @main(%a: ${type}, %b: ${type}) {
        %c0 = arith.constant 0 : index
        %c1 = arith.constant 1 : index
        %c5 = arith.constant 5 : index
        scf.for %i = %c0 to %c5 step %c1 {
          %j = arith.addi %i, %c1 : index
          %x = memref.load %a[%i] : ${type}
          %y = memref.load %a[%j] : ${type}
          ${width}
          %m = arith.muli %x, %y : ${element}
          %d = arith.subi %m, ${width === "" ? "%x" : "%q2"} : ${element}
          %g = arith.maxui %d, %y : ${element}
          %h = arith.cmpi sgt, %g, %x : ${element}
          %r = arith.select %h, %g, %y : ${element}
          memref.store %r, %b[%i] : ${type}
        }
        return
      }`);
    }
  });
});

describe("kernels", () => {
  const text = `
  module attributes {terrace.machine = "cpu", terrace.note = "kept"} {
    tile.kernel @k(%a: memref<10x12xf32> read, %b: memref<10x12xf32> write, %s: f32) {
      %c0 = arith.constant 0 : index
      %c4 = arith.constant 4 : index
      %c8 = arith.constant 8 : index
      %p = arith.constant 0.0 : f32
      %i = tile.program_id 0
      %j = tile.program_id 1
      %n = tile.num_programs 1
      %t = tile.alloc : memref<4x8xf32>
      %u = tile.alloc : memref<4x8xf32>
      %row = arith.muli %i, %c4 : index
      %column = arith.muli %j, %c8 : index
      %v = vector.transfer_read %a[%row, %column], %p : memref<10x12xf32>, vector<4x8xf32>
      vector.transfer_write %v, %t[%c0, %c0] {in_bounds = [true, true]} : vector<4x8xf32>, memref<4x8xf32>
      memref.copy %t, %u : memref<4x8xf32> to memref<4x8xf32>
      %w = vector.transfer_read %u[%c0, %c0], %p {in_bounds = [true, true]} : memref<4x8xf32>, vector<4x8xf32>
      %m = arith.index_cast %n : index to i32
      %f = arith.sitofp %m : i32 to f32
      %g = arith.addf %f, %s : f32
      %h = vector.broadcast %g : f32 to vector<4x8xf32>
      %r = arith.mulf %w, %h : vector<4x8xf32>
      vector.transfer_write %r, %b[%row, %column] : vector<4x8xf32>, memref<10x12xf32>
      tile.return
    }
    func.func @main(%a: memref<10x12xf32>, %b: memref<10x12xf32>) {
      %c0 = arith.constant 0 : index
      %c3 = arith.constant 3 : index
      %c2 = arith.constant 2 : index
      %x = memref.alloc() : memref<10x12xf32>
      %y = memref.alloc() : memref<10x12xf32>
      %z = memref.alloc() : memref<10x12xf32>
      %s = memref.load %a[%c0, %c0] : memref<10x12xf32>
      tile.launch @k grid(%c3, %c2) args(%a : memref<10x12xf32>, %x : memref<10x12xf32>, %s : f32)
      tile.launch @k grid(%c3, %c2) args(%x : memref<10x12xf32>, %y : memref<10x12xf32>, %s : f32)
      tile.launch @k grid(%c3, %c2) args(%y : memref<10x12xf32>, %z : memref<10x12xf32>, %s : f32)
      tile.launch @k grid(%c3, %c2) args(%z : memref<10x12xf32>, %b : memref<10x12xf32>, %s : f32)
      memref.dealloc %x : memref<10x12xf32>
      return
    }
  }`;
  test("in the same module, with local buffers in the arena", async () => {
    const { text: converted } = await same(text, "memory-plan,convert-to-wasm,canonicalize,cse");
    expect(converted).toContain('terrace.note = "kept"');
    // Two buffers of the host live at once (512 bytes each), and two of the kernel (128 bytes each).
    expect(converted).toContain("terrace.arena_bytes = 1280 : i64");
  });
  test("launched through the embedder", async () => {
    const module = parse(text);
    const before = [...module.region().entry.ops()].find((op) => op.name === "tile.kernel");
    await lower(module, "convert-to-wasm{kernels=import}").catch(() => undefined);
    expect([...module.region().entry.ops()].map((op) => op.name)).toEqual(["tile.kernel", "func.func"]);
    const planned = parse(text.replace('"cpu"', '"gpu"'));
    await lower(planned, "memory-plan,convert-to-wasm{kernels=import}");
    const names = [...planned.region().entry.ops()].map((op) => [op.name, symbolName(op)]);
    expect(names).toContainEqual(["wasm.import_func", "launch_k"]);
    expect(names).toContainEqual(["tile.kernel", "k"]);
    expect(before?.name).toBe("tile.kernel");
  });
});

test("what cannot be converted is refused by name, all of it, before anything changes", async () => {
  const module = parse(`
  func.func @main(%a: memref<?xf32>, %x: f16) {
    %c0 = arith.constant 0 : index
    %y = arith.addf %x, %x : f16
    %b = memref.alloc() : memref<4xf32>
    %v = arith.constant dense<0.0> : vector<4xf32>
    %e = math.exp %v : vector<4xf32>
    return
  }
  func.func private @other(%b: memref<4xf32>, %i: vector<4xindex>, %m: vector<4xi1>, %p: vector<4xf32>) {
    %c0 = arith.constant 0 : index
    %0 = vector.gather %b[%c0] [%i], %m, %p : memref<4xf32>, vector<4xindex>, vector<4xi1>, vector<4xf32> into vector<4xf32>
    %f = math.exp %p : vector<4xf32>
    return
  }`);
  const failure = await lower(module, "convert-to-wasm").then(
    () => "",
    (error: unknown) => String(error),
  );
  expect(failure).toContain(
    "'func.func' op cannot be converted to WebAssembly: parameter of dynamic shape 'memref<?xf32>'",
  );
  expect(failure).toContain("'vector.gather' op cannot be converted to WebAssembly: there is no rule for it");
  expect(failure).toContain("'math.exp' op cannot be converted to WebAssembly");
  expect([...module.region().entry.ops()].map((op) => op.name)).toEqual(["func.func", "func.func"]);
});
