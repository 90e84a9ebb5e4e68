// Ranges of results from ranges of operands, for the arithmetic that dialects share (MLIR's InferIntRangeCommon).
import {
  constantOfRange,
  constantRange,
  fromSigned,
  fromUnsigned,
  greatest,
  intersection,
  least,
  maxRange,
  maxSigned,
  maxUnsigned,
  minSigned,
  rangeOf,
  rangeUnion,
  type IntRange,
} from "./int-range.ts";

/** What results may be where operands are in ranges: one range a result. */
export type InferRange = (lhs: IntRange, rhs: IntRange) => IntRange;

export interface NoWrap {
  readonly signed: boolean;
  readonly unsigned: boolean;
}

/** Undefined where the result does not fit. */
type Partial = (a: bigint, b: bigint) => bigint | undefined;

/** A result that does not fit is none, or with the flag that forbids it the nearest that fits. */
function fitting(value: bigint, min: bigint, max: bigint, saturates: boolean): bigint | undefined {
  if (value >= min && value <= max) return value;
  return saturates ? (value < min ? min : max) : undefined;
}

const bounds = (width: number, isSigned: boolean): readonly [bigint, bigint] =>
  isSigned ? [minSigned(width), maxSigned(width)] : [0n, maxUnsigned(width)];

/** The least and greatest of an operation on the bounds of both sides. */
function minMaxBy(
  op: Partial,
  lhs: readonly [bigint, bigint],
  rhs: readonly [bigint, bigint],
  width: number,
  isSigned: boolean,
): IntRange {
  let [min, max]: (bigint | undefined)[] = [];
  for (const a of lhs) {
    for (const b of rhs) {
      const value = op(a, b);
      if (value === undefined) return maxRange(width);
      min = min === undefined ? value : least(min, value);
      max = max === undefined ? value : greatest(max, value);
    }
  }
  return min === undefined || max === undefined ? maxRange(width) : rangeOf(min, max, width, isSigned);
}

function between(min: bigint | undefined, max: bigint | undefined, width: number, isSigned: boolean): IntRange {
  return min === undefined || max === undefined ? maxRange(width) : rangeOf(min, max, width, isSigned);
}

const unsignedBounds = ({ umin, umax }: IntRange): readonly [bigint, bigint] => [umin, umax];
const signedBounds = ({ smin, smax }: IntRange): readonly [bigint, bigint] => [smin, smax];

export const inferAdd =
  (flags: NoWrap): InferRange =>
  (lhs, rhs) => {
    const { width } = lhs;
    const [ulo, uhi] = bounds(width, false);
    const [slo, shi] = bounds(width, true);
    const unsigned = (a: bigint, b: bigint): bigint | undefined => fitting(a + b, ulo, uhi, flags.unsigned);
    const signed = (a: bigint, b: bigint): bigint | undefined => fitting(a + b, slo, shi, flags.signed);
    return intersection(
      between(unsigned(lhs.umin, rhs.umin), unsigned(lhs.umax, rhs.umax), width, false),
      between(signed(lhs.smin, rhs.smin), signed(lhs.smax, rhs.smax), width, true),
    );
  };

export const inferSub =
  (flags: NoWrap): InferRange =>
  (lhs, rhs) => {
    const { width } = lhs;
    const [ulo, uhi] = bounds(width, false);
    const [slo, shi] = bounds(width, true);
    const unsigned = (a: bigint, b: bigint): bigint | undefined => fitting(a - b, ulo, uhi, flags.unsigned);
    const signed = (a: bigint, b: bigint): bigint | undefined => fitting(a - b, slo, shi, flags.signed);
    return intersection(
      between(unsigned(lhs.umin, rhs.umax), unsigned(lhs.umax, rhs.umin), width, false),
      between(signed(lhs.smin, rhs.smax), signed(lhs.smax, rhs.smin), width, true),
    );
  };

export const inferMul =
  (flags: NoWrap): InferRange =>
  (lhs, rhs) => {
    const { width } = lhs;
    const by =
      (isSigned: boolean, saturates: boolean): Partial =>
      (a, b) =>
        fitting(a * b, ...bounds(width, isSigned), saturates);
    return intersection(
      minMaxBy(by(false, flags.unsigned), unsignedBounds(lhs), unsignedBounds(rhs), width, false),
      minMaxBy(by(true, flags.signed), signedBounds(lhs), signedBounds(rhs), width, true),
    );
  };

