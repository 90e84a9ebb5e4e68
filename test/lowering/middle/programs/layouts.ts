// Transpositions, slices, padding, reshapes, and maps whose tiles are no slices.
import { f32, program, type Programs } from "./program.ts";

export const layouts: Programs = {
  transposition: program((p) => [p.transpose(p.arg([37, 70]), [1, 0])]),
  "transposition of three dimensions and a sum": program((p) => {
    const x = p.arg([5, 7, 11]);
    return [p.binary("add", p.transpose(x, [2, 0, 1]), p.arg([11, 5, 7]))];
  }),
  concatenation: program((p) => {
    const [x, y] = [p.arg([5, 7]), p.arg([5, 12])];
    return [p.unary("math.exp", p.concat([p.unary("math.exp", x), y, x], 1))];
  }),
  padding: program((p) => [p.pad(p.unary("math.exp", p.arg([5, 7])), [1, 0], [2, 3], "1.5")]),
  slice: program((p) => [p.unary("math.exp", p.slice(p.arg([19, 33]), [3, 4], [9, 17]))]),
  "strided slice": program((p) => [p.unary("math.exp", p.slice(p.arg([19, 33]), [1, 0], [9, 11], [2, 3]))]),
  insertion: program((p) => {
    const [x, y] = [p.arg([19, 33]), p.arg([4, 5])];
    const z = p.unary("math.exp", x);
    return [p.insert(p.unary("math.exp", y), z, [2, 3]), z];
  }),
  "matmul of a slice": program((p) => [
    p.contract("mk,kn->mn", p.slice(p.arg([19, 33]), [1, 2], [9, 17]), p.arg([17, 5])),
  ]),
  "slice of a matmul": program((p) => [
    p.slice(p.contract("mk,kn->mn", p.arg([19, 17]), p.arg([17, 21])), [2, 3], [5, 7]),
  ]),
  reshapes: program((p) => {
    const x = p.arg([6, 35]);
    const y = p.reshape(p.unary("math.exp", x), [6, 5, 7], [[0], [1, 2]]);
    return [p.reshape(p.transpose(y, [1, 0, 2]), [30, 7], [[0, 1], [2]]), y];
  }),
  "a value and its transposition": program((p) => {
    const x = p.unary("math.exp", p.arg([19, 19]));
    return [p.binary("add", x, p.transpose(x, [1, 0]))];
  }),
  "a reversal": program((p) => {
    const x = p.arg([40]);
    const out = p.empty([40]);
    return p.generic({
      inputs: [{ tensor: x, map: "-d0 + 39" }],
      outputs: [{ tensor: out, map: "d0" }],
      iterators: ["parallel"],
      body: ([a = ""], b) => [b.op("math.exp", [a], f32)],
    });
  }),
  "an enlargement": program((p) =>
    p.generic({
      inputs: [{ tensor: p.arg([20, 3]), map: "d0 floordiv 2, d1" }],
      outputs: [{ tensor: p.empty([40, 3]), map: "d0, d1" }],
      iterators: ["parallel", "parallel"],
      body: ([a = ""], b) => [b.op("math.exp", [a], f32)],
    }),
  ),
  "a row of a tensor": program((p) =>
    p.generic({
      inputs: [{ tensor: p.arg([20, 37]), map: "3, d0" }],
      outputs: [{ tensor: p.empty([37]), map: "d0" }],
      iterators: ["parallel"],
      body: ([a = ""], b) => [b.op("math.exp", [a], f32)],
    }),
  ),
  "a diagonal": program((p) =>
    p.generic({
      inputs: [{ tensor: p.arg([37, 37]), map: "d0, d0" }],
      outputs: [{ tensor: p.empty([37]), map: "d0" }],
      iterators: ["parallel"],
      body: ([a = ""], b) => [b.op("math.exp", [a], f32)],
    }),
  ),
};
