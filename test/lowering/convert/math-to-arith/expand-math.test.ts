// The expansions of math against JavaScript's own functions in double precision, on a sample of all magnitudes and on special values.
import { describe, expect, test } from "@jest/globals";
import { erf, erfc, power } from "../../../../dialects/math/special-functions.ts";
import { refineValue } from "../../../../ir/check/refinement.ts";
import { seededSource } from "../../../../ir/check/random-source.ts";
import { bitsToFloat } from "../../../../ir/core/float-bits.ts";
import { walk } from "../../../../ir/core/walk.ts";
import { expandMath, isExpandable } from "../../../../lowering/convert/math-to-arith/expand-math.ts";
import { f32, f64 } from "../../../../ir/core/type-constructors.ts";
import { DenseValue } from "../../../../ir/interpret/value.ts";
import { newContext, parse, run } from "../../../support/mlir.ts";
import { lower, threeWays } from "../to-wasm/three-ways.ts";

type Element = "f32" | "f64";
const context = newContext();
const { fround } = Math;

/** All samples in `npm run conformance`; in every run of the tests an eighth of those that are not special. */
const every = process.env["TERRACE_CONFORMANCE"] === undefined ? 8 : 1;

/** Samples: dense around 0, all binades, and special values. */
function samples(element: Element): number[] {
  const special = [
    0,
    -0,
    1,
    -1,
    0.5,
    -0.5,
    2,
    10,
    88.5,
    88.8,
    -87.5,
    -103.5,
    -104.5,
    127.6,
    -149.3,
    Infinity,
    -Infinity,
    NaN,
    1e-45,
    -1e-45,
    1e-40,
    3.4e38,
    -3.4e38,
    1e-8,
    709.7,
    -745,
    1.5,
    2.5,
    -2.5,
    0.4999999701976776,
  ];
  const values: number[] = [];
  for (let e = -40; e < 7; e++)
    for (let i = 0; i < 8; i++) values.push(2 ** e * (1 + i / 8 + 0.013), -(2 ** e) * (1 + i / 8 + 0.029));
  for (let i = -1200; i <= 1200; i++) values.push(i / 97);
  for (let e = -148; e < 128; e += 3) values.push(2 ** e * 1.37, -(2 ** e) * 1.61);
  const chosen = [...special, ...values.filter((_, i) => i % every === 0)];
  while (chosen.length % 8 !== 0) chosen.push(0.75);
  return element === "f32" ? chosen.map(fround) : chosen;
}

/** Runs an op on the samples, in vectors of 8, in WebAssembly. */
async function evaluate(op: string, element: Element, operands: readonly (readonly number[])[]): Promise<number[]> {
  const count = operands[0]?.length ?? 0;
  const buffer = `memref<${count}x${element}>`;
  const vector = `vector<8x${element}>`;
  const names = operands.map((_, i) => `%v${i}`);
  const text = `
  func.func @main(${operands.map((_, i) => `%a${i}: ${buffer}`).join(", ")}, %out: ${buffer}) {
    %c0 = arith.constant 0 : index
    %c8 = arith.constant 8 : index
    %n = arith.constant ${count} : index
    %p = arith.constant 0.0 : ${element}
    scf.for %i = %c0 to %n step %c8 {
${operands.map((_, i) => `      %v${i} = vector.transfer_read %a${i}[%i], %p {in_bounds = [true]} : ${buffer}, ${vector}`).join("\n")}
      %r = ${op} ${names.join(", ")} : ${vector}
      vector.transfer_write %r, %out[%i] {in_bounds = [true]} : ${vector}, ${buffer}
    }
    return
  }`;
  const type = element === "f32" ? f32(context) : f64(context);
  const inputs = [...operands, new Array<number>(count).fill(0)].map((values) => {
    const dense = DenseValue.zeros([count], type);
    values.forEach((value, i) => dense.set(i, value));
    return dense;
  });
  const { converted, native } = await threeWays(text, inputs, "expand-math,convert-to-wasm,canonicalize,cse");
  expect(native).toEqual(converted);
  const bytes = native.at(-1)?.slice() ?? new Uint8Array();
  return [...(element === "f32" ? new Float32Array(bytes.buffer) : new Float64Array(bytes.buffer))];
}

