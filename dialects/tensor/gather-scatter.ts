// tensor.gather, scatter: slices of a tensor at coordinates that another tensor holds.
import { denseElementsAttr } from "../../ir/core/attribute-constructors.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import { isStaticShape, type RankedTensorType } from "../../ir/core/types.ts";
import { AnyRankedTensor, SignlessIntegerOrIndex, typeWhere } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { staticList } from "../../ir/define/offset-size-stride.ts";
import { I64ArrayProperty, UnitProperty } from "../../ir/define/properties.ts";
import { onValues, type Execution } from "../../ir/interpret/meaning.ts";
import { expectDense, expectIndex } from "../../ir/interpret/operand.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { copyDense, densePart } from "./dense-copy.ts";
import { expectTensorType } from "./slices.ts";
import { generateGather, generateScatter } from "./generation-gather.ts";

const Coordinates = typeWhere(
  "ranked tensor of signless integer or index values",
  (t) => t.kind === "tensor" && SignlessIntegerOrIndex.accepts(t.element),
);

/** What is wrong with the dimensions that coordinates address. */
function verifyDims(
  property: "gather_dims" | "scatter_dims",
  dims: readonly number[],
  indices: RankedTensorType,
  rank: number,
  whole: "source" | "dest",
): string | undefined {
  if (dims.length === 0) return `${property} must be non-empty`;
  if (dims.length > rank) return `${property} overflow ${whole} rank`;
  if (indices.shape.at(-1) !== dims.length)
    return `${property} length must match the size of last dimension of indices`;
  for (const dim of dims) {
    if (dim < 0) return `${property} value must be non-negative`;
    if (dim >= rank) return `${property} value must be smaller than ${whole} rank`;
  }
  if (dims.some((dim, i) => i > 0 && dim <= (dims[i - 1] ?? -1)))
    return `${property} values must be strictly increasing`;
  return undefined;
}

/** The type of the gathered slices: one for each tuple of coordinates, the addressed dimensions of extent 1 or left out. */
function slicesType(
  whole: RankedTensorType,
  indices: RankedTensorType,
  dims: readonly number[],
  rankReduced: boolean,
): RankedTensorType {
  const slice = whole.shape.flatMap((extent, d) => (dims.includes(d) ? (rankReduced ? [] : [1]) : [extent]));
  return tensorType([...indices.shape.slice(0, -1), ...slice], whole.element, whole.encoding);
}

function verifySlices(
  noun: "result" | "source",
  found: RankedTensorType,
  whole: RankedTensorType,
  indices: RankedTensorType,
  dims: readonly number[],
): string | undefined {
  const [full, reduced] = [slicesType(whole, indices, dims, false), slicesType(whole, indices, dims, true)];
  if (found === full || found === reduced) return undefined;
  return `${noun} type mismatch: expected '${typeText(full)}' or its rank-reduced variant '${typeText(reduced)}' (got: '${typeText(found)}')`;
}

/** Shape of one slice, and its place in `whole` for each tuple of coordinates, in order. */
interface Places {
  readonly sizes: readonly number[];
  readonly offsets: readonly (readonly number[])[];
}

function placesOf(op: Operation, dims: readonly number[], whole: DenseValue, indices: DenseValue, run: Execution) {
  const count = dims.length;
  const sizes = whole.shape.map((extent, d) => (dims.includes(d) ? 1 : extent));
  const offsets = Array.from({ length: indices.count / count }, (_, tuple) => {
    const offset = whole.shape.map(() => 0);
    dims.forEach((dim, i) => {
      const at = expectIndex(indices.get(tuple * count + i), "coordinate");
      const extent = whole.shape[dim] ?? 0;
      if (at < 0 || at >= extent)
        run.undefinedBehavior(`coordinate ${at} out of bounds for extent ${extent} in dimension ${dim}`);
      offset[dim] = at;
    });
    return offset;
  });
  if (op.attribute("unique") !== undefined && new Set(offsets.map((o) => o.join())).size < offsets.length)
    run.undefinedBehavior(`'${op.name}' says unique, and two tuples of coordinates are the same`);
  return { sizes, offsets } satisfies Places;
}

