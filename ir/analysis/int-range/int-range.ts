// Ranges of integers of one width: bounds of the bits read without sign, and read with sign; both hold (MLIR's ConstantIntRanges).

export interface IntRange {
  readonly width: number;
  readonly umin: bigint;
  readonly umax: bigint;
  readonly smin: bigint;
  readonly smax: bigint;
}

export const maxUnsigned = (width: number): bigint => (1n << BigInt(width)) - 1n;
export const maxSigned = (width: number): bigint => (1n << BigInt(width - 1)) - 1n;
export const minSigned = (width: number): bigint => -(1n << BigInt(width - 1));

const full = new Map<number, IntRange>();

/** Every integer of the width. */
export function maxRange(width: number): IntRange {
  let range = full.get(width);
  if (range === undefined) {
    range = { width, umin: 0n, umax: maxUnsigned(width), smin: minSigned(width), smax: maxSigned(width) };
    full.set(width, range);
  }
  return range;
}

/** One integer, given with or without sign. */
export function constantRange(value: bigint, width: number): IntRange {
  const [unsigned, signed] = [BigInt.asUintN(width, value), BigInt.asIntN(width, value)];
  return { width, umin: unsigned, umax: unsigned, smin: signed, smax: signed };
}

/** What lies between two integers without sign; read with sign it is a row only where the signs agree. */
export function fromUnsigned(umin: bigint, umax: bigint, width: number): IntRange {
  const [smin, smax] = [BigInt.asIntN(width, umin), BigInt.asIntN(width, umax)];
  if (smin < 0n === smax < 0n) return { width, umin, umax, smin, smax };
  return { width, umin, umax, smin: minSigned(width), smax: maxSigned(width) };
}

export function fromSigned(smin: bigint, smax: bigint, width: number): IntRange {
  if (smin < 0n === smax < 0n)
    return { width, umin: BigInt.asUintN(width, smin), umax: BigInt.asUintN(width, smax), smin, smax };
  return { width, umin: 0n, umax: maxUnsigned(width), smin, smax };
}

export function rangeOf(min: bigint, max: bigint, width: number, isSigned: boolean): IntRange {
  return isSigned ? fromSigned(min, max, width) : fromUnsigned(min, max, width);
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);

export function rangesEqual(a: IntRange, b: IntRange): boolean {
  return a.umin === b.umin && a.umax === b.umax && a.smin === b.smin && a.smax === b.smax && a.width === b.width;
}

/** What may be in either; `a` itself where it holds both. */
export function rangeUnion(a: IntRange, b: IntRange): IntRange {
  if (a.umin <= b.umin && a.umax >= b.umax && a.smin <= b.smin && a.smax >= b.smax) return a;
  return {
    width: a.width,
    umin: least(a.umin, b.umin),
    umax: greatest(a.umax, b.umax),
    smin: least(a.smin, b.smin),
    smax: greatest(a.smax, b.smax),
  };
}

/** What is in both. */
export function intersection(a: IntRange, b: IntRange): IntRange {
  return {
    width: a.width,
    umin: greatest(a.umin, b.umin),
    umax: least(a.umax, b.umax),
    smin: greatest(a.smin, b.smin),
    smax: least(a.smax, b.smax),
  };
}

/** The only integer of a range, without sign where that reading says so. */
export function constantOfRange({ umin, umax, smin, smax }: IntRange): bigint | undefined {
  return umin === umax ? umin : smin === smax ? smin : undefined;
}
