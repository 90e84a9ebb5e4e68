import { expect, test } from "@jest/globals";
import { DenseValue } from "../../../ir/interpret/value.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { f32, i32, i8 } from "../../../ir/core/type-constructors.ts";
import { elementCount, type Type } from "../../../ir/core/types.ts";
import type { Context } from "../../../ir/core/context.ts";
import { newContext, parse, results } from "../../support/mlir.ts";

/** Small integers that look random, so that every sum is exact. */
function sample(shape: readonly number[], element: Type, seed: number): DenseValue {
  const value = DenseValue.zeros(shape, element);
  for (let i = 0; i < value.count; i++) value.set(i, ((i * 7 + seed * 13) % 11) - 5);
  return value;
}

function elements(value: RuntimeValue | undefined): number[] {
  if (!(value instanceof DenseValue)) throw new Error("expected a tensor");
  return Array.from({ length: value.count }, (_, i) => Number(value.get(i)));
}

/** Calls f with every index of a shape. */
function forEachIndex(shape: readonly number[], f: (...index: number[]) => void): void {
  for (let n = 0; n < elementCount(shape); n++) {
    let rest = n;
    f(...[...shape].reverse().map((extent) => { const i = rest % extent; rest = Math.floor(rest / extent); return i; }).reverse()); // prettier-ignore
  }
}

const at = (value: DenseValue, ...index: number[]): number =>
  Number(value.get(index.reduce((p, i, d) => p * (value.shape[d] ?? 1) + i, 0)));

interface Case {
  readonly name: string;
  readonly op: string;
  readonly shapes: readonly (readonly number[])[];
  readonly elements: (context: Context) => readonly Type[];
  readonly expected: (a: DenseValue, b: DenseValue, c: DenseValue) => number[];
}

const names: Record<string, string> = { f32: "f32", i8: "i8", i32: "i32" };
const nameOf = (type: Type): string =>
  type.kind === "float" ? type.name : type.kind === "integer" ? (names[`i${type.width}`] ?? "") : "";
const typeOf = (shape: readonly number[], type: Type): string => `tensor<${[...shape, nameOf(type)].join("x")}>`;

function accumulate(
  c: DenseValue,
  domain: readonly number[],
  out: (i: number[]) => number[],
  term: (i: number[]) => number,
): number[] {
  const sums = elements(c);
  forEachIndex(domain, (...i) => {
    const position = out(i).reduce((p, x, d) => p * (c.shape[d] ?? 1) + x, 0);
    sums[position] = (sums[position] ?? 0) + term(i);
  });
  return sums;
}

