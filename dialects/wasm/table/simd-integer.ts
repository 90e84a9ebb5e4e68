// Lane by lane arithmetic on integers. Lanes are signed; what a lane is given is wrapped to its width.
import { simd, type Instruction, type LaneShape } from "./instruction.ts";
import { popcount32 } from "./i32.ts";
import { unsigned64 } from "./i64.ts";
import { bigintNumber, bigints1, bigints2, numbers1, numbers2 } from "./lift.ts";

type Shape = Extract<LaneShape, "i8x16" | "i16x8" | "i32x4">;
const widths: Readonly<Record<Shape, number>> = { i8x16: 8, i16x8: 16, i32x4: 32 };

const unary = (code: number, shape: Shape, f: (a: number) => number): Instruction =>
  simd(code, [shape], shape, numbers1(f));
const binary = (code: number, shape: Shape, f: (a: number, b: number) => number): Instruction =>
  simd(code, [shape, shape], shape, numbers2(f));
const unary64 = (code: number, f: (a: bigint) => bigint): Instruction => simd(code, ["i64x2"], "i64x2", bigints1(f));
const binary64 = (code: number, f: (a: bigint, b: bigint) => bigint): Instruction =>
  simd(code, ["i64x2", "i64x2"], "i64x2", bigints2(f));
/** The amount counts modulo the lane's width. */
const shift = (code: number, shape: Shape, f: (a: number, by: number) => number): Instruction => {
  const mask = widths[shape] - 1;
  return simd(
    code,
    [shape, "i32"],
    shape,
    numbers2((a, b) => f(a, b & mask)),
  );
};
const shift64 = (code: number, f: (a: bigint, by: bigint) => bigint): Instruction =>
  simd(
    code,
    ["i64x2", "i32"],
    "i64x2",
    bigintNumber((a, b) => f(a, BigInt(b & 63))),
  );

const add = (a: number, b: number): number => a + b;
const sub = (a: number, b: number): number => a - b;
const left = (a: number, by: number): number => a << by;
const right = (a: number, by: number): number => a >> by;
const min = (a: number, b: number): number => (a < b ? a : b);
const max = (a: number, b: number): number => (a > b ? a : b);
const u8 = (a: number): number => a & 0xff;
const u16 = (a: number): number => a & 0xffff;
const u32 = (a: number): number => a >>> 0;
const clamp = (least: number, most: number) => (a: number) => (a < least ? least : a > most ? most : a);
export const saturate = {
  s8: clamp(-128, 127),
  u8: clamp(0, 255),
  s16: clamp(-32768, 32767),
  u16: clamp(0, 65535),
};

export const simdIntegerInstructions = {
  "i8x16.abs": unary(96, "i8x16", Math.abs),
  "i8x16.neg": unary(97, "i8x16", (a) => -a),
  "i8x16.popcnt": unary(98, "i8x16", (a) => popcount32(u8(a))),
  "i8x16.shl": shift(107, "i8x16", left),
  "i8x16.shr_s": shift(108, "i8x16", right),
  "i8x16.shr_u": shift(109, "i8x16", (a, by) => u8(a) >>> by),
  "i8x16.add": binary(110, "i8x16", add),
  "i8x16.add_sat_s": binary(111, "i8x16", (a, b) => saturate.s8(a + b)),
  "i8x16.add_sat_u": binary(112, "i8x16", (a, b) => saturate.u8(u8(a) + u8(b))),
  "i8x16.sub": binary(113, "i8x16", sub),
  "i8x16.sub_sat_s": binary(114, "i8x16", (a, b) => saturate.s8(a - b)),
  "i8x16.sub_sat_u": binary(115, "i8x16", (a, b) => saturate.u8(u8(a) - u8(b))),
  "i8x16.min_s": binary(118, "i8x16", min),
  "i8x16.min_u": binary(119, "i8x16", (a, b) => min(u8(a), u8(b))),
  "i8x16.max_s": binary(120, "i8x16", max),
  "i8x16.max_u": binary(121, "i8x16", (a, b) => max(u8(a), u8(b))),
  "i8x16.avgr_u": binary(123, "i8x16", (a, b) => (u8(a) + u8(b) + 1) >> 1),
  "i16x8.abs": unary(128, "i16x8", Math.abs),
  "i16x8.neg": unary(129, "i16x8", (a) => -a),
  "i16x8.q15mulr_sat_s": binary(130, "i16x8", (a, b) => saturate.s16((a * b + 0x4000) >> 15)),
  "i16x8.shl": shift(139, "i16x8", left),
  "i16x8.shr_s": shift(140, "i16x8", right),
  "i16x8.shr_u": shift(141, "i16x8", (a, by) => u16(a) >>> by),
  "i16x8.add": binary(142, "i16x8", add),
  "i16x8.add_sat_s": binary(143, "i16x8", (a, b) => saturate.s16(a + b)),
  "i16x8.add_sat_u": binary(144, "i16x8", (a, b) => saturate.u16(u16(a) + u16(b))),
  "i16x8.sub": binary(145, "i16x8", sub),
  "i16x8.sub_sat_s": binary(146, "i16x8", (a, b) => saturate.s16(a - b)),
  "i16x8.sub_sat_u": binary(147, "i16x8", (a, b) => saturate.u16(u16(a) - u16(b))),
  "i16x8.mul": binary(149, "i16x8", Math.imul),
  "i16x8.min_s": binary(150, "i16x8", min),
  "i16x8.min_u": binary(151, "i16x8", (a, b) => min(u16(a), u16(b))),
  "i16x8.max_s": binary(152, "i16x8", max),
  "i16x8.max_u": binary(153, "i16x8", (a, b) => max(u16(a), u16(b))),
  "i16x8.avgr_u": binary(155, "i16x8", (a, b) => (u16(a) + u16(b) + 1) >> 1),
  "i32x4.abs": unary(160, "i32x4", Math.abs),
  "i32x4.neg": unary(161, "i32x4", (a) => -a),
  "i32x4.shl": shift(171, "i32x4", left),
  "i32x4.shr_s": shift(172, "i32x4", right),
  "i32x4.shr_u": shift(173, "i32x4", (a, by) => a >>> by),
  "i32x4.add": binary(174, "i32x4", add),
  "i32x4.sub": binary(177, "i32x4", sub),
  "i32x4.mul": binary(181, "i32x4", Math.imul),
  "i32x4.min_s": binary(182, "i32x4", min),
  "i32x4.min_u": binary(183, "i32x4", (a, b) => min(u32(a), u32(b))),
  "i32x4.max_s": binary(184, "i32x4", max),
  "i32x4.max_u": binary(185, "i32x4", (a, b) => max(u32(a), u32(b))),
  "i64x2.abs": unary64(192, (a) => (a < 0n ? -a : a)),
  "i64x2.neg": unary64(193, (a) => -a),
  "i64x2.shl": shift64(203, (a, by) => a << by),
  "i64x2.shr_s": shift64(204, (a, by) => a >> by),
  "i64x2.shr_u": shift64(205, (a, by) => unsigned64(a) >> by),
  "i64x2.add": binary64(206, (a, b) => a + b),
  "i64x2.sub": binary64(209, (a, b) => a - b),
  "i64x2.mul": binary64(213, (a, b) => a * b),
};
