// A copy of a tensor with its dimensions in another order, as a linalg.generic.
import { affineDim } from "../ir/affine/expr.ts";
import { AffineMap } from "../ir/affine/map.ts";
import type { OpBuilder } from "../ir/core/builder.ts";
import { tensorType } from "../ir/core/type-constructors.ts";
import type { Value } from "../ir/core/value.ts";
import { GenericOp, YieldOp } from "../dialects/linalg/index.ts";
import { EmptyOp } from "../dialects/tensor/index.ts";

/** Dimension `d` of the result is dimension `permutation[d]` of the tensor; the tensor itself where nothing moves. */
export function transposed(builder: OpBuilder, value: Value, permutation: readonly number[]): Value {
  const type = value.type;
  if (type.kind !== "tensor") throw new Error("transpositions are of tensors");
  if (permutation.every((from, to) => from === to)) return value;
  const shape = permutation.map((d) => type.shape[d]!);
  const result = tensorType(shape, type.element);
  const init = EmptyOp.build(builder, { dynamicSizes: [], resultTypes: [result] }).result;
  const region = builder.regionWithBlock([type.element, type.element]);
  builder.at(
    (b) => b.setToEnd(region.entry),
    () => YieldOp.build(builder, { values: [region.entry.arguments[0]!] }),
  );
  const read = permutation.map((_, d) => affineDim(permutation.indexOf(d)));
  return GenericOp.build(builder, {
    inputs: [value],
    outputs: [init],
    indexingMaps: [new AffineMap(shape.length, 0, read), AffineMap.identity(shape.length)],
    iteratorTypes: shape.map(() => "parallel" as const),
    region,
    resultTypes: [result],
  }).op.result();
}
