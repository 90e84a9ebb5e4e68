// Meanings of arith's integer ops against formulas on bigints: all pairs of 3 bits, and the boundary values of wider types.
import { describe, expect, test } from "@jest/globals";
import { POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { parse, run } from "../../support/mlir.ts";

type Expected = bigint | "poison" | "undefined behavior";
/** Operands as signed and as unsigned numbers, and the width: what the op gives before wrapping. */
type Formula = (a: bigint, b: bigint, ua: bigint, ub: bigint, width: bigint) => Expected;

const floor = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;
const minimum = (width: bigint): bigint => -(1n << (width - 1n));
const signedDivision =
  (divide: (a: bigint, b: bigint) => bigint): Formula =>
  (a, b, _, __, width) =>
    b === 0n || (b === -1n && a === minimum(width)) ? "undefined behavior" : divide(a, b);
const unsignedDivision =
  (divide: (a: bigint, b: bigint) => bigint): Formula =>
  (_, __, a, b) =>
    b === 0n ? "undefined behavior" : divide(a, b);
const fits = (value: bigint, low: bigint, high: bigint): Expected => (value < low || value > high ? "poison" : value);
const nsw =
  (apply: (a: bigint, b: bigint) => bigint): Formula =>
  (a, b, _, __, w) =>
    fits(apply(a, b), minimum(w), -minimum(w) - 1n);
const nuw =
  (apply: (a: bigint, b: bigint) => bigint): Formula =>
  (_, __, a, b, w) =>
    fits(apply(a, b), 0n, (1n << w) - 1n);
const exact = (a: bigint, b: bigint, divide: (a: bigint, b: bigint) => bigint): Expected =>
  a % b === 0n ? divide(a, b) : "poison";

const formulas: Record<string, Formula> = {
  addi: (a, b) => a + b,
  subi: (a, b) => a - b,
  muli: (a, b) => a * b,
  "addi nsw": nsw((a, b) => a + b),
  "addi nuw": nuw((a, b) => a + b),
  "subi nsw": nsw((a, b) => a - b),
  "subi nuw": nuw((a, b) => a - b),
  "muli nsw": nsw((a, b) => a * b),
  "muli nuw": nuw((a, b) => a * b),
  "shli nsw": (a, _, __, b, w) => (b >= w ? "poison" : fits(a << b, minimum(w), -minimum(w) - 1n)),
  divsi: signedDivision((a, b) => a / b),
  divui: unsignedDivision((a, b) => a / b),
  "divsi exact": (a, b, ua, ub, w) => {
    const quotient = signedDivision((x, y) => x / y)(a, b, ua, ub, w);
    return typeof quotient === "bigint" ? exact(a, b, (x, y) => x / y) : quotient;
  },
  ceildivsi: signedDivision((a, b) => -floor(-a, b)),
  ceildivui: unsignedDivision((a, b) => -floor(-a, b)),
  floordivsi: signedDivision(floor),
  remsi: signedDivision((a, b) => a % b),
  remui: unsignedDivision((a, b) => a % b),
  andi: (a, b) => a & b,
  ori: (a, b) => a | b,
  xori: (a, b) => a ^ b,
  shli: (a, _, __, b, w) => (b >= w ? "poison" : a << b),
  shrsi: (a, _, __, b, w) => (b >= w ? "poison" : a >> b),
  shrui: (_, __, a, b, w) => (b >= w ? "poison" : a >> b),
  "shrui exact": (_, __, a, b, w) => (b >= w ? "poison" : a % (1n << b) === 0n ? a >> b : "poison"),
  maxsi: (a, b) => (a > b ? a : b),
  minsi: (a, b) => (a < b ? a : b),
  maxui: (_, __, a, b) => (a > b ? a : b),
  minui: (_, __, a, b) => (a < b ? a : b),
};

interface IntegerCase {
  readonly type: string;
  readonly width: bigint;
  readonly values: readonly bigint[];
}
const boundary = (width: bigint): bigint[] => [
  ...new Set([
    0n,
    1n,
    -1n,
    2n,
    -2n,
    3n,
    7n,
    31n,
    minimum(width),
    minimum(width) + 1n,
    -minimum(width) - 1n,
    -minimum(width) - 2n,
  ]),
];
const types: readonly IntegerCase[] = [
  { type: "i1", width: 1n, values: [0n, -1n] },
  { type: "i3", width: 3n, values: [-4n, -3n, -2n, -1n, 0n, 1n, 2n, 3n] },
  { type: "i8", width: 8n, values: boundary(8n) },
  { type: "i32", width: 32n, values: boundary(32n) },
  { type: "i64", width: 64n, values: boundary(64n) },
  { type: "index", width: 64n, values: [...boundary(64n), 1n << 53n, (1n << 53n) - 1n, 1n - (1n << 53n), 1n << 32n] },
];

/** The form that the interpreter gives an integer of a type. */
function canonical({ type, width }: IntegerCase, value: bigint): Scalar {
  const wrapped = width === 1n ? value & 1n : BigInt.asIntN(Number(width), value);
  if (type === "index") return Number.isSafeInteger(Number(wrapped)) ? Number(wrapped) : wrapped;
  return width > 32n ? wrapped : Number(wrapped);
}

function flagText(name: string): readonly [op: string, flag: string] {
  const [op = "", flag] = name.split(" ");
  return [op, flag === undefined ? "" : flag === "exact" ? " exact" : ` overflow<${flag}>`];
}

describe("integer arithmetic", () => {
  test.each(types)("$type", (integer) => {
    for (const [name, formula] of Object.entries(formulas)) {
      const [op, flag] = flagText(name);
      const { type, width, values } = integer;
      const module = parse(`func.func @f(%a: ${type}, %b: ${type}) -> ${type} {
        %0 = arith.${op} %a, %b${flag} : ${type}
        return %0 : ${type}
      }`);
      for (const a of values) {
        for (const b of values) {
          const unsigned = (value: bigint): bigint => BigInt.asUintN(Number(width), value);
          const expected = formula(a, b, unsigned(a), unsigned(b), width);
          const outcome = run(module, "f", [canonical(integer, a), canonical(integer, b)]);
          const found = outcome.kind === "values" ? outcome.values[0] : outcome.kind;
          const wanted =
            expected === "poison"
              ? POISON
              : expected === "undefined behavior"
                ? "undefined-behavior"
                : canonical(integer, expected);
          expect({ name, a, b, found }).toEqual({ name, a, b, found: wanted });
        }
      }
    }
  });

  test("results of twice the width", () => {
    const module = parse(`func.func @f(%a: i8, %b: i8) -> (i8, i1, i8, i8, i8, i8) {
      %sum, %carry = arith.addui_extended %a, %b : i8, i1
      %0, %1 = arith.mulsi_extended %a, %b : i8
      %2, %3 = arith.mului_extended %a, %b : i8
      return %sum, %carry, %0, %1, %2, %3 : i8, i1, i8, i8, i8, i8
    }`);
    expect(run(module, "f", [-1, 2])).toEqual({ kind: "values", values: [1, 1, -2, -1, -2, 1] });
    expect(run(module, "f", [-128, -128])).toEqual({ kind: "values", values: [0, 1, 0, 64, 0, 64] });
  });

  test("comparisons, signed and unsigned", () => {
    const predicates = ["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"];
    const body = predicates.map((p, i) => `%${i} = arith.cmpi ${p}, %a, %b : i8`).join("\n");
    const module = parse(`func.func @f(%a: i8, %b: i8) -> (${predicates.map(() => "i1").join()}) {
      ${body}
      return ${predicates.map((_, i) => `%${i}`).join()} : ${predicates.map(() => "i1").join()}
    }`);
    expect(run(module, "f", [-1, 1])).toEqual({ kind: "values", values: [0, 1, 1, 1, 0, 0, 0, 0, 1, 1] });
    expect(run(module, "f", [5, 5])).toEqual({ kind: "values", values: [1, 0, 0, 1, 0, 1, 0, 1, 0, 1] });
  });
});
