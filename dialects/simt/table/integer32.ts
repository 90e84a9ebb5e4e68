// Instructions on 32-bit integers and on predicates.
import { Fault } from "../warp/warp.ts";
import { WARP } from "../types.ts";
import { each1, each2, each3 } from "./each.ts";
import { binary, row, ternary, unary, type Instruction } from "./instruction.ts";

type Loop2 = (r: Int32Array, a: Int32Array, b: Int32Array) => void;
type Test2 = (r: Uint8Array, a: Int32Array, b: Int32Array) => void;
const two = (f: Loop2): Instruction => binary(["i32", "i32"], "i32", f);
const one = (f: (a: number) => number): Instruction => unary("i32", "i32", each1(f));
const test = (f: Test2): Instruction => binary(["i32", "i32"], "pred", f);
const unsignedTest = (f: (a: number, b: number) => boolean): Instruction =>
  test(each2((a, b) => (f(a >>> 0, b >>> 0) ? 1 : 0)));

/** A division: a zero divisor (or a quotient that does not fit) in an active lane ends the launch. */
const division = (f: (a: number, b: number) => number, overflows: boolean): Instruction =>
  row(
    ["i32", "i32"],
    ["i32"],
    ({ op, warp, operand, result }) => {
      const [a, b, r] = [operand("i32", 0), operand("i32", 1), result("i32", 0)];
      return () => {
        const mask = warp.mask;
        for (let i = 0; i < WARP; i++) {
          const [x, y] = [a[i]!, b[i]!];
          if (((mask >>> i) & 1) === 0) continue;
          if (y === 0) throw new Fault(op, `integer division by zero in ${warp.where(i)}`);
          if (overflows && y === -1 && x === -2147483648) throw new Fault(op, `integer overflow in ${warp.where(i)}`);
          r[i] = f(x, y);
        }
      };
    },
    { effect: "traps" },
  );

const high = (a: bigint): number => Number(BigInt.asIntN(32, a >> 32n));

