// Lifts plain functions on numbers and bigints to meanings of scalar instructions, and, lane by lane, of SIMD ones.
import { scalar, type ScalarMeaning } from "../../../ir/interpret/meaning.ts";
import type { Scalar } from "../../../ir/interpret/value.ts";

export function num(a: Scalar): number {
  if (typeof a === "number") return a;
  throw new Error(`expected an i32 or a float, found a ${typeof a}`);
}
export function big(a: Scalar): bigint {
  if (typeof a === "bigint") return a;
  throw new Error(`expected an i64, found a ${typeof a}`);
}

type Result = number | bigint;

export const numbers1 = (f: (a: number) => Result): ScalarMeaning => scalar(() => (a) => f(num(a)));
export const numbers2 = (f: (a: number, b: number) => Result): ScalarMeaning =>
  scalar(() => (a, b) => f(num(a), num(b)));
export const numbers3 = (f: (a: number, b: number, c: number) => Result): ScalarMeaning =>
  scalar(() => (a, b, c) => f(num(a), num(b), num(c)));
export const bigints1 = (f: (a: bigint) => Result): ScalarMeaning => scalar(() => (a) => f(big(a)));
export const bigints2 = (f: (a: bigint, b: bigint) => Result): ScalarMeaning =>
  scalar(() => (a, b) => f(big(a), big(b)));
/** A shift of i64 lanes by an i32. */
export const bigintNumber = (f: (a: bigint, b: number) => Result): ScalarMeaning =>
  scalar(() => (a, b) => f(big(a), num(b)));
