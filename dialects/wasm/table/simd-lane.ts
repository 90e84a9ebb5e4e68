// Instructions that move lanes or summarise them: splat, extract, replace, shuffle, swizzle, bitwise, tests.
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense, expectScalar } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { integerImmediate, lanesImmediate } from "../immediates.ts";
import { simd, type Instruction, type LaneShape, type NumberKind } from "./instruction.ts";
import { byBytes, fromLanes, vectorOf } from "./lanes.ts";

const splat: ValueMeaning = onValues((op) => {
  const { shape, element } = vectorOf(op.result().type);
  return ([value]) => [DenseValue.splat(shape, element, expectScalar(value))];
});

const extract = (mask: number | undefined): ValueMeaning =>
  onValues((op) => {
    const lane = integerImmediate(op, "lane");
    return ([vector]) => {
      const value = expectDense(vector).get(lane);
      return [mask !== undefined && typeof value === "number" ? value & mask : value];
    };
  });

const replace: ValueMeaning = onValues((op) => {
  const lane = integerImmediate(op, "lane");
  return ([vector, value]) => {
    const result = expectDense(vector).clone();
    result.set(lane, expectScalar(value));
    return [result];
  };
});

const splatOf = (code: number, from: NumberKind, shape: LaneShape): Instruction => simd(code, [from], shape, splat);
const extractOf = (code: number, shape: LaneShape, count: number, to: NumberKind, mask?: number): Instruction =>
  simd(code, [shape], to, extract(mask), { immediate: { kind: "lane", count } });
const replaceOf = (code: number, shape: LaneShape, count: number, from: NumberKind): Instruction =>
  simd(code, [shape, from], shape, replace, { immediate: { kind: "lane", count } });

const shuffle: ValueMeaning = byBytes((out, a, b, _, op) => {
  lanesImmediate(op).forEach((lane, i) => (out[i] = (lane < 16 ? a[lane] : b[lane - 16]) ?? 0));
});

const bitwise = (code: number, f: (a: number, b: number) => number): Instruction =>
  simd(
    code,
    ["any128", "any128"],
    "any128",
    byBytes((out, a, b) => {
      for (let i = 0; i < 16; i++) out[i] = f(a[i] ?? 0, b[i] ?? 0);
    }),
  );

const isZero = (lane: number | bigint): boolean => lane === 0 || lane === 0n;
const allTrue = (code: number, shape: LaneShape): Instruction =>
  simd(
    code,
    [shape],
    "i32",
    fromLanes((lanes) => (Array.from<number | bigint>(lanes).some(isZero) ? 0 : 1)),
  );
const bitmask = (code: number, shape: LaneShape): Instruction =>
  simd(
    code,
    [shape],
    "i32",
    fromLanes((lanes) =>
      Array.from<number | bigint>(lanes).reduce<number>((mask, lane, i) => (lane < 0 ? mask | (1 << i) : mask), 0),
    ),
  );

export const simdLaneInstructions = {
  "i8x16.shuffle": simd(13, ["any128", "any128"], "any128", shuffle, { immediate: { kind: "shuffle" } }),
  "i8x16.swizzle": simd(
    14,
    ["i8x16", "i8x16"],
    "i8x16",
    byBytes((out, a, lanes) => {
      for (let i = 0; i < 16; i++) out[i] = a[lanes[i] ?? 16] ?? 0;
    }),
  ),
  "i8x16.splat": splatOf(15, "i32", "i8x16"),
  "i16x8.splat": splatOf(16, "i32", "i16x8"),
  "i32x4.splat": splatOf(17, "i32", "i32x4"),
  "i64x2.splat": splatOf(18, "i64", "i64x2"),
  "f32x4.splat": splatOf(19, "f32", "f32x4"),
  "f64x2.splat": splatOf(20, "f64", "f64x2"),
  "i8x16.extract_lane_s": extractOf(21, "i8x16", 16, "i32"),
  "i8x16.extract_lane_u": extractOf(22, "i8x16", 16, "i32", 0xff),
  "i8x16.replace_lane": replaceOf(23, "i8x16", 16, "i32"),
  "i16x8.extract_lane_s": extractOf(24, "i16x8", 8, "i32"),
  "i16x8.extract_lane_u": extractOf(25, "i16x8", 8, "i32", 0xffff),
  "i16x8.replace_lane": replaceOf(26, "i16x8", 8, "i32"),
  "i32x4.extract_lane": extractOf(27, "i32x4", 4, "i32"),
  "i32x4.replace_lane": replaceOf(28, "i32x4", 4, "i32"),
  "i64x2.extract_lane": extractOf(29, "i64x2", 2, "i64"),
  "i64x2.replace_lane": replaceOf(30, "i64x2", 2, "i64"),
  "f32x4.extract_lane": extractOf(31, "f32x4", 4, "f32"),
  "f32x4.replace_lane": replaceOf(32, "f32x4", 4, "f32"),
  "f64x2.extract_lane": extractOf(33, "f64x2", 2, "f64"),
  "f64x2.replace_lane": replaceOf(34, "f64x2", 2, "f64"),
  "v128.not": simd(
    77,
    ["any128"],
    "any128",
    byBytes((out, a) => {
      for (let i = 0; i < 16; i++) out[i] = ~(a[i] ?? 0);
    }),
  ),
  "v128.and": bitwise(78, (a, b) => a & b),
  "v128.andnot": bitwise(79, (a, b) => a & ~b),
  "v128.or": bitwise(80, (a, b) => a | b),
  "v128.xor": bitwise(81, (a, b) => a ^ b),
  "v128.bitselect": simd(
    82,
    ["any128", "any128", "mask"],
    "any128",
    byBytes((out, a, b, mask) => {
      for (let i = 0; i < 16; i++) out[i] = ((a[i] ?? 0) & (mask[i] ?? 0)) | ((b[i] ?? 0) & ~(mask[i] ?? 0));
    }),
  ),
  "v128.any_true": simd(
    83,
    ["any128"],
    "i32",
    fromLanes((lanes) => (new Uint8Array(lanes.buffer, lanes.byteOffset, 16).some((byte) => byte !== 0) ? 1 : 0)),
  ),
  "i8x16.all_true": allTrue(99, "i8x16"),
  "i8x16.bitmask": bitmask(100, "i8x16"),
  "i16x8.all_true": allTrue(131, "i16x8"),
  "i16x8.bitmask": bitmask(132, "i16x8"),
  "i32x4.all_true": allTrue(163, "i32x4"),
  "i32x4.bitmask": bitmask(164, "i32x4"),
  "i64x2.all_true": allTrue(195, "i64x2"),
  "i64x2.bitmask": bitmask(196, "i64x2"),
};
