// Folding of functions of floats on constants: which formats fold, and what becomes of NaNs, is as upstream's folders have it.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { FoldResult } from "../../ir/core/definition.ts";
import { bitsToFloat, floatToBits } from "../../ir/core/float-bits.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { FloatName } from "../../ir/core/types.ts";
import { exactFloat, type ExactFloat } from "../../ir/interpret/exact-float.ts";
import { floatArithmetic, type FloatArithmetic } from "../../ir/interpret/floats.ts";
import { foldBits } from "../../ir/interpret/fold-bits.ts";
import type { Scalar } from "../../ir/interpret/value.ts";
import { floatElement } from "../arith/fast-math.ts";
import { poisonAmong } from "../arith/poison.ts";

/** Formats in which upstream's folders call the C library; the others they leave alone. */
const libraryFormats: ReadonlySet<FloatName> = new Set(["f32", "f64"]);
/** Formats whose values are numbers. */
const isNumberFormat = (name: FloatName): boolean => name !== "f80" && name !== "f128" && name !== "f8E8M0FNU";

export interface FoldRule {
  /** "library": f32 and f64 only; "every": every format whose values are numbers. */
  readonly formats: "library" | "every";
  /** What it does to patterns, where it only changes signs: this folds every format. */
  readonly exactly?: (exact: ExactFloat) => (a: bigint, b: bigint) => bigint;
  /** The sign of the NaN that an invalid operation gives: that of the C library and machine that upstream's folder runs on. */
  readonly invalid?: "negative";
  /** Operands for which nothing is folded. */
  readonly except?: (x: number) => boolean;
}

/** A NaN made quiet; a number that is none, as it is. */
function quieted(name: FloatName, bits: bigint): bigint {
  return name === "f32" ? bits | 0x400000n : name === "f64" ? bits | 0x8000000000000n : bits;
}

/** Folds an op on float constants by what it computes on numbers. */
export function foldFloats(
  op: Operation,
  constants: readonly (Attribute | undefined)[],
  rule: FoldRule,
  apply: (arithmetic: FloatArithmetic) => (...operands: Scalar[]) => Scalar,
): FoldResult {
  const poison = poisonAmong(constants);
  if (poison !== undefined) return [poison];
  const { type } = op.result();
  const format = floatElement(type);
  const { name } = format;
  const exact = rule.exactly && exactFloat(name);
  if (rule.exactly !== undefined && exact !== undefined) {
    const change = rule.exactly(exact);
    const folded = foldBits(type, constants, (a = 0n, b = 0n) => change(a, b));
    return folded && [folded];
  }
  if (!(rule.formats === "library" ? libraryFormats.has(name) : isNumberFormat(name))) return undefined;
  const compute = apply(floatArithmetic(format));
  const folded = foldBits(type, constants, (...patterns) => {
    const numbers = patterns.map((bits) => bitsToFloat(name, bits));
    if (numbers.some((x) => rule.except?.(x) === true)) return undefined;
    const value = compute(...numbers);
    if (typeof value !== "number") return undefined;
    if (!Number.isNaN(value)) return floatToBits(name, value);
    const given = patterns.find((_, i) => Number.isNaN(numbers[i]));
    // JavaScript's NaN has no pattern of its own: the operand's, or the positive quiet one.
    return given === undefined ? canonicalNaN(name, rule.invalid === "negative") : quieted(name, given);
  });
  return folded && [folded];
}

function canonicalNaN(name: FloatName, isNegative: boolean): bigint {
  if (name === "f32") return isNegative ? 0xffc00000n : 0x7fc00000n;
  if (name === "f64") return isNegative ? 0xfff8000000000000n : 0x7ff8000000000000n;
  return floatToBits(name, NaN);
}
