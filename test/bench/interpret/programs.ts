// The programs of `npm run bench:interpret`: text with an entry @main, inputs, how many scalar operations one run makes, and the same in plain
// JavaScript where there is a fair peer.
import type { Context } from "../../../ir/core/context.ts";
import { f32, i32, i8 } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";

export interface Program {
  readonly name: string;
  readonly text: string;
  readonly args: (context: Context) => readonly RuntimeValue[];
  /** Scalar operations of one run; what a loop does to count is not counted. */
  readonly operations: number;
  readonly peer?: () => unknown;
}

const iterations = 200_000;

/** A counted loop of four dependent operations on one carried scalar. */
function loop(type: string, body: readonly string[], start: string, peer: () => unknown): Program {
  return {
    name: `scf.for, ${type}, ${body.length} ops`,
    text: `func.func @main(%n: index, %c: ${type}) -> ${type} {
      %zero = arith.constant 0 : index
      %one = arith.constant 1 : index
      %r = scf.for %i = %zero to %n step %one iter_args(%x0 = %c) -> (${type}) {
        ${body.map((op, i) => `%x${i + 1} = ${op.replaceAll("$", `%x${i}`)} : ${type}`).join("\n        ")}
        scf.yield %x${body.length} : ${type}
      }
      return %r : ${type}
    }`,
    args: () => [iterations, start.endsWith("n") ? BigInt(start.slice(0, -1)) : Number(start)],
    operations: iterations * body.length,
    peer,
  };
}

function intLoop(): number {
  let x = 7;
  for (let i = 0; i < iterations; i++) x = (Math.imul((x + 7) | 0, 7) ^ 7) - 7;
  return x;
}
function bigLoop(): bigint {
  let x = 7n;
  for (let i = 0; i < iterations; i++) {
    x = BigInt.asIntN(64, x + 7n);
    x = BigInt.asIntN(64, x * 7n);
    x = BigInt.asIntN(64, x ^ 7n);
    x = BigInt.asIntN(64, x - 7n);
  }
  return x;
}
function floatLoop(): number {
  const c = Math.fround(1.0001);
  let x = c;
  for (let i = 0; i < iterations; i++) {
    x = Math.fround(x * c);
    x = Math.fround(x + c);
    x = Math.fround(x - c);
    x = Math.fround(x * c);
  }
  return x;
}

const integerBody = ["arith.addi $, %c", "arith.muli $, %c", "arith.xori $, %c", "arith.subi $, %c"];
const floatBody = ["arith.mulf $, %c", "arith.addf $, %c", "arith.subf $, %c", "arith.mulf $, %c"];

/** Small numbers, the same ones every time. */
function filled(shape: readonly number[], element: Type): DenseValue {
  const value = DenseValue.zeros(shape, element);
  for (let i = 0; i < value.count; i++) value.set(i, ((i * 7) % 11) - 5);
  return value;
}

const wide = 65_536;

function elementwise(kind: "tensor" | "vector"): Program {
  const type = `${kind}<${wide}xf32>`;
  return {
    name: `arith on ${type}, 3 ops`,
    text: `func.func @main(%a: ${type}, %b: ${type}) -> ${type} {
      %0 = arith.addf %a, %b : ${type}
      %1 = arith.mulf %0, %b : ${type}
      %2 = arith.maximumf %1, %a : ${type}
      return %2 : ${type}
    }`,
    args: (context) => [filled([wide], f32(context)), filled([wide], f32(context))],
    operations: 3 * wide,
    peer: floatsElementwise,
  };
}

const left = Float32Array.from({ length: wide }, (_, i) => ((i * 7) % 11) - 5);
function floatsElementwise(): Float32Array {
  const out = new Float32Array(wide);
  for (let i = 0; i < wide; i++) {
    const sum = Math.fround(left[i]! + left[i]!);
    out[i] = Math.max(Math.fround(sum * left[i]!), left[i]!);
  }
  return out;
}

const side = 256;

