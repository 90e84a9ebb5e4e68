// Lane by lane arithmetic on floats, conversions between lanes, and the relaxed multiply-add.
import { fusedMultiplyAdd64, fusedMultiplyAddNarrow } from "../../../ir/interpret/fma.ts";
import { roundHalfEvenSigned } from "../../../ir/interpret/floats.ts";
import type { ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { convertInteger, truncateSaturating, type Reading } from "./conversion.ts";
import { simd, type Instruction } from "./instruction.ts";
import { byLanes } from "./lanes.ts";
import { numbers1, numbers2, numbers3 } from "./lift.ts";

type Unary = (a: number) => number;
type Binary = (a: number, b: number) => number;
const { fround } = Math;

const unary32 = (code: number, f: Unary): Instruction =>
  simd(
    code,
    ["f32x4"],
    "f32x4",
    numbers1((a) => fround(f(a))),
  );
const binary32 = (code: number, f: Binary): Instruction =>
  simd(
    code,
    ["f32x4", "f32x4"],
    "f32x4",
    numbers2((a, b) => fround(f(a, b))),
  );
const unary64 = (code: number, f: Unary): Instruction => simd(code, ["f64x2"], "f64x2", numbers1(f));
const binary64 = (code: number, f: Binary): Instruction => simd(code, ["f64x2", "f64x2"], "f64x2", numbers2(f));
const relaxed32 = (code: number, f: (a: number, b: number, c: number) => number): Instruction =>
  simd(code, ["f32x4", "f32x4", "f32x4"], "f32x4", numbers3(f), { feature: "relaxed-simd" });
const relaxed64 = (code: number, f: (a: number, b: number, c: number) => number): Instruction =>
  simd(code, ["f64x2", "f64x2", "f64x2"], "f64x2", numbers3(f), { feature: "relaxed-simd" });

const negate = (a: number): number => -a;
const add: Binary = (a, b) => a + b;
const sub: Binary = (a, b) => a - b;
const mul: Binary = (a, b) => a * b;
const div: Binary = (a, b) => a / b;
const min: Binary = (a, b) => Math.min(a, b);
const max: Binary = (a, b) => Math.max(a, b);
const pmin: Binary = (a, b) => (b < a ? b : a);
const pmax: Binary = (a, b) => (a < b ? b : a);

/** Two f64 lanes to two i32 lanes, the others zero. */
function truncateDoubles(reading: Reading): ValueMeaning {
  const [least, most] = reading === "signed" ? [-(2 ** 31), 2 ** 31 - 1] : [0, 2 ** 32 - 1];
  return byLanes((i, a) => {
    if (i >= 2) return 0;
    const x = a[i] ?? 0;
    return Number.isNaN(x) ? 0 : Math.min(most, Math.max(least, Math.trunc(x))) | 0;
  });
}

/** The low two i32 lanes to f64: exact. */
const convertLow = (read: (a: number) => number): ValueMeaning => byLanes((i, a) => read(a[i] ?? 0));

export const simdFloatInstructions = {
  "f32x4.demote_f64x2_zero": simd(
    94,
    ["f64x2"],
    "f32x4",
    byLanes((i, a) => (i < 2 ? (a[i] ?? 0) : 0)),
  ),
  "f64x2.promote_low_f32x4": simd(
    95,
    ["f32x4"],
    "f64x2",
    byLanes((i, a) => a[i] ?? 0),
  ),
  "f32x4.ceil": unary32(103, Math.ceil),
  "f32x4.floor": unary32(104, Math.floor),
  "f32x4.trunc": unary32(105, Math.trunc),
  "f32x4.nearest": unary32(106, roundHalfEvenSigned),
  "f64x2.ceil": unary64(116, Math.ceil),
  "f64x2.floor": unary64(117, Math.floor),
  "f64x2.trunc": unary64(122, Math.trunc),
  "f64x2.nearest": unary64(148, roundHalfEvenSigned),
  "f32x4.abs": unary32(224, Math.abs),
  "f32x4.neg": unary32(225, negate),
  "f32x4.sqrt": unary32(227, Math.sqrt),
  "f32x4.add": binary32(228, add),
  "f32x4.sub": binary32(229, sub),
  "f32x4.mul": binary32(230, mul),
  "f32x4.div": binary32(231, div),
  "f32x4.min": binary32(232, min),
  "f32x4.max": binary32(233, max),
  "f32x4.pmin": binary32(234, pmin),
  "f32x4.pmax": binary32(235, pmax),
  "f64x2.abs": unary64(236, Math.abs),
  "f64x2.neg": unary64(237, negate),
  "f64x2.sqrt": unary64(239, Math.sqrt),
  "f64x2.add": binary64(240, add),
  "f64x2.sub": binary64(241, sub),
  "f64x2.mul": binary64(242, mul),
  "f64x2.div": binary64(243, div),
  "f64x2.min": binary64(244, min),
  "f64x2.max": binary64(245, max),
  "f64x2.pmin": binary64(246, pmin),
  "f64x2.pmax": binary64(247, pmax),
  "i32x4.trunc_sat_f32x4_s": simd(248, ["f32x4"], "i32x4", truncateSaturating("signed")),
  "i32x4.trunc_sat_f32x4_u": simd(249, ["f32x4"], "i32x4", truncateSaturating("unsigned")),
  "f32x4.convert_i32x4_s": simd(250, ["i32x4"], "f32x4", convertInteger("signed")),
  "f32x4.convert_i32x4_u": simd(251, ["i32x4"], "f32x4", convertInteger("unsigned")),
  "i32x4.trunc_sat_f64x2_s_zero": simd(252, ["f64x2"], "i32x4", truncateDoubles("signed")),
  "i32x4.trunc_sat_f64x2_u_zero": simd(253, ["f64x2"], "i32x4", truncateDoubles("unsigned")),
  "f64x2.convert_low_i32x4_s": simd(
    254,
    ["i32x4"],
    "f64x2",
    convertLow((a) => a),
  ),
  "f64x2.convert_low_i32x4_u": simd(
    255,
    ["i32x4"],
    "f64x2",
    convertLow((a) => a >>> 0),
  ),
  // Rounded once here; an engine may also round the product.
  "f32x4.relaxed_madd": relaxed32(0x105, (a, b, c) => fusedMultiplyAddNarrow(a, b, c, fround)),
  "f32x4.relaxed_nmadd": relaxed32(0x106, (a, b, c) => fusedMultiplyAddNarrow(-a, b, c, fround)),
  "f64x2.relaxed_madd": relaxed64(0x107, fusedMultiplyAdd64),
  "f64x2.relaxed_nmadd": relaxed64(0x108, (a, b, c) => fusedMultiplyAdd64(-a, b, c)),
};
