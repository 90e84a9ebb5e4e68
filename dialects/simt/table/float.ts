// Instructions on f32 and f64, rounded to nearest even, and the approximations of the special function unit.
import { copySign } from "../../../ir/interpret/floats.ts";
import { fusedMultiplyAdd64, fusedMultiplyAddNarrow } from "../../../ir/interpret/fma.ts";
import { WARP } from "../types.ts";
import { each1, each2, each3 } from "./each.ts";
import { binary, ternary, unary, type Instruction, type OpcodeClass } from "./instruction.ts";

type Loop2<A> = (r: A, a: A, b: A) => void;
const single = (f: Loop2<Float32Array>, unit: OpcodeClass = "fma"): Instruction =>
  binary(["f32", "f32"], "f32", f, { class: unit });
const double = (f: Loop2<Float64Array>): Instruction => binary(["f64", "f64"], "f64", f, { class: "fp64" });
const single1 = (f: (a: number) => number, unit: OpcodeClass = "alu"): Instruction =>
  unary("f32", "f32", each1(f), { class: unit });
const double1 = (f: (a: number) => number): Instruction => unary("f64", "f64", each1(f), { class: "fp64" });
/** The result is the f32 nearest to the f64 function's: what the hardware approximates. */
const special = (f: (a: number) => number): Instruction => single1(f, "sfu");

const smaller = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b));
const larger = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b));
/** PTX's order: the sign of a on the magnitude of b. */
const signed = (a: number, b: number): number => copySign(b, a);

/**
 * a * b + c rounded once. The product is exact in f64; rounding the sum twice shows only where it lies halfway between two floats, or
 * where it overflows.
 */
function fma32(a: number, b: number, c: number): number {
  const sum = a * b + c;
  const rounded = Math.fround(sum);
  const rest = sum - rounded;
  if (rest === 0) return rounded;
  const across = rounded + 2 * rest;
  const halfway = Math.fround(across) === across || (!Number.isFinite(rounded) && Number.isFinite(sum));
  return halfway ? fusedMultiplyAddNarrow(a, b, c, Math.fround) : rounded;
}

/** A test and its form that is true where one operand is NaN, for both types. */
const ordered = (f: (a: number, b: number) => boolean) => each2((a, b) => (f(a, b) ? 1 : 0));
const test32 = (f: (a: number, b: number) => boolean): Instruction =>
  binary(["f32", "f32"], "pred", ordered(f), { class: "fma" });
const test64 = (f: (a: number, b: number) => boolean): Instruction =>
  binary(["f64", "f64"], "pred", ordered(f), { class: "fp64" });
const isNaN2 = (a: number, b: number): boolean => Number.isNaN(a) || Number.isNaN(b);

const tests = {
  eq: (a: number, b: number) => a === b,
  ne: (a: number, b: number) => a < b || a > b,
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
  equ: (a: number, b: number) => !(a < b || a > b),
  neu: (a: number, b: number) => a !== b,
  ltu: (a: number, b: number) => !(a >= b),
  leu: (a: number, b: number) => !(a > b),
  gtu: (a: number, b: number) => !(a <= b),
  geu: (a: number, b: number) => !(a < b),
  num: (a: number, b: number) => !isNaN2(a, b),
  nan: isNaN2,
};

// prettier-ignore
export const floatInstructions = {
  "add.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! + b[i]!; }),
  "sub.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! - b[i]!; }),
  "mul.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! * b[i]!; }),
  "fma.rn.f32": ternary(["f32", "f32", "f32"], "f32", (r, a, b, c) => { for (let i = 0; i < WARP; i++) r[i] = fma32(a[i]!, b[i]!, c[i]!); }, { class: "fma" }),
  "div.rn.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! / b[i]!; }, "sfu"),
  "sqrt.rn.f32": special(Math.sqrt),
  "rcp.rn.f32": special((a) => 1 / a),
  "min.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = smaller(a[i]!, b[i]!); }),
  "max.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = larger(a[i]!, b[i]!); }),
  "min.NaN.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = Math.min(a[i]!, b[i]!); }),
  "max.NaN.f32": single((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = Math.max(a[i]!, b[i]!); }),
  "neg.f32": single1((a) => -a),
  "abs.f32": single1(Math.abs),
  "copysign.f32": single(each2(signed), "alu"),
  "add.f64": double((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! + b[i]!; }),
  "sub.f64": double((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! - b[i]!; }),
  "mul.f64": double((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! * b[i]!; }),
  "fma.rn.f64": ternary(["f64", "f64", "f64"], "f64", each3(fusedMultiplyAdd64), { class: "fp64" }),
  "div.rn.f64": double(each2((a, b) => a / b)),
  "sqrt.rn.f64": double1(Math.sqrt),
  "rcp.rn.f64": double1((a) => 1 / a),
  "min.f64": double(each2(smaller)),
  "max.f64": double(each2(larger)),
  "min.NaN.f64": double(each2(Math.min)),
  "max.NaN.f64": double(each2(Math.max)),
  "neg.f64": double1((a) => -a),
  "abs.f64": double1(Math.abs),
  "copysign.f64": double(each2(signed)),
  "setp.eq.f32": test32(tests.eq),
  "setp.ne.f32": test32(tests.ne),
  "setp.lt.f32": test32(tests.lt),
  "setp.le.f32": test32(tests.le),
  "setp.gt.f32": test32(tests.gt),
  "setp.ge.f32": test32(tests.ge),
  "setp.equ.f32": test32(tests.equ),
  "setp.neu.f32": test32(tests.neu),
  "setp.ltu.f32": test32(tests.ltu),
  "setp.leu.f32": test32(tests.leu),
  "setp.gtu.f32": test32(tests.gtu),
  "setp.geu.f32": test32(tests.geu),
  "setp.num.f32": test32(tests.num),
  "setp.nan.f32": test32(tests.nan),
  "setp.eq.f64": test64(tests.eq),
  "setp.ne.f64": test64(tests.ne),
  "setp.lt.f64": test64(tests.lt),
  "setp.le.f64": test64(tests.le),
  "setp.gt.f64": test64(tests.gt),
  "setp.ge.f64": test64(tests.ge),
  "setp.equ.f64": test64(tests.equ),
  "setp.neu.f64": test64(tests.neu),
  "setp.ltu.f64": test64(tests.ltu),
  "setp.leu.f64": test64(tests.leu),
  "setp.gtu.f64": test64(tests.gtu),
  "setp.geu.f64": test64(tests.geu),
  "setp.num.f64": test64(tests.num),
  "setp.nan.f64": test64(tests.nan),
  "selp.f32": ternary(["f32", "f32", "pred"], "f32", (r, a, b, p) => { for (let i = 0; i < WARP; i++) r[i] = p[i] === 1 ? a[i]! : b[i]!; }),
  "selp.f64": ternary(["f64", "f64", "pred"], "f64", (r, a, b, p) => { for (let i = 0; i < WARP; i++) r[i] = p[i] === 1 ? a[i]! : b[i]!; }),
  "ex2.approx.f32": special((a) => 2 ** a),
  "lg2.approx.f32": special(Math.log2),
  "sin.approx.f32": special(Math.sin),
  "cos.approx.f32": special(Math.cos),
  "tanh.approx.f32": special(Math.tanh),
  "rcp.approx.f32": special((a) => 1 / a),
  "sqrt.approx.f32": special(Math.sqrt),
  "rsqrt.approx.f32": special((a) => 1 / Math.sqrt(a)),
};
