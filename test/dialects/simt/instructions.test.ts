// What instructions compute, on boundary values; and that a scalar's meaning is what a lane of a warp gets.
import { describe, expect, test } from "@jest/globals";
import { instructions, opNameOf, ORDER, type InstructionName } from "../../../dialects/simt/index.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { Interpreter } from "../../../ir/interpret/interpreter.ts";
import { identityMemRef } from "../../../ir/interpret/memref.ts";
import { f32 } from "../../../ir/core/type-constructors.ts";
import type { Scalar } from "../../../ir/interpret/value.ts";
import { newContext, parse } from "../../support/mlir.ts";

const typeNames = { pred: "i1", i32: "i32", i64: "i64", f32: "f32", f64: "f64" } as const;

/** Runs one instruction in a function; its results, or why there are none. */
function evaluate(name: InstructionName, operands: readonly Scalar[]): unknown {
  const { operands: kinds, results } = instructions[name];
  const context = newContext();
  const params = kinds.map((kind, i) => `%${i}: ${typeNames[kind]}`).join(", ");
  const types = results.map((kind) => typeNames[kind]).join(", ");
  const names = results.map((_, i) => `%r${i}`).join(", ");
  const module = parse(
    `func.func @f(${params}) -> (${types}) {\n${names} = ${opNameOf(name)} ${kinds.map((_, i) => `%${i}`).join(", ")}\nreturn ${names} : ${types}\n}`,
    context,
  );
  const outcome = new Interpreter({ context }).call(lookupSymbolIn(module, "f")!, operands);
  if (outcome.kind !== "values") return outcome.reason;
  return outcome.values.length === 1 ? outcome.values[0] : outcome.values;
}