function matmul(lhs: string, out: string, types: (context: Context) => readonly [Type, Type]): Program {
  return {
    name: `linalg.matmul 256x256x256, ${lhs} -> ${out}`,
    text: `func.func @main(%a: tensor<256x256x${lhs}>, %b: tensor<256x256x${lhs}>, %c: tensor<256x256x${out}>) -> tensor<256x256x${out}> {
      %0 = linalg.matmul ins(%a, %b : tensor<256x256x${lhs}>, tensor<256x256x${lhs}>) outs(%c : tensor<256x256x${out}>) -> tensor<256x256x${out}>
      return %0 : tensor<256x256x${out}>
    }`,
    args: (context) => {
      const [from, to] = types(context);
      return [filled([side, side], from), filled([side, side], from), filled([side, side], to)];
    },
    operations: 2 * side ** 3,
    peer: lhs === "f32" ? floatMatmul : intMatmul,
  };
}

function floatMatmul(): Float32Array {
  const out = new Float32Array(side * side);
  for (let i = 0; i < side; i++)
    for (let k = 0; k < side; k++)
      for (let j = 0; j < side; j++) out[i * side + j]! += Math.fround(left[i * side + k]! * left[k * side + j]!);
  return out;
}
const bytes = Int8Array.from(left);
function intMatmul(): Int32Array {
  const out = new Int32Array(side * side);
  for (let i = 0; i < side; i++)
    for (let k = 0; k < side; k++)
      for (let j = 0; j < side; j++) out[i * side + j]! += Math.imul(bytes[i * side + k]!, bytes[k * side + j]!);
  return out;
}

/** linalg.generic over a square: `reduced` sums along the rows. */
function generic(name: string, operations: number, body: string, reduced: boolean, peer: () => unknown): Program {
  const out = reduced ? "tensor<256xf32>" : "tensor<256x256xf32>";
  return {
    name,
    text: `func.func @main(%a: tensor<256x256xf32>, %b: tensor<256x256xf32>, %c: ${out}) -> ${out} {
      %0 = linalg.generic {
          indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j, i)>, affine_map<(i, j) -> (${reduced ? "i" : "i, j"})>],
          iterator_types = ["parallel", "${reduced ? "reduction" : "parallel"}"]}
        ins(%a, %b : tensor<256x256xf32>, tensor<256x256xf32>) outs(%c : ${out}) {
        ^bb0(%x: f32, %y: f32, %z: f32):
          ${body}
      } -> ${out}
      return %0 : ${out}
    }`,
    args: (context) => {
      const element = f32(context);
      return [
        filled([side, side], element),
        filled([side, side], element),
        filled(reduced ? [side] : [side, side], element),
      ];
    },
    operations: operations * side * side,
    peer,
  };
}

function genericPeer(): Float32Array {
  const out = new Float32Array(side * side);
  for (let i = 0; i < side; i++)
    for (let j = 0; j < side; j++) {
      const x = left[i * side + j]!;
      const product = Math.fround(x * left[j * side + i]!);
      const chosen = product > x ? product : x;
      out[i * side + j] = Math.fround(Math.exp(Math.fround(chosen - x)));
    }
  return out;
}
function rowPeer(): Float32Array {
  const out = new Float32Array(side);
  for (let i = 0; i < side; i++)
    for (let j = 0; j < side; j++) {
      const difference = Math.fround(left[i * side + j]! - left[j * side + i]!);
      out[i]! += Math.fround(difference * difference);
    }
  return out;
}

const nest = 256;
const stored = new Float32Array(nest * nest);
function storePeer(): number {
  const out = new Float32Array(nest * nest);
  for (let i = 0; i < nest; i++)
    for (let j = 0; j < nest; j++) out[i * nest + j] = Math.fround(left[i * nest + j]! + stored[i * nest + j]!);
  return out[0]!;
}

/** Loops over a square, with `access` in the middle. */
const loops = (access: string): string => `
      %zero = arith.constant 0 : index
      %one = arith.constant 1 : index
      %n = arith.constant ${nest} : index
      scf.for %i = %zero to %n step %one {
        scf.for %j = %zero to %n step %one {
          ${access}
        }
      }`;

