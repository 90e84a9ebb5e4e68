// Compares results with what was expected: integers exactly, floats within a tolerance relative to the largest value.
import { POISON, type DenseValue, type Scalar } from "../../ir/interpret/value.ts";
import { scalarText } from "./number-text.ts";

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

export interface Mismatch {
  readonly index: readonly number[];
  readonly found: string;
  readonly expected: string;
}

export interface Comparison {
  readonly name: string;
  readonly ok: boolean;
  /** How far an element may be off: atol + rtol * max|expected|; 0 for integers. */
  readonly tolerance: number;
  readonly largestDifference: number;
  /** Relative to the largest expected magnitude; 0 where both are 0. */
  readonly largestRelativeDifference: number;
  readonly mismatches: number;
  /** The worst of them. */
  readonly worst: Mismatch | undefined;
}

export function compareArrays(name: string, found: DenseValue, expected: DenseValue, tolerance: Tolerance): Comparison {
  const { element } = expected;
  const isExact = element.kind === "integer" || element.kind === "index";
  const count = expected.count;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const size = magnitude(expected.get(i));
    if (Number.isFinite(size) && size > largest) largest = size;
  }
  const allowed = isExact ? 0 : tolerance.atol + tolerance.rtol * largest;
  let mismatches = 0;
  let largestDifference = 0;
  let worst = -1;
  let worstDifference = -1;
  for (let i = 0; i < count; i++) {
    const off = difference(found.get(i), expected.get(i));
    if (off > largestDifference) largestDifference = off;
    if (off <= allowed) continue;
    mismatches++;
    if (off > worstDifference) [worst, worstDifference] = [i, off];
  }
  return {
    name,
    ok: mismatches === 0,
    tolerance: allowed,
    largestDifference,
    largestRelativeDifference: largestDifference === 0 ? 0 : largestDifference / largest,
    mismatches,
    worst:
      worst < 0
        ? undefined
        : {
            index: indexOf(worst, expected.shape),
            found: scalarText(found.get(worst), element),
            expected: scalarText(expected.get(worst), element),
          },
  };
}

function magnitude(scalar: Scalar): number {
  if (scalar === POISON) return 0;
  if (typeof scalar === "object") return Math.max(Math.abs(scalar.re), Math.abs(scalar.im));
  return Math.abs(Number(scalar));
}

/** Infinite where no tolerance helps: poison, or NaN and infinities that do not agree. */
function difference(a: Scalar, b: Scalar): number {
  if (a === POISON || b === POISON) return Infinity;
  if (typeof a === "object" || typeof b === "object") {
    if (typeof a !== "object" || typeof b !== "object") return Infinity;
    return Math.max(difference(a.re, b.re), difference(a.im, b.im));
  }
  if (typeof a === "bigint" || typeof b === "bigint") {
    const off = BigInt(a) - BigInt(b);
    return Number(off < 0n ? -off : off);
  }
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  const off = Math.abs(a - b);
  return Number.isNaN(off) ? Infinity : off;
}

function indexOf(position: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = position;
  for (let d = shape.length - 1; d >= 0; d--) {
    const extent = shape[d] ?? 1;
    index.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return index;
}

/** One line: what agrees, or where it does not. */
export function comparisonText({ name, ok, tolerance, ...rest }: Comparison): string {
  const { largestDifference, largestRelativeDifference, mismatches, worst } = rest;
  const size = (value: number): string => (value === 0 ? "0" : value.toPrecision(3));
  if (ok || worst === undefined)
    return `${name}: equal, largest difference ${size(largestDifference)} (relative ${size(largestRelativeDifference)}, allowed ${size(tolerance)})`;
  const more = mismatches === 1 ? "" : ` (the worst of ${mismatches} elements that differ)`;
  return `${name}[${worst.index.join(", ")}] is ${worst.found}, expected ${worst.expected}${more}; allowed difference ${size(tolerance)}`;
}
