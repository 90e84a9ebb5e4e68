// Products of floats other than float32.
import { program, type Programs } from "./program.ts";

export const floats: Programs = {
  "f64 matmul": program((p) => [p.contract("mk,kn->mn", p.arg([7, 9], "f64"), p.arg([9, 5], "f64"))]),
  "f16 to f32 matmul": program((p) => [
    p.contract("mk,kn->mn", p.arg([7, 9], "f16"), p.arg([9, 5], "f16"), undefined, "f32"),
  ]),
};