const square = `memref<${nest}x${nest}xf32>`;
const buffers: Program = {
  name: "scf nest, 2 memref.load, addf, memref.store",
  text: `func.func @main(%v: f32) {
      %a = memref.alloc() : ${square}
      linalg.fill ins(%v : f32) outs(%a : ${square})
      ${loops(`%x = memref.load %a[%i, %j] : ${square}
          %y = memref.load %a[%j, %i] : ${square}
          %z = arith.addf %x, %y : f32
          memref.store %z, %a[%i, %j] : ${square}`)}
      memref.dealloc %a : ${square}
      return
    }`,
  args: () => [1.5],
  operations: 4 * nest * nest,
  peer: storePeer,
};

const insertions: Program = {
  name: "scf nest, tensor.extract, addf, tensor.insert",
  text: `func.func @main(%a: tensor<${nest}x${nest}xf32>) -> tensor<${nest}x${nest}xf32> {
      %zero = arith.constant 0 : index
      %one = arith.constant 1 : index
      %n = arith.constant ${nest} : index
      %r = scf.for %i = %zero to %n step %one iter_args(%t = %a) -> tensor<${nest}x${nest}xf32> {
        %u = scf.for %j = %zero to %n step %one iter_args(%s = %t) -> tensor<${nest}x${nest}xf32> {
          %x = tensor.extract %s[%i, %j] : tensor<${nest}x${nest}xf32>
          %y = arith.addf %x, %x : f32
          %w = tensor.insert %y into %s[%i, %j] : tensor<${nest}x${nest}xf32>
          scf.yield %w : tensor<${nest}x${nest}xf32>
        }
        scf.yield %u : tensor<${nest}x${nest}xf32>
      }
      return %r : tensor<${nest}x${nest}xf32>
    }`,
  args: (context) => [filled([nest, nest], f32(context))],
  operations: 3 * nest * nest,
  peer: storePeer,
};

const reduction: Program = {
  name: "stablehlo.reduce with a body of 3 ops",
  text: `func.func @main(%a: tensor<256x256xf32>, %init: tensor<f32>) -> tensor<256xf32> {
      %0 = stablehlo.reduce(%a init: %init) across dimensions = [1] : (tensor<256x256xf32>, tensor<f32>) -> tensor<256xf32>
        reducer(%x: tensor<f32>, %y: tensor<f32>) {
          %1 = stablehlo.multiply %y, %y : tensor<f32>
          %2 = stablehlo.abs %1 : tensor<f32>
          %3 = stablehlo.add %x, %2 : tensor<f32>
          stablehlo.return %3 : tensor<f32>
        }
      return %0 : tensor<256xf32>
    }`,
  args: (context) => [filled([side, side], f32(context)), filled([], f32(context))],
  operations: 3 * side * side,
  peer: rowPeer,
};

const contract: Program = {
  name: "vector.contract 64x64x64, f32",
  text: `func.func @main(%a: vector<64x64xf32>, %b: vector<64x64xf32>, %c: vector<64x64xf32>) -> vector<64x64xf32> {
      %0 = vector.contract {indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>],
        iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %a, %b, %c
        : vector<64x64xf32>, vector<64x64xf32> into vector<64x64xf32>
      return %0 : vector<64x64xf32>
    }`,
  args: (context) => [1, 2, 3].map(() => filled([64, 64], f32(context))),
  operations: 2 * 64 ** 3,
};

