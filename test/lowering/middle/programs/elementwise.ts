// Element by element: chains, broadcasts, ranks and extents at their edges, types.
import { f32, program, type Programs } from "./program.ts";

export const elementwise: Programs = {
  "elementwise chain": program((p) => {
    const [x, y] = [p.arg([37, 19]), p.arg([37, 19])];
    return [p.unary("math.exp", p.binary("mul", p.binary("add", x, y), x))];
  }),
  "elementwise, one input twice": program((p) => {
    const x = p.arg([33]);
    return [p.binary("add", p.binary("mul", x, x), x)];
  }),
  "broadcasts over rows, columns and both": program((p) => {
    const [row, column, one] = [p.arg([19]), p.arg([37]), p.arg([])];
    const shape = [37, 19];
    return [
      p.binary(
        "add",
        p.binary("mul", p.broadcast(row, shape, [0]), p.broadcast(column, shape, [1])),
        p.broadcast(one, shape, [0, 1]),
      ),
    ];
  }),
  "rank 0": program((p) => {
    const [x, y] = [p.arg([]), p.arg([])];
    return [p.binary("mul", p.binary("add", x, y), y)];
  }),
  "rank 0 into a tensor": program((p) => {
    const x = p.arg([17, 9]);
    return [p.binary("sub", x, p.broadcast(p.reduce("max", x, [0, 1]), x.shape, [0, 1]))];
  }),
  "extents of 1": program((p) => {
    const x = p.arg([1, 5, 1, 7, 1]);
    return [p.binary("add", x, p.broadcast(p.reduce("add", x, [3]), x.shape, [3]))];
  }),
  f64: program((p) => [p.softmax(p.arg([5, 19], "f64"))]),
  booleans: program((p) => {
    const [x, y] = [p.arg([19, 33]), p.arg([19, 33])];
    const less = p.map([x, y], ([a = "", b = ""], body) => [body.op("arith.cmpf olt,", [a, b], f32)], "i1");
    const chosen = p.map(
      [less, x, y],
      ([c = "", a = "", b = ""], body) => [body.op("arith.select", [c, a, b], f32)],
      f32,
    );
    return [less, chosen, p.reduce("max", less, [1])];
  }),
  positions: program((p) => {
    const x = p.arg([19, 33]);
    return [
      p.map([x], ([a = ""], b) => {
        const [i, j] = [b.add("linalg.index 0 : index"), b.add("linalg.index 1 : index")];
        const above = b.op("arith.cmpi sge,", [i, j], "index");
        return [b.op("arith.select", [above, a, b.constant("0.0", f32)], f32)];
      }),
    ];
  }),
  "two elementwise results in one": program((p) => {
    const x = p.arg([19, 37]);
    return p.generic({
      inputs: [{ tensor: x, map: "d0, d1" }],
      outputs: [
        { tensor: p.empty([19, 37]), map: "d0, d1" },
        { tensor: p.empty([37, 19]), map: "d1, d0" },
      ],
      iterators: ["parallel", "parallel"],
      body: ([a = ""], b) => [b.op("math.exp", [a], f32), b.op("arith.mulf", [a, a], f32)],
    });
  }),
};
