// Exact integer arithmetic by type, on canonical scalars (value.ts): numbers up to 32 bits, bigints above, index a mix of both.
import type { IndexType, IntegerType } from "../core/types.ts";
import { hybridIntegers } from "./integers-index.ts";
import { narrowIntegers } from "./integers-narrow.ts";
import { wideIntegers } from "./integers-wide.ts";
import { undefinedBehavior } from "./unwind.ts";
import { POISON, type Scalar } from "./value.ts";

export type Integer = number | bigint;
type Binary = (a: Scalar, b: Scalar) => Integer;
type MaybePoison = (a: Scalar, b: Scalar) => Scalar;

/** What each representation supplies. Operands are canonical and not poison; results are canonical. */
export interface IntegerBasis {
  readonly width: number;
  /** The canonical form of any integer, modulo 2^width. */
  readonly wrap: (value: Integer) => Integer;
  /** The value read as signed, as unsigned. */
  readonly signed: (a: Scalar) => Integer;
  readonly unsigned: (a: Scalar) => Integer;
  readonly add: Binary;
  readonly sub: Binary;
  readonly mul: Binary;
  readonly and: Binary;
  readonly or: Binary;
  readonly xor: Binary;
  /** Shifts by an amount below the width. */
  readonly shiftLeft: (a: Scalar, amount: number) => Integer;
  readonly shiftRightSigned: (a: Scalar, amount: number) => Integer;
  readonly shiftRightUnsigned: (a: Scalar, amount: number) => Integer;
  /** Quotient towards zero and its remainder, on any integers with b not 0, not wrapped. */
  readonly quotient: (a: Integer, b: Integer) => Integer;
  readonly remainder: (a: Integer, b: Integer) => Integer;
}

export type IntegerPredicate = "eq" | "ne" | "slt" | "sle" | "sgt" | "sge" | "ult" | "ule" | "ugt" | "uge";

/** The predicates in the order of arith's and index's enumerations (0 = eq). */
export const integerPredicates: readonly IntegerPredicate[] = [
  "eq",
  "ne",
  "slt",
  "sle",
  "sgt",
  "sge",
  "ult",
  "ule",
  "ugt",
  "uge",
];

export interface WrapFlags {
  /** Poison where the signed result overflows (nsw). */
  readonly signed: boolean;
  /** Poison where the unsigned result overflows (nuw). */
  readonly unsigned: boolean;
}

export interface IntegerArithmetic extends Omit<
  IntegerBasis,
  "shiftLeft" | "shiftRightSigned" | "shiftRightUnsigned" | "quotient" | "remainder"
> {
  /** Poison when the amount (unsigned) is the width or more. */
  readonly shl: MaybePoison;
  readonly shrSigned: MaybePoison;
  readonly shrUnsigned: MaybePoison;
  /** Undefined behaviour on a zero divisor and on signed overflow. */
  readonly divSigned: Binary;
  readonly divUnsigned: Binary;
  readonly remSigned: Binary;
  readonly remUnsigned: Binary;
  readonly ceilDivSigned: Binary;
  readonly ceilDivUnsigned: Binary;
  readonly floorDivSigned: Binary;
  /** Total: x / 0 has all bits set, x rem 0 is x, and overflow wraps (as StableHLO and XLA have it). */
  readonly totalDivSigned: Binary;
  readonly totalDivUnsigned: Binary;
  readonly totalRemSigned: Binary;
  readonly totalRemUnsigned: Binary;
  /** 0 or 1. */
  readonly compare: Readonly<Record<IntegerPredicate, (a: Scalar, b: Scalar) => 0 | 1>>;
  readonly minSigned: Binary;
  readonly maxSigned: Binary;
  readonly minUnsigned: Binary;
  readonly maxUnsigned: Binary;
  /** The operation with poison on overflow. */
  readonly noWrap: (operation: "add" | "sub" | "mul" | "shl", flags: WrapFlags) => MaybePoison;
  /** Unsigned sum and carry (0 or 1). */
  readonly addExtended: (a: Scalar, b: Scalar) => readonly [Integer, 0 | 1];
  /** Low and high half of the product. */
  readonly mulExtendedSigned: (a: Scalar, b: Scalar) => readonly [Integer, Integer];
  readonly mulExtendedUnsigned: (a: Scalar, b: Scalar) => readonly [Integer, Integer];
  /** Of the signed value; the least value wraps to itself. */
  readonly abs: (a: Scalar) => Integer;
  readonly negate: (a: Scalar) => Integer;
  readonly not: (a: Scalar) => Integer;
  readonly countLeadingZeros: (a: Scalar) => Integer;
  readonly countTrailingZeros: (a: Scalar) => Integer;
  readonly countOnes: (a: Scalar) => Integer;
}