const least32 = -2147483648;
const least64 = -(2n ** 63n);
const f = Math.fround;
const cases: readonly (readonly [InstructionName, readonly Scalar[], unknown])[] = [
  ["add.s32", [2147483647, 1], least32],
  ["sub.s32", [least32, 1], 2147483647],
  ["neg.s32", [least32], least32],
  ["abs.s32", [least32], least32],
  ["mul.lo.s32", [65537, 65537], 131073],
  ["mul.hi.s32", [-1, 1], -1],
  ["mul.hi.u32", [-1, -1], -2],
  ["mul.hi.s64", [-1n, 1n], -1n],
  ["mul.hi.u64", [-1n, -1n], -2n],
  ["mul.wide.s32", [-1, 5], -5n],
  ["mul.wide.u32", [-1, 5], 5n * 4294967295n],
  ["mad.lo.s32", [3, 4, -12], 0],
  ["mad.wide.s32", [-2, 4, 100n], 92n],
  ["mad.wide.u32", [-2, 4, 100n], 4294967294n * 4n + 100n],
  ["mad.lo.s64", [2n ** 62n, 2n, -1n], 2n ** 63n - 1n],
  ["div.s32", [-7, 2], -3],
  ["div.u32", [-1, 2], 2147483647],
  ["rem.s32", [-7, 2], -1],
  ["rem.u32", [-1, 10], 5],
  ["div.s64", [-7n, 2n], -3n],
  ["div.u64", [-1n, 2n], 2n ** 63n - 1n],
  ["div.s32", [1, 0], "integer division by zero in lane 0 of warp 0, thread (0, 0, 0) of block (0, 0, 0)"],
  ["div.s32", [least32, -1], "integer overflow in lane 0 of warp 0, thread (0, 0, 0) of block (0, 0, 0)"],
  ["rem.u64", [5n, 0n], "integer division by zero in lane 0 of warp 0, thread (0, 0, 0) of block (0, 0, 0)"],
  ["min.s32", [-1, 1], -1],
  ["min.u32", [-1, 1], 1],
  ["max.u64", [-1n, 1n], -1n],
  ["shl.b32", [1, 31], least32],
  ["shl.b32", [1, 32], 0],
  ["shl.b32", [1, -1], 0],
  ["shr.s32", [least32, 40], -1],
  ["shr.u32", [least32, 31], 1],
  ["shr.u32", [-1, 32], 0],
  ["shl.b64", [1n, 63], least64],
  ["shl.b64", [1n, 64], 0n],
  ["shr.s64", [least64, 100], -1n],
  ["shr.u64", [least64, 63], 1n],
  ["popc.b32", [-1], 32],
  ["popc.b64", [-1n], 64],
  ["clz.b32", [0], 32],
  ["clz.b64", [1n], 63],
  ["brev.b32", [1], least32],
  ["brev.b64", [1n], least64],
  ["bfe.u32", [0xabcd, 4, 8], 0xbc],
  ["bfe.s32", [0x80, 4, 4], -8],
  ["bfe.s32", [least32, 28, 8], -8],
  ["bfi.b32", [0xf, 0, 8, 4], 0xf00],
  ["dp4a.s32", [0x01ff_0302, 0x0101_0101, 10], 10 + 1 - 1 + 3 + 2],
  ["dp4a.u32", [0x01ff_0302, 0x0101_0101, 10], 10 + 1 + 255 + 3 + 2],
  ["setp.lt.s32", [-1, 0], 1],
  ["setp.lt.u32", [-1, 0], 0],
  ["setp.ge.u64", [-1n, 0n], 1],
  ["setp.lt.f32", [NaN, 0], 0],
  ["setp.ne.f32", [NaN, 0], 0],
  ["setp.neu.f32", [NaN, 0], 1],
  ["setp.equ.f64", [NaN, 0], 1],
  ["setp.num.f32", [1, NaN], 0],
  ["setp.nan.f32", [1, NaN], 1],
  ["selp.b64", [1n, 2n, 0], 2n],
  ["selp.f32", [1, 2, 1], 1],
  ["not.pred", [1], 0],
  ["add.f32", [f(0.1), f(0.2)], f(f(0.1) + f(0.2))],
  // 1 + 2^-24 + 2^-54 is above the half between 1 and its successor, but rounds to it in f64.
  ["fma.rn.f32", [f(2 ** -27), f(2 ** -27), 1], 1],
  ["fma.rn.f32", [f(1 + 2 ** -12), f(1 + 2 ** -12), f(2 ** -60)], f(1 + 2 ** -11 + 2 ** -23)],
  ["fma.rn.f64", [1 + 2 ** -30, 1 + 2 ** -30, -1], 2 ** -29 + 2 ** -60],
  ["min.f32", [NaN, 1], 1],
  ["min.NaN.f32", [NaN, 1], NaN],
  ["min.f32", [0, -0], -0],
  ["max.f32", [-0, 0], 0],
  ["copysign.f32", [-0, 3], -3],
  ["div.rn.f32", [1, 3], f(1 / 3)],
  ["ex2.approx.f32", [3], 8],
  ["lg2.approx.f32", [8], 3],
  ["rsqrt.approx.f32", [4], 0.5],
  ["cvt.s64.s32", [-1], -1n],
  ["cvt.u64.u32", [-1], 4294967295n],
  ["cvt.u32.u64", [2n ** 32n + 5n], 5],
  ["cvt.s32.s8", [0x1ff], -1],
  ["cvt.u32.u16", [-1], 65535],
  ["cvt.rn.f32.u32", [-1], 4294967296],
  // Above the half between two floats by one: rounding twice would lose it.
  ["cvt.rn.f32.s64", [2n ** 60n + 2n ** 36n + 1n], 2 ** 60 + 2 ** 37],
  ["cvt.rn.f64.u64", [-1n], 2 ** 64],
  ["cvt.rzi.s32.f32", [-1.9], -1],
  ["cvt.rzi.s32.f32", [3e9], 2147483647],
  ["cvt.rzi.s32.f32", [NaN], 0],
  ["cvt.rzi.u32.f32", [-1], 0],
  ["cvt.rzi.u32.f64", [4294967295], -1],
  ["cvt.rzi.s64.f64", [-1e30], least64],
  ["cvt.rzi.u64.f64", [2 ** 63], least64],
  ["cvt.rni.f32.f32", [2.5], 2],
  ["cvt.rni.f32.f32", [-0.5], -0],
  ["cvt.rmi.f32.f32", [-0.5], -1],
  ["cvt.f32.f16", [0x3c00], 1],
  ["cvt.rn.f16.f32", [65520], 0x7c00],
  ["cvt.f32.bf16", [0xbf80], -1],
  ["cvt.rn.bf16.f32", [1], 0x3f80],
  ["mov.b32.f32", [1], 0x3f800000],
  ["mov.f32.b32", [0x3f800000], 1],
  ["mov.b64.f64", [1], 0x3ff0000000000000n],
  ["mov.pack.b64", [-1, 1], 2n ** 33n - 1n],
  ["mov.unpack.b64", [2n ** 33n - 1n], [-1, 1]],
];

