// gather and scatter: loops over the elements that move, with tensor.extract and tensor.insert at computed indices.
//
//   gather:  for every element of the result: insert operand[clamped start + offset]
//   scatter: for every element of the updates: insert body(old, update) where the place lies inside, else the old element
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { isStaticShape, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { AddIOp, AndIOp, CmpIOp, constantIndexOp, MaxSIOp, MinSIOp, SelectOp } from "../../../dialects/arith/index.ts";
import { buildFor } from "../../../dialects/scf/index.ts";
import { GatherOp, ScatterOp } from "../../../dialects/stablehlo/index.ts";
import { EmptyOp, ExtractOp, InsertOp } from "../../../dialects/tensor/index.ts";
import { emitRegion, refuseRegion } from "./scalar-region.ts";
import { clampIndex, toIndex } from "./slices.ts";
import { shapeOf } from "./types.ts";

/** Loops over a shape that carry tensors; the body gives the next ones. */
function loopNest(
  b: OpBuilder,
  shape: readonly number[],
  tensors: readonly Value[],
  body: (point: readonly Value[], carried: readonly Value[]) => readonly Value[],
): readonly Value[] {
  const nest = (point: readonly Value[], carried: readonly Value[]): readonly Value[] => {
    const extent = shape[point.length];
    if (extent === undefined) return body(point, carried);
    const bounds = {
      lowerBound: constantIndexOp(b, 0),
      upperBound: constantIndexOp(b, extent),
      step: constantIndexOp(b, 1),
      initArgs: carried,
    };
    return buildFor(b, bounds, (iv, inner) => nest([...point, iv], inner)).op.results;
  };
  return nest([], tensors);
}

const asIndex = (b: OpBuilder, index: Value | number): Value =>
  typeof index === "number" ? constantIndexOp(b, index) : index;

interface IndexNumbers {
  readonly indexVectorDim: number;
  /** Operand dimension of each component of an index vector. */
  readonly map: readonly number[];
  readonly operandBatching: readonly number[];
  readonly indicesBatching: readonly number[];
}

/** Where the slice of a batch point begins, by operand dimension; undefined where it begins at 0. */
function sliceStarts(
  b: OpBuilder,
  indices: Value,
  original: Type,
  batch: readonly Value[],
  rank: number,
  numbers: IndexNumbers,
): (Value | undefined)[] {
  const starts = new Array<Value | undefined>(rank).fill(undefined);
  const { indexVectorDim } = numbers;
  const isVector = indexVectorDim < shapeOf(indices).length;
  numbers.map.forEach((dimension, component) => {
    const point = isVector ? batch.toSpliced(indexVectorDim, 0, constantIndexOp(b, component)) : batch;
    starts[dimension] = toIndex(b, ExtractOp.build(b, { tensor: indices, indices: point }).result, original);
  });
  numbers.operandBatching.forEach((dimension, i) => {
    const position = numbers.indicesBatching[i] ?? 0;
    starts[dimension] = batch[position > indexVectorDim ? position - 1 : position];
  });
  return starts;
}

const without = (rank: number, ...lists: readonly (readonly number[])[]): number[] =>
  Array.from({ length: rank }, (_, d) => d).filter((d) => !lists.some((list) => list.includes(d)));

export function gatherScatterPatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    conversionPattern(
      "gather => scf.for { tensor.extract, tensor.insert }",
      GatherOp,
      (
        { op, startIndices, dimensionNumbers: numbers, sliceSizes, result },
        { operands: [operand, indices] },
        rewriter,
      ) => {
        const type = converter.convertOne(result.type);
        if (operand === undefined || indices === undefined || type?.kind !== "tensor")
          return unsupported("complex numbers");
        if (![type, operand, indices].every((value) => isStaticShape(shapeOf(value))))
          return unsupported("a dynamic shape");
        const shape = shapeOf(operand);
        const kept = without(shape.length, numbers.collapsedSliceDims, numbers.operandBatchingDims);
        const batchDims = without(type.shape.length, numbers.offsetDims);
        const init = EmptyOp.build(rewriter, { dynamicSizes: [], resultTypes: [type] }).result;
        const numbersOfIndex = {
          indexVectorDim: numbers.indexVectorDim,
          map: numbers.startIndexMap,
          operandBatching: numbers.operandBatchingDims,
          indicesBatching: numbers.startIndicesBatchingDims,
        };
        const gathered = loopNest(rewriter, type.shape, [init], (point, [carried]) => {
          if (carried === undefined) return [];
          const batch = batchDims.flatMap((d) => point[d] ?? []);
          const starts = sliceStarts(rewriter, indices, startIndices.type, batch, shape.length, numbersOfIndex);
          const at = shape.map((extent, d): Value => {
            const start = starts[d];
            const clamped =
              start === undefined
                ? undefined
                : asIndex(rewriter, clampIndex(rewriter, start, extent - (sliceSizes[d] ?? 0)));
            const within = kept.includes(d) ? point[numbers.offsetDims[kept.indexOf(d)] ?? 0] : undefined;
            if (clamped === undefined || within === undefined) return clamped ?? within ?? constantIndexOp(rewriter, 0);
            return AddIOp.build(rewriter, { lhs: clamped, rhs: within }).result;
          });
          const element = ExtractOp.build(rewriter, { tensor: operand, indices: at }).result;
          return [InsertOp.build(rewriter, { scalar: element, dest: carried, indices: point }).result];
        });
        rewriter.replaceOp(op, gathered);
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "scatter => scf.for { tensor.extract, body, tensor.insert }",
      ScatterOp,
      (view, { operands }, rewriter) => {
        const { op, scatterDimensionNumbers: numbers } = view;
        const count = view.inputs.length;
        const [inputs, indices, updates] = [operands.slice(0, count), operands[count], operands.slice(count + 1)];
        const [input, update] = [inputs[0], updates[0]];
        const refusal = refuseRegion(op.region());
        if (refusal !== undefined) return unsupported(refusal);
        if (input === undefined || indices === undefined || update === undefined)
          return unsupported("a scatter without inputs");
        if (!operands.every((value) => isStaticShape(shapeOf(value)))) return unsupported("a dynamic shape");
        const resultTypes = converter.convertAll(op.results.map(({ type }) => type));
        if (resultTypes?.some((type, i) => type !== inputs[i]?.type) !== false)
          return unsupported("inputs that are summed in another type");
        const shape = shapeOf(input);
        const windowDims = without(shape.length, numbers.insertedWindowDims, numbers.inputBatchingDims);
        const batchDims = without(shapeOf(update).length, numbers.updateWindowDims);
        const numbersOfIndex = {
          indexVectorDim: numbers.indexVectorDim,
          map: numbers.scatterDimsToOperandDims,
          operandBatching: numbers.inputBatchingDims,
          indicesBatching: numbers.scatterIndicesBatchingDims,
        };
        let problem: string | undefined;
        const scattered = loopNest(rewriter, shapeOf(update), inputs, (point, carried) => {
          const batch = batchDims.flatMap((d) => point[d] ?? []);
          const starts = sliceStarts(rewriter, indices, view.scatterIndices.type, batch, shape.length, numbersOfIndex);
          const conditions: Value[] = [];
          const at = shape.map((extent, d): Value => {
            const start = starts[d];
            const within = windowDims.includes(d)
              ? point[numbers.updateWindowDims[windowDims.indexOf(d)] ?? 0]
              : undefined;
            const place =
              start !== undefined && within !== undefined
                ? AddIOp.build(rewriter, { lhs: start, rhs: within }).result
                : (start ?? within);
            if (place === undefined) return constantIndexOp(rewriter, 0);
            if (start === undefined) return place;
            // As an unsigned number a negative index is beyond every extent.
            conditions.push(
              CmpIOp.build(rewriter, { predicate: "ult", lhs: place, rhs: constantIndexOp(rewriter, extent) }).result,
            );
            const below = MinSIOp.build(rewriter, { lhs: place, rhs: constantIndexOp(rewriter, extent - 1) }).result;
            return MaxSIOp.build(rewriter, { lhs: below, rhs: constantIndexOp(rewriter, 0) }).result;
          });
          const old = carried.map((tensor) => ExtractOp.build(rewriter, { tensor, indices: at }).result);
          const fresh = updates.map((tensor) => ExtractOp.build(rewriter, { tensor, indices: point }).result);
          const combined = emitRegion(rewriter, op.region(), [...old, ...fresh]);
          if (typeof combined === "string") {
            problem = combined;
            return carried;
          }
          const inside = conditions.reduce<Value | undefined>(
            (all, one) => (all === undefined ? one : AndIOp.build(rewriter, { lhs: all, rhs: one }).result),
            undefined,
          );
          return carried.map((dest, i) => {
            const [before, after] = [old[i]!, combined[i]!];
            const scalar =
              inside === undefined
                ? after
                : SelectOp.build(rewriter, { condition: inside, trueValue: after, falseValue: before }).result;
            return InsertOp.build(rewriter, { scalar, dest, indices: at }).result;
          });
        });
        if (problem !== undefined) return unsupported(problem);
        rewriter.replaceOp(op, scattered);
        return true;
      },
      { converter },
    ),
  ];
}
