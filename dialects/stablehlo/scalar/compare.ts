// Comparisons of scalars by element type, NaN and total order included.
import type { Type } from "../../../ir/core/types.ts";
import { bitsOfScalar } from "../../../ir/interpret/convert.ts";
import { integerArithmetic } from "../../../ir/interpret/integers.ts";
import { compareFloat, type FloatPredicate } from "../../../ir/interpret/floats.ts";
import { expectComplex, expectNumber } from "../../../ir/interpret/operand.ts";
import type { Scalar } from "../../../ir/interpret/value.ts";
import type { ComparisonDirection } from "../attributes/enums.ts";
import { isUnsigned } from "../types.ts";

export type Comparison = (a: Scalar, b: Scalar) => 0 | 1;

const floatPredicate: Readonly<Record<ComparisonDirection, FloatPredicate>> = {
  EQ: "oeq",
  NE: "une",
  GE: "oge",
  GT: "ogt",
  LE: "ole",
  LT: "olt",
};
const signedPredicate = { EQ: "eq", NE: "ne", GE: "sge", GT: "sgt", LE: "sle", LT: "slt" } as const;
const unsignedPredicate = { EQ: "eq", NE: "ne", GE: "uge", GT: "ugt", LE: "ule", LT: "ult" } as const;

/** -NaN < -inf < ... < -0 < +0 < ... < inf < NaN: bits as a signed integer, the magnitude of negative numbers turned over. */
function totalOrder(direction: ComparisonDirection, type: Type & { readonly kind: "float" }): Comparison {
  const half = 1n << BigInt(type.width - 1);
  const key = (a: Scalar): bigint => {
    const bits = bitsOfScalar(type, expectNumber(a));
    return bits >= half ? half - 1n - bits : bits;
  };
  const holds: Readonly<Record<ComparisonDirection, (a: bigint, b: bigint) => boolean>> = {
    EQ: (a, b) => a === b,
    NE: (a, b) => a !== b,
    GE: (a, b) => a >= b,
    GT: (a, b) => a > b,
    LE: (a, b) => a <= b,
    LT: (a, b) => a < b,
  };
  const test = holds[direction];
  return (a, b) => (test(key(a), key(b)) ? 1 : 0);
}

/** The comparison of two elements of a type; undefined where the type has no such order. */
export function comparison(direction: ComparisonDirection, type: Type, isTotalOrder: boolean): Comparison | undefined {
  if (type.kind === "float")
    return isTotalOrder ? totalOrder(direction, type) : compareFloat(floatPredicate[direction]);
  if (type.kind === "integer") {
    const { compare } = integerArithmetic(type);
    return compare[isUnsigned(type) ? unsignedPredicate[direction] : signedPredicate[direction]];
  }
  if (type.kind !== "complex" || (direction !== "EQ" && direction !== "NE")) return undefined;
  const onEqual = direction === "EQ" ? 1 : 0;
  return (x, y) => {
    const [a, b] = [expectComplex(x), expectComplex(y)];
    return a.re === b.re && a.im === b.im ? onEqual : onEqual === 1 ? 0 : 1;
  };
}