export const programs: readonly Program[] = [
  loop("i32", integerBody, "7", intLoop),
  loop("i64", integerBody, "7n", bigLoop),
  loop("f32", floatBody, String(Math.fround(1.0001)), floatLoop),
  loop("index", integerBody.slice(0, 1).concat(integerBody.slice(2)), "7", intLoop),
  elementwise("tensor"),
  elementwise("vector"),
  matmul("f32", "f32", (context) => [f32(context), f32(context)]),
  matmul("i8", "i32", (context) => [i8(context), i32(context)]),
  contract,
  generic(
    "linalg.generic, 5 ops, one operand transposed",
    5,
    `%1 = arith.mulf %x, %y : f32
          %2 = arith.cmpf ogt, %1, %x : f32
          %3 = arith.select %2, %1, %x : f32
          %4 = arith.subf %3, %x : f32
          %5 = math.exp %4 : f32
          linalg.yield %5 : f32`,
    false,
    genericPeer,
  ),
  generic(
    "linalg.generic, 3 ops, rows summed",
    3,
    `%1 = arith.subf %x, %y : f32
          %2 = arith.mulf %1, %1 : f32
          %3 = arith.addf %z, %2 : f32
          linalg.yield %3 : f32`,
    true,
    rowPeer,
  ),
  reduction,
  buffers,
  insertions,
];

/** Straight-line code of `count` ops on i32, i64, f32 and small vectors: what a cold module costs. */
export function straightLine(count: number, seed: number): string {
  let state = seed;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % bound;
  };
  const types = ["i32", "i64", "i8", "f32", "vector<4xi32>"];
  const values = new Map(types.map((type, i) => [type, [`%a${i}`]]));
  const lines: string[] = [];
  for (let k = 0; k < count; k++) {
    const type = types[below(types.length)]!;
    const known = values.get(type)!;
    const [a, b] = [known[below(known.length)]!, known[below(known.length)]!];
    const names =
      type === "f32"
        ? ["addf", "subf", "mulf", "maximumf"]
        : ["addi", "subi", "muli", "andi", "xori", "maxsi", "minui"];
    lines.push(`%v${k} = arith.${names[below(names.length)]!} ${a}, ${b} : ${type}`);
    known.push(`%v${k}`);
  }
  const last = types.map((type) => values.get(type)!.at(-1)!);
  const args = types.map((type, i) => `%a${i}: ${type}`).join(", ");
  return `func.func @main(${args}) -> (${types.join(", ")}) {
    ${lines.join("\n    ")}
    return ${last.join(", ")} : ${types.join(", ")}
  }`;
}

export function straightLineArgs(context: Context, n: number): readonly RuntimeValue[] {
  return [n, BigInt(n) << 33n, n % 100, Math.fround(n / 3), filled([4], i32(context))];
}

/** Control flow of about `30` ops in all: an if in a loop in a function. */
export const nested = `func.func @callee(%x: i32, %y: i32) -> i32 {
    %0 = arith.muli %x, %y : i32
    %1 = arith.addi %0, %x : i32
    return %1 : i32
  }
  func.func @main(%a: i32, %b: i64, %c: i8, %d: f32, %e: vector<4xi32>) -> (i32, f32) {
    %zero = arith.constant 0 : index
    %one = arith.constant 1 : index
    %four = arith.constant 4 : index
    %limit = arith.constant 100 : i32
    %half = arith.constant 5.0e-01 : f32
    %r:2 = scf.for %i = %zero to %four step %one iter_args(%x = %a, %f = %d) -> (i32, f32) {
      %0 = arith.index_cast %i : index to i32
      %1 = func.call @callee(%x, %0) : (i32, i32) -> i32
      %2 = arith.cmpi slt, %1, %limit : i32
      %3:2 = scf.if %2 -> (i32, f32) {
        %4 = arith.addi %1, %limit : i32
        %5 = arith.mulf %f, %half : f32
        scf.yield %4, %5 : i32, f32
      } else {
        %6 = arith.subi %1, %limit : i32
        %7 = arith.addf %f, %half : f32
        scf.yield %6, %7 : i32, f32
      }
      scf.yield %3#0, %3#1 : i32, f32
    }
    %chosen = arith.cmpi sgt, %r#0, %limit : i32
    cf.cond_br %chosen, ^left(%r#0 : i32), ^right
  ^left(%l: i32):
    %8 = arith.addi %l, %limit : i32
    return %8, %r#1 : i32, f32
  ^right:
    %9 = arith.mulf %r#1, %half : f32
    return %r#0, %9 : i32, f32
  }`;
