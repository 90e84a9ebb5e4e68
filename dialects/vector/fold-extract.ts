// The folder of vector.extract: looks through what made the vector for the element that is taken.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { FoldResult } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { elementCount, elementTypeOf } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { mixedIndices, sameIndex, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { I64ArrayProperty, I64AttrArrayProperty } from "../../ir/define/properties.ts";
import { attributeOfValue } from "../../ir/interpret/convert.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import { changedConstant, splatConstant, splatScalar } from "./constants.ts";
import { identityStrides } from "./positions.ts";
import { knownPositions, setPositions } from "./set-positions.ts";
import { extentsOf } from "./types.ts";

interface ExtractView {
  readonly op: Operation;
  readonly source: Value;
  readonly positions: readonly MixedIndex[];
  readonly result: Value;
  /** The source's constant. */
  readonly constant: Attribute | undefined;
}

const isStatic = (positions: readonly MixedIndex[]): positions is readonly number[] =>
  positions.every((at) => typeof at === "number" && at >= 0);

export function foldExtract(view: ExtractView): FoldResult {
  const { op, source, positions, result, constant } = view;
  if (positions.length === 0 && source.type === result.type) return [source];
  const known = knownPositions(positions, source);
  if (known !== undefined) return setPositions(op, [source], known);
  return ofConstant(view, constant) ?? ofProducer(view);
}

function ofConstant({ source, positions, result }: ExtractView, constant: Attribute | undefined): FoldResult {
  if (constant?.kind !== "dense") return undefined;
  if (constant.splat) {
    if (result.type.kind === "vector") {
      const splat = splatConstant(constant, result.type);
      return splat && [splat];
    }
    const one = attributeOfValue(splatScalar(constant), result.type);
    return one && [one];
  }
  if (!isStatic(positions)) return undefined;
  const strides = identityStrides(extentsOf(source.type));
  const start = positions.reduce((sum, at, d) => sum + at * (strides[d] ?? 0), 0);
  const shape = extentsOf(result.type);
  const part = changedConstant(constant, result.type, (value) =>
    result.type.kind === "vector"
      ? new DenseValue(shape, value.element, value.data.slice(start, start + elementCount(shape)))
      : value.get(start),
  );
  return part && [part];
}

function ofProducer(view: ExtractView): FoldResult {
  const producer = view.source.definingOp;
  switch (producer?.name) {
    case "vector.extract":
      return setPositions(view.op, [producer.operand(0)], [...positionsIn(producer, 1), ...view.positions]);
    case "vector.broadcast":
      return ofBroadcast(view, producer);
    case "vector.insert":
      return ofInsert(view, producer);
    case "vector.from_elements": {
      if (!isStatic(view.positions) || view.result.type.kind === "vector") return undefined;
      const strides = identityStrides(extentsOf(view.source.type));
      return [producer.operand(view.positions.reduce((sum, at, d) => sum + at * (strides[d] ?? 0), 0))];
    }
    case "vector.transpose":
      return ofTranspose(view, producer);
    case "vector.extract_strided_slice":
      return ofSlice(view, producer);
    case "vector.shape_cast": {
      // Only unit dimensions in front were added or dropped: what is taken is the whole source.
      const from = producer.operand(0);
      return from.type === view.result.type &&
        elementCount(extentsOf(view.source.type)) === elementCount(extentsOf(from.type))
        ? [from]
        : undefined;
    }
    default:
      return undefined;
  }
}

function positionsIn(op: Operation, firstDynamic: number): MixedIndex[] {
  const statics = op.attribute("static_position");
  return mixedIndices(statics === undefined ? [] : I64ArrayProperty.decode(statics), op.operands.slice(firstDynamic));
}

/** Taken along dimensions that the broadcast added or repeats, what is left is the source, or a part of it. */
function ofBroadcast({ op, positions, source, result }: ExtractView, broadcast: Operation): FoldResult {
  const from = broadcast.operand(0);
  if (from.type === result.type) return isPassed(positions, source, from) ? [from] : undefined;
  const added = extentsOf(source.type).length - extentsOf(from.type).length;
  if (from.type.kind !== "vector" || positions.length <= added) return undefined;
  const extents = extentsOf(from.type);
  const inner = positions.slice(added).map((at, d): MixedIndex => (extents[d] === 1 ? 0 : at));
  const rest = extents.slice(inner.length);
  if (rest.some((extent, d) => extent !== extentsOf(result.type)[d])) return undefined;
  if (elementTypeOf(result.type) !== elementTypeOf(from.type)) return undefined;
  return setPositions(op, [from], inner);
}

/** A source of the result's own type: every dimension that was taken must be one that the broadcast added. */
const isPassed = (positions: readonly MixedIndex[], source: Value, from: Value): boolean =>
  positions.length === extentsOf(source.type).length - extentsOf(from.type).length;

function ofInsert({ op, positions }: ExtractView, insert: Operation): FoldResult {
  const at = positionsIn(insert, 2);
  const shared = Math.min(at.length, positions.length);
  for (let d = 0; d < shared; d++) {
    const [a, b] = [at[d] ?? 0, positions[d] ?? 0];
    if (sameIndex(a, b)) continue;
    // Different for certain: what was inserted does not matter. Otherwise nothing is known.
    return typeof a === "number" && typeof b === "number" && a >= 0 && b >= 0
      ? setPositions(op, [insert.operand(1)], positions)
      : undefined;
  }
  if (at.length > positions.length) return undefined;
  const inserted = insert.operand(0);
  if (at.length === positions.length) return [inserted];
  return inserted.type.kind === "vector" ? setPositions(op, [inserted], positions.slice(at.length)) : undefined;
}

/** Every dimension that the slice cuts is taken: the same element or row of what was sliced. */
function ofSlice({ op, positions }: ExtractView, slice: Operation): FoldResult {
  const attribute = slice.attribute("offsets");
  const offsets = attribute === undefined ? [] : I64AttrArrayProperty.decode(attribute);
  if (!isStatic(positions) || positions.length < offsets.length) return undefined;
  return setPositions(op, [slice.operand(0)], positions.map((at, d) => at + (offsets[d] ?? 0))); // prettier-ignore
}

/** All dimensions taken: the same element at the source's order of positions. */
function ofTranspose({ op, positions, source }: ExtractView, transpose: Operation): FoldResult {
  const permutation = transpose.attribute("permutation");
  if (permutation === undefined || positions.length !== extentsOf(source.type).length) return undefined;
  const order = I64ArrayProperty.decode(permutation);
  return setPositions(op, [transpose.operand(0)], order.map((_, d) => positions[order.indexOf(d)] ?? 0)); // prettier-ignore
}