export const inferShl =
  (flags: NoWrap): InferRange =>
  (lhs, rhs) => {
    const { width } = lhs;
    const by =
      (isSigned: boolean, saturates: boolean): Partial =>
      (a, b) => {
        const [min, max] = bounds(width, isSigned);
        if (b < BigInt(width)) return fitting(a << b, min, max, saturates);
        if (!saturates) return undefined;
        return a === 0n ? 0n : a < 0n ? min : max;
      };
    return intersection(
      minMaxBy(by(false, flags.unsigned), unsignedBounds(lhs), unsignedBounds(rhs), width, false),
      minMaxBy(by(true, flags.signed), signedBounds(lhs), unsignedBounds(rhs), width, true),
    );
  };

/** Corrects a quotient that was rounded towards zero. */
type Rounding = (a: bigint, b: bigint, quotient: bigint) => bigint;
const towardsZero: Rounding = (_a, _b, quotient) => quotient;
const upwards: Rounding = (a, b, quotient) => (a % b !== 0n && a < 0n === b < 0n ? quotient + 1n : quotient);
const downwards: Rounding = (a, b, quotient) => (a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient);

const divideUnsigned =
  (round: Rounding): InferRange =>
  (lhs, rhs) => {
    const { width } = lhs;
    if (rhs.umin !== 0n) {
      const divide: Partial = (a, b) => fitting(round(a, b, a / b), 0n, maxUnsigned(width), false);
      return minMaxBy(divide, unsignedBounds(lhs), unsignedBounds(rhs), width, false);
    }
    const umin = rhs.umax !== 0n && lhs.umin >= rhs.umax ? lhs.umin / rhs.umax : 0n;
    return fromUnsigned(umin, lhs.umax, width);
  };

const divideSigned =
  (round: Rounding): InferRange =>
  (lhs, rhs) => {
    const { width } = lhs;
    if (rhs.smin <= 0n && rhs.smax >= 0n) return maxRange(width);
    const [min, max] = bounds(width, true);
    const divide: Partial = (a, b) => fitting(round(a, b, a / b), min, max, false);
    return minMaxBy(divide, signedBounds(lhs), signedBounds(rhs), width, true);
  };

export const inferDivU = divideUnsigned(towardsZero);
export const inferDivS = divideSigned(towardsZero);
export const inferCeilDivU = divideUnsigned(upwards);
export const inferFloorDivS = divideSigned(downwards);

/** The least integer is taken apart: its quotient by -1 wraps and would spoil the rest. */
export const inferCeilDivS: InferRange = (lhs, rhs) => {
  const divide = divideSigned(upwards);
  const result = divide(lhs, rhs);
  if (lhs.smin !== minSigned(lhs.width) || lhs.smax === lhs.smin) return result;
  const rest = divide(fromSigned(lhs.smin + 1n, lhs.smax, lhs.width), rhs);
  return rangeUnion(rest, divide(constantRange(lhs.smin, lhs.width), rhs));
};

export const inferRemS: InferRange = (lhs, rhs) => {
  const { width } = lhs;
  if (rhs.smin <= 0n && rhs.smax >= 0n) return maxRange(width);
  const divisor = rhs.smin > 0n ? rhs.smax : -rhs.smin;
  let smin = lhs.smin < 0n ? 1n - divisor : 0n;
  let smax = lhs.smax > 0n ? divisor - 1n : 0n;
  if (rhs.smin === rhs.smax && lhs.smax - lhs.smin < divisor) {
    const [first, last] = [lhs.smin % divisor, lhs.smax % divisor];
    if (first <= last) [smin, smax] = [first, last];
  }
  return fromSigned(smin, smax, width);
};

export const inferRemU: InferRange = (lhs, rhs) => {
  const { width } = lhs;
  let umin = 0n;
  let umax = least(rhs.umax === 0n ? maxUnsigned(width) : rhs.umax - 1n, lhs.umax);
  if (rhs.umin !== 0n && rhs.umin === rhs.umax && lhs.umax - lhs.umin < rhs.umax) {
    const [first, last] = [lhs.umin % rhs.umax, lhs.umax % rhs.umax];
    if (first <= last) [umin, umax] = [first, last];
  }
  return fromUnsigned(umin, umax, width);
};

export const inferMaxS: InferRange = (a, b) => fromSigned(greatest(a.smin, b.smin), greatest(a.smax, b.smax), a.width);
export const inferMinS: InferRange = (a, b) => fromSigned(least(a.smin, b.smin), least(a.smax, b.smax), a.width);
export const inferMaxU: InferRange = (a, b) =>
  fromUnsigned(greatest(a.umin, b.umin), greatest(a.umax, b.umax), a.width);
