// Scalar functions over 32 lanes, for instructions that are rarely hot; the hot ones have loops of their own.
import { WARP } from "../types.ts";

type Numbers = Uint8Array | Int32Array | Float32Array | Float64Array;

export const each1 =
  (f: (a: number) => number) =>
  (r: Numbers, a: Numbers): void => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!);
  };
export const each2 =
  (f: (a: number, b: number) => number) =>
  (r: Numbers, a: Numbers, b: Numbers): void => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!, b[i]!);
  };
export const each3 =
  (f: (a: number, b: number, c: number) => number) =>
  (r: Numbers, a: Numbers, b: Numbers, c: Numbers): void => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!, b[i]!, c[i]!);
  };
export const big1 =
  (f: (a: bigint) => bigint) =>
  (r: BigInt64Array, a: BigInt64Array): void => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!);
  };
export const big2 =
  (f: (a: bigint, b: bigint) => bigint) =>
  (r: BigInt64Array, a: BigInt64Array, b: BigInt64Array): void => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!, b[i]!);
  };
export const bigTest =
  (f: (a: bigint, b: bigint) => boolean) =>
  (r: Uint8Array, a: BigInt64Array, b: BigInt64Array): void => {
    for (let i = 0; i < WARP; i++) r[i] = f(a[i]!, b[i]!) ? 1 : 0;
  };

/** The bits of an i64 read as unsigned. */
export const unsigned64 = (a: bigint): bigint => BigInt.asUintN(64, a);
