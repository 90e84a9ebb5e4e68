// Conversions between register types, and between a narrow float's bits and f32.
import { bitsToFloat, floatToBits } from "../../../ir/core/float-bits.ts";
import { roundHalfEvenSigned } from "../../../ir/interpret/floats.ts";
import { WARP } from "../types.ts";
import { each1, unsigned64 } from "./each.ts";
import { row, unary, type Instruction } from "./instruction.ts";

const one = (f: (a: number) => number): Instruction => unary("i32", "i32", each1(f));
const to32 = (f: (a: number) => number): Instruction => unary("f32", "i32", each1(f));
const from32 = (f: (a: number) => number): Instruction => unary("i32", "f32", each1(f));
const rounding32 = (f: (a: number) => number): Instruction => unary("f32", "f32", each1(f));
const rounding64 = (f: (a: number) => number): Instruction => unary("f64", "f64", each1(f), { class: "fp64" });

/** Towards zero; beyond the bounds the nearest of them; NaN gives 0. */
const saturate = (least: number, most: number) => (a: number) =>
  Number.isNaN(a) ? 0 : Math.trunc(Math.max(least, Math.min(most, a))) | 0;
const signed32 = saturate(-2147483648, 2147483647);
const unsigned32 = (a: number): number => (Number.isNaN(a) ? 0 : Math.trunc(Math.max(0, Math.min(4294967295, a))) | 0);
const least64 = -(2n ** 63n);
const most64 = 2n ** 63n - 1n;
function signed64Of(a: number): bigint {
  if (Number.isNaN(a)) return 0n;
  if (a >= 2 ** 63) return most64;
  return a <= -(2 ** 63) ? least64 : BigInt(Math.trunc(a));
}
function unsigned64Of(a: number): bigint {
  if (Number.isNaN(a) || a <= 0) return 0n;
  return a >= 2 ** 64 ? -1n : BigInt(Math.trunc(a));
}

/** An integer as the number that rounds to the same f32: beyond 2^53 with the bits that are lost sticky in the last one. */
function stickyNumber(a: bigint): number {
  const magnitude = a < 0n ? -a : a;
  if (magnitude < 2n ** 53n) return Number(a);
  const kept = magnitude >> 12n;
  const result = Number(kept << 12n === magnitude ? kept : kept | 1n) * 4096;
  return a < 0n ? -result : result;
}

const bigFrom = (kind: "f32" | "f64", f: (a: number) => bigint): Instruction =>
  unary(kind, "i64", (r, a) => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!);
  });
const bigTo = (kind: "f32" | "f64", f: (a: bigint) => number): Instruction =>
  unary("i64", kind, (r, a) => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!);
  });

const narrow = (name: "f16" | "bf16"): Instruction => from32((a) => bitsToFloat(name, BigInt(a & 0xffff)));
const narrowing = (name: "f16" | "bf16"): Instruction => to32((a) => Number(floatToBits(name, a)));

/** The same bytes in another register. */
const bits = (from: "i32" | "f32" | "i64" | "f64", to: "i32" | "f32" | "i64" | "f64"): Instruction =>
  row([from], [to], ({ operand, result }) => {
    const [a, r] = [operand(from, 0), result(to, 0)];
    const source = new Uint8Array(a.buffer, a.byteOffset, a.byteLength);
    const target = new Uint8Array(r.buffer, r.byteOffset, r.byteLength);
    return () => {
      target.set(source);
    };
  });

// prettier-ignore
export const conversionInstructions = {
  "cvt.s64.s32": unary("i32", "i64", (r, a) => { for (let i = 0; i < WARP; i++) r[i] = BigInt(a[i]!); }),
  "cvt.u64.u32": unary("i32", "i64", (r, a) => { for (let i = 0; i < WARP; i++) r[i] = BigInt(a[i]! >>> 0); }),
  "cvt.u32.u64": row(["i64"], ["i32"], ({ words, result }) => {
    const [w, r] = [words(0), result("i32", 0)];
    return () => { for (let i = 0; i < WARP; i++) r[i] = w[2 * i]!; };
  }),
  "cvt.s32.s8": one((a) => (a << 24) >> 24),
  "cvt.s32.s16": one((a) => (a << 16) >> 16),
  "cvt.u32.u8": one((a) => a & 255),
  "cvt.u32.u16": one((a) => a & 65535),
  "cvt.rn.f32.s32": from32((a) => a),
  "cvt.rn.f32.u32": from32((a) => a >>> 0),
  "cvt.rn.f32.s64": bigTo("f32", stickyNumber),
  "cvt.rn.f32.u64": bigTo("f32", (a) => stickyNumber(unsigned64(a))),
  "cvt.rn.f64.s32": unary("i32", "f64", each1((a) => a)),
  "cvt.rn.f64.u32": unary("i32", "f64", each1((a) => a >>> 0)),
  "cvt.rn.f64.s64": bigTo("f64", Number),
  "cvt.rn.f64.u64": bigTo("f64", (a) => Number(unsigned64(a))),
  "cvt.rzi.s32.f32": to32(signed32),
  "cvt.rzi.u32.f32": to32(unsigned32),
  "cvt.rzi.s64.f32": bigFrom("f32", signed64Of),
  "cvt.rzi.u64.f32": bigFrom("f32", unsigned64Of),
  "cvt.rzi.s32.f64": unary("f64", "i32", each1(signed32)),
  "cvt.rzi.u32.f64": unary("f64", "i32", each1(unsigned32)),
  "cvt.rzi.s64.f64": bigFrom("f64", signed64Of),
  "cvt.rzi.u64.f64": bigFrom("f64", unsigned64Of),
  "cvt.rni.f32.f32": rounding32(roundHalfEvenSigned),
  "cvt.rzi.f32.f32": rounding32(Math.trunc),
  "cvt.rmi.f32.f32": rounding32(Math.floor),
  "cvt.rpi.f32.f32": rounding32(Math.ceil),
  "cvt.rni.f64.f64": rounding64(roundHalfEvenSigned),
  "cvt.rzi.f64.f64": rounding64(Math.trunc),
  "cvt.rmi.f64.f64": rounding64(Math.floor),
  "cvt.rpi.f64.f64": rounding64(Math.ceil),
  "cvt.rn.f32.f64": unary("f64", "f32", each1((a) => a), { class: "fp64" }),
  "cvt.f64.f32": unary("f32", "f64", each1((a) => a), { class: "fp64" }),
  "cvt.f32.f16": narrow("f16"),
  "cvt.f32.bf16": narrow("bf16"),
  "cvt.rn.f16.f32": narrowing("f16"),
  "cvt.rn.bf16.f32": narrowing("bf16"),
  "mov.b32.f32": bits("f32", "i32"),
  "mov.f32.b32": bits("i32", "f32"),
  "mov.b64.f64": bits("f64", "i64"),
  "mov.f64.b64": bits("i64", "f64"),
  "mov.pack.b64": row(["i32", "i32"], ["i64"], ({ operand, result }) => {
    const [low, high, r] = [operand("i32", 0), operand("i32", 1), result("i64", 0)];
    const w = new Int32Array(r.buffer, r.byteOffset, 2 * WARP);
    return () => { for (let i = 0; i < WARP; i++) { w[2 * i] = low[i]!; w[2 * i + 1] = high[i]!; } };
  }),
  "mov.unpack.b64": row(["i64"], ["i32", "i32"], ({ words, result }) => {
    const [w, low, high] = [words(0), result("i32", 0), result("i32", 1)];
    return () => { for (let i = 0; i < WARP; i++) { low[i] = w[2 * i]!; high[i] = w[2 * i + 1]!; } };
  }),
};
