// Instructions on i64. Values are signed bigints.
import { undefinedBehavior } from "../../../ir/interpret/unwind.ts";
import { plain, type Instruction } from "./instruction.ts";
import { bigints1, bigints2 } from "./lift.ts";

export const signed64 = (a: bigint): bigint => BigInt.asIntN(64, a);
export const unsigned64 = (a: bigint): bigint => BigInt.asUintN(64, a);

const unary = (code: number, f: (a: bigint) => bigint): Instruction =>
  plain(
    code,
    ["i64"],
    "i64",
    bigints1((a) => signed64(f(a))),
  );
const binary = (code: number, f: (a: bigint, b: bigint) => bigint): Instruction =>
  plain(
    code,
    ["i64", "i64"],
    "i64",
    bigints2((a, b) => signed64(f(a, b))),
  );
const division = (code: number, f: (a: bigint, b: bigint) => bigint): Instruction =>
  plain(
    code,
    ["i64", "i64"],
    "i64",
    bigints2((a, b) => (b === 0n ? undefinedBehavior("integer division by zero") : signed64(f(a, b)))),
    {
      effect: "traps",
    },
  );
const comparison = (code: number, f: (a: bigint, b: bigint) => boolean): Instruction =>
  plain(
    code,
    ["i64", "i64"],
    "i32",
    bigints2((a, b) => (f(a, b) ? 1 : 0)),
  );

const least = -(2n ** 63n);
const amount = (b: bigint): bigint => b & 63n;
const bitLength = (a: bigint): number => (a === 0n ? 0 : a.toString(2).length);

function popcount(a: bigint): bigint {
  let count = 0n;
  for (let rest = unsigned64(a); rest !== 0n; rest &= rest - 1n) count++;
  return count;
}

const rotateLeft = (a: bigint, by: bigint): bigint => (unsigned64(a) << by) | (unsigned64(a) >> (64n - by));

export const i64Instructions = {
  "i64.eqz": plain(
    0x50,
    ["i64"],
    "i32",
    bigints1((a) => (a === 0n ? 1 : 0)),
  ),
  "i64.eq": comparison(0x51, (a, b) => a === b),
  "i64.ne": comparison(0x52, (a, b) => a !== b),
  "i64.lt_s": comparison(0x53, (a, b) => a < b),
  "i64.lt_u": comparison(0x54, (a, b) => unsigned64(a) < unsigned64(b)),
  "i64.gt_s": comparison(0x55, (a, b) => a > b),
  "i64.gt_u": comparison(0x56, (a, b) => unsigned64(a) > unsigned64(b)),
  "i64.le_s": comparison(0x57, (a, b) => a <= b),
  "i64.le_u": comparison(0x58, (a, b) => unsigned64(a) <= unsigned64(b)),
  "i64.ge_s": comparison(0x59, (a, b) => a >= b),
  "i64.ge_u": comparison(0x5a, (a, b) => unsigned64(a) >= unsigned64(b)),
  "i64.clz": unary(0x79, (a) => BigInt(64 - bitLength(unsigned64(a)))),
  "i64.ctz": unary(0x7a, (a) => (a === 0n ? 64n : BigInt(bitLength(unsigned64(a) & unsigned64(-a)) - 1))),
  "i64.popcnt": unary(0x7b, popcount),
  "i64.add": binary(0x7c, (a, b) => a + b),
  "i64.sub": binary(0x7d, (a, b) => a - b),
  "i64.mul": binary(0x7e, (a, b) => a * b),
  "i64.div_s": division(0x7f, (a, b) => (a === least && b === -1n ? undefinedBehavior("integer overflow") : a / b)),
  "i64.div_u": division(0x80, (a, b) => unsigned64(a) / unsigned64(b)),
  "i64.rem_s": division(0x81, (a, b) => a % b),
  "i64.rem_u": division(0x82, (a, b) => unsigned64(a) % unsigned64(b)),
  "i64.and": binary(0x83, (a, b) => a & b),
  "i64.or": binary(0x84, (a, b) => a | b),
  "i64.xor": binary(0x85, (a, b) => a ^ b),
  "i64.shl": binary(0x86, (a, b) => a << amount(b)),
  "i64.shr_s": binary(0x87, (a, b) => a >> amount(b)),
  "i64.shr_u": binary(0x88, (a, b) => unsigned64(a) >> amount(b)),
  "i64.rotl": binary(0x89, (a, b) => rotateLeft(a, amount(b))),
  "i64.rotr": binary(0x8a, (a, b) => rotateLeft(a, amount(-b))),
  "i64.extend8_s": unary(0xc2, (a) => BigInt.asIntN(8, a)),
  "i64.extend16_s": unary(0xc3, (a) => BigInt.asIntN(16, a)),
  "i64.extend32_s": unary(0xc4, (a) => BigInt.asIntN(32, a)),
};