/** The largest error in relation to the result, and that nothing special came out otherwise. */
function check(
  found: readonly number[],
  expected: readonly number[],
  inputs: readonly (readonly number[])[],
  tolerance: number,
  least: number,
): void {
  const wrong = expected.flatMap((want, i) => {
    const got = found[i] ?? NaN;
    const at = `f(${inputs.map((list) => list[i]).join(", ")}) = ${got}, not ${want}`;
    if (Number.isNaN(want) || !Number.isFinite(want))
      return Object.is(got, want) || (Number.isNaN(got) && Number.isNaN(want)) ? [] : [at];
    return Math.abs(got - want) <= tolerance * Math.abs(want) + least ? [] : [at];
  });
  expect(wrong.slice(0, 10)).toEqual([]);
}

const least = { f32: 2 * 2 ** -149, f64: 2 * Number.MIN_VALUE };
const round = (element: Element, value: number): number => (element === "f32" ? fround(value) : value);

const unary: readonly (readonly [string, (x: number) => number])[] = [
  ["exp", Math.exp], ["exp2", (x) => 2 ** x], ["expm1", Math.expm1], ["tanh", Math.tanh], ["log", Math.log], ["log2", Math.log2], ["log10", Math.log10],
  ["log1p", Math.log1p], ["cbrt", Math.cbrt], ["rsqrt", (x) => 1 / Math.sqrt(x)], ["atan", Math.atan], ["asin", Math.asin], ["acos", Math.acos],
]; // prettier-ignore
const unary32: readonly (readonly [string, (x: number) => number])[] = [
  ["erf", erf], ["erfc", erfc], ["sinh", Math.sinh], ["cosh", Math.cosh], ["asinh", Math.asinh], ["acosh", Math.acosh], ["atanh", Math.atanh],
]; // prettier-ignore

/** Beyond what a few words of pi reduce; among them those nearest to a multiple of pi/2, of floats and of doubles. */
const largeAngles = [
  4.78553136275824e25, -1.5e31, 3.4028234e38, 16367173 * 2 ** 72, 6381956970095103 * 2 ** 797, 1e300, 1.7976931348623157e308, 2 ** 52 + 1,
]; // prettier-ignore

describe("functions of one number", () => {
  test.each(unary32)("%s in f32", async (name, f) => {
    const xs = samples("f32");
    check(
      await evaluate(`math.${name}`, "f32", [xs]),
      xs.map((x) => fround(f(x))),
      [xs],
      1e-6,
      least.f32,
    );
  });
  test.each(unary)("%s", async (name, f) => {
    for (const element of ["f32", "f64"] as const) {
      const xs = samples(element);
      check(
        await evaluate(`math.${name}`, element, [xs]),
        xs.map((x) => round(element, f(x))),
        [xs],
        element === "f32" ? 1e-6 : 1e-12,
        least[element],
      );
    }
  });
  test.each([
    ["sin", Math.sin],
    ["cos", Math.cos],
    ["tan", Math.tan],
  ] as const)("%s of numbers of any size", async (name, f) => {
    for (const element of ["f32", "f64"] as const) {
      // In f64 the reduction is long: an eighth of the samples, if there are all.
      const few = samples(element).filter((_, i) => element === "f32" || every > 1 || i % 8 === 0);
      const xs = [...few.slice(0, 8 * Math.floor(few.length / 8)), ...largeAngles.map((x) => round(element, x))];
      check(
        await evaluate(`math.${name}`, element, [xs]),
        xs.map((x) => round(element, f(x))),
        [xs],
        element === "f32" ? 2 ** -24 : 1e-15,
        least[element],
      );
    }
  });
  test("round is exact", async () => {
    const xs = samples("f32");
    const expected = xs.map((x) =>
      Number.isFinite(x)
        ? Math.sign(x) * Math.floor(Math.abs(x) + 0.5 - (Math.abs(x) === 0.4999999701976776 ? 0.25 : 0))
        : x,
    );
    check(await evaluate("math.round", "f32", [xs]), expected, [xs], 0, 0);
  });
});