const cases: readonly Case[] = [
  {
    name: "matmul",
    op: "linalg.matmul",
    shapes: [[3, 5], [5, 4], [3, 4]],
    elements: (c) => [f32(c), f32(c), f32(c)],
    expected: (a, b, c) => accumulate(c, [3, 4, 5], ([m, n]) => [m!, n!], ([m, n, k]) => at(a, m!, k!) * at(b, k!, n!)),
  },
  {
    name: "matmul i8, i8 -> i32",
    op: "linalg.matmul",
    shapes: [[3, 5], [5, 4], [3, 4]],
    elements: (c) => [i8(c), i8(c), i32(c)],
    expected: (a, b, c) => accumulate(c, [3, 4, 5], ([m, n]) => [m!, n!], ([m, n, k]) => at(a, m!, k!) * at(b, k!, n!)),
  },
  {
    name: "matmul unsigned",
    op: "linalg.matmul {cast = #linalg.type_fn<cast_unsigned>}",
    shapes: [[2, 3], [3, 2], [2, 2]],
    elements: (c) => [i8(c), i8(c), i32(c)],
    expected: (a, b, c) => accumulate(c, [2, 2, 3], ([m, n]) => [m!, n!], ([m, n, k]) => (at(a, m!, k!) & 255) * (at(b, k!, n!) & 255)),
  },
  {
    name: "transposed matmul",
    op: "linalg.matmul indexing_maps = [affine_map<(m, n, k) -> (k, m)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>]",
    shapes: [[5, 3], [5, 4], [3, 4]],
    elements: (c) => [f32(c), f32(c), f32(c)],
    expected: (a, b, c) => accumulate(c, [3, 4, 5], ([m, n]) => [m!, n!], ([m, n, k]) => at(a, k!, m!) * at(b, k!, n!)),
  },
  {
    name: "batch_matmul",
    op: "linalg.batch_matmul",
    shapes: [[2, 3, 5], [2, 5, 4], [2, 3, 4]],
    elements: (c) => [f32(c), f32(c), f32(c)],
    expected: (a, b, c) => accumulate(c, [2, 3, 4, 5], ([s, m, n]) => [s!, m!, n!], ([s, m, n, k]) => at(a, s!, m!, k!) * at(b, s!, k!, n!)),
  },
  {
    name: "conv_2d_nhwc_hwcf, strides and dilations",
    op: "linalg.conv_2d_nhwc_hwcf {strides = dense<[2, 1]> : tensor<2xi64>, dilations = dense<[1, 2]> : tensor<2xi64>}",
    shapes: [[2, 5, 7, 3], [3, 2, 3, 4], [2, 2, 5, 4]],
    elements: (c) => [f32(c), f32(c), f32(c)],
    expected: (a, b, c) =>
      accumulate(c, [2, 2, 5, 4, 3, 2, 3], ([n, h, w, f]) => [n!, h!, w!, f!], ([n, h, w, f, r, s, x]) => at(a, n!, h! * 2 + r!, w! + 2 * s!, x!) * at(b, r!, s!, x!, f!)),
  },
  {
    name: "pooling_nchw_sum",
    op: "linalg.pooling_nchw_sum {strides = dense<2> : vector<2xi64>}",
    shapes: [[1, 2, 4, 6], [2, 2], [1, 2, 2, 3]],
    elements: (c) => [f32(c), f32(c), f32(c)],
    expected: (a, _, c) => accumulate(c, [1, 2, 2, 3, 2, 2], ([n, x, h, w]) => [n!, x!, h!, w!], ([n, x, h, w, r, s]) => at(a, n!, x!, 2 * h! + r!, 2 * w! + s!)),
  },
  {
    name: "matvec",
    op: "linalg.matvec",
    shapes: [[3, 5], [5], [3]],
    elements: (c) => [f32(c), f32(c), f32(c)],
    expected: (a, b, c) => accumulate(c, [3, 5], ([m]) => [m!], ([m, n]) => at(a, m!, n!) * at(b, n!)),
  },
]; // prettier-ignore

test.each(cases)("$name", ({ op, shapes, elements: typesOf, expected }) => {
  const context = newContext();
  const types = typesOf(context);
  const [a, b, c] = shapes.map((shape, i) => typeOf(shape, types[i]!));
  const module = parse(
    `func.func @main(%a: ${a}, %b: ${b}, %c: ${c}) -> ${c} {
       %r = ${op} ins(%a, %b : ${a}, ${b}) outs(%c : ${c}) -> ${c}
       return %r : ${c}
     }`,
    context,
  );
  const [x, y, z] = shapes.map((shape, i) => sample(shape, types[i]!, i));
  expect(elements(results(module, "main", [x!, y!, z!])[0])).toEqual(expected(x!, y!, z!));
});

test("a buffer that is read and written is read as it is at each point, as the loops do", () => {
  const [first, second] = results(
    `func.func @main() -> (i32, i32) {
       %c0 = arith.constant 0 : index
       %c1 = arith.constant 1 : index
       %one = arith.constant 1 : i32
       %two = arith.constant 2 : i32
       %m = memref.alloc() : memref<2x2xi32>
       %a = memref.alloc() : memref<2xi32>
       linalg.fill ins(%one : i32) outs(%m : memref<2x2xi32>)
       memref.store %one, %a[%c0] : memref<2xi32>
       memref.store %two, %a[%c1] : memref<2xi32>
       linalg.matvec ins(%m, %a : memref<2x2xi32>, memref<2xi32>) outs(%a : memref<2xi32>)
       %x = memref.load %a[%c0] : memref<2xi32>
       %y = memref.load %a[%c1] : memref<2xi32>
       return %x, %y : i32, i32
     }`,
    "main",
  );
  expect([first, second]).toEqual([4, 12]);
});

