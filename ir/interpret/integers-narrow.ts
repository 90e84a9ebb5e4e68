// Integers of 1 to 32 bits as numbers: signed, but 0 or 1 for one bit and unsigned for unsigned types.
import type { Integer, IntegerBasis } from "./integers.ts";
import type { Scalar } from "./value.ts";

function num(a: Scalar): number {
  if (typeof a === "number") return a;
  throw new Error(`expected a number for a narrow integer, found a ${typeof a}`);
}

export function narrowIntegers(width: number, isUnsigned: boolean): IntegerBasis {
  const spare = 32 - width;
  const toSigned = (x: number): number => (x << spare) >> spare;
  const toUnsigned = (x: number): number => (x << spare) >>> spare;
  const canonical = width === 1 || isUnsigned ? toUnsigned : toSigned;
  const wrap = (value: Integer): number =>
    canonical(typeof value === "bigint" ? Number(BigInt.asIntN(32, value)) : value);
  const basis: IntegerBasis = {
    width,
    wrap,
    signed: (a) => toSigned(num(a)),
    unsigned: (a) => toUnsigned(num(a)),
    add: (a, b) => canonical(num(a) + num(b)),
    sub: (a, b) => canonical(num(a) - num(b)),
    mul: (a, b) => canonical(Math.imul(num(a), num(b))),
    and: (a, b) => canonical(num(a) & num(b)),
    or: (a, b) => canonical(num(a) | num(b)),
    xor: (a, b) => canonical(num(a) ^ num(b)),
    shiftLeft: (a, amount) => canonical(num(a) << amount),
    shiftRightSigned: (a, amount) => canonical(toSigned(num(a)) >> amount),
    shiftRightUnsigned: (a, amount) => canonical(toUnsigned(num(a)) >>> amount),
    quotient: (a, b) => Math.trunc(Number(a) / Number(b)),
    remainder: (a, b) => Number(a) % Number(b),
  };
  return width === 32 && !isUnsigned ? { ...basis, ...words } : basis;
}

/** The commonest width, where a word is its own canonical form. */
const words: Partial<IntegerBasis> = {
  signed: num,
  unsigned: (a) => num(a) >>> 0,
  add: (a, b) => (num(a) + num(b)) | 0,
  sub: (a, b) => (num(a) - num(b)) | 0,
  mul: (a, b) => Math.imul(num(a), num(b)),
  and: (a, b) => num(a) & num(b),
  or: (a, b) => num(a) | num(b),
  xor: (a, b) => num(a) ^ num(b),
};
