// Elementwise ops of two operands, comparison, and the choices select and clamp.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i1, tensorType } from "../../../ir/core/type-constructors.ts";
import { elementCount } from "../../../ir/core/types.ts";
import type { TypeConstraint } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { optionalProperty } from "../../../ir/define/properties.ts";
import type { Trait } from "../../../ir/define/traits.ts";
import { onValues, scalar, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { undefinedBehavior, unsupported } from "../../../ir/interpret/unwind.ts";
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { ComparisonDirectionProperty, ComparisonTypeProperty } from "../attributes/enums.ts";
import { ScalarFunctionInterface, type ScalarFunction } from "../scalar-function.ts";
import { binaryFunction, type BinaryName, type ScalarFunction2 } from "../scalar/binary.ts";
import { comparison, type Comparison } from "../scalar/compare.ts";
import { sameTypeDirectives, selectType } from "../text/same-type.ts";
import {
  AnyTensor,
  BoolOrIntTensor,
  BoolTensor,
  compatibleShapes,
  elementOf,
  FloatOrComplexTensor,
  IntTensor,
  isRankZero,
  NumberTensor,
  shapeOf,
} from "../types.ts";
import { quoted, verifyInferred, verifySameShape, verifySameType } from "../verify.ts";

type Prepared = ReturnType<ValueMeaning["prepare"]>;

function prepareBinary(name: BinaryName, op: Operation): ScalarFunction2 {
  const element = elementOf(op.operand(0));
  return binaryFunction(name, element) ?? unsupported(`'${op.name}' on elements of type ${quoted(element)}`);
}

function binary(name: BinaryName, summary: string, type: TypeConstraint, ...traits: Trait[]) {
  return defineOp({
    name: `stablehlo.${name}`,
    summary,
    operands: { lhs: type, rhs: type },
    results: { result: type },
    traits: ["Pure", "Elementwise", ...traits],
    assemblyFormat:
      "$lhs `,` $rhs attr-dict `:` custom<SameOperandsAndResultType>(type($lhs), type($rhs), type($result))",
    customDirectives: sameTypeDirectives,
    inferResultTypes: ({ operands: [lhs] }) => lhs && [lhs.type],
    verify: ({ op }) => verifySameType(op),
    hasMeaning: (op) => binaryFunction(name, elementOf(op.operand(0))) !== undefined,
    meaning: scalar((op) => prepareBinary(name, op)),
  });
}

export const AddOp = binary("add", "Sum; of booleans, or.", AnyTensor, "Commutative");
export const AndOp = binary("and", "Bitwise and; of booleans, logical.", BoolOrIntTensor, "Commutative");
export const Atan2Op = binary("atan2", "The angle of the point (rhs, lhs).", FloatOrComplexTensor);
export const DivOp = binary(
  "divide",
  "Quotient; of integers, towards zero, all bits set for a zero divisor.",
  NumberTensor,
);
export const MaxOp = binary("maximum", "The greater; NaN if either is NaN.", AnyTensor, "Commutative");
export const MinOp = binary("minimum", "The lesser; NaN if either is NaN.", AnyTensor, "Commutative");
export const MulOp = binary("multiply", "Product; of booleans, and.", AnyTensor, "Commutative");
export const OrOp = binary("or", "Bitwise or; of booleans, logical.", BoolOrIntTensor, "Commutative");
export const PowOp = binary("power", "The left to the power of the right.", NumberTensor);
export const RemOp = binary("remainder", "Remainder with the sign of the dividend.", NumberTensor);
export const ShiftLeftOp = binary("shift_left", "Shift to the left; 0 where all bits are gone.", IntTensor);
export const ShiftRightArithmeticOp = binary(
  "shift_right_arithmetic",
  "Shift to the right that copies the sign.",
  IntTensor,
);
export const ShiftRightLogicalOp = binary(
  "shift_right_logical",
  "Shift to the right that fills with zeros.",
  IntTensor,
);
export const SubtractOp = binary("subtract", "Difference.", NumberTensor);
export const XorOp = binary("xor", "Bitwise exclusive or; of booleans, logical.", BoolOrIntTensor, "Commutative");

/** What a comparison compares by; nothing for an order of complex numbers, which have none. */
function comparisonOf(op: Operation): Comparison | undefined {
  const view = CompareOp.match(op);
  if (view === undefined) throw new Error("not a comparison");
  return comparison(view.comparisonDirection, elementOf(view.lhs), view.compareType === "TOTALORDER");
}

const prepareComparison = (op: Operation): Comparison =>
  comparisonOf(op) ?? unsupported(`an order of elements of type ${quoted(elementOf(op.operand(0)))}`);

export const CompareOp = defineOp({
  name: "stablehlo.compare",
  summary: "Comparison element by element.",
  operands: { lhs: AnyTensor, rhs: AnyTensor },
  properties: {
    comparison_direction: ComparisonDirectionProperty,
    compare_type: optionalProperty(ComparisonTypeProperty),
  },
  results: { result: BoolTensor },
  traits: ["Pure", "Elementwise"],
  assemblyFormat:
    "$comparison_direction `,` $lhs `,` $rhs (`,` $compare_type^)? attr-dict `:` functional-type(operands, results)",
  inferResultTypes: ({ operands: [lhs] }) => lhs && [tensorType(shapeOf(lhs), i1(lhs.type.context))],
  verify: ({ op, lhs, rhs }) => {
    const [left, right] = [elementOf(lhs), elementOf(rhs)];
    if (left !== right)
      return `requires the same element type for all operands, but got ${quoted(lhs.type)} and ${quoted(rhs.type)}`;
    return verifySameShape(op);
  },
  hasMeaning: (op) => comparisonOf(op) !== undefined,
  meaning: scalar((op): Comparison => prepareComparison(op)),
});

const choose: ScalarFunction = (pred, onTrue, onFalse) => {
  const chosen = pred === 0 ? onFalse : onTrue;
  return pred === POISON || chosen === undefined ? POISON : chosen;
};

/** Types with dynamic extents leave it to the run that shapes agree. */
function requireSameShape(first: DenseValue, ...others: readonly DenseValue[]): void {
  for (const { shape } of others) {
    if (shape.length !== first.shape.length || shape.some((extent, d) => extent !== first.shape[d]))
      undefinedBehavior(`operand shapes differ: ${first.shape.join("x")} and ${shape.join("x")}`);
  }
}

function prepareSelect(): Prepared {
  return ([condition, first, second]) => {
    const pred = expectDense(condition);
    const [onTrue, onFalse] = [expectDense(first), expectDense(second)];
    requireSameShape(onTrue, onFalse);
    if (pred.shape.length === 0) {
      const which = pred.get(0);
      return [which === POISON ? DenseValue.poison(onTrue.shape, onTrue.element) : which === 0 ? onFalse : onTrue];
    }
    requireSameShape(onTrue, pred);
    const result = DenseValue.zeros(onTrue.shape, onTrue.element);
    const { data } = result;
    const plain = onTrue.poison === null && onFalse.poison === null && pred.poison === null;
    if (plain && data instanceof Float32Array && onTrue.element.kind === "float") {
      for (let i = 0; i < data.length; i++) data[i] = Number(pred.data[i] === 0 ? onFalse.data[i] : onTrue.data[i]);
    } else
      for (let i = 0, n = result.count; i < n; i++) result.set(i, choose(pred.get(i), onTrue.get(i), onFalse.get(i)));
    return [result];
  };
}

export const SelectOp = defineOp({
  name: "stablehlo.select",
  summary: "Elements of one or the other operand, by a predicate.",
  operands: { pred: BoolTensor, on_true: AnyTensor, on_false: AnyTensor },
  results: { result: AnyTensor },
  traits: ["Pure"],
  interfaces: [ScalarFunctionInterface.with(() => choose)],
  assemblyFormat:
    "operands attr-dict `:` custom<SelectOpType>(type($pred), type($on_true), type($on_false), type($result))",
  customDirectives: { SelectOpType: selectType },
  inferResultTypes: ({ operands: [, onTrue] }) => onTrue && [onTrue.type],
  verify: ({ pred, onTrue, onFalse, result }) => {
    if (elementOf(onTrue) !== elementOf(onFalse) || !compatibleShapes(shapeOf(onTrue), shapeOf(onFalse))) {
      return `requires compatible types for non-predicate operands, but got ${quoted(onTrue.type)} and ${quoted(onFalse.type)}`;
    }
    if (!isRankZero(pred) && !compatibleShapes(shapeOf(pred), shapeOf(onTrue))) {
      return `requires the same shape for all operands, but the predicate is ${quoted(pred.type)} and on_true is ${quoted(onTrue.type)}`;
    }
    return verifyInferred(result, shapeOf(onTrue), elementOf(onTrue));
  },
  meaning: onValues(prepareSelect),
});

function clampFunction(op: Operation): (low: Scalar, x: Scalar, high: Scalar) => Scalar {
  const element = elementOf(op.operand(1));
  const [maximum, minimum] = [binaryFunction("maximum", element), binaryFunction("minimum", element)];
  if (maximum === undefined || minimum === undefined)
    return unsupported(`'${op.name}' on elements of type ${quoted(element)}`);
  return (low, x, high) => minimum(maximum(x, low), high);
}

function prepareClamp(op: Operation): Prepared {
  const clamp = clampFunction(op);
  return ([first, second, third]) => {
    const [low, operand, high] = [expectDense(first), expectDense(second), expectDense(third)];
    requireSameShape(operand, ...[low, high].filter(({ shape }) => shape.length > 0));
    const [lowStep, highStep] = [low.shape.length === 0 ? 0 : 1, high.shape.length === 0 ? 0 : 1];
    const result = DenseValue.zeros(operand.shape, operand.element);
    for (let i = 0, n = elementCount(operand.shape); i < n; i++) {
      const elements = [low.get(i * lowStep), operand.get(i), high.get(i * highStep)] as const;
      result.set(i, elements.includes(POISON) ? POISON : clamp(...elements));
    }
    return [result];
  };
}

export const ClampOp = defineOp({
  name: "stablehlo.clamp",
  summary: "Elements brought between a minimum and a maximum, each a scalar or of the operand's shape.",
  operands: { min: AnyTensor, operand: AnyTensor, max: AnyTensor },
  results: { result: AnyTensor },
  traits: ["Pure"],
  interfaces: [
    ScalarFunctionInterface.with((op): ScalarFunction => {
      const clamp = clampFunction(op);
      return (low, x, high) => clamp(low ?? POISON, x ?? POISON, high ?? POISON);
    }),
  ],
  assemblyFormat:
    "$min `,` $operand `,` $max attr-dict `:` custom<SameOperandsAndResultType>(type($min), type($operand), type($max), type($result))",
  customDirectives: sameTypeDirectives,
  inferResultTypes: ({ operands: [, operand] }) => operand && [operand.type],
  verify: ({ min, operand, max, result }) => {
    for (const [name, bound] of [
      ["min", min],
      ["max", max],
    ] as const) {
      if (elementOf(bound) !== elementOf(operand))
        return `${name} has elements of type ${quoted(elementOf(bound))}, the operand of type ${quoted(elementOf(operand))}`;
      if (!isRankZero(bound) && !compatibleShapes(shapeOf(bound), shapeOf(operand))) {
        return `${name} shape ${quoted(bound.type)} is not scalar and is not compatible to operand shape ${quoted(operand.type)}`;
      }
    }
    return verifyInferred(result, shapeOf(operand), elementOf(operand));
  },
  meaning: onValues((op) => prepareClamp(op)),
});

export const binaryOps: readonly OpDefinition[] = [
  AddOp, AndOp, Atan2Op, ClampOp, CompareOp, DivOp, MaxOp, MinOp, MulOp, OrOp, PowOp, RemOp, SelectOp, ShiftLeftOp,
  ShiftRightArithmeticOp, ShiftRightLogicalOp, SubtractOp, XorOp,
]; // prettier-ignore
