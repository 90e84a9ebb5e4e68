import { describe, expect, test } from "@jest/globals";
import fc from "../../support/fast-check.ts";
import { Context } from "../../../ir/core/context.ts";
import { f32, f64, floatType, i32, i64, i8, indexType, integerType } from "../../../ir/core/type-constructors.ts";
import {
  compareFloat,
  floatArithmetic,
  floatPredicates,
  floatToInteger,
  floatToIntegerSaturating,
  integerToFloat,
} from "../../../ir/interpret/floats.ts";
import { POISON } from "../../../ir/interpret/value.ts";

const context = new Context();
const single = floatArithmetic(f32(context));
const double = floatArithmetic(f64(context));

interface Exact {
  readonly significand: bigint;
  readonly exponent: number;
}

/** A finite number as significand * 2^exponent, by division: unlike the implementation, which reads the bits. */
function exactly(x: number): Exact {
  let exponent = 0;
  let value = x;
  while (!Number.isInteger(value)) {
    value *= 2;
    exponent--;
    if (exponent < -1100) throw new Error("not a number");
  }
  return { significand: BigInt(value), exponent };
}

const scaledTo = (x: Exact, exponent: number): bigint => x.significand << BigInt(x.exponent - exponent);

/** Which of the candidates is nearest to a * b + c, exactly; true when no neighbour is nearer. */
function isNearest(found: number, below: number, above: number, a: number, b: number, c: number): boolean {
  const [x, y, z] = [exactly(a), exactly(b), exactly(c)];
  const all = [found, below, above].map(exactly);
  const exponent = Math.min(x.exponent + y.exponent, z.exponent, ...all.map((e) => e.exponent));
  const sum = ((x.significand * y.significand) << BigInt(x.exponent + y.exponent - exponent)) + scaledTo(z, exponent);
  const distance = (e: Exact): bigint => {
    const difference = scaledTo(e, exponent) - sum;
    return difference < 0n ? -difference : difference;
  };
  const [at, low, high] = all.map(distance);
  return at! <= low! && at! <= high!;
}

function neighbours32(x: number): [number, number] {
  const view = new DataView(new ArrayBuffer(4));
  const step = (by: number): number => {
    view.setFloat32(0, x);
    const bits = view.getInt32(0);
    view.setInt32(0, bits + by);
    return view.getFloat32(0);
  };
  return x === 0 ? [-(2 ** -149), 2 ** -149] : [step(-1), step(1)];
}

function neighbours64(x: number): [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  const step = (by: bigint): number => {
    view.setFloat64(0, x);
    view.setBigInt64(0, view.getBigInt64(0) + by);
    return view.getFloat64(0);
  };
  return x === 0 ? [-5e-324, 5e-324] : [step(-1n), step(1n)];
}

