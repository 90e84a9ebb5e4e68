// Arithmetic on bit patterns against JavaScript's where it is exact, and what APFloat does with NaNs, overflow and odd formats.
import { describe, expect, test } from "@jest/globals";
import { bitsToFloat, floatToBits } from "../../../ir/core/float-bits.ts";
import type { FloatName } from "../../../ir/core/types.ts";
import { exactFloat } from "../../../ir/interpret/exact-float.ts";

function arithmetic(name: FloatName) {
  const exact = exactFloat(name);
  if (exact === undefined) throw new Error(`no arithmetic of ${name}`);
  return exact;
}

/** Patterns of a format: the special ones, and some by a multiplicative generator. */
function patterns(name: FloatName, width: number, count: number): bigint[] {
  const modulus = 1n << BigInt(width);
  const special = [0, -0, 1, -1, 0.5, Infinity, -Infinity, 3, 1e-40, 2 ** -1074].map((x) => floatToBits(name, x));
  let state = 88172645463325252n;
  const drawn = Array.from({ length: count }, () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 128n) - 1n);
    return (state >> 40n) % modulus;
  });
  return [...special, ...drawn];
}

const round: Record<string, (x: number) => number> = { f32: Math.fround, f64: (x) => x };

describe.each([
  ["f32", 32],
  ["f64", 64],
] as const)("%s is JavaScript's arithmetic", (name, width) => {
  // prettier-ignore
  const exact = arithmetic(name);
  const list = patterns(name, width, 60);
  const operations = {
    add: (a: number, b: number) => a + b,
    sub: (a: number, b: number) => a - b,
    mul: (a: number, b: number) => a * b,
    div: (a: number, b: number) => a / b,
    rem: (a: number, b: number) => a % b,
    minimum: Math.min,
    maximum: Math.max,
  } as const;
  test.each(["add", "sub", "mul", "div", "rem", "minimum", "maximum"] as const)("%s", (operation) => {
    for (const a of list) {
      for (const b of list) {
        const expected = round[name]?.(operations[operation](bitsToFloat(name, a), bitsToFloat(name, b)));
        const found = bitsToFloat(name, exact[operation](a, b));
        if (!Object.is(found, expected)) expect([a, b, found]).toEqual([a, b, expected]);
      }
    }
    expect(exact[operation](floatToBits(name, 1), floatToBits(name, 1))).toBeDefined();
  });
});

test("NaNs keep their payload and become quiet; an invalid operation gives the positive quiet NaN", () => {
  const { add, mul, div, minnum, minimum, negate } = arithmetic("f32");
  expect(add(0x7f800001n, 0x3f800000n)).toBe(0x7fc00001n);
  expect(mul(0x3f800000n, 0xffc00005n)).toBe(0xffc00005n);
  expect(mul(0x7f800000n, 0n)).toBe(0x7fc00000n);
  expect(div(0n, 0n)).toBe(0x7fc00000n);
  expect(minimum(0x3f800000n, 0x7f800001n)).toBe(0x7fc00001n);
  expect(minnum(0x7fc00000n, 0x3f800000n)).toBe(0x3f800000n);
  expect(negate(0x7f800001n)).toBe(0xff800001n);
});

test("beyond the largest value: infinity, NaN, or the largest itself", () => {
  expect(arithmetic("f16").mul(0x7bffn, 0x4000n)).toBe(0x7c00n);
  expect(arithmetic("f8E4M3FN").mul(0xb8n, 0x7en)).toBe(0xfen);
  expect(arithmetic("f8E4M3FN").mul(0xc2n, 0x7en)).toBe(0xffn);
  expect(arithmetic("f4E2M1FN").add(7n, 7n)).toBe(7n);
});

test("f128 and f80 round once, at their own precision", () => {
  const { div, ofInteger } = arithmetic("f128");
  expect(div(ofInteger(1n), ofInteger(3n))).toBe(0x3ffd5555555555555555555555555555n);
  expect(ofInteger(9223372036854775807n)).toBe(0x403dfffffffffffffffc000000000000n);
  expect(arithmetic("f80").ofInteger(1n)).toBe(0x3fff8000000000000000n);
});

test("conversions that change nothing, and those that would", () => {
  const { convertExactly } = arithmetic("f32");
  expect(convertExactly(0x3fc00000n, "f16")).toBe(0x3e00n);
  expect(convertExactly(0x3f800001n, "f16")).toBeUndefined();
  expect(convertExactly(0x7f800000n, "f8E4M3FN")).toBeUndefined();
  expect(convertExactly(0x7fc00000n, "f64")).toBe(0x7ff8000000000000n);
  expect(convertExactly(0x7f800001n, "f64")).toBeUndefined();
  expect(arithmetic("f8E4M3FN").convertExactly(0x7fn, "f32")).toBe(0x7ff00000n);
});
