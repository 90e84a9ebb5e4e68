// Instructions on 64-bit integers, and products of 32-bit ones that are as wide.
import { Fault } from "../warp/warp.ts";
import { WARP } from "../types.ts";
import { big1, big2, bigTest, unsigned64 } from "./each.ts";
import { binary, row, ternary, unary, type Instruction } from "./instruction.ts";
import { popcount, reverseBits } from "./integer32.ts";

type Loop2 = (r: BigInt64Array, a: BigInt64Array, b: BigInt64Array) => void;
const two = (f: Loop2): Instruction => binary(["i64", "i64"], "i64", f);
const one = (f: (a: bigint) => bigint): Instruction => unary("i64", "i64", big1(f));
const test = (f: (r: Uint8Array, a: BigInt64Array, b: BigInt64Array) => void): Instruction =>
  binary(["i64", "i64"], "pred", f);
const unsignedTest = (f: (a: bigint, b: bigint) => boolean): Instruction =>
  test(bigTest((a, b) => f(unsigned64(a), unsigned64(b))));
const shift = (f: (a: bigint, amount: number) => bigint): Instruction =>
  binary(["i64", "i32"], "i64", (r, a, b) => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!, b[i]! >>> 0);
  });
/** A number of bits, from the high and the low word. */
const counting = (f: (high: number, low: number) => number): Instruction =>
  row(["i64"], ["i32"], ({ words, result }) => {
    const [w, r] = [words(0), result("i32", 0)];
    return () => {
      for (let i = 0; i < WARP; i++) r[i] = f(w[2 * i + 1]!, w[2 * i]!);
    };
  });

const division = (f: (a: bigint, b: bigint) => bigint, overflows: boolean): Instruction =>
  row(
    ["i64", "i64"],
    ["i64"],
    ({ op, warp, operand, result }) => {
      const [a, b, r] = [operand("i64", 0), operand("i64", 1), result("i64", 0)];
      return () => {
        const mask = warp.mask;
        for (let i = 0; i < WARP; i++) {
          const [x, y] = [a[i]!, b[i]!];
          if (((mask >>> i) & 1) === 0) continue;
          if (y === 0n) throw new Fault(op, `integer division by zero in ${warp.where(i)}`);
          if (overflows && y === -1n && x === -(2n ** 63n)) throw new Fault(op, `integer overflow in ${warp.where(i)}`);
          r[i] = f(x, y);
        }
      };
    },
    { effect: "traps" },
  );

const reverse64 = (a: bigint): bigint => {
  const low = Number(BigInt.asIntN(32, a));
  const high = Number(BigInt.asIntN(32, a >> 32n));
  return (BigInt(reverseBits(low)) << 32n) | BigInt(reverseBits(high) >>> 0);
};

// prettier-ignore
export const integer64Instructions = {
  "add.s64": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! + b[i]!; }),
  "sub.s64": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! - b[i]!; }),
  "neg.s64": one((a) => -a),
  "abs.s64": one((a) => (a < 0n ? -a : a)),
  "mul.lo.s64": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = BigInt.asIntN(64, a[i]! * b[i]!); }),
  "mul.hi.s64": two(big2((a, b) => (a * b) >> 64n)),
  "mul.hi.u64": two(big2((a, b) => (unsigned64(a) * unsigned64(b)) >> 64n)),
  "mul.wide.s32": binary(["i32", "i32"], "i64", (r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = BigInt(a[i]!) * BigInt(b[i]!); }),
  "mul.wide.u32": binary(["i32", "i32"], "i64", (r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = BigInt(a[i]! >>> 0) * BigInt(b[i]! >>> 0); }),
  "mad.lo.s64": ternary(["i64", "i64", "i64"], "i64", (r, a, b, c) => {
    for (let i = 0; i < WARP; i++) r[i] = BigInt.asIntN(64, BigInt.asIntN(64, a[i]! * b[i]!) + c[i]!);
  }),
  "mad.wide.s32": ternary(["i32", "i32", "i64"], "i64", (r, a, b, c) => {
    for (let i = 0; i < WARP; i++) r[i] = BigInt.asIntN(64, BigInt(a[i]!) * BigInt(b[i]!) + c[i]!);
  }),
  "mad.wide.u32": ternary(["i32", "i32", "i64"], "i64", (r, a, b, c) => {
    for (let i = 0; i < WARP; i++) r[i] = BigInt.asIntN(64, BigInt(a[i]! >>> 0) * BigInt(b[i]! >>> 0) + c[i]!);
  }),
  "div.s64": division((a, b) => a / b, true),
  "div.u64": division((a, b) => unsigned64(a) / unsigned64(b), false),
  "rem.s64": division((a, b) => a % b, true),
  "rem.u64": division((a, b) => unsigned64(a) % unsigned64(b), false),
  "min.s64": two(big2((a, b) => (a < b ? a : b))),
  "max.s64": two(big2((a, b) => (a > b ? a : b))),
  "min.u64": two(big2((a, b) => (unsigned64(a) < unsigned64(b) ? a : b))),
  "max.u64": two(big2((a, b) => (unsigned64(a) > unsigned64(b) ? a : b))),
  "and.b64": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! & b[i]!; }),
  "or.b64": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! | b[i]!; }),
  "xor.b64": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! ^ b[i]!; }),
  "not.b64": one((a) => ~a),
  "shl.b64": shift((a, n) => (n > 63 ? 0n : BigInt.asIntN(64, a << BigInt(n)))),
  "shr.s64": shift((a, n) => a >> BigInt(Math.min(n, 63))),
  "shr.u64": shift((a, n) => (n > 63 ? 0n : unsigned64(a) >> BigInt(n))),
  "popc.b64": counting((high, low) => popcount(high) + popcount(low)),
  "clz.b64": counting((high, low) => (high === 0 ? 32 + Math.clz32(low) : Math.clz32(high))),
  "brev.b64": one(reverse64),
  "setp.eq.s64": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! === b[i]! ? 1 : 0; }),
  "setp.ne.s64": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! === b[i]! ? 0 : 1; }),
  "setp.lt.s64": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! < b[i]! ? 1 : 0; }),
  "setp.le.s64": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! <= b[i]! ? 1 : 0; }),
  "setp.gt.s64": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! > b[i]! ? 1 : 0; }),
  "setp.ge.s64": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! >= b[i]! ? 1 : 0; }),
  "setp.eq.u64": unsignedTest((a, b) => a === b),
  "setp.ne.u64": unsignedTest((a, b) => a !== b),
  "setp.lt.u64": unsignedTest((a, b) => a < b),
  "setp.le.u64": unsignedTest((a, b) => a <= b),
  "setp.gt.u64": unsignedTest((a, b) => a > b),
  "setp.ge.u64": unsignedTest((a, b) => a >= b),
  "selp.b64": ternary(["i64", "i64", "pred"], "i64", (r, a, b, p) => { for (let i = 0; i < WARP; i++) r[i] = p[i] === 1 ? a[i]! : b[i]!; }),
};