/** All slices, one behind the other, with a leading dimension for their number. */
const stacked = ({ sizes, offsets }: Places): number[] => [offsets.length, ...sizes];
const ones = (shape: readonly number[]): number[] => shape.map(() => 1);
const stackPart = (stack: DenseValue, position: number, { sizes }: Places) =>
  densePart(stack, [position, ...sizes.map(() => 0)], [1, ...sizes], [1, ...ones(sizes)]);
const slicePart = (whole: DenseValue, offset: readonly number[], { sizes }: Places) => {
  const part = densePart(whole, offset, sizes, ones(sizes));
  return { ...part, strides: [0, ...part.strides] };
};

export const GatherOp = defineOp({
  name: "tensor.gather",
  summary: "The slices of a tensor at the given coordinates.",
  operands: { source: AnyRankedTensor, indices: Coordinates },
  properties: { gather_dims: I64ArrayProperty, unique: UnitProperty },
  results: { result: AnyRankedTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$source `[` $indices `]` `gather_dims` `(` $gather_dims `)` (`unique` $unique^)? attr-dict `:` " +
    "functional-type(operands, results)",
  verify: ({ source, indices, gatherDims, result }) => {
    const [from, at] = [expectTensorType(source.type), expectTensorType(indices.type)];
    return (
      verifyDims("gather_dims", gatherDims, at, from.shape.length, "source") ??
      verifySlices("result", expectTensorType(result.type), from, at, gatherDims)
    );
  },
  fold: ({ result }, [source]) => {
    const type = expectTensorType(result.type);
    if (source?.kind !== "dense" || !source.splat || !isStaticShape(type.shape)) return undefined;
    return [denseElementsAttr(type, source.data, true, source.data.length)];
  },
  generate: generateGather,
  meaning: onValues((op) => {
    const dims = staticList(op, "gather_dims");
    const reduced = expectTensorType(op.result().type).shape.length;
    return ([source, indices], run) => {
      const [whole, at] = [expectDense(source), expectDense(indices)];
      const places = placesOf(op, dims, whole, at, run);
      const result = DenseValue.zeros(stacked(places), whole.element);
      places.offsets.forEach((offset, i) => {
        copyDense(slicePart(whole, offset, places), stackPart(result, i, places), [1, ...places.sizes]);
      });
      const lead = at.shape.slice(0, -1);
      const drop = reduced < lead.length + places.sizes.length;
      return [result.reshaped([...lead, ...places.sizes.filter((_, d) => !drop || !dims.includes(d))])];
    };
  }),
});

export const ScatterOp = defineOp({
  name: "tensor.scatter",
  summary: "The destination with the slices at the given coordinates replaced.",
  operands: { source: AnyRankedTensor, dest: AnyRankedTensor, indices: Coordinates },
  properties: { scatter_dims: I64ArrayProperty, unique: UnitProperty },
  results: { result: AnyRankedTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$source `into` $dest `[` $indices `]` `scatter_dims` `(` $scatter_dims `)` (`unique` $unique^)? attr-dict `:` " +
    "functional-type(operands, results)",
  verify: ({ source, dest, indices, scatterDims, unique }) => {
    const [to, at] = [expectTensorType(dest.type), expectTensorType(indices.type)];
    return (
      verifyDims("scatter_dims", scatterDims, at, to.shape.length, "dest") ??
      (unique ? undefined : "requires 'unique' attribute to be set") ??
      verifySlices("source", expectTensorType(source.type), to, at, scatterDims)
    );
  },
  generate: generateScatter,
  meaning: onValues((op) => {
    const dims = staticList(op, "scatter_dims");
    return ([source, dest, indices], run) => {
      const result = expectDense(dest).clone();
      const places = placesOf(op, dims, result, expectDense(indices), run);
      const stack = expectDense(source).reshaped(stacked(places));
      places.offsets.forEach((offset, i) => {
        copyDense(stackPart(stack, i, places), slicePart(result, offset, places), [1, ...places.sizes]);
      });
      return [result];
    };
  }),
});

export const gatherScatterOps: readonly OpDefinition[] = [GatherOp, ScatterOp];
