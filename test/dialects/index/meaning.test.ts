// Meanings of index, at 64 bits, against exact integers; what folds must be what runs, whether an index has 32 or 64 bits.
import { describe, expect, test } from "@jest/globals";
import { canonicalIndex, POISON } from "../../../ir/interpret/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { applyPatternsGreedily } from "../../../ir/rewrite/greedy.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { parse, problemsOf, results, run } from "../../support/mlir.ts";

const least = -(2n ** 63n);
const u = (x: bigint): bigint => BigInt.asUintN(64, x);
const floor = (n: bigint, m: bigint): bigint => (n - (((n % m) + m) % m)) / m;

/** Undefined where the op is undefined behaviour; "poison" where its result is. */
type Expected = (a: bigint, b: bigint) => bigint | "poison" | undefined;
const divided =
  (apply: (a: bigint, b: bigint) => bigint): Expected =>
  (a, b) =>
    b === 0n || (a === least && b === -1n) ? undefined : apply(a, b);
const unsigned =
  (apply: (a: bigint, b: bigint) => bigint): Expected =>
  (a, b) =>
    b === 0n ? undefined : apply(u(a), u(b));
const shifted =
  (apply: (a: bigint, b: bigint) => bigint): Expected =>
  (a, b) =>
    u(b) >= 64n ? "poison" : apply(a, b);

const expected: Readonly<Record<string, Expected>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  divs: divided((a, b) => a / b),
  divu: unsigned((a, b) => a / b),
  ceildivs: divided((a, b) => -floor(-a, b)),
  ceildivu: unsigned((a, b) => -floor(-a, b)),
  floordivs: divided(floor),
  rems: divided((a, b) => a % b),
  remu: unsigned((a, b) => a % b),
  maxs: (a, b) => (a > b ? a : b),
  maxu: (a, b) => (u(a) > u(b) ? a : b),
  mins: (a, b) => (a < b ? a : b),
  minu: (a, b) => (u(a) < u(b) ? a : b),
  shl: shifted((a, b) => a << b),
  shrs: shifted((a, b) => a >> b),
  shru: shifted((a, b) => u(a) >> b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};
const values = [
  0n,
  1n,
  -1n,
  2n,
  5n,
  -7n,
  31n,
  32n,
  64n,
  2n ** 31n,
  2n ** 32n + 3n,
  2n ** 53n + 1n,
  -(2n ** 62n),
  least,
  2n ** 63n - 1n,
];

/** `@f` of an op on two arguments, or on two constants. */
const binary = (op: string, constants?: readonly [bigint, bigint]): string =>
  constants === undefined
    ? `func.func @f(%a: index, %b: index) -> index {
        %0 = index.${op} %a, %b
        return %0 : index
      }`
    : `func.func @f() -> index {
        %a = index.constant ${constants[0]}
        %b = index.constant ${constants[1]}
        %0 = index.${op} %a, %b
        return %0 : index
      }`;

describe("arithmetic", () => {
  test.each(Object.entries(expected))("index.%s", (op, exact) => {
    const module = parse(binary(op));
    const found: unknown[] = [];
    const wanted: unknown[] = [];
    for (const a of values) {
      for (const b of values) {
        const outcome = run(module, "f", [canonicalIndex(a), canonicalIndex(b)]);
        const value = outcome.kind === "values" ? outcome.values[0] : outcome.kind;
        const shown = typeof value === "number" || typeof value === "bigint" ? BigInt(value) : undefined;
        const result = exact(a, b);
        found.push(`${a} ${b}: ${shown ?? (value === POISON ? "poison" : outcome.kind)}`);
        wanted.push(
          `${a} ${b}: ${result === undefined ? "undefined-behavior" : result === "poison" ? result : BigInt.asIntN(64, result)}`,
        );
      }
    }
    expect(found).toEqual(wanted);
  });

  test("undefined behaviour has its place", () => {
    const outcome = run(binary("divs"), "f", [7, 0]);
    expect(outcome).toMatchObject({
      kind: "undefined-behavior",
      op: "index.divs",
      location: { kind: "file", line: 2 },
    });
  });
});

