// Reductions over any dimensions, softmax and layernorm.
import { f32, program, type Programs } from "./program.ts";

export const reductions: Programs = {
  "sum of rows": program((p) => [p.reduce("add", p.arg([37, 100]), [1])]),
  "sum of columns": program((p) => [p.reduce("add", p.arg([100, 37]), [0])]),
  "sum of all": program((p) => [p.reduce("add", p.arg([17, 23]), [0, 1])]),
  "sum of the middle": program((p) => [p.reduce("add", p.arg([5, 33, 7]), [1])]),
  "sum of first and last": program((p) => [p.reduce("add", p.arg([5, 33, 7]), [0, 2])]),
  "maximum of a vector": program((p) => [p.reduce("max", p.arg([129]), [0])]),
  "minimum over everything of rank 3": program((p) => [p.reduce("min", p.arg([3, 5, 7]), [0, 1, 2])]),
  "product of rows": program((p) => [p.reduce("mul", p.arg([9, 13]), [1])]),
  "ragged softmax": program((p) => [p.softmax(p.arg([100, 37]))]),
  "softmax of one row": program((p) => [p.softmax(p.arg([1, 5]))]),
  "softmax of long rows": program((p) => [p.softmax(p.arg([7, 300]))]),
  "softmax in three dimensions": program((p) => [p.softmax(p.arg([3, 5, 17]))]),
  "softmax of a vector": program((p) => [p.softmax(p.arg([37]))]),
  "ragged layernorm": program((p) => [p.layernorm(p.arg([13, 37]), p.arg([37]), p.arg([37]))]),
  "layernorm of one row": program((p) => [p.layernorm(p.arg([1, 37]), p.arg([37]), p.arg([37]))]),
  "layernorm in three dimensions": program((p) => [p.layernorm(p.arg([2, 5, 19]), p.arg([19]), p.arg([19]))]),
  "positions in a reduction": program((p) => {
    const x = p.arg([9, 37]);
    const [result] = p.generic({
      inputs: [{ tensor: x, map: "d0, d1" }],
      outputs: [{ tensor: p.fill("0", [9], "i32"), map: "d0" }],
      iterators: ["parallel", "reduction"],
      body: ([a = "", acc = ""], b) => {
        const j = b.add(`arith.index_cast ${b.add("linalg.index 1 : index")} : index to i32`);
        const positive = b.op("arith.cmpf ogt,", [a, b.constant("0.0", f32)], f32);
        return [b.op("arith.maxsi", [acc, b.op("arith.select", [positive, j, b.constant("-1", "i32")], "i32")], "i32")];
      },
    });
    return result === undefined ? [] : [result];
  }),
  "the place of the maximum": program((p) => {
    const x = p.arg([9, 37]);
    return p.generic({
      inputs: [{ tensor: x, map: "d0, d1" }],
      outputs: [
        { tensor: p.fill("0xFF800000", [9]), map: "d0" },
        { tensor: p.fill("0", [9], "i32"), map: "d0" },
      ],
      iterators: ["parallel", "reduction"],
      body: ([a = "", top = "", place = ""], b) => {
        const j = b.add(`arith.index_cast ${b.add("linalg.index 1 : index")} : index to i32`);
        const larger = b.op("arith.cmpf ogt,", [a, top], f32);
        return [b.op("arith.select", [larger, a, top], f32), b.op("arith.select", [larger, j, place], "i32")];
      },
    });
  }),
  "two reductions in one": program((p) => {
    const x = p.arg([19, 37]);
    return p.generic({
      inputs: [{ tensor: x, map: "d0, d1" }],
      outputs: [
        { tensor: p.fill("0xFF800000", [19]), map: "d0" },
        { tensor: p.zero([19]), map: "d0" },
      ],
      iterators: ["parallel", "reduction"],
      body: ([a = "", top = "", sum = ""], b) => [
        b.op("arith.maximumf", [top, a], f32),
        b.op("arith.addf", [sum, a], f32),
      ],
    });
  }),
};
