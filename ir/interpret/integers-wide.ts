// Integers above 32 bits as bigints.
import type { Integer, IntegerBasis } from "./integers.ts";
import type { Scalar } from "./value.ts";

function big(a: Scalar): bigint {
  if (typeof a === "bigint") return a;
  throw new Error(`expected a bigint for a wide integer, found a ${typeof a}`);
}

export function wideIntegers(width: number, isUnsigned: boolean): IntegerBasis {
  const toSigned = (x: bigint): bigint => BigInt.asIntN(width, x);
  const toUnsigned = (x: bigint): bigint => BigInt.asUintN(width, x);
  const canonical = isUnsigned ? toUnsigned : toSigned;
  const wrap = (value: Integer): bigint => canonical(BigInt(value));
  return {
    width,
    wrap,
    signed: (a) => toSigned(big(a)),
    unsigned: (a) => toUnsigned(big(a)),
    add: (a, b) => canonical(big(a) + big(b)),
    sub: (a, b) => canonical(big(a) - big(b)),
    mul: (a, b) => canonical(big(a) * big(b)),
    and: (a, b) => canonical(big(a) & big(b)),
    or: (a, b) => canonical(big(a) | big(b)),
    xor: (a, b) => canonical(big(a) ^ big(b)),
    shiftLeft: (a, amount) => canonical(big(a) << BigInt(amount)),
    shiftRightSigned: (a, amount) => canonical(toSigned(big(a)) >> BigInt(amount)),
    shiftRightUnsigned: (a, amount) => canonical(toUnsigned(big(a)) >> BigInt(amount)),
    quotient: (a, b) => BigInt(a) / BigInt(b),
    remainder: (a, b) => BigInt(a) % BigInt(b),
  };
}
