// Float arithmetic: rounded to the type after each operation.
import { definedBy } from "../../../ir/define/op-interfaces.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import { bitsToFloat } from "../../../ir/core/float-bits.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import type { Trait } from "../../../ir/define/traits.ts";
import { valueOfDense } from "../../../ir/interpret/convert.ts";
import { exactFloat, type ExactFloat } from "../../../ir/interpret/exact-float.ts";
import { foldBits } from "../../../ir/interpret/fold-bits.ts";
import { floatArithmetic, type FloatArithmetic } from "../../../ir/interpret/floats.ts";
import { scalar, type Primitive } from "../../../ir/interpret/meaning.ts";
import type { Scalar } from "../../../ir/interpret/value.ts";
import { FastMath } from "../attributes.ts";
import { floatConstantAttr } from "../constant-attribute.ts";
import { fastMathFlags, floatElement, underFastMath } from "../fast-math.ts";
import { poisonAmong } from "../poison.ts";
import { FloatT } from "../types.ts";

const arithmeticOf = (op: Operation): FloatArithmetic => floatArithmetic(floatElement(op.operand(0).type));

/** The number in a float constant, or in a splat of one. */
export function floatOf(attribute: Attribute | undefined): number | undefined {
  if (attribute?.kind === "float") return bitsToFloat(attribute.type.name, attribute.bits);
  if (attribute?.kind !== "dense" || !attribute.splat || attribute.type.element.kind !== "float") return undefined;
  const element = valueOfDense(attribute).get(0);
  return typeof element === "number" ? element : undefined;
}

/** Folds constants bit by bit; undefined for formats without exact arithmetic. */
function foldExactly(
  op: Operation,
  constants: readonly (Attribute | undefined)[],
  operation: (exact: ExactFloat) => (...patterns: [bigint, bigint]) => bigint,
): Attribute | undefined {
  if (constants.includes(undefined)) return undefined;
  const { type } = op.result();
  const exact = exactFloat(floatElement(type).name);
  const apply = exact && operation(exact);
  return apply && foldBits(type, constants, (a = 0n, b = 0n) => apply(a, b));
}

export const NegFOp = defineOp({
  name: "arith.negf",
  summary: "Changes the sign.",
  operands: { operand: FloatT },
  properties: { fastmath: FastMath },
  results: { result: FloatT },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$operand (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
  fold: ({ op, operand }, constants) => {
    const inner = definedBy(operand, "arith.negf");
    if (inner !== undefined) return [inner.operand(0)];
    const folded = poisonAmong(constants) ?? foldExactly(op, constants, ({ negate }) => negate);
    return folded && [folded];
  },
  meaning: scalar((op) => underFastMath(op, arithmeticOf(op).negate), { folds: false }),
});

interface Binary {
  readonly op: Operation;
  readonly lhs: Value;
  readonly rhs: Value;
  readonly right: number | undefined;
}
type BinaryFold = (operands: Binary) => Value | Attribute | undefined;
type Operator = (a: Scalar, b: Scalar) => Scalar;
type ExactOperation = "add" | "sub" | "mul" | "div" | "rem" | "minimum" | "maximum" | "minnum" | "maxnum";

const operatorOf = (op: Operation, operation: ExactOperation): Operator => arithmeticOf(op)[operation];

function binary(
  name: string,
  summary: string,
  operation: ExactOperation,
  options: { readonly traits?: readonly Trait[]; readonly primitive?: Primitive; readonly fold?: BinaryFold } = {},
) {
  const { fold, primitive } = options;
  const restricted = (op: Operation): boolean => fastMathFlags(op).some((flag) => flag === "nnan" || flag === "ninf");
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { lhs: FloatT, rhs: FloatT },
    properties: { fastmath: FastMath },
    results: { result: FloatT },
    traits: ["Pure", "Elementwise", ...(options.traits ?? [])],
    assemblyFormat: "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    fold: ({ op, lhs, rhs }, constants) => {
      const folded =
        fold?.({ op, lhs, rhs, right: floatOf(constants[1]) }) ??
        poisonAmong(constants) ??
        foldExactly(op, constants, (exact) => exact[operation]);
      return folded && [folded];
    },
    meaning: scalar((op) => underFastMath(op, operatorOf(op, operation)), {
      folds: false,
      primitive: (op) => (restricted(op) ? undefined : primitive),
    }),
  });
}

const same = (a: number | undefined, b: number): boolean => a !== undefined && Object.is(a, b);

export const AddFOp = binary("addf", "Float addition.", "add", {
  traits: ["Commutative"],
  primitive: "add",
  // x + -0 => x
  fold: ({ lhs, right }) => (same(right, -0) ? lhs : undefined),
});

export const SubFOp = binary("subf", "Float subtraction.", "sub", {
  primitive: "subtract",
  // x - +0 => x
  fold: ({ lhs, right }) => (same(right, 0) ? lhs : undefined),
});

export const MulFOp = binary("mulf", "Float multiplication.", "mul", {
  traits: ["Commutative"],
  primitive: "multiply",
  fold: ({ op, lhs, right }) => {
    if (right === 1) return lhs;
    // x * 0 => 0 where neither NaN, infinity nor the sign of zero counts
    const flags = fastMathFlags(op);
    return right === 0 && flags.includes("nnan") && flags.includes("nsz")
      ? floatConstantAttr(lhs.type, right)
      : undefined;
  },
});

export const DivFOp = binary("divf", "Float division.", "div", {
  // x / 1 => x
  fold: ({ lhs, right }) => (right === 1 ? lhs : undefined),
});

export const RemFOp = binary("remf", "Remainder with the sign of the dividend, exact.", "rem");

/** Minima and maxima: of x and x, and against the infinity that never wins. */
const extremum =
  (neutral: number): BinaryFold =>
  ({ lhs, rhs, right }) =>
    lhs === rhs || right === neutral ? lhs : undefined;

export const MaximumFOp = binary("maximumf", "The greater; NaN if either is NaN; +0 is greater than -0.", "maximum", {
  traits: ["Commutative"],
  fold: extremum(-Infinity),
});
export const MinimumFOp = binary("minimumf", "The lesser; NaN if either is NaN; -0 is less than +0.", "minimum", {
  traits: ["Commutative"],
  fold: extremum(Infinity),
});
/** Against an infinity a NaN operand would give the infinity; against a NaN the other operand wins. */
const extremumOfNumbers: BinaryFold = ({ lhs, rhs, right }) =>
  lhs === rhs || (right !== undefined && Number.isNaN(right)) ? lhs : undefined;
export const MaxNumFOp = binary("maxnumf", "The greater; the other one if one is NaN.", "maxnum", {
  traits: ["Commutative"],
  fold: extremumOfNumbers,
});
export const MinNumFOp = binary("minnumf", "The lesser; the other one if one is NaN.", "minnum", {
  traits: ["Commutative"],
  fold: extremumOfNumbers,
});
