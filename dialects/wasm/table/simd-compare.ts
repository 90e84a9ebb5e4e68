// Lane by lane comparisons. A lane of the result is all ones where the comparison holds, else zero: a mask of integers.
import { simd, type Instruction, type LaneShape } from "./instruction.ts";
import { bigints2, numbers2 } from "./lift.ts";

type Test = (a: number, b: number) => boolean;

const integer = (code: number, shape: LaneShape, test: Test): Instruction =>
  simd(
    code,
    [shape, shape],
    shape,
    numbers2((a, b) => (test(a, b) ? -1 : 0)),
  );
const integer64 = (code: number, test: (a: bigint, b: bigint) => boolean): Instruction =>
  simd(
    code,
    ["i64x2", "i64x2"],
    "i64x2",
    bigints2((a, b) => (test(a, b) ? -1n : 0n)),
  );
const float32 = (code: number, test: Test): Instruction =>
  simd(
    code,
    ["f32x4", "f32x4"],
    "i32x4",
    numbers2((a, b) => (test(a, b) ? -1 : 0)),
  );
const float64 = (code: number, test: Test): Instruction =>
  simd(
    code,
    ["f64x2", "f64x2"],
    "i64x2",
    numbers2((a, b) => (test(a, b) ? -1n : 0n)),
  );

const eq: Test = (a, b) => a === b;
const ne: Test = (a, b) => a !== b;
const lt: Test = (a, b) => a < b;
const gt: Test = (a, b) => a > b;
const le: Test = (a, b) => a <= b;
const ge: Test = (a, b) => a >= b;
/** The comparison of lanes read as unsigned. */
const unsigned =
  (test: Test): Test =>
  (a, b) =>
    test(a >>> 0, b >>> 0);

export const simdCompareInstructions = {
  "i8x16.eq": integer(35, "i8x16", eq),
  "i8x16.ne": integer(36, "i8x16", ne),
  "i8x16.lt_s": integer(37, "i8x16", lt),
  "i8x16.lt_u": integer(38, "i8x16", unsigned(lt)),
  "i8x16.gt_s": integer(39, "i8x16", gt),
  "i8x16.gt_u": integer(40, "i8x16", unsigned(gt)),
  "i8x16.le_s": integer(41, "i8x16", le),
  "i8x16.le_u": integer(42, "i8x16", unsigned(le)),
  "i8x16.ge_s": integer(43, "i8x16", ge),
  "i8x16.ge_u": integer(44, "i8x16", unsigned(ge)),
  "i16x8.eq": integer(45, "i16x8", eq),
  "i16x8.ne": integer(46, "i16x8", ne),
  "i16x8.lt_s": integer(47, "i16x8", lt),
  "i16x8.lt_u": integer(48, "i16x8", unsigned(lt)),
  "i16x8.gt_s": integer(49, "i16x8", gt),
  "i16x8.gt_u": integer(50, "i16x8", unsigned(gt)),
  "i16x8.le_s": integer(51, "i16x8", le),
  "i16x8.le_u": integer(52, "i16x8", unsigned(le)),
  "i16x8.ge_s": integer(53, "i16x8", ge),
  "i16x8.ge_u": integer(54, "i16x8", unsigned(ge)),
  "i32x4.eq": integer(55, "i32x4", eq),
  "i32x4.ne": integer(56, "i32x4", ne),
  "i32x4.lt_s": integer(57, "i32x4", lt),
  "i32x4.lt_u": integer(58, "i32x4", unsigned(lt)),
  "i32x4.gt_s": integer(59, "i32x4", gt),
  "i32x4.gt_u": integer(60, "i32x4", unsigned(gt)),
  "i32x4.le_s": integer(61, "i32x4", le),
  "i32x4.le_u": integer(62, "i32x4", unsigned(le)),
  "i32x4.ge_s": integer(63, "i32x4", ge),
  "i32x4.ge_u": integer(64, "i32x4", unsigned(ge)),
  "f32x4.eq": float32(65, eq),
  "f32x4.ne": float32(66, ne),
  "f32x4.lt": float32(67, lt),
  "f32x4.gt": float32(68, gt),
  "f32x4.le": float32(69, le),
  "f32x4.ge": float32(70, ge),
  "f64x2.eq": float64(71, eq),
  "f64x2.ne": float64(72, ne),
  "f64x2.lt": float64(73, lt),
  "f64x2.gt": float64(74, gt),
  "f64x2.le": float64(75, le),
  "f64x2.ge": float64(76, ge),
  "i64x2.eq": integer64(214, (a, b) => a === b),
  "i64x2.ne": integer64(215, (a, b) => a !== b),
  "i64x2.lt_s": integer64(216, (a, b) => a < b),
  "i64x2.gt_s": integer64(217, (a, b) => a > b),
  "i64x2.le_s": integer64(218, (a, b) => a <= b),
  "i64x2.ge_s": integer64(219, (a, b) => a >= b),
};
