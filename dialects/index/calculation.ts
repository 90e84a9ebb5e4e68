// Index arithmetic at a width, for folders. An index has 32 or 64 bits, as the target says: a fold must be right for both, so an op
// whose high bits reach the low ones folds only where the 32-bit result is the low half of the 64-bit one.
import type { Attribute } from "../../ir/core/attributes.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import { integerOf } from "../../ir/rewrite/constant.ts";
import type { IndexCmpPredicate } from "./attributes.ts";

export type IndexWidth = 32 | 64;

const signed = (value: bigint, width: IndexWidth): bigint => BigInt.asIntN(width, value);
const unsigned = (value: bigint, width: IndexWidth): bigint => BigInt.asUintN(width, value);

/** The result on operands of a width; any bits above the width mean nothing. Undefined where the op is undefined or poison there. */
export type Calculation = (a: bigint, b: bigint, width: IndexWidth) => bigint | undefined;

type Reading = typeof signed;

/** Rounds towards zero; undefined for a division by zero. */
const quotient =
  (read: Reading): Calculation =>
  (a, b, width) => {
    const divisor = read(b, width);
    return divisor === 0n ? undefined : read(a, width) / divisor;
  };

const remainder =
  (read: Reading): Calculation =>
  (a, b, width) => {
    const divisor = read(b, width);
    return divisor === 0n ? undefined : read(a, width) % divisor;
  };

/** Rounds up or down where the division leaves a rest. */
const roundedQuotient =
  (read: Reading, up: boolean): Calculation =>
  (a, b, width) => {
    const [n, m] = [read(a, width), read(b, width)];
    if (m === 0n) return undefined;
    const towardsZero = n / m;
    if (towardsZero * m === n) return towardsZero;
    const isNegative = n < 0n !== m < 0n;
    if (up) return isNegative ? towardsZero : towardsZero + 1n;
    return isNegative ? towardsZero - 1n : towardsZero;
  };

const choice =
  (read: Reading, greater: boolean): Calculation =>
  (a, b, width) =>
    read(a, width) > read(b, width) === greater ? a : b;

/** A shift by 32 or more is poison on some targets. */
const shift =
  (apply: (value: bigint, amount: bigint, width: IndexWidth) => bigint): Calculation =>
  (a, b, width) => {
    const amount = unsigned(b, width);
    return amount >= 32n ? undefined : apply(a, amount, width);
  };

export const calculations = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  divs: quotient(signed),
  divu: quotient(unsigned),
  ceildivs: roundedQuotient(signed, true),
  ceildivu: roundedQuotient(unsigned, true),
  floordivs: roundedQuotient(signed, false),
  rems: remainder(signed),
  remu: remainder(unsigned),
  maxs: choice(signed, true),
  maxu: choice(unsigned, true),
  mins: choice(signed, false),
  minu: choice(unsigned, false),
  shl: shift((value, amount) => value << amount),
  shrs: shift((value, amount, width) => signed(value, width) >> amount),
  shru: shift((value, amount, width) => unsigned(value, width) >> amount),
} as const satisfies Readonly<Record<string, Calculation>>;

/** Folds two constants where the result is right at both widths. */
export function foldAtBothWidths(
  calculate: Calculation,
  [left, right]: readonly (Attribute | undefined)[],
): Attribute | undefined {
  const [a, b] = [integerOf(left), integerOf(right)];
  if (left === undefined || a === undefined || b === undefined) return undefined;
  const [wide, narrow] = [calculate(a, b, 64), calculate(a, b, 32)];
  if (wide === undefined || narrow === undefined || signed(wide, 32) !== signed(narrow, 32)) return undefined;
  return indexAttr(left.context, signed(wide, 64));
}

const comparisons: Readonly<Record<IndexCmpPredicate, (a: bigint, b: bigint) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  slt: (a, b) => a < b,
  sle: (a, b) => a <= b,
  sgt: (a, b) => a > b,
  sge: (a, b) => a >= b,
  ult: (a, b) => a < b,
  ule: (a, b) => a <= b,
  ugt: (a, b) => a > b,
  uge: (a, b) => a >= b,
};

export const isUnsigned = (predicate: IndexCmpPredicate): boolean => predicate.startsWith("u");

/** A comparison at a width. */
export function compareAt(predicate: IndexCmpPredicate, a: bigint, b: bigint, width: IndexWidth): boolean {
  const read = isUnsigned(predicate) ? unsigned : signed;
  return comparisons[predicate](read(a, width), read(b, width));
}

/** The values that an index may have, least to greatest, read with and without sign. */
export interface IndexRange {
  readonly signed: readonly [bigint, bigint];
  readonly unsigned: readonly [bigint, bigint];
}

const wholeRange = (width: IndexWidth): IndexRange => ({
  signed: [-(1n << BigInt(width - 1)), (1n << BigInt(width - 1)) - 1n],
  unsigned: [0n, (1n << BigInt(width)) - 1n],
});

/** The range of one op's result when one operand is `bound`: of maxs, maxu, mins, minu. */
export function rangeOfExtremum(name: string, bound: bigint, width: IndexWidth): IndexRange {
  const whole = wholeRange(width);
  if (name === "index.maxs" || name === "index.mins") {
    const at = signed(bound, width);
    const range = name === "index.maxs" ? ([at, whole.signed[1]] as const) : ([whole.signed[0], at] as const);
    // One range of bit patterns where the sign does not change.
    const oneSign = range[0] >= 0n === range[1] >= 0n;
    return {
      signed: range,
      unsigned: oneSign ? [unsigned(range[0], width), unsigned(range[1], width)] : whole.unsigned,
    };
  }
  const at = unsigned(bound, width);
  const range = name === "index.maxu" ? ([at, whole.unsigned[1]] as const) : ([0n, at] as const);
  const oneSign = signed(range[0], width) >= 0n === signed(range[1], width) >= 0n;
  return { unsigned: range, signed: oneSign ? [signed(range[0], width), signed(range[1], width)] : whole.signed };
}

/** Whether a comparison of every value of a range with a constant has one result; undefined where it has both. */
export function compareRange(
  predicate: IndexCmpPredicate,
  range: IndexRange,
  constant: bigint,
  width: IndexWidth,
): boolean | undefined {
  if (holdsForAll(predicate, range, constant, width)) return true;
  return holdsForAll(inverse[predicate], range, constant, width) ? false : undefined;
}

const inverse: Readonly<Record<IndexCmpPredicate, IndexCmpPredicate>> = {
  eq: "ne", ne: "eq", slt: "sge", sle: "sgt", sgt: "sle", sge: "slt", ult: "uge", ule: "ugt", ugt: "ule", uge: "ult",
}; // prettier-ignore

function holdsForAll(predicate: IndexCmpPredicate, range: IndexRange, constant: bigint, width: IndexWidth): boolean {
  const holds = (other: IndexCmpPredicate): boolean => holdsForAll(other, range, constant, width);
  switch (predicate) {
    case "eq":
      return (
        (range.signed[0] === range.signed[1] && range.signed[0] === signed(constant, width)) ||
        (range.unsigned[0] === range.unsigned[1] && range.unsigned[0] === unsigned(constant, width))
      );
    case "ne":
      return (holds("slt") || holds("sgt")) && (holds("ult") || holds("ugt"));
    default: {
      const [ends, read] = isUnsigned(predicate) ? [range.unsigned, unsigned] : [range.signed, signed];
      return ends.every((end) => comparisons[predicate](end, read(constant, width)));
    }
  }
}
