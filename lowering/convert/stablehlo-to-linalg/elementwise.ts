// Elementwise ops: linalg.generic over the result's shape; an operand of rank 0 is the same for every element.
//
//   stablehlo.add %a, %b  =>  linalg.generic {identity maps} ins(%a, %b) outs(tensor.empty) { arith.addf }
import { AffineMap } from "../../../ir/affine/map.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import { isStaticShape, type RankedTensorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { denseSplatElement, splatAttr } from "../../../ir/interpret/convert.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { arithConstant } from "../../../dialects/arith/index.ts";
import { MapOp } from "../../../dialects/stablehlo/index.ts";
import { ExpandShapeOp, FromElementsOp } from "../../../dialects/tensor/index.ts";
import {
  addUnitDimensions,
  buildGeneric,
  emptyTensor,
  hasScalar,
  parallelLoops,
  scalarOf,
  unitDimensionsAdded,
} from "./build.ts";
import { elementwiseOps, emitScalar } from "./scalar-ops.ts";
import { emitRegion, refuseRegion } from "./scalar-region.ts";
import { shapeOf, tensorTypeOf } from "./types.ts";

/** A generic over all elements; `emit` gives undefined where it cannot, and then nothing stays of it. */
function elementwiseGeneric(
  b: OpBuilder,
  operands: readonly Value[],
  type: RankedTensorType,
  emit: (b: OpBuilder, args: readonly Value[]) => readonly Value[],
): Operation {
  const rank = type.shape.length;
  const like = operands.find((operand) => shapeOf(operand).length === rank);
  const maps = operands.map((operand) =>
    shapeOf(operand).length === rank ? AffineMap.identity(rank) : new AffineMap(rank, 0, []),
  );
  return buildGeneric(b, {
    inputs: operands,
    inits: [emptyTensor(b, type, like)],
    maps: [...maps, AffineMap.identity(rank)],
    iterators: parallelLoops(rank),
    body: emit,
  });
}

/**
 * Unit dimensions that every operand just got by expand_shape (splat constants aside): the op is the same before they come, and
 * stays next to the reduction that made its operand.
 */
function commonUnitDimensions(operands: readonly Value[]): ReadonlySet<number> | undefined {
  let common: ReadonlySet<number> | undefined;
  for (const operand of operands) {
    if (isSplat(operand) || shapeOf(operand).length === 0) continue;
    const added = operand.definingOp === null ? undefined : unitDimensionsAdded(operand.definingOp);
    if (added === undefined || added.size === 0) return undefined;
    if (common !== undefined && (common.size !== added.size || [...added].some((d) => !common?.has(d))))
      return undefined;
    common = added;
  }
  return common;
}

const isSplat = (value: Value): boolean => {
  const attribute = constantOf(value);
  return attribute?.kind === "dense" && attribute.splat;
};

/** The operand before its unit dimensions came. */
function withoutUnitDimensions(b: OpBuilder, operand: Value, dropped: ReadonlySet<number>): Value {
  const expand = ExpandShapeOp.match(operand.definingOp);
  if (expand !== undefined) return expand.src;
  const attribute = constantOf(operand);
  const type = tensorTypeOf(operand);
  const element = attribute?.kind === "dense" ? denseSplatElement(attribute) : undefined;
  if (element === undefined || type.shape.length === 0) return operand;
  return arithConstant(
    b,
    splatAttr(
      tensorType(
        type.shape.filter((_, d) => !dropped.has(d)),
        type.element,
      ),
      element,
    ),
  );
}

function elementwisePattern(root: string, converter: TypeConverter): ConversionPattern {
  return {
    name: `${root} => linalg.generic`,
    root,
    converter,
    convert: (op, { operands }, rewriter) => {
      const type = converter.convertOne(op.result().type);
      if (type?.kind !== "tensor") return unsupported("complex numbers");
      if (!isStaticShape(type.shape) && operands.every((operand) => shapeOf(operand).length !== type.shape.length))
        return unsupported("a dynamic shape that no operand has");
      if (operands.some((operand) => ![0, type.shape.length].includes(shapeOf(operand).length)))
        return unsupported("operands and a result of different ranks");
      if (operands.length > 0 && operands.every(hasScalar)) {
        // Arithmetic on a loop's counter stays on scalars.
        const scalar = emitScalar(
          rewriter,
          op,
          operands.map((operand) => scalarOf(rewriter, operand)),
        );
        if (scalar === undefined) return unsupported("elements of this type");
        rewriter.replaceOp(op, FromElementsOp.build(rewriter, { elements: [scalar], resultTypes: [type] }).result);
        return true;
      }
      const dropped = isStaticShape(type.shape) ? commonUnitDimensions(operands) : undefined;
      const reduced =
        dropped === undefined
          ? type
          : tensorType(
              type.shape.filter((_, d) => !dropped.has(d)),
              type.element,
            );
      const inputs =
        dropped === undefined ? operands : operands.map((operand) => withoutUnitDimensions(rewriter, operand, dropped));
      let missing = false;
      const generic = elementwiseGeneric(rewriter, inputs, reduced, (b, args) => {
        const result = emitScalar(b, op, args);
        if (result === undefined) missing = true;
        return result === undefined ? args.slice(0, 1) : [result];
      });
      if (missing) return unsupported("elements of this type");
      rewriter.replaceOp(
        op,
        dropped === undefined ? generic : addUnitDimensions(rewriter, generic.result(), dropped, type.shape),
      );
      return true;
    },
  };
}

export function elementwisePatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    ...elementwiseOps.map((name) => elementwisePattern(name, converter)),
    conversionPattern(
      "map => linalg.generic",
      MapOp,
      ({ op, result }, { operands }, rewriter) => {
        const type = converter.convertOne(result.type);
        if (type?.kind !== "tensor") return unsupported("complex numbers");
        const refusal = refuseRegion(op.region());
        if (refusal !== undefined) return unsupported(refusal);
        let problem: string | undefined;
        const generic = elementwiseGeneric(rewriter, operands, type, (b, args) => {
          const results = emitRegion(b, op.region(), args);
          if (typeof results !== "string") return results;
          problem = results;
          return args.slice(0, 1);
        });
        if (problem !== undefined) return unsupported(problem);
        rewriter.replaceOp(op, generic);
        return true;
      },
      { converter },
    ),
  ];
}