test.each(cases)("%s %p", (name, operands, expected) => {
  expect(evaluate(name, operands)).toEqual(expected);
});

/** Runs a body with %lane, %l (the lane as f32) and %warp in one block of 64 threads; what it leaves in %v and %w, i32 each. */
function lanes(body: string): readonly [number[], number[]] {
  const context = newContext();
  const module = parse(
    `simt.kernel @k(%out: i64) threads(64, 1, 1) attributes {shared_bytes = 256 : i64} {
      %zero = simt.const 0 : i32
      %one = simt.const 1 : i32
      %two = simt.const 2 : i32
      %eight = simt.const 8 : i32
      %t = simt.mov_tid_x
      %lane = simt.mov_laneid
      %warp = simt.mov_warpid
      %l = simt.cvt_rn_f32_s32 %lane
      ${body}
      %p = simt.mad_wide_s32 %t, %eight, %out
      simt.st_global_v2_s32 %p, %v, %w
      simt.return
    }
    func.func @main(%out: memref<128xf32>) {
      %c1 = arith.constant 1 : index
      simt.launch @k grid(%c1, %c1, %c1) args(%out : memref<128xf32>)
      return
    }`,
    context,
  );
  const interpreter = new Interpreter({ context });
  interpreter.setState(ORDER, 7);
  const allocation = interpreter.memory.allocate(512)!;
  const outcome = interpreter.call(lookupSymbolIn(module, "main")!, [identityMemRef(allocation, [128], f32(context))]);
  if (outcome.kind !== "values") throw new Error(outcome.reason);
  const read = (i: number): number => interpreter.memory.view.getInt32(allocation.address + 4 * i, true);
  return [Array.from({ length: 64 }, (_, i) => read(2 * i)), Array.from({ length: 64 }, (_, i) => read(2 * i + 1))];
}

test("what nobody wrote matters only where it is used", () => {
  const [v] = lanes(`%unwritten = simt.ld_shared_s32 %zero
    %v = simt.mul_lo_s32 %unwritten, %zero
    %w = simt.mov_laneid`);
  expect(v).toEqual(new Array<number>(64).fill(0));
});

const each = (f: (lane: number, thread: number) => number): number[] =>
  Array.from({ length: 64 }, (_, i) => f(i % 32, i));

