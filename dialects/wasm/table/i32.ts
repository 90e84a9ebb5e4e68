// Instructions on i32. Values are signed numbers.
import { undefinedBehavior } from "../../../ir/interpret/unwind.ts";
import { plain, type Instruction } from "./instruction.ts";
import { numbers1, numbers2 } from "./lift.ts";

const unary = (code: number, f: (a: number) => number): Instruction => plain(code, ["i32"], "i32", numbers1(f));
const binary = (code: number, f: (a: number, b: number) => number): Instruction =>
  plain(code, ["i32", "i32"], "i32", numbers2(f));
const division = (code: number, f: (a: number, b: number) => number): Instruction =>
  plain(
    code,
    ["i32", "i32"],
    "i32",
    numbers2((a, b) => (b === 0 ? undefinedBehavior("integer division by zero") : f(a, b))),
    { effect: "traps" },
  );
const comparison = (code: number, f: (a: number, b: number) => boolean): Instruction =>
  binary(code, (a, b) => (f(a, b) ? 1 : 0));

const least = -2147483648;

export function popcount32(a: number): number {
  let count = 0;
  for (let rest = a; rest !== 0; rest &= rest - 1) count++;
  return count;
}

export const i32Instructions = {
  "i32.eqz": unary(0x45, (a) => (a === 0 ? 1 : 0)),
  "i32.eq": comparison(0x46, (a, b) => a === b),
  "i32.ne": comparison(0x47, (a, b) => a !== b),
  "i32.lt_s": comparison(0x48, (a, b) => a < b),
  "i32.lt_u": comparison(0x49, (a, b) => a >>> 0 < b >>> 0),
  "i32.gt_s": comparison(0x4a, (a, b) => a > b),
  "i32.gt_u": comparison(0x4b, (a, b) => a >>> 0 > b >>> 0),
  "i32.le_s": comparison(0x4c, (a, b) => a <= b),
  "i32.le_u": comparison(0x4d, (a, b) => a >>> 0 <= b >>> 0),
  "i32.ge_s": comparison(0x4e, (a, b) => a >= b),
  "i32.ge_u": comparison(0x4f, (a, b) => a >>> 0 >= b >>> 0),
  "i32.clz": unary(0x67, Math.clz32),
  "i32.ctz": unary(0x68, (a) => (a === 0 ? 32 : 31 - Math.clz32(a & -a))),
  "i32.popcnt": unary(0x69, popcount32),
  "i32.add": binary(0x6a, (a, b) => (a + b) | 0),
  "i32.sub": binary(0x6b, (a, b) => (a - b) | 0),
  "i32.mul": binary(0x6c, Math.imul),
  "i32.div_s": division(0x6d, (a, b) =>
    a === least && b === -1 ? undefinedBehavior("integer overflow") : (a / b) | 0,
  ),
  "i32.div_u": division(0x6e, (a, b) => ((a >>> 0) / (b >>> 0)) | 0),
  "i32.rem_s": division(0x6f, (a, b) => (a % b) | 0),
  "i32.rem_u": division(0x70, (a, b) => ((a >>> 0) % (b >>> 0)) | 0),
  "i32.and": binary(0x71, (a, b) => a & b),
  "i32.or": binary(0x72, (a, b) => a | b),
  "i32.xor": binary(0x73, (a, b) => a ^ b),
  "i32.shl": binary(0x74, (a, b) => a << b),
  "i32.shr_s": binary(0x75, (a, b) => a >> b),
  "i32.shr_u": binary(0x76, (a, b) => (a >>> b) | 0),
  "i32.rotl": binary(0x77, (a, b) => (b & 31 ? (a << b) | (a >>> (32 - (b & 31))) : a)),
  "i32.rotr": binary(0x78, (a, b) => (b & 31 ? (a >>> b) | (a << (32 - (b & 31))) : a)),
  "i32.extend8_s": unary(0xc0, (a) => (a << 24) >> 24),
  "i32.extend16_s": unary(0xc1, (a) => (a << 16) >> 16),
};