describe("functions of two numbers", () => {
  const grid = [
    0,
    -0,
    1,
    -1,
    0.5,
    2,
    -2,
    3,
    -3,
    2.5,
    -0.5,
    7,
    1e-40,
    1e20,
    -1e20,
    1e-20,
    3e38,
    Infinity,
    -Infinity,
    NaN,
    0.1,
    33,
    -7.25,
    1000.5,
  ].map(fround);
  const pairs = grid.flatMap((x) => grid.map((y) => [x, y] as const));
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  test("powf", async () => {
    check(
      await evaluate("math.powf", "f32", [xs, ys]),
      pairs.map(([x, y]) => fround(power(x, y))),
      [xs, ys],
      1e-6,
      least.f32,
    );
  });
  test("atan2", async () => {
    check(
      await evaluate("math.atan2", "f32", [xs, ys]),
      pairs.map(([x, y]) => fround(Math.atan2(x, y))),
      [xs, ys],
      1e-6,
      least.f32,
    );
  });
  test("remf is exact", async () => {
    check(
      await evaluate("arith.remf", "f32", [xs, ys]),
      pairs.map(([x, y]) => fround(x % y)),
      [xs, ys],
      0,
      0,
    );
  });
});

/** Numbers of every magnitude, many of them near 1 and 0. */
function randomNumbers(count: number, element: Element, seed: number): number[] {
  const random = seededSource(seed);
  return Array.from({ length: count }, () => {
    const unit = random.below(2 ** 24) / 2 ** 24 - 0.5;
    switch (random.below(4)) {
      case 0:
        return bitsToFloat(element, random.bits(element === "f32" ? 32 : 64));
      case 1:
        return round(element, unit * 200);
      case 2:
        return round(element, unit * 4);
      default:
        return round(element, 1 + unit / 2 ** random.below(30));
    }
  });
}

describe("no expansion is further off than its pass says", () => {
  const arity: Readonly<Record<string, number>> = { atan2: 2, powf: 2, fma: 3 };
  const names = [...unary, ...unary32]
    .map(([name]) => name)
    .concat("sin", "cos", "tan", "round", ...Object.keys(arity));
  test.each(names)("%s", async (name) => {
    const count = 256;
    for (const [element, type] of [
      ["f32", f32(context)],
      ["f64", f64(context)],
    ] as const) {
      const vector = `vector<${count}x${element}>`;
      const args = Array.from({ length: arity[name] ?? 1 }, (_, i) => `%a${i}`);
      const text = `func.func @main(${args.map((arg) => `${arg}: ${vector}`).join(", ")}) -> ${vector} {
        %r = math.${name} ${args.join(", ")} : ${vector}
        return %r : ${vector}
      }`;
      const [before, after] = [parse(text, context), parse(text, context)];
      const op = [...walk(before)].find((found) => found.name === `math.${name}`)!;
      const tolerance = expandMath.tolerance?.(op);
      if (!isExpandable(op)) continue;
      expect(tolerance).toBeDefined();
      await lower(after, "expand-math");
      for (let seed = 0; seed < 64 / every; seed++) {
        const inputs = args.map((_, i) => {
          const dense = DenseValue.zeros([count], type);
          randomNumbers(count, element, 8 * i + seed).forEach((number, at) => dense.set(at, number));
          return dense;
        });
        const [was, is] = [before, after].map((module) => run(module, "main", inputs));
        if (was?.kind !== "values" || is?.kind !== "values") throw new Error("it ends early");
        expect(refineValue(was.values[0]!, is.values[0]!, undefined, tolerance)).toBeUndefined();
      }
    }
  });
});

test("what has no expansion is refused by name, all of it", async () => {
  const module = parse(`
  func.func @main(%x: f16, %y: f64) {
    %0 = math.exp %x : f16
    %1 = math.erf %y : f64
    return
  }`);
  await expect(lower(module, "expand-math")).rejects.toThrow(
    /'math.exp' op on 'f16' .*only f32 and f64.*\n'math.erf' op on 'f64' .*written for f32/,
  );
});