const small = `
  #id = affine_map<(d0, d1) -> (d0, d1)>
  #row = affine_map<(d0, d1) -> (d0)>
  func.func @transpose(%a: tensor<2x3xf32>) -> tensor<3x2xf32> {
    %e = tensor.empty() : tensor<3x2xf32>
    %r = linalg.transpose ins(%a : tensor<2x3xf32>) outs(%e : tensor<3x2xf32>) permutation = [1, 0]
    return %r : tensor<3x2xf32>
  }
  func.func @transpose3(%a: tensor<1x2x3xf32>) -> tensor<3x1x2xf32> {
    %e = tensor.empty() : tensor<3x1x2xf32>
    %r = linalg.transpose ins(%a : tensor<1x2x3xf32>) outs(%e : tensor<3x1x2xf32>) permutation = [2, 0, 1]
    return %r : tensor<3x1x2xf32>
  }
  func.func @broadcast(%a: tensor<2xf32>) -> tensor<3x2xf32> {
    %e = tensor.empty() : tensor<3x2xf32>
    %r = linalg.broadcast ins(%a : tensor<2xf32>) outs(%e : tensor<3x2xf32>) dimensions = [0]
    return %r : tensor<3x2xf32>
  }
  func.func @reduce(%a: tensor<2x3xf32>) -> tensor<2xf32> {
    %z = arith.constant dense<1.0> : tensor<2xf32>
    %r = linalg.reduce { arith.addf } ins(%a : tensor<2x3xf32>) outs(%z : tensor<2xf32>) dimensions = [1]
    return %r : tensor<2xf32>
  }
  func.func @map(%a: tensor<2x3xf32>) -> tensor<2x3xf32> {
    %e = tensor.empty() : tensor<2x3xf32>
    %r = linalg.map { arith.mulf } ins(%a, %a : tensor<2x3xf32>, tensor<2x3xf32>) outs(%e : tensor<2x3xf32>)
    return %r : tensor<2x3xf32>
  }
  func.func @fill(%a: tensor<2x3xf32>) -> tensor<2x3xf32> {
    %f = arith.constant 2.5 : f32
    %r = linalg.fill ins(%f : f32) outs(%a : tensor<2x3xf32>) -> tensor<2x3xf32>
    return %r : tensor<2x3xf32>
  }
  func.func @index(%a: tensor<2x3xf32>) -> tensor<2xf32> {
    %z = arith.constant dense<0.0> : tensor<2xf32>
    %r = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]} ins(%a : tensor<2x3xf32>) outs(%z : tensor<2xf32>) {
    ^bb0(%x: f32, %s: f32):
      %i = linalg.index 0 : index
      %j = linalg.index 1 : index
      %k = arith.addi %i, %j : index
      %l = arith.index_cast %k : index to i32
      %m = arith.sitofp %l : i32 to f32
      %p = arith.mulf %m, %x : f32
      %t = arith.addf %s, %p : f32
      linalg.yield %t : f32
    } -> tensor<2xf32>
    return %r : tensor<2xf32>
  }
  func.func @buffers(%a: tensor<2x3xf32>) -> tensor<2x3xf32> {
    %m = bufferization.to_buffer %a : tensor<2x3xf32> to memref<2x3xf32>
    %v = memref.subview %m[0, 1] [2, 2] [1, 1] : memref<2x3xf32> to memref<2x2xf32, strided<[3, 1], offset: 1>>
    linalg.add ins(%v, %v : memref<2x2xf32, strided<[3, 1], offset: 1>>, memref<2x2xf32, strided<[3, 1], offset: 1>>) outs(%v : memref<2x2xf32, strided<[3, 1], offset: 1>>)
    %r = bufferization.to_tensor %m restrict : memref<2x3xf32> to tensor<2x3xf32>
    return %r : tensor<2x3xf32>
  }`;

test.each([
  ["transpose", [2, 3], [0, 3, 1, 4, 2, 5]],
  ["transpose3", [1, 2, 3], [0, 3, 1, 4, 2, 5]],
  ["broadcast", [2], [0, 1, 0, 1, 0, 1]],
  ["reduce", [2, 3], [4, 13]],
  ["map", [2, 3], [0, 1, 4, 9, 16, 25]],
  ["fill", [2, 3], [2.5, 2.5, 2.5, 2.5, 2.5, 2.5]],
  ["index", [2, 3], [0 * 0 + 1 * 1 + 2 * 2, 1 * 3 + 2 * 4 + 3 * 5]],
  ["buffers", [2, 3], [0, 2, 4, 3, 8, 10]],
])("%s", (name, shape, expected) => {
  const context = newContext();
  const a = DenseValue.zeros(shape, f32(context));
  for (let i = 0; i < a.count; i++) a.set(i, i);
  expect(elements(results(parse(small, context), name, [a])[0])).toEqual(expected);
});
