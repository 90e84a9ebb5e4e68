// vector.reduction, vector.multi_reduction and vector.scan: lanes combined under one of the fixed kinds.
import { vectorType } from "../../../ir/core/type-constructors.ts";
import { i1 } from "../../../ir/core/type-constructors.ts";
import { elementTypeOf, type Type, type VectorType } from "../../../ir/core/types.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { AnyType, optional, typeVariable } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { BoolProperty, I64ArrayProperty, I64Property } from "../../../ir/define/properties.ts";
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { FastMath } from "../../arith/attributes.ts";
import { CombiningKindProperty, type CombiningKind } from "../attributes.ts";
import { combines } from "../combine.ts";
import { enclosingMask, MaskableOpInterface } from "../masking.ts";
import { reduction, scan } from "../reduction.ts";
import { AnyVectorOfAnyRank, AnyVectorOfNonZeroRank, sameElementType, vectorOrScalar, vectorTypeOf } from "../types.ts";
import { generateReduction, generateMultiReduction, generateScan } from "../generation.ts";

type Prepared = ReturnType<ValueMeaning["prepare"]>;

const sameElements = "failed to verify that source operand and result have same element type";

/** A mask with a lane for each lane that is reduced. */
const sourceMask = MaskableOpInterface.with((op) => {
  const type = vectorTypeOf(op.operand(0));
  return vectorType(type.shape, i1(op.context), type.scalable);
});

function unsupportedKind(kind: CombiningKind, element: Type): string | undefined {
  return combines(kind, element) ? undefined : `unsupported reduction type ''${typeText(element)}'' for kind '${kind}'`;
}

function prepareReduction(op: Operation): Prepared {
  const { kind, vector } = ReductionOp.match(op)!;
  const { shape, element } = vectorTypeOf(vector);
  const reduce = reduction(
    kind,
    element,
    shape,
    shape.map((_, d) => d),
  );
  const masking = enclosingMask(op);
  return ([source, acc], run) => [reduce(expectDense(source), acc, masking?.(run))];
}

const D = typeVariable("D", AnyType);

export const ReductionOp = defineOp({
  name: "vector.reduction",
  summary: "All lanes of a vector combined to a scalar, in ascending order from the accumulator if there is one.",
  operands: { vector: AnyVectorOfAnyRank, acc: optional(D) },
  properties: { kind: CombiningKindProperty, fastmath: FastMath },
  results: { dest: D },
  traits: ["Pure"],
  interfaces: [sourceMask],
  assemblyFormat:
    "$kind `,` $vector (`,` $acc^)? (`fastmath` `` $fastmath^)? attr-dict `:` type($vector) `into` type($dest)",
  verify: ({ vector, kind, dest }) => {
    const { element, shape } = vectorTypeOf(vector);
    if (element !== dest.type) return sameElements;
    if (shape.length > 1) return `unsupported reduction rank: ${shape.length}`;
    return unsupportedKind(kind, element);
  },
  inferResultTypes: ({ operands: [vector] }) => (vector === undefined ? undefined : [elementTypeOf(vector.type)]),
  generate: generateReduction,
  meaning: onValues(prepareReduction),
});

function multiReductionType(source: VectorType, dims: readonly number[]): Type {
  const kept = source.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  return vectorOrScalar(
    kept.map((d) => source.shape[d] ?? 1),
    source,
    kept.map((d) => source.scalable[d] ?? false),
  );
}

function prepareMultiReduction(op: Operation): Prepared {
  const { kind, source, reductionDims } = MultiDimReductionOp.match(op)!;
  const { shape, element } = vectorTypeOf(source);
  const reduce = reduction(kind, element, shape, reductionDims);
  const masking = enclosingMask(op);
  return ([from, acc], run) => [reduce(expectDense(from), acc, masking?.(run))];
}

export const MultiDimReductionOp = defineOp({
  name: "vector.multi_reduction",
  summary: "The lanes along some dimensions combined with an accumulator, in ascending order.",
  operands: { source: AnyVectorOfNonZeroRank, acc: D },
  properties: { kind: CombiningKindProperty, reduction_dims: I64ArrayProperty },
  results: { dest: D },
  traits: ["Pure"],
  interfaces: [sourceMask],
  assemblyFormat: "$kind `,` $source `,` $acc attr-dict $reduction_dims `:` type($source) `to` type($dest)",
  verify: ({ source, dest, kind, reductionDims }) => {
    if (!sameElementType(source, dest)) return sameElements;
    const from = vectorTypeOf(source);
    if (multiReductionType(from, reductionDims) !== dest.type) {
      return `destination type '${typeText(dest.type)}' is incompatible with source type '${typeText(from)}'`;
    }
    return unsupportedKind(kind, from.element);
  },
  // No folder: upstream's takes the source where no dimension is reduced, and forgets the accumulator. A rule combines both.
  generate: generateMultiReduction,
  meaning: onValues(prepareMultiReduction),
});

function prepareScan(op: Operation): Prepared {
  const { kind, source, reductionDim, inclusive } = ScanOp.match(op)!;
  const { shape, element } = vectorTypeOf(source);
  const run = scan(kind, element, shape, reductionDim, inclusive);
  return ([from, initial]) => run(expectDense(from), expectDense(initial));
}

const S = typeVariable("S", AnyVectorOfNonZeroRank);
const I = typeVariable("I", AnyVectorOfAnyRank);

export const ScanOp = defineOp({
  name: "vector.scan",
  summary:
    "Running combinations along a dimension: from the first lane (inclusive), or from the initial value (exclusive).",
  operands: { source: S, initial_value: I },
  properties: { kind: CombiningKindProperty, reduction_dim: I64Property, inclusive: BoolProperty },
  results: { dest: S, accumulated_value: I },
  traits: ["Pure"],
  assemblyFormat: "$kind `,` $source `,` $initial_value attr-dict `:` type($source) `,` type($initial_value)",
  verify: ({ source, initialValue, kind, reductionDim }) => {
    const from = vectorTypeOf(source);
    const initial = vectorTypeOf(initialValue);
    if (reductionDim < 0 || reductionDim >= from.shape.length)
      return `reduction dimension ${reductionDim} has to be less than ${from.shape.length}`;
    if (initial.shape.length !== from.shape.length - 1) {
      return `initial value rank ${initial.shape.length} has to be equal to ${from.shape.length - 1}`;
    }
    const kept = from.shape.filter((_, d) => d !== reductionDim);
    if (kept.some((extent, d) => extent !== initial.shape[d])) return "incompatible input/initial value shapes";
    return combines(kind, from.element)
      ? undefined
      : `unsupported reduction type '${typeText(from.element)}' for kind '${kind}'`;
  },
  generate: generateScan,
  meaning: onValues(prepareScan),
});