export const inferMinU: InferRange = (a, b) => fromUnsigned(least(a.umin, b.umin), least(a.umax, b.umax), a.width);

/** Bits that are the same in the whole range, with all others zero, and with all others one. */
function widened({ umin, umax }: IntRange): readonly [zeros: bigint, ones: bigint] {
  const differing = umin ^ umax;
  const mask = differing === 0n ? 0n : (1n << BigInt(differing.toString(2).length)) - 1n;
  return [umin & ~mask, umax | mask];
}

const bitwise =
  (op: (a: bigint, b: bigint) => bigint): InferRange =>
  (lhs, rhs) =>
    minMaxBy(op, widened(lhs), widened(rhs), lhs.width, false);

export const inferAnd = bitwise((a, b) => a & b);
export const inferOr = bitwise((a, b) => a | b);

export const inferXor: InferRange = (lhs, rhs) => {
  const [lhsZeros, lhsOnes] = widened(lhs);
  const [rhsZeros, rhsOnes] = widened(rhs);
  const varying = (lhsZeros ^ lhsOnes) | (rhsZeros ^ rhsOnes);
  const min = (lhsZeros ^ rhsZeros) & ~varying;
  return fromUnsigned(min, min | varying, lhs.width);
};

export const inferShrS: InferRange = (lhs, rhs) =>
  minMaxBy(
    (a, b) => (b >= BigInt(lhs.width) ? undefined : a >> b),
    signedBounds(lhs),
    unsignedBounds(rhs),
    lhs.width,
    true,
  );
export const inferShrU: InferRange = (lhs, rhs) =>
  minMaxBy(
    (a, b) => (b >= BigInt(lhs.width) ? undefined : a >> b),
    unsignedBounds(lhs),
    unsignedBounds(rhs),
    lhs.width,
    false,
  );

export const extendUnsigned = ({ umin, umax }: IntRange, width: number): IntRange => fromUnsigned(umin, umax, width);
export const extendSigned = ({ smin, smax }: IntRange, width: number): IntRange => fromSigned(smin, smax, width);

/** The low bits. They are a row where those above are the same at both ends. */
export function truncated(range: IntRange, width: number): IntRange {
  const shift = BigInt(width);
  const rolls = range.umin >> shift !== range.umax >> shift;
  const [low, high] = [range.smin >> (shift - 1n), range.smax >> (shift - 1n)];
  const overflows = low !== high && !(low === -1n && high === 0n);
  return {
    width,
    umin: rolls ? 0n : BigInt.asUintN(width, range.umin),
    umax: rolls ? maxUnsigned(width) : BigInt.asUintN(width, range.umax),
    smin: overflows ? minSigned(width) : BigInt.asIntN(width, range.smin),
    smax: overflows ? maxSigned(width) : BigInt.asIntN(width, range.smax),
  };
}

export type Comparison = "eq" | "ne" | "slt" | "sle" | "sgt" | "sge" | "ult" | "ule" | "ugt" | "uge";

const inverse: Readonly<Record<Comparison, Comparison>> = {
  eq: "ne",
  ne: "eq",
  slt: "sge",
  sle: "sgt",
  sgt: "sle",
  sge: "slt",
  ult: "uge",
  ule: "ugt",
  ugt: "ule",
  uge: "ult",
};

const isTrue: Readonly<Record<Comparison, (a: IntRange, b: IntRange) => boolean>> = {
  eq: (a, b) => {
    const [left, right] = [constantOfRange(a), constantOfRange(b)];
    return (
      left !== undefined && right !== undefined && BigInt.asUintN(a.width, left) === BigInt.asUintN(a.width, right)
    );
  },
  ne: (a, b) => (a.smax < b.smin || a.smin > b.smax) && (a.umax < b.umin || a.umin > b.umax),
  slt: (a, b) => a.smax < b.smin,
  sle: (a, b) => a.smax <= b.smin,
  sgt: (a, b) => a.smin > b.smax,
  sge: (a, b) => a.smin >= b.smax,
  ult: (a, b) => a.umax < b.umin,
  ule: (a, b) => a.umax <= b.umin,
  ugt: (a, b) => a.umin > b.umax,
  uge: (a, b) => a.umin >= b.umax,
};

/** The i1 of a comparison. */
export const inferCompare =
  (comparison: Comparison): InferRange =>
  (lhs, rhs) => {
    if (isTrue[comparison](lhs, rhs)) return constantRange(1n, 1);
    return isTrue[inverse[comparison]](lhs, rhs) ? constantRange(0n, 1) : maxRange(1);
  };