describe("fused multiply-add", () => {
  test("f32 is rounded once where two roundings differ", () => {
    // The product is 1 + 2^-23 + 2^-24 (a tie in f32 after an addend too small for f64 to keep is seen).
    const a = 1 + 2 ** -12;
    const product = single.mul(a, a);
    expect(product).toBe(1 + 2 ** -11);
    expect(single.fma(a, a, 2 ** -80)).toBe(Math.fround(1 + 2 ** -11 + 2 ** -23));
    expect(single.fma(a, a, -(2 ** -80))).toBe(1 + 2 ** -11);
    expect(Math.fround(a * a + 2 ** -80)).toBe(1 + 2 ** -11);
  });

  test("f32 gives a nearest value", () => {
    const number = fc.oneof(
      fc.float({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -(2 ** 24), max: 2 ** 24 }).map((x) => x * 2 ** -20),
    );
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const found = single.fma(a, b, c);
        fc.pre(Number.isFinite(found) && Math.abs(found) < 3e38);
        expect(isNearest(found, ...neighbours32(found), a, b, c)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("f64 gives a nearest value, subnormals included", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.double({ min: -1e-150, max: 1e-150, noNaN: true }),
    );
    fc.assert(
      fc.property(number, number, number, fc.boolean(), (a, b, c, cancel) => {
        const addend = cancel ? -(a * b) : c;
        fc.pre(Number.isFinite(addend));
        const found = double.fma(a, b, addend);
        fc.pre(Number.isFinite(found) && Math.abs(found) < 1e308);
        expect(isNearest(found, ...neighbours64(found), a, b, addend)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("special values", () => {
    expect(double.fma(Infinity, 0, 1)).toBeNaN();
    expect(double.fma(Infinity, 2, -Infinity)).toBeNaN();
    expect(double.fma(0, -1, -0)).toBe(-0);
    expect(double.fma(1, 1, -1)).toBe(0);
    expect(double.fma(1e200, 1e200, -Infinity)).toBe(-Infinity);
    expect(single.fma(3e38, 10, -Infinity)).toBe(-Infinity);
    expect(double.fma(1 + 2 ** -52, 1 - 2 ** -52, -1)).toBe(-(2 ** -104));
  });
});

describe("rounding to a type", () => {
  const half16 = floatArithmetic(floatType(context, "f16"));
  const brain = floatArithmetic(floatType(context, "bf16"));

  test("after each operation", () => {
    expect(single.add(1, 2 ** -30)).toBe(1);
    expect(half16.add(2048, 1)).toBe(2048);
    expect(half16.mul(256, 256)).toBe(Infinity);
    expect(brain.add(256, 1)).toBe(256);
    expect(brain.div(1, 3)).toBe(0.333984375);
    expect(half16.sqrt(2)).toBe(1.4140625);
  });

  test("minimum and maximum: NaN and signed zeros", () => {
    expect(single.maximum(NaN, 1)).toBeNaN();
    expect(single.maxnum(NaN, 1)).toBe(1);
    expect(single.minnum(2, NaN)).toBe(2);
    expect(single.minnum(NaN, NaN)).toBeNaN();
    expect(single.maximum(-0, 0)).toBe(0);
    expect(single.minimum(0, -0)).toBe(-0);
    expect(single.rem(-5.5, 2)).toBe(-1.5);
  });

  test("to integers", () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -0.2, 2 ** 100].map(single.roundEven)).toEqual([0, 2, 2, -0, -2, -0, 2 ** 100]);
    expect([0.5, 1.5, 2.5, -0.5, -0.2, 0.49999999999999994, Infinity].map(double.roundAway)).toEqual([
      1,
      2,
      3,
      -1,
      -0,
      0,
      Infinity,
    ]);
    expect(half16.ceil(0.25)).toBe(1);
  });
});

test("every comparison on every pair of ordered, equal and unordered", () => {
  const pairs: [number, number][] = [[1, 2], [2, 1], [1, 1], [NaN, 1]]; // prettier-ignore
  const table = Object.fromEntries(
    floatPredicates.map((p) => [p, pairs.map(([a, b]) => compareFloat(p)(a, b)).join("")]),
  );
  expect(table).toEqual({
    false: "0000", oeq: "0010", ogt: "0100", oge: "0110", olt: "1000", ole: "1010", one: "1100", ord: "1110",
    ueq: "0011", ugt: "0101", uge: "0111", ult: "1001", ule: "1011", une: "1101", uno: "0001", true: "1111",
  }); // prettier-ignore
});

describe("conversions", () => {
  test("i64 to f32 is rounded once", () => {
    const convert = integerToFloat(i64(context), f32(context), "signed");
    // Nearest double of this is a tie in f32; the exact value is above it.
    const value = (1n << 60n) + (1n << 36n) + 1n;
    expect(Math.fround(Number(value))).toBe(2 ** 60);
    expect(convert(value)).toBe(2 ** 60 + 2 ** 37);
    expect(convert(-value)).toBe(-(2 ** 60 + 2 ** 37));
    expect(integerToFloat(i64(context), f32(context), "unsigned")(-1n)).toBe(2 ** 64);
    expect(integerToFloat(i8(context), f64(context), "unsigned")(-1)).toBe(255);
    expect(integerToFloat(integerType(context, 1), f64(context), "signed")(1)).toBe(-1);
  });

  test("floats out of range are poison, or saturate", () => {
    const convert = floatToInteger(i32(context), "signed");
    expect([2147483647.5, 2147483648, -2147483648.9, -2147483649, NaN, Infinity, -0.5].map(convert)).toEqual([
      2147483647, POISON, -2147483648, POISON, POISON, POISON, 0,
    ]); // prettier-ignore
    const unsigned = floatToInteger(i8(context), "unsigned");
    expect([255.9, 256, -0.9, -1].map(unsigned)).toEqual([-1, POISON, 0, POISON]);
    const saturating = floatToIntegerSaturating(i8(context), "signed");
    expect([1e9, -Infinity, NaN, 3.9].map(saturating)).toEqual([127, -128, 0, 3]);
    expect(floatToInteger(indexType(context), "signed")(2 ** 60)).toBe(2n ** 60n);
  });
});
