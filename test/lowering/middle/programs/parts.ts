// Parts of neural networks as linalg ops.
import type { LinalgProgram, Tensor } from "../../../support/linalg-program.ts";
import { f32 } from "./program.ts";

/** gelu with the error function. */
export function gelu(p: LinalgProgram, x: Tensor): Tensor {
  return p.map([x], ([a = ""], b) => {
    const scaled = b.op("arith.mulf", [a, b.constant("0.707106769", f32)], f32);
    const half = b.op("arith.mulf", [a, b.constant("5.0e-1", f32)], f32);
    return [
      b.op(
        "arith.mulf",
        [half, b.op("arith.addf", [b.op("math.erf", [scaled], f32), b.constant("1.0", f32)], f32)],
        f32,
      ),
    ];
  });
}

export const addRow = (p: LinalgProgram, x: Tensor, row: Tensor): Tensor =>
  p.binary(
    "add",
    x,
    p.broadcast(
      row,
      x.shape,
      x.shape.slice(0, -1).map((_, d) => d),
    ),
  );

export function attention(
  p: LinalgProgram,
  [batch, heads, length, width]: readonly [number, number, number, number],
): Tensor {
  const shape = [batch, heads, length, width];
  const [q, k, v] = [p.arg(shape), p.arg(shape), p.arg(shape)];
  const scores = p.contract("bhqd,bhkd->bhqk", q, k);
  const scaled = p.map([scores], ([a = ""], b) => [b.op("arith.mulf", [a, b.constant("2.5e-1", f32)], f32)]);
  return p.contract("bhqk,bhkd->bhqd", p.softmax(scaled), v);
}

export interface Convolution {
  readonly input: readonly [number, number, number, number];
  readonly filter: readonly [number, number, number, number];
  readonly stride?: number;
  readonly low?: number;
  readonly high?: number;
}

/** NHWC by HWCF, by linalg.generic with window maps, on a padded input. */
export function convolution(p: LinalgProgram, { input, filter, stride = 1, low = 0, high = 0 }: Convolution): Tensor {
  const x = p.arg(input);
  const w = p.arg(filter);
  const padded = low + high === 0 ? x : p.pad(x, [0, low, low, 0], [0, high, high, 0], "0.0");
  const [n = 1, h = 1, v = 1] = padded.shape;
  const [kh, kw, , f] = filter;
  const out = p.zero([n, Math.floor((h - kh) / stride) + 1, Math.floor((v - kw) / stride) + 1, f]);
  const window = (d: string, k: string): string => (stride === 1 ? `${d} + ${k}` : `${d} * ${stride} + ${k}`);
  const [result = out] = p.generic({
    inputs: [
      { tensor: padded, map: `d0, ${window("d1", "d4")}, ${window("d2", "d5")}, d6` },
      { tensor: w, map: "d4, d5, d6, d3" },
    ],
    outputs: [{ tensor: out, map: "d0, d1, d2, d3" }],
    iterators: ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction", "reduction"],
    body: ([a = "", b = "", c = ""], body) => [body.op("arith.addf", [c, body.op("arith.mulf", [a, b], f32)], f32)],
  });
  return result;
}

/** Max pool over NHWC windows. */
export function maxPool(p: LinalgProgram, x: Tensor, size: number, stride: number): Tensor {
  const [n = 1, h = 1, w = 1, c = 1] = x.shape;
  const out = p.fill("0xFF800000", [n, Math.floor((h - size) / stride) + 1, Math.floor((w - size) / stride) + 1, c]);
  const window = p.empty([size, size]);
  const [result = out] = p.generic({
    inputs: [
      { tensor: x, map: `d0, d1 * ${stride} + d4, d2 * ${stride} + d5, d3` },
      { tensor: window, map: "d4, d5" },
    ],
    outputs: [{ tensor: out, map: "d0, d1, d2, d3" }],
    iterators: ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"],
    body: ([a = "", , acc = ""], b) => [b.op("arith.maximumf", [acc, a], f32)],
  });
  return result;
}

/** i8 by i8 to i32, bias, scale, rounded and clamped to i8. */
export function requantised(p: LinalgProgram, m: number, n: number, k: number, bias: boolean): Tensor {
  const product = p.contract("mk,kn->mn", p.arg([m, k], "i8"), p.arg([k, n], "i8"), undefined, "i32");
  const sum = bias ? addRow(p, product, p.arg([n], "i32")) : product;
  return p.map(
    [sum],
    ([a = ""], b) => {
      const scaled = b.op("arith.mulf", [b.add(`arith.sitofp ${a} : i32 to f32`), b.constant("2.0e-3", f32)], f32);
      const low = b.op("arith.maximumf", [b.op("math.roundeven", [scaled], f32), b.constant("-128.0", f32)], f32);
      const high = b.op("arith.minimumf", [low, b.constant("127.0", f32)], f32);
      return [b.add(`arith.fptosi ${high} : f32 to i8`)];
    },
    "i8",
  );
}

export function encoder(p: LinalgProgram, length: number, width: number, heads: number): Tensor {
  const x = p.arg([length, width]);
  const linear = (y: Tensor, n: number): Tensor =>
    addRow(p, p.contract("mk,kn->mn", y, p.arg([y.shape[1] ?? 1, n])), p.arg([n]));
  const split = (y: Tensor): Tensor => p.reshape(y, [length, heads, width / heads], [[0], [1, 2]]);
  const [q, k, v] = [split(linear(x, width)), split(linear(x, width)), split(linear(x, width))];
  const scores = p.contract("qhd,khd->hqk", q, k);
  const mixed = p.contract("hqk,khd->qhd", p.softmax(scores), v);
  const joined = p.reshape(mixed, [length, width], [[0], [1, 2]]);
  const first = p.layernorm(p.binary("add", x, linear(joined, width)), p.arg([width]), p.arg([width]));
  const inner = linear(gelu(p, linear(first, 4 * width)), width);
  return p.layernorm(p.binary("add", first, inner), p.arg([width]), p.arg([width]));
}
