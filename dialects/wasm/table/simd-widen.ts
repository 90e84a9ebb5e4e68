// Integer instructions whose result lanes are wider or narrower than their operands': extension, narrowing, products, dot products.
import { simd, type Instruction, type LaneShape } from "./instruction.ts";
import { byLanes } from "./lanes.ts";
import { saturate } from "./simd-integer.ts";

type Read = (a: number | undefined) => number;
const signed: Read = (a) => a ?? 0;
const unsigned8: Read = (a) => (a ?? 0) & 0xff;
const unsigned16: Read = (a) => (a ?? 0) & 0xffff;
const unsigned32: Read = (a) => (a ?? 0) >>> 0;

type Half = "low" | "high";

/** Lane i of the half, extended. The counts are those of the result's lanes. */
function extension(code: number, from: LaneShape, to: LaneShape, half: Half, count: number, read: Read): Instruction {
  const start = half === "low" ? 0 : count;
  return simd(
    code,
    [from],
    to,
    byLanes((i, a) => read(a[start + i])),
  );
}
/** Products of the extended lanes of a half; exact. Products of 32-bit lanes pass what a number holds. */
function product(code: number, from: LaneShape, to: LaneShape, half: Half, count: number, read: Read): Instruction {
  const start = half === "low" ? 0 : count;
  const multiply = to === "i64x2" ? (a: number, b: number): bigint => BigInt(a) * BigInt(b) : Math.imul;
  return simd(
    code,
    [from, from],
    to,
    byLanes((i, a, b) => multiply(read(a[start + i]), read(b[start + i]))),
  );
}
const narrowing = (
  code: number,
  from: LaneShape,
  to: LaneShape,
  count: number,
  clamp: (a: number) => number,
): Instruction =>
  simd(
    code,
    [from, from],
    to,
    byLanes((i, a, b) => clamp((i < count ? a[i] : b[i - count]) ?? 0)),
  );
const pairwiseSum = (code: number, from: LaneShape, to: LaneShape, read: Read): Instruction =>
  simd(
    code,
    [from],
    to,
    byLanes((i, a) => read(a[2 * i]) + read(a[2 * i + 1])),
  );

const dotWords = byLanes(
  (i, a, b) => Math.imul(signed(a[2 * i]), signed(b[2 * i])) + Math.imul(signed(a[2 * i + 1]), signed(b[2 * i + 1])),
);

/** Relaxed: the second operand's lanes must be in 0..127, else engines differ; here they are read as signed and sums saturate. */
const dotBytes = byLanes((i, a, b) =>
  saturate.s16(signed(a[2 * i]) * signed(b[2 * i]) + signed(a[2 * i + 1]) * signed(b[2 * i + 1])),
);

export const simdWidenInstructions = {
  "i8x16.narrow_i16x8_s": narrowing(101, "i16x8", "i8x16", 8, saturate.s8),
  "i8x16.narrow_i16x8_u": narrowing(102, "i16x8", "i8x16", 8, saturate.u8),
  "i16x8.extadd_pairwise_i8x16_s": pairwiseSum(124, "i8x16", "i16x8", signed),
  "i16x8.extadd_pairwise_i8x16_u": pairwiseSum(125, "i8x16", "i16x8", unsigned8),
  "i32x4.extadd_pairwise_i16x8_s": pairwiseSum(126, "i16x8", "i32x4", signed),
  "i32x4.extadd_pairwise_i16x8_u": pairwiseSum(127, "i16x8", "i32x4", unsigned16),
  "i16x8.narrow_i32x4_s": narrowing(133, "i32x4", "i16x8", 4, saturate.s16),
  "i16x8.narrow_i32x4_u": narrowing(134, "i32x4", "i16x8", 4, saturate.u16),
  "i16x8.extend_low_i8x16_s": extension(135, "i8x16", "i16x8", "low", 8, signed),
  "i16x8.extend_high_i8x16_s": extension(136, "i8x16", "i16x8", "high", 8, signed),
  "i16x8.extend_low_i8x16_u": extension(137, "i8x16", "i16x8", "low", 8, unsigned8),
  "i16x8.extend_high_i8x16_u": extension(138, "i8x16", "i16x8", "high", 8, unsigned8),
  "i16x8.extmul_low_i8x16_s": product(156, "i8x16", "i16x8", "low", 8, signed),
  "i16x8.extmul_high_i8x16_s": product(157, "i8x16", "i16x8", "high", 8, signed),
  "i16x8.extmul_low_i8x16_u": product(158, "i8x16", "i16x8", "low", 8, unsigned8),
  "i16x8.extmul_high_i8x16_u": product(159, "i8x16", "i16x8", "high", 8, unsigned8),
  "i32x4.extend_low_i16x8_s": extension(167, "i16x8", "i32x4", "low", 4, signed),
  "i32x4.extend_high_i16x8_s": extension(168, "i16x8", "i32x4", "high", 4, signed),
  "i32x4.extend_low_i16x8_u": extension(169, "i16x8", "i32x4", "low", 4, unsigned16),
  "i32x4.extend_high_i16x8_u": extension(170, "i16x8", "i32x4", "high", 4, unsigned16),
  "i32x4.dot_i16x8_s": simd(186, ["i16x8", "i16x8"], "i32x4", dotWords),
  "i32x4.extmul_low_i16x8_s": product(188, "i16x8", "i32x4", "low", 4, signed),
  "i32x4.extmul_high_i16x8_s": product(189, "i16x8", "i32x4", "high", 4, signed),
  "i32x4.extmul_low_i16x8_u": product(190, "i16x8", "i32x4", "low", 4, unsigned16),
  "i32x4.extmul_high_i16x8_u": product(191, "i16x8", "i32x4", "high", 4, unsigned16),
  "i64x2.extend_low_i32x4_s": extension(199, "i32x4", "i64x2", "low", 2, signed),
  "i64x2.extend_high_i32x4_s": extension(200, "i32x4", "i64x2", "high", 2, signed),
  "i64x2.extend_low_i32x4_u": extension(201, "i32x4", "i64x2", "low", 2, unsigned32),
  "i64x2.extend_high_i32x4_u": extension(202, "i32x4", "i64x2", "high", 2, unsigned32),
  "i64x2.extmul_low_i32x4_s": product(220, "i32x4", "i64x2", "low", 2, signed),
  "i64x2.extmul_high_i32x4_s": product(221, "i32x4", "i64x2", "high", 2, signed),
  "i64x2.extmul_low_i32x4_u": product(222, "i32x4", "i64x2", "low", 2, unsigned32),
  "i64x2.extmul_high_i32x4_u": product(223, "i32x4", "i64x2", "high", 2, unsigned32),
  "i16x8.relaxed_dot_i8x16_i7x16_s": simd(0x112, ["i8x16", "i8x16"], "i16x8", dotBytes, { feature: "relaxed-simd" }),
  // i32x4.relaxed_dot_i8x16_i7x16_add_s is left out: V8 11.3 (Node 20) adds the product twice in place of the third operand.
};
