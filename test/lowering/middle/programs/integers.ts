// Integer products, requantisation, and arithmetic on integers of several widths.
import { requantised } from "./parts.ts";
import { program, type Programs } from "./program.ts";

export const integers: Programs = {
  "integer matmul": program((p) => [
    p.contract("mk,kn->mn", p.arg([17, 20], "i8"), p.arg([20, 33], "i8"), undefined, "i32"),
  ]),
  "integer matmul of i32": program((p) => [p.contract("mk,kn->mn", p.arg([7, 9], "i32"), p.arg([9, 5], "i32"))]),
  "requantised matmul": program((p) => [requantised(p, 33, 20, 24, false)]),
  "requantised matmul with bias": program((p) => [requantised(p, 9, 37, 21, true)]),
  "integers of 32 bits": program((p) => {
    const [x, y] = [p.arg([19, 33], "i32"), p.arg([19, 33], "i32")];
    return [p.reduce("max", p.binary("mul", p.binary("sub", x, y), x), [1])];
  }),
  "integers of 8 bits": program((p) => [
    p.reduce("add", p.binary("min", p.arg([19, 33], "i8"), p.arg([19, 33], "i8")), [0]),
  ]),
  "integers of 64 bits": program((p) => [p.reduce("add", p.arg([5, 19], "i64"), [1])]),
  "integer division past the edge": program((p) => {
    const [x, y] = [p.arg([19, 33], "i32"), p.arg([19, 33], "i32")];
    const divisor = p.map([y], ([a = ""], b) => [b.op("arith.ori", [a, b.constant("1", "i32")], "i32")]);
    return [p.map([x, divisor], ([a = "", b = ""], body) => [body.op("arith.divsi", [a, b], "i32")], "i32")];
  }),
};