describe("folding", () => {
  test.each(Object.keys(expected))("index.%s folds to what runs, at 32 bits too", (op) => {
    const pairs = values.flatMap((a, i) => values.map((b, k) => [a, b, `%c${i}, %c${k}`] as const));
    const module = parse(`func.func @f() {
      ${values.map((value, i) => `%c${i} = index.constant ${value}`).join("\n")}
      ${pairs.map(([, , operands], i) => `%r${i} = index.${op} ${operands}`).join("\n")}
      "test.use"(${pairs.map((_, i) => `%r${i}`).join(", ")}) : (${pairs.map(() => "index").join(", ")}) -> ()
      return
    }`);
    applyPatternsGreedily(module, canonicalizationPatterns(module.context));
    const use = [...walk(module)].find(({ name }) => name === "test.use");
    let folded = 0;
    for (const [i, [a, b]] of pairs.entries()) {
      const value = use === undefined ? undefined : integerConstant(use.operand(i));
      const wide = expected[op]?.(a, b);
      if (value === undefined || wide === undefined) continue;
      folded++;
      expect([a, b, value]).toEqual([a, b, BigInt.asIntN(64, BigInt(wide))]);
      const narrow = narrowResult(op, low(a), low(b));
      if (narrow !== undefined) expect([a, b, low(value)]).toEqual([a, b, low(BigInt(narrow))]);
    }
    expect(folded).toBeGreaterThan(20);
  });
});

const low = (x: bigint): bigint => BigInt.asIntN(32, x);

/** The result on operands of 32 bits, which unsigned ops read without sign. */
function narrowResult(op: string, a: bigint, b: bigint): bigint | "poison" | undefined {
  const [x, y] = op.endsWith("u") ? [BigInt.asUintN(32, a), BigInt.asUintN(32, b)] : [a, b];
  return expected[op]?.(x, y);
}

describe("comparison", () => {
  const compare: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
    eq: (a, b) => a === b,
    ne: (a, b) => a !== b,
    slt: (a, b) => a < b,
    sle: (a, b) => a <= b,
    sgt: (a, b) => a > b,
    sge: (a, b) => a >= b,
    ult: (a, b) => u(a) < u(b),
    ule: (a, b) => u(a) <= u(b),
    ugt: (a, b) => u(a) > u(b),
    uge: (a, b) => u(a) >= u(b),
  };
  test.each(Object.entries(compare))("index.cmp %s", (predicate, holds) => {
    const module = parse(`func.func @f(%a: index, %b: index) -> i1 {
      %0 = index.cmp ${predicate}(%a, %b)
      return %0 : i1
    }`);
    for (const a of values)
      for (const b of values)
        expect([a, b, results(module, "f", [canonicalIndex(a), canonicalIndex(b)])]).toEqual([
          a,
          b,
          [holds(a, b) ? 1 : 0],
        ]);
  });
});

test.each<readonly [string, string, string, number | bigint, number | bigint]>([
  ["casts", "i32", "index", -7, -7],
  ["castu", "i32", "index", -7, 4294967289],
  ["castu", "i8", "index", -1, 255],
  ["casts", "i64", "index", -1n, -1],
  ["casts", "index", "i32", 2 ** 32 + 5, 5],
  ["castu", "index", "i64", -1, -1n],
  ["casts", "index", "i128", -1, -1n],
  ["castu", "index", "i128", -1, 2n ** 64n - 1n],
  ["casts", "index", "i1", 3, 1],
  ["casts", "index", "ui8", -1, 255],
])("index.%s from %s to %s", (op, from, to, value, result) => {
  const text = `func.func @f(%a: ${from}) -> ${to} {
    %0 = index.${op} %a : ${from} to ${to}
    return %0 : ${to}
  }`;
  expect(results(text, "f", [value])).toEqual([result]);
});

test("constants and the width", () => {
  const text = `func.func @f() -> (index, i1, index, index) {
    %0 = index.constant 9223372036854775807
    %1 = index.bool.constant true
    %2 = index.sizeof
    %3 = index.constant -3
    return %0, %1, %2, %3 : index, i1, index, index
  }`;
  expect(results(text, "f")).toEqual([2n ** 63n - 1n, 1, 64, -3]);
});

describe("refused", () => {
  test.each<readonly [string, string]>([
    [
      "index.casts %a : index to index",
      "'index.casts' op operand type 'index' and result type 'index' are cast incompatible",
    ],
    ["index.castu %n : i64 to i32", "'index.castu' op operand type 'i64' and result type 'i32' are cast incompatible"],
    ["index.castu %f : f32 to index", "'index.castu' op operand #0 must be integer or index, but got 'f32'"],
    ['"index.add"(%a, %n) : (index, i64) -> index', "'index.add' op operand #1 must be index, but got 'i64'"],
    ["index.constant 1.0", "floating point value not valid for specified type"],
    [
      '"index.constant"() <{value = 5 : i32}> : () -> index',
      "'index.constant' op attribute 'value' failed to satisfy constraint: index attribute",
    ],
    [
      "index.cmp most(%a, %a)",
      "expected index comparison predicate kind to be one of: eq, ne, slt, sle, sgt, sge, ult, ule, ugt, uge",
    ],
  ])("%s", (op, message) => {
    const text = `func.func @f(%a: index, %n: i64, %f: f32) {\n %0 = ${op}\n return\n}`;
    expect(problemsOf(text)[0]).toBe(message);
  });
});