export function popcount(a: number): number {
  let count = 0;
  for (let rest = a; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export function reverseBits(a: number): number {
  let result = 0;
  for (let i = 0; i < 32; i++) result = (result << 1) | ((a >>> i) & 1);
  return result;
}

/** Bits [position, position + length) of a; beyond bit 31 there are zeros, or copies of the sign. */
function extract(a: number, position: number, length: number, signed: boolean): number {
  const [at, count] = [position & 255, length & 255];
  if (count === 0) return 0;
  const wide = BigInt.asUintN(32, BigInt(a));
  const top = Math.min(at + count - 1, 31);
  const fill = signed && ((a >>> top) & 1) === 1;
  let bits = 0;
  for (let i = 0; i < Math.min(count, 32); i++) {
    const bit = at + i > 31 ? Number(fill) : Number((wide >> BigInt(at + i)) & 1n);
    bits |= bit << i;
  }
  return count < 32 && fill ? bits | (-1 << count) : bits;
}

function insert(a: number, b: number, position: number, length: number): number {
  const [at, count] = [position & 255, length & 255];
  let result = b;
  for (let i = 0; i < count && at + i < 32; i++) result = (result & ~(1 << (at + i))) | (((a >>> i) & 1) << (at + i));
  return result;
}

const byte = (a: number, i: number, signed: boolean): number =>
  signed ? (a << (24 - 8 * i)) >> 24 : (a >>> (8 * i)) & 255;
const dot = (signed: boolean) => (a: number, b: number, c: number) => {
  let sum = c;
  for (let i = 0; i < 4; i++) sum += byte(a, i, signed) * byte(b, i, signed);
  return sum | 0;
};
const bits3 = (f: (a: number, b: number, c: number) => number): Instruction =>
  ternary(["i32", "i32", "i32"], "i32", each3(f));

// prettier-ignore
export const integer32Instructions = {
  "add.s32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! + b[i]!; }),
  "sub.s32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! - b[i]!; }),
  "neg.s32": one((a) => -a | 0),
  "abs.s32": one((a) => Math.abs(a) | 0),
  "mul.lo.s32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = Math.imul(a[i]!, b[i]!); }),
  "mul.hi.s32": two(each2((a, b) => high(BigInt(a) * BigInt(b)))),
  "mul.hi.u32": two(each2((a, b) => high(BigInt(a >>> 0) * BigInt(b >>> 0)))),
  "mad.lo.s32": ternary(["i32", "i32", "i32"], "i32", (r, a, b, c) => {
    for (let i = 0; i < WARP; i++) r[i] = Math.imul(a[i]!, b[i]!) + c[i]!;
  }),
  "div.s32": division((a, b) => (a / b) | 0, true),
  "div.u32": division((a, b) => ((a >>> 0) / (b >>> 0)) | 0, false),
  "rem.s32": division((a, b) => a % b | 0, true),
  "rem.u32": division((a, b) => (a >>> 0) % (b >>> 0) | 0, false),
  "min.s32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = Math.min(a[i]!, b[i]!); }),
  "max.s32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = Math.max(a[i]!, b[i]!); }),
  "min.u32": two(each2((a, b) => Math.min(a >>> 0, b >>> 0) | 0)),
  "max.u32": two(each2((a, b) => Math.max(a >>> 0, b >>> 0) | 0)),
  "and.b32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! & b[i]!; }),
  "or.b32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! | b[i]!; }),
  "xor.b32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! ^ b[i]!; }),
  "not.b32": one((a) => ~a),
  "shl.b32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = b[i]! >>> 0 > 31 ? 0 : a[i]! << b[i]!; }),
  "shr.s32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! >> (b[i]! >>> 0 > 31 ? 31 : b[i]!); }),
  "shr.u32": two((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = b[i]! >>> 0 > 31 ? 0 : a[i]! >>> b[i]!; }),
  "popc.b32": one(popcount),
  "clz.b32": one(Math.clz32),
  "brev.b32": one(reverseBits),
  "bfe.s32": bits3((a, b, c) => extract(a, b, c, true)),
  "bfe.u32": bits3((a, b, c) => extract(a, b, c, false)),
  "bfi.b32": row(["i32", "i32", "i32", "i32"], ["i32"], ({ operand, result }) => {
    const [a, b, c, d, r] = [operand("i32", 0), operand("i32", 1), operand("i32", 2), operand("i32", 3), result("i32", 0)];
    return () => { for (let i = 0; i < WARP; i++) r[i] = insert(a[i]!, b[i]!, c[i]!, d[i]!); };
  }),
  "dp4a.s32": bits3(dot(true)),
  "dp4a.u32": bits3(dot(false)),
  "setp.eq.s32": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i] === b[i] ? 1 : 0; }),
  "setp.ne.s32": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i] === b[i] ? 0 : 1; }),
  "setp.lt.s32": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! < b[i]! ? 1 : 0; }),
  "setp.le.s32": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! <= b[i]! ? 1 : 0; }),
  "setp.gt.s32": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! > b[i]! ? 1 : 0; }),
  "setp.ge.s32": test((r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! >= b[i]! ? 1 : 0; }),
  "setp.eq.u32": unsignedTest((a, b) => a === b),
  "setp.ne.u32": unsignedTest((a, b) => a !== b),
  "setp.lt.u32": unsignedTest((a, b) => a < b),
  "setp.le.u32": unsignedTest((a, b) => a <= b),
  "setp.gt.u32": unsignedTest((a, b) => a > b),
  "setp.ge.u32": unsignedTest((a, b) => a >= b),
  "selp.b32": ternary(["i32", "i32", "pred"], "i32", (r, a, b, p) => { for (let i = 0; i < WARP; i++) r[i] = p[i] === 1 ? a[i]! : b[i]!; }),
  "and.pred": binary(["pred", "pred"], "pred", (r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! & b[i]!; }),
  "or.pred": binary(["pred", "pred"], "pred", (r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! | b[i]!; }),
  "xor.pred": binary(["pred", "pred"], "pred", (r, a, b) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! ^ b[i]!; }),
  "not.pred": unary("pred", "pred", (r, a) => { for (let i = 0; i < WARP; i++) r[i] = a[i]! ^ 1; }),
};