describe("warps", () => {
  test.each<[string, string, (lane: number, thread: number) => number, (lane: number, thread: number) => number]>([
    [
      "shfl.down",
      "%v, %in = simt.shfl_down_b32 %t, %two\n%w = simt.selp_b32 %one, %zero, %in",
      (l, t) => (l < 30 ? t + 2 : t),
      (l) => (l < 30 ? 1 : 0),
    ],
    [
      "shfl.up in segments of 8",
      "%v, %in = simt.shfl_up_b32 %t, %one {width = 8 : i64}\n%w = simt.selp_b32 %one, %zero, %in",
      (l, t) => (l % 8 > 0 ? t - 1 : t),
      (l) => (l % 8 > 0 ? 1 : 0),
    ],
    [
      "shfl.bfly",
      "%x, %in = simt.shfl_bfly_f32 %l, %eight\n%v = simt.cvt_rzi_s32_f32 %x\n%w = simt.selp_b32 %one, %zero, %in",
      (l) => l ^ 8,
      () => 1,
    ],
    [
      "shfl.idx takes the number modulo the width",
      "%v, %in = simt.shfl_idx_b32 %t, %lane {width = 4 : i64}\n%w = simt.selp_b32 %one, %zero, %in",
      (l, t) => t,
      () => 1,
    ],
    [
      "votes",
      "%q = simt.setp_lt_s32 %lane, %eight\n%v = simt.vote_ballot_b32 %q\n%y = simt.vote_any_pred %q\n%w = simt.selp_b32 %one, %zero, %y",
      () => 255,
      () => 1,
    ],
    [
      "redux over active lanes",
      "%q = simt.setp_lt_s32 %lane, %eight\n%v = simt.if %q -> (i32) {\n%s = simt.redux_add_s32 %lane\nsimt.yield %s : i32\n} else {\nsimt.yield %zero : i32\n}\n%w = simt.activemask_b32",
      (l) => (l < 8 ? 28 : 0),
      () => -1,
    ],
    [
      "atomics of shared memory, in the order of lanes",
      "simt.st_shared_s32 %zero, %zero\nsimt.bar_sync\n%v = simt.atom_shared_add_s32 %zero, %one\nsimt.bar_sync\n%w = simt.ld_shared_s32 %zero",
      () => NaN,
      () => 64,
    ],
    [
      "values exchanged across warps",
      "%two_bits = simt.shl_b32 %t, %two\nsimt.st_shared_s32 %two_bits, %t\nsimt.bar_sync\n%x = simt.const 252 : i32\n%other = simt.sub_s32 %x, %two_bits\n%v = simt.ld_shared_s32 %other\n%w = simt.const 3 : i32",
      (_, t) => 63 - t,
      () => 3,
    ],
    [
      "a while whose arguments swap",
      "%v, %w, %n = simt.while(%a = %one, %b = %two, %i = %lane) : (i32, i32, i32) -> (i32, i32, i32) {\n%c = simt.setp_gt_s32 %i, %zero\nsimt.condition %c, %a, %b, %i : i32, i32, i32\n} do {\n^bb0(%a: i32, %b: i32, %i: i32):\n%j = simt.sub_s32 %i, %one\nsimt.yield %b, %a, %j : i32, i32, i32\n}",
      (l) => 1 + (l % 2),
      (l) => 2 - (l % 2),
    ],
    [
      "a loop whose arguments swap",
      "%v, %w, %n = simt.loop(%a = %one, %b = %two, %i = %lane) : i32, i32, i32 {\n%j = simt.sub_s32 %i, %one\n%c = simt.setp_gt_s32 %j, %zero\nsimt.continue_if %c, %b, %a, %j : i32, i32, i32\n}",
      (l) => 2 - (Math.max(0, l - 1) % 2),
      (l) => 1 + (Math.max(0, l - 1) % 2),
    ],
    [
      "nested divergence",
      "%v = simt.loop(%i = %lane) : i32 {\n%odd = simt.and_b32 %i, %one\n%p = simt.setp_eq_s32 %odd, %one\n%j = simt.if %p -> (i32) {\n%x = simt.sub_s32 %i, %one\nsimt.yield %x : i32\n} else {\n%x = simt.shr_s32 %i, %one\nsimt.yield %x : i32\n}\n%c = simt.setp_gt_s32 %j, %two\nsimt.continue_if %c, %j : i32\n}\n%w = simt.const 0 : i32",
      (l) => halve(l),
      () => 0,
    ],
  ])("%s", (_, body, first, second) => {
    const [v, w] = lanes(body);
    if (!Number.isNaN(first(0, 0))) expect(v).toEqual(each(first));
    else expect([...v].sort((a, b) => a - b)).toEqual(each((__, t) => t));
    expect(w).toEqual(each(second));
  });
});

function halve(start: number): number {
  let i = start;
  do i = i % 2 === 1 ? i - 1 : i >> 1;
  while (i > 2);
  return i;
}