/** By width. */
const made = { signed: new Map<number, IntegerArithmetic>(), unsigned: new Map<number, IntegerArithmetic>() } as const;
let ofIndex: IntegerArithmetic | undefined;

/** The arithmetic of a type; signedness matters only to the canonical form. */
export function integerArithmetic(type: IntegerType | IndexType): IntegerArithmetic {
  if (type.kind === "index") return (ofIndex ??= complete(hybridIntegers()));
  const { width } = type;
  const isUnsigned = type.signedness === "unsigned";
  const ofWidth = isUnsigned ? made.unsigned : made.signed;
  let arithmetic = ofWidth.get(width);
  if (arithmetic === undefined) {
    arithmetic = complete(width <= 32 ? narrowIntegers(width, isUnsigned) : wideIntegers(width, isUnsigned));
    ofWidth.set(width, arithmetic);
  }
  return arithmetic;
}

/** Everything that follows from the basis. */
function complete(basis: IntegerBasis): IntegerArithmetic {
  const { width, wrap, signed, unsigned, quotient, remainder } = basis;
  const leastSigned = -(1n << BigInt(width - 1));
  const mostSigned = -leastSigned - 1n;
  const mostUnsigned = (1n << BigInt(width)) - 1n;
  const overflows = (a: Integer, b: Integer): boolean => BigInt(b) === -1n && BigInt(a) === leastSigned;
  const nonZero = (b: Integer): Integer => (b === 0 || b === 0n ? undefinedBehavior("division by zero") : b);

  const divSigned: Binary = (x, y) => {
    const a = signed(x);
    const b = nonZero(signed(y));
    if ((b === -1 || b === -1n) && overflows(a, b)) undefinedBehavior("signed division overflows");
    return wrap(quotient(a, b));
  };
  const divUnsigned: Binary = (x, y) => wrap(quotient(unsigned(x), nonZero(unsigned(y))));
  const remUnsigned: Binary = (x, y) => wrap(remainder(unsigned(x), nonZero(unsigned(y))));
  const remSigned: Binary = (x, y) => {
    const a = signed(x);
    const b = nonZero(signed(y));
    if ((b === -1 || b === -1n) && overflows(a, b)) undefinedBehavior("signed remainder overflows");
    return wrap(remainder(a, b));
  };
  /** Quotient with one added or taken where the remainder is not zero and `adjust` holds for the signs. */
  const rounded = (a: Integer, b: Integer, up: boolean): Integer => {
    const q = quotient(a, b);
    const r = remainder(a, b);
    if (r === 0 || r === 0n) return wrap(q);
    const exactIsPositive = a < 0 === b < 0;
    const step = up ? (exactIsPositive ? 1n : 0n) : exactIsPositive ? 0n : -1n;
    return step === 0n ? wrap(q) : wrap(BigInt(q) + step);
  };
  const roundedSigned =
    (up: boolean): Binary =>
    (x, y) => {
      const a = signed(x);
      const b = nonZero(signed(y));
      if (overflows(a, b)) undefinedBehavior("signed division overflows");
      return rounded(a, b, up);
    };

  const isZero = (b: Scalar): boolean => b === 0 || b === 0n;
  const total =
    (
      operation: (a: Integer, b: Integer) => Integer,
      read: (a: Scalar) => Integer,
      onZero: (a: Scalar) => Integer,
    ): Binary =>
    (a, b) =>
      isZero(b) ? onZero(a) : wrap(operation(read(a), read(b)));
  const allOnes = (): Integer => wrap(-1n);
  const itself = (a: Scalar): Integer => wrap(signed(a));

  const shift =
    (by: (a: Scalar, amount: number) => Integer): MaybePoison =>
    (a, b) => {
      const amount = unsigned(b);
      return amount >= width ? POISON : by(a, Number(amount));
    };
  const shl = shift(basis.shiftLeft);

  const test = (holds: (a: Integer, b: Integer) => boolean, read: (a: Scalar) => Integer) => (a: Scalar, b: Scalar) =>
    holds(read(a), read(b)) ? 1 : 0;
  // == compares a number with a bigint by value; canonical forms of one type never need it, so === serves.
  const compare = {
    eq: (a: Scalar, b: Scalar) => (a === b ? 1 : 0),
    ne: (a: Scalar, b: Scalar) => (a !== b ? 1 : 0),
    slt: test((a, b) => a < b, signed),
    sle: test((a, b) => a <= b, signed),
    sgt: test((a, b) => a > b, signed),
    sge: test((a, b) => a >= b, signed),
    ult: test((a, b) => a < b, unsigned),
    ule: test((a, b) => a <= b, unsigned),
    ugt: test((a, b) => a > b, unsigned),
    uge: test((a, b) => a >= b, unsigned),
  } as const;
  const choose =
    (left: (a: Scalar, b: Scalar) => 0 | 1): Binary =>
    (a, b) =>
      itself(left(a, b) === 1 ? a : b);

  const exact: Record<"add" | "sub" | "mul" | "shl", (a: bigint, b: bigint) => bigint> = {
    add: (a, b) => a + b,
    sub: (a, b) => a - b,
    mul: (a, b) => a * b,
    shl: (a, b) => a << b,
  };
  const noWrap = (operation: "add" | "sub" | "mul" | "shl", flags: WrapFlags): MaybePoison => {
    const plain: MaybePoison = operation === "shl" ? shl : basis[operation];
    if (!flags.signed && !flags.unsigned) return plain;
    const combine = exact[operation];
    return (a, b) => {
      const result = plain(a, b);
      if (result === POISON) return POISON;
      if (flags.signed) {
        const right = BigInt(operation === "shl" ? unsigned(b) : signed(b));
        const value = combine(BigInt(signed(a)), right);
        if (value < leastSigned || value > mostSigned) return POISON;
      }
      if (flags.unsigned) {
        const value = combine(BigInt(unsigned(a)), BigInt(unsigned(b)));
        if (value < 0n || value > mostUnsigned) return POISON;
      }
      return result;
    };
  };

  const product =
    (read: (a: Scalar) => Integer) =>
    (a: Scalar, b: Scalar): readonly [Integer, Integer] => {
      const value = BigInt(read(a)) * BigInt(read(b));
      return [wrap(value), wrap(value >> BigInt(width))];
    };
  const bitsOf = (a: Scalar): string => BigInt(unsigned(a)).toString(2);

  return {
    ...basis,
    shl,
    shrSigned: shift(basis.shiftRightSigned),
    shrUnsigned: shift(basis.shiftRightUnsigned),
    divSigned,
    divUnsigned,
    remSigned,
    remUnsigned,
    ceilDivSigned: roundedSigned(true),
    floorDivSigned: roundedSigned(false),
    ceilDivUnsigned: (a, b) => rounded(unsigned(a), nonZero(unsigned(b)), true),
    totalDivSigned: total(quotient, signed, allOnes),
    totalDivUnsigned: total(quotient, unsigned, allOnes),
    totalRemSigned: total(remainder, signed, itself),
    totalRemUnsigned: total(remainder, unsigned, itself),
    compare,
    minSigned: choose(compare.sle),
    maxSigned: choose(compare.sge),
    minUnsigned: choose(compare.ule),
    maxUnsigned: choose(compare.uge),
    noWrap,
    addExtended: (a, b) => [basis.add(a, b), BigInt(unsigned(a)) + BigInt(unsigned(b)) > mostUnsigned ? 1 : 0],
    mulExtendedSigned: product(signed),
    mulExtendedUnsigned: product(unsigned),
    abs: (a) => (signed(a) < 0 ? basis.sub(wrap(0), a) : itself(a)),
    negate: (a) => basis.sub(wrap(0), a),
    not: (a) => basis.xor(a, wrap(-1n)),
    countLeadingZeros: (a) => wrap(isZero(a) ? width : width - bitsOf(a).length),
    countTrailingZeros: (a) => wrap(isZero(a) ? width : bitsOf(a).length - 1 - bitsOf(a).lastIndexOf("1")),
    countOnes: (a) => wrap([...bitsOf(a)].filter((bit) => bit === "1").length),
  };
}

/**
 * Conversion between integer types: extension by the given signedness, or truncation. `index` counts as 64 bits. Serves
 * extsi, extui, trunci, index_cast and index_castui.
 */
export function convertInteger(
  from: IntegerType | IndexType,
  to: IntegerType | IndexType,
  extension: "signed" | "unsigned",
): (a: Scalar) => Integer {
  const read = integerArithmetic(from)[extension];
  const { wrap } = integerArithmetic(to);
  return (a) => wrap(read(a));
}

/** Truncation that is poison where it loses value: trunci with nsw or nuw. */
export function truncateNoWrap(
  from: IntegerType | IndexType,
  to: IntegerType | IndexType,
  flags: WrapFlags,
): (a: Scalar) => Scalar {
  const source = integerArithmetic(from);
  const target = integerArithmetic(to);
  return (a) => {
    const result = target.wrap(source.signed(a));
    if (flags.signed && BigInt(target.signed(result)) !== BigInt(source.signed(a))) return POISON;
    if (flags.unsigned && BigInt(target.unsigned(result)) !== BigInt(source.unsigned(a))) return POISON;
    return result;
  };
}
