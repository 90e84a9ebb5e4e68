// Convolutions and pools.
import { convolution, maxPool } from "./parts.ts";
import { f32, program, type Programs } from "./program.ts";

export const windows: Programs = {
  convolution: program((p) => [convolution(p, { input: [2, 9, 8, 3], filter: [3, 3, 3, 5] })]),
  "convolution with SAME padding": program((p) => [
    convolution(p, { input: [1, 8, 8, 4], filter: [3, 3, 4, 8], low: 1, high: 1 }),
  ]),
  "strided convolution": program((p) => [convolution(p, { input: [1, 9, 11, 2], filter: [3, 3, 2, 7], stride: 2 })]),
  "strided convolution with uneven padding": program((p) => [
    convolution(p, { input: [2, 8, 8, 3], filter: [3, 3, 3, 4], stride: 2, high: 1 }),
  ]),
  "convolution of 1 by 1": program((p) => [convolution(p, { input: [1, 5, 7, 3], filter: [1, 1, 3, 6] })]),
  "max pool": program((p) => [maxPool(p, p.arg([2, 8, 8, 3]), 2, 2)]),
  "overlapping max pool": program((p) => [maxPool(p, p.arg([1, 9, 9, 5]), 3, 2)]),
  "depthwise convolution": program((p) => {
    const [x, w] = [p.arg([1, 8, 9, 5]), p.arg([3, 3, 5])];
    const [result] = p.generic({
      inputs: [
        { tensor: x, map: "d0, d1 + d4, d2 + d5, d3" },
        { tensor: w, map: "d4, d5, d3" },
      ],
      outputs: [{ tensor: p.zero([1, 6, 7, 5]), map: "d0, d1, d2, d3" }],
      iterators: ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"],
      body: ([a = "", b = "", c = ""], body) => [body.op("arith.addf", [c, body.op("arith.mulf", [a, b], f32)], f32)],
    });
    return result === undefined ? [] : [result];
  }),
  "convolution of channels first": program((p) => {
    const [x, w] = [p.arg([2, 3, 7, 8]), p.arg([5, 3, 3, 3])];
    const [result] = p.generic({
      inputs: [
        { tensor: x, map: "d0, d4, d2 + d5, d3 + d6" },
        { tensor: w, map: "d1, d4, d5, d6" },
      ],
      outputs: [{ tensor: p.zero([2, 5, 5, 6]), map: "d0, d1, d2, d3" }],
      iterators: ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction", "reduction"],
      body: ([a = "", b = "", c = ""], body) => [body.op("arith.addf", [c, body.op("arith.mulf", [a, b], f32)], f32)],
    });
    return result === undefined ? [] : [result];
  }),
};
