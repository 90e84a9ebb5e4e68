// Element by element: fill, copy, and named arithmetic without broadcasts.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { OpDefinition } from "../../../ir/core/definition.ts";
import { elementTypeOf } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { NegFOp as ArithNegFOp, SelectOp as ArithSelectOp } from "../../arith/index.ts";
import * as math from "../../math/index.ts";
import { TypeFnProperty } from "../attributes.ts";
import {
  defineStructuredOp,
  elementwiseMaps,
  type PlainStructuredOp,
  type ScalarBody,
} from "../define-structured-op.ts";
import { emitBinary, emitCast, emitOne, type BinaryKind } from "../scalar-body.ts";

const castInput: ScalarBody = (b, [input, init]) => {
  const cast = input && init && emitCast(b, input, init.type);
  return cast && [cast];
};

export const FillOp = defineStructuredOp({
  name: "linalg.fill",
  summary: "Every element of the init is the input.",
  maps: elementwiseMaps,
  inputs: 1,
  body: (_, [input]) => input && [input],
  verify: (op) => {
    const [value, init] = [op.operand(0).type, elementTypeOf(op.operand(1).type)];
    if (value === init) return undefined;
    return `expected fill value type ('${typeText(value)}') to match output element type ('${typeText(init)}')`;
  },
});

export const CopyOp = defineStructuredOp({
  name: "linalg.copy",
  summary: "The elements of the input, cast to the init's element type.",
  maps: elementwiseMaps,
  inputs: 1,
  body: castInput,
  properties: { cast: TypeFnProperty },
});

const binary =
  (kind: BinaryKind): ScalarBody =>
  (b, [lhs, rhs]) => {
    const value = lhs && rhs && emitBinary(b, kind, lhs, rhs);
    return value && [value];
  };

const binaryOp = (name: string, summary: string, kind: BinaryKind): PlainStructuredOp =>
  defineStructuredOp({ name, summary, maps: elementwiseMaps, inputs: 2, body: binary(kind) });

export const AddOp = binaryOp("linalg.add", "Sums.", "add");
export const SubOp = binaryOp("linalg.sub", "Differences.", "sub");
export const MulOp = binaryOp("linalg.mul", "Products.", "mul");
export const DivOp = binaryOp("linalg.div", "Quotients, signed.", "div");
export const DivUnsignedOp = binaryOp("linalg.div_unsigned", "Quotients, unsigned.", "div_unsigned");
export const MaxOp = binaryOp("linalg.max", "Maxima, signed.", "max");
export const MinOp = binaryOp("linalg.min", "Minima, signed.", "min");

export const NegFOp = defineStructuredOp({
  name: "linalg.negf",
  summary: "Negated floats.",
  maps: elementwiseMaps,
  inputs: 1,
  body: (b, [operand]) => (operand?.type.kind === "float" ? [ArithNegFOp.build(b, { operand }).result] : undefined),
});

export const SquareOp = defineStructuredOp({
  name: "linalg.square",
  summary: "Squares.",
  maps: elementwiseMaps,
  inputs: 1,
  body: (b, [operand]) => {
    const square = operand && emitBinary(b, "mul", operand, operand);
    return square && [square];
  },
});

export const ReciprocalOp = defineStructuredOp({
  name: "linalg.reciprocal",
  summary: "Reciprocals.",
  maps: elementwiseMaps,
  inputs: 1,
  body: (b, [operand]) => {
    const one = operand && emitOne(b, operand.type);
    const quotient = one && emitBinary(b, "div", one, operand);
    return quotient && [quotient];
  },
});

export const SelectOp = defineStructuredOp({
  name: "linalg.select",
  summary: "Elements of one input or the other, by a boolean each.",
  maps: elementwiseMaps,
  inputs: 3,
  body: (b, [condition, trueValue, falseValue]) =>
    condition && trueValue && falseValue && [ArithSelectOp.build(b, { condition, trueValue, falseValue }).result],
});

interface MathOp {
  build(b: OpBuilder, args: { readonly operand: Value }): { readonly result: Value };
}

/** One function of math on each float. */
const mathOp = (name: string, summary: string, scalar: MathOp): PlainStructuredOp =>
  defineStructuredOp({
    name,
    summary,
    maps: elementwiseMaps,
    inputs: 1,
    body: (b, [operand]) => (operand?.type.kind === "float" ? [scalar.build(b, { operand }).result] : undefined),
  });

export const AbsOp = mathOp("linalg.abs", "Magnitudes.", math.AbsFOp);
export const CeilOp = mathOp("linalg.ceil", "Rounds up to integers.", math.CeilOp);
export const ErfOp = mathOp("linalg.erf", "Error function.", math.ErfOp);
export const ExpOp = mathOp("linalg.exp", "e to the power of each element.", math.ExpOp);
export const FloorOp = mathOp("linalg.floor", "Rounds down to integers.", math.FloorOp);
export const LogOp = mathOp("linalg.log", "Natural logarithms.", math.LogOp);
export const RoundOp = mathOp("linalg.round", "Rounds to integers, ties away from zero.", math.RoundOp);
export const RsqrtOp = mathOp("linalg.rsqrt", "1 over the square roots.", math.RsqrtOp);
export const SqrtOp = mathOp("linalg.sqrt", "Square roots.", math.SqrtOp);
export const TanhOp = mathOp("linalg.tanh", "Hyperbolic tangents.", math.TanhOp);

export const elementwiseOps: readonly OpDefinition[] = [
  FillOp, CopyOp, AddOp, SubOp, MulOp, DivOp, DivUnsignedOp, MaxOp, MinOp, NegFOp, SquareOp, ReciprocalOp, SelectOp,
  AbsOp, CeilOp, ErfOp, ExpOp, FloorOp, LogOp, RoundOp, RsqrtOp, SqrtOp, TanhOp,
]; // prettier-ignore
