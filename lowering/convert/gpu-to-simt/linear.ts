// Index values as sums: constant + coefficient * register + ... with the range that the sum is known to be in.
//
// Additions and multiplications by constants make no instruction; the sum is made where it is used: a constant part becomes the offset
// of an access. A term's register is an i32 or an i64 that holds its value exactly.
import type { Value } from "../../../ir/core/value.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Term {
  readonly value: Value;
  readonly coefficient: number;
}

export interface Linear extends Range {
  readonly terms: readonly Term[];
  readonly constant: number;
}

export const everything: Range = { low: -Infinity, high: Infinity };
export const int32: Range = { low: -2147483648, high: 2147483647 };

export const constantLinear = (constant: number): Linear => ({ terms: [], constant, low: constant, high: constant });
export const termLinear = (value: Value, range: Range): Linear => ({
  terms: [{ value, coefficient: 1 }],
  constant: 0,
  low: range.low,
  high: range.high,
});

export const fits32 = ({ low, high }: Range): boolean => low >= int32.low && high <= int32.high;
export const isConstant = ({ terms }: Linear): boolean => terms.length === 0;

/** 0 times anything is 0, infinity too. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

export function scaleRange({ low, high }: Range, factor: number): Range {
  const [a, b] = [times(low, factor), times(high, factor)];
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

export function productRange(a: Range, b: Range): Range {
  const ends = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Sums beyond this wrap differently in a number than in 64 bits; nothing that large is an index of memory. */
const exact = (value: number): boolean => Number.isSafeInteger(value);

export function addLinear(a: Linear, b: Linear): Linear | undefined {
  const terms = [...a.terms];
  for (const term of b.terms) {
    const at = terms.findIndex(({ value }) => value === term.value);
    if (at < 0) terms.push(term);
    else terms[at] = { value: term.value, coefficient: terms[at]!.coefficient + term.coefficient };
  }
  const constant = a.constant + b.constant;
  if (!exact(constant) || !terms.every(({ coefficient }) => exact(coefficient))) return undefined;
  return {
    terms: terms.filter(({ coefficient }) => coefficient !== 0),
    constant,
    low: a.low + b.low,
    high: a.high + b.high,
  };
}

export function scaleLinear(a: Linear, factor: number): Linear | undefined {
  if (factor === 0) return constantLinear(0);
  const terms = a.terms.map(({ value, coefficient }) => ({ value, coefficient: coefficient * factor }));
  const constant = a.constant * factor;
  if (!exact(constant) || !terms.every(({ coefficient }) => exact(coefficient))) return undefined;
  return { terms, constant, ...scaleRange(a, factor) };
}
