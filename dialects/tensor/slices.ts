// tensor.extract_slice, insert_slice, parallel_insert_slice.
import type { Attribute } from "../../ir/core/attributes.ts";
import { denseElementsAttr } from "../../ir/core/attribute-constructors.ts";
import type { FoldResult, OpDefinition } from "../../ir/core/definition.ts";
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, isStaticShape, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import { AnyRankedTensor, derived, typeVariable } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import {
  constantIndex, indexListDirectives, isWholeSlice, OffsetSizeAndStrideOpInterface, offsetSizeStride, offsetSizeStrideOf,
  offsetSizeStrideOperands, offsetSizeStrideProperties, sameIndex, staticIndex, verifyOffsetSizeStride,
  type MixedIndex, type OffsetSizeStride, type OffsetSizeStrideView,
} from "../../ir/define/offset-size-stride.ts"; // prettier-ignore
import { DestinationStyleOpInterface } from "../../ir/define/op-interfaces.ts";
import { droppedUnitDims } from "../../ir/define/rank-reduction.ts";
import { indexListReader } from "../../ir/interpret/index-list.ts";
import { effect, onValues, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { expectDense } from "../../ir/interpret/operand.ts";
import { sharedDestination } from "../../ir/interpret/shared-destinations.ts";
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { copyDense, densePart, wholePart } from "./dense-copy.ts";
import { generateExtractSlice, generateInsertSlice } from "./generation.ts";
import { integerOfNumber, integerText } from "../../ir/core/wide-integer.ts";

export function expectTensorType(type: Type): RankedTensorType {
  if (type.kind !== "tensor") throw new Error("the verifier asks for a ranked tensor here");
  return type;
}

/** The type of a slice of full rank. */
export function inferSliceType(source: RankedTensorType, sizes: readonly MixedIndex[]): RankedTensorType {
  return tensorType(sizes.map(staticIndex), source.element, source.encoding);
}

const sliceLists =
  "custom<DynamicIndexList>($offsets, $static_offsets) custom<DynamicIndexList>($sizes, $static_sizes) " +
  "custom<DynamicIndexList>($strides, $static_strides)";

/** What is wrong with a slice of type `slice` in a tensor of type `whole`. */
function verifySlice(
  view: OffsetSizeStrideView & { readonly op: Operation },
  whole: Type,
  slice: Type,
): Diagnostic | undefined {
  const [from, to] = [expectTensorType(whole), expectTensorType(slice)];
  const lengths = verifyOffsetSizeStride(view, from.shape.length);
  if (lengths !== undefined) return lengths;
  const lists = offsetSizeStride(view);
  const problem = sliceTypeProblem(inferSliceType(from, lists.sizes), to) ?? boundsProblem(from, lists);
  return problem === undefined ? undefined : errorAt(view.op.location, problem);
}

function sliceTypeProblem(inferred: RankedTensorType, to: RankedTensorType): string | undefined {
  if (to.shape.length > inferred.shape.length) return "expected rank to be smaller or equal to the other rank. ";
  if (droppedUnitDims(inferred.shape, to.shape) === undefined)
    return `expected type to be '${typeText(inferred)}' or a rank-reduced version. (size mismatch) `;
  return inferred.element === to.element ? undefined : `expected element type to be '${typeText(inferred.element)}'`;
}

/** Why a slice is known to leave a tensor; undefined where it is not. */
export function boundsProblem(from: RankedTensorType, lists: OffsetSizeStride): string | undefined {
  for (const [d, extent] of from.shape.entries()) {
    const [offset, size, stride] = [lists.offsets[d], lists.sizes[d], lists.strides[d]];
    if (extent === DYNAMIC || typeof offset !== "number") continue;
    if (integerOfNumber(offset) >= integerOfNumber(extent))
      return `offset ${d} is out-of-bounds: ${integerText(offset)} >= ${integerText(extent)}`;
    if (typeof size !== "number" || typeof stride !== "number") continue;
    const last = integerOfNumber(offset) + (integerOfNumber(size) - 1n) * integerOfNumber(stride);
    if (last >= integerOfNumber(extent))
      return `slice along dimension ${d} runs out-of-bounds: ${last} >= ${integerText(extent)}`;
  }
  return undefined;
}

/** Sizes after the unit dimensions that a slice's type lacks were dropped. */
function sliceShaper(lists: OffsetSizeStride, slice: RankedTensorType): (sizes: readonly number[]) => number[] {
  const dropped = droppedUnitDims(lists.sizes.map(staticIndex), slice.shape) ?? new Set<number>();
  return (sizes) => sizes.filter((_, d) => !dropped.has(d));
}

/** Whether two slices are at the same places. */
export function isSameSlice(a: OffsetSizeStride, b: OffsetSizeStride): boolean {
  const same = (x: readonly MixedIndex[], y: readonly MixedIndex[]): boolean =>
    x.length === y.length && x.every((index, d) => sameIndex(index, y[d] ?? -1));
  return same(a.offsets, b.offsets) && same(a.sizes, b.sizes) && same(a.strides, b.strides);
}

/**
 * Whether a slice of a tensor's type is the tensor: in bounds, as many elements as there are, one after the other, are in no other place. With
 * another stride they are: none of it repeats an element, a negative one turns them round.
 */
const isWhole = (lists: OffsetSizeStride, { shape }: RankedTensorType): boolean =>
  isWholeSlice(lists, shape) ||
  (isStaticShape(shape) && shape.every((extent, d) => extent <= 1 || constantIndex(lists.strides[d] ?? 1) === 1));

function foldExtractSlice(op: Operation, [source]: readonly (Attribute | undefined)[]): FoldResult {
  const [from, to] = [op.operand(0), expectTensorType(op.result().type)];
  const lists = offsetSizeStrideOf(op, 1);
  if (from.type === to && isWhole(lists, to)) return [from];
  if (source?.kind === "dense" && source.splat && isStaticShape(to.shape)) {
    return [denseElementsAttr(to, source.data, true, source.data.length)];
  }
  // extract_slice of insert_slice at the same place is what was inserted.
  const inserted = from.definingOp;
  if (
    inserted?.name === "tensor.insert_slice" &&
    inserted.operand(0).type === to &&
    isSameSlice(lists, offsetSizeStrideOf(inserted, 2))
  ) {
    return [inserted.operand(0)];
  }
  return undefined;
}

export const ExtractSliceOp = defineOp({
  name: "tensor.extract_slice",
  summary: "The elements at offset + i * stride; unit dimensions may be dropped.",
  operands: { source: AnyRankedTensor, ...offsetSizeStrideOperands },
  properties: offsetSizeStrideProperties,
  results: { result: AnyRankedTensor },
  traits: ["Pure"],
  interfaces: [OffsetSizeAndStrideOpInterface.with((op) => offsetSizeStrideOf(op, 1))],
  assemblyFormat: `$source \`\` ${sliceLists} attr-dict \`:\` type($source) \`to\` type($result)`,
  customDirectives: indexListDirectives,
  verify: (view) => verifySlice(view, view.source.type, view.result.type),
  fold: ({ op }, constants) => foldExtractSlice(op, constants),
  generate: generateExtractSlice,
  meaning: onValues((op) => {
    const lists = offsetSizeStrideOf(op, 1);
    const type = expectTensorType(op.result().type);
    const shapeOf = sliceShaper(lists, type);
    const read = indexListReader(lists.offsets, lists.sizes, lists.strides);
    return ([operand, ...dynamic]) => {
      const source = expectDense(operand);
      const [offsets = [], sizes = [], strides = []] = read(dynamic);
      const part = densePart(source, offsets, sizes, strides);
      const slice = DenseValue.zeros(sizes, type.element);
      copyDense(part, wholePart(slice), sizes);
      return [slice.reshaped(shapeOf(sizes))];
    };
  }),
});

/** Writes the slice `source` into `target`, which nobody else sees. */
function insertInto(
  target: DenseValue,
  source: DenseValue,
  lists: readonly (readonly number[])[],
  shape: readonly number[],
): void {
  const [offsets = [], sizes = [], strides = []] = lists;
  if (shape.some((extent, d) => extent !== source.shape[d])) {
    undefinedBehavior(`a slice of sizes ${shape.join("x")} is given ${source.shape.join("x")} elements`);
  }
  const part = densePart(target, offsets, sizes, strides);
  copyDense(wholePart(source.reshaped(sizes)), part, sizes);
}

function foldInsertSlice(op: Operation): FoldResult {
  const [source, dest] = [op.operand(0), op.operand(1)];
  const lists = offsetSizeStrideOf(op, 2);
  const whole = expectTensorType(dest.type);
  if (source.type === op.result().type && isWhole(lists, whole)) return [source];
  // What was just extracted from the destination at the same place changes nothing.
  const extract = source.definingOp;
  if (
    extract?.name === "tensor.extract_slice" &&
    extract.operand(0) === dest &&
    isSameSlice(lists, offsetSizeStrideOf(extract, 1))
  ) {
    return [dest];
  }
  return undefined;
}

const Dest = typeVariable("dest", AnyRankedTensor);
const TypeOfDest = derived(
  AnyRankedTensor.description,
  ["dest"],
  (bindings) => bindings.get("dest"),
  (type) => AnyRankedTensor.accepts(type),
  "failed to verify that expected result type to match dest type",
);

export const InsertSliceOp = defineOp({
  name: "tensor.insert_slice",
  summary: "The destination with a slice of it replaced.",
  operands: { source: AnyRankedTensor, dest: Dest, ...offsetSizeStrideOperands },
  properties: offsetSizeStrideProperties,
  results: { result: TypeOfDest },
  traits: ["Pure"],
  interfaces: [
    OffsetSizeAndStrideOpInterface.with((op) => offsetSizeStrideOf(op, 2)),
    DestinationStyleOpInterface.with(() => [1]),
  ],
  assemblyFormat: `$source \`into\` $dest \`\` ${sliceLists} attr-dict \`:\` type($source) \`into\` type($dest)`,
  customDirectives: indexListDirectives,
  verify: (view) => verifySlice(view, view.dest.type, view.source.type),
  fold: ({ op }) => foldInsertSlice(op),
  generate: generateInsertSlice,
  meaning: onValues((op) => {
    const insert = inserter(op);
    return (operands) => {
      const target = expectDense(operands[1]).clone();
      insert(target, operands);
      return [target];
    };
  }),
});

function inserter(op: Operation): (target: DenseValue, operands: readonly RuntimeValue[]) => void {
  const lists = offsetSizeStrideOf(op, 2);
  const shapeOf = sliceShaper(lists, expectTensorType(op.operand(0).type));
  const read = indexListReader(lists.offsets, lists.sizes, lists.strides);
  return (target, [source, , ...dynamic]) => {
    const numbers = read(dynamic);
    insertInto(target, expectDense(source), numbers, shapeOf(numbers[1] ?? []));
  };
}

export const ParallelInsertSliceOp = defineOp({
  name: "tensor.parallel_insert_slice",
  summary: "Gives a slice of the tensor that the iterations of a parallel loop fill together.",
  operands: { source: AnyRankedTensor, dest: AnyRankedTensor, ...offsetSizeStrideOperands },
  properties: offsetSizeStrideProperties,
  interfaces: [OffsetSizeAndStrideOpInterface.with((op) => offsetSizeStrideOf(op, 2))],
  assemblyFormat: `$source \`into\` $dest \`\` ${sliceLists} attr-dict \`:\` type($source) \`into\` type($dest)`,
  customDirectives: indexListDirectives,
  verify: (view) => {
    const parent = view.op.parentOp;
    if (parent !== null && parent.definition.registered && !parent.name.endsWith(".in_parallel")) {
      return errorAt(view.op.location, `expected InParallelOpInterface parent, got:${parent.name}`);
    }
    return verifySlice(view, view.dest.type, view.source.type);
  },
  meaning: effect((op) => {
    const insert = inserter(op);
    const dest = op.operand(1);
    return (operands, run) => {
      insert(sharedDestination(run, dest), operands);
      return [];
    };
  }),
});

export const sliceOps: readonly OpDefinition[] = [ExtractSliceOp, InsertSliceOp, ParallelInsertSliceOp];
