// index: 64 bits, a number while it is a safe integer, else a bigint. Numbers take the fast path, bigints the exact one.
import type { Integer, IntegerBasis } from "./integers.ts";
import { canonicalIndex, type Scalar } from "./value.ts";

function integer(a: Scalar): Integer {
  if (typeof a === "number" || typeof a === "bigint") return a;
  throw new Error(`expected an integer for an index, found a ${typeof a}`);
}

const wrap = (value: Integer): Integer =>
  // Adding 0 turns -0, which products and remainders give, into 0.
  typeof value === "number" && Number.isSafeInteger(value) ? value + 0 : canonicalIndex(BigInt(value));

/** `fast` is right whenever its result is a safe integer. */
function arithmetic(fast: (a: number, b: number) => number, exact: (a: bigint, b: bigint) => bigint) {
  return (x: Scalar, y: Scalar): Integer => {
    if (typeof x === "number" && typeof y === "number") {
      const result = fast(x, y);
      if (Number.isSafeInteger(result)) return result + 0;
    }
    return canonicalIndex(exact(BigInt(integer(x)), BigInt(integer(y))));
  };
}

/** `fast` is right on operands that 31 bits hold without sign. */
function bitwise(fast: (a: number, b: number) => number, exact: (a: bigint, b: bigint) => bigint) {
  return (x: Scalar, y: Scalar): Integer => {
    if (typeof x === "number" && typeof y === "number" && x >= 0 && y >= 0 && x < 2 ** 31 && y < 2 ** 31)
      return fast(x, y);
    return canonicalIndex(exact(BigInt(integer(x)), BigInt(integer(y))));
  };
}

export function hybridIntegers(): IntegerBasis {
  const signed = (a: Scalar): Integer => integer(a);
  const unsigned = (a: Scalar): Integer => {
    const value = integer(a);
    return value < 0 ? BigInt.asUintN(64, BigInt(value)) : value;
  };
  return {
    width: 64,
    wrap,
    signed,
    unsigned,
    add: arithmetic(
      (a, b) => a + b,
      (a, b) => a + b,
    ),
    sub: arithmetic(
      (a, b) => a - b,
      (a, b) => a - b,
    ),
    mul: arithmetic(
      (a, b) => a * b,
      (a, b) => a * b,
    ),
    and: bitwise(
      (a, b) => a & b,
      (a, b) => a & b,
    ),
    or: bitwise(
      (a, b) => a | b,
      (a, b) => a | b,
    ),
    xor: bitwise(
      (a, b) => a ^ b,
      (a, b) => a ^ b,
    ),
    shiftLeft: (a, amount) => wrap(BigInt(integer(a)) << BigInt(amount)),
    shiftRightSigned: (a, amount) => wrap(BigInt(integer(a)) >> BigInt(amount)),
    shiftRightUnsigned: (a, amount) => wrap(BigInt(unsigned(a)) >> BigInt(amount)),
    quotient: (a, b) => {
      // Exact division of the difference: a / b alone may round up to the next integer.
      if (typeof a === "number" && typeof b === "number") return (a - (a % b)) / b;
      return BigInt(a) / BigInt(b);
    },
    remainder: (a, b) => (typeof a === "number" && typeof b === "number" ? a % b : BigInt(a) % BigInt(b)),
  };
}
