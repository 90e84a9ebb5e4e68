// Static upper bounds of index values: what makes a ragged tile's vector static.
import { evaluateExpr, isBinary, type AffineExpr } from "../../ir/affine/expr.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantIndex, offsetSizeStride, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { DestinationStyleOpInterface } from "../../ir/define/op-interfaces.ts";
import { ApplyOp, MinOp } from "../../dialects/affine/index.ts";
import { ForOp, ForallOp } from "../../dialects/scf/index.ts";
import * as memref from "../../dialects/memref/index.ts";
import * as tensor from "../../dialects/tensor/index.ts";

/** The largest value that an index can have, or undefined where nothing is known. */
export function upperBound(index: MixedIndex): number | undefined {
  if (typeof index === "number") return index;
  const known = constantIndex(index);
  if (known !== undefined) return known;
  const op = index.definingOp;
  if (op === null) return inductionBound(index);
  const min = MinOp.match(op);
  if (min) return least(min.map.results.map((e) => exprBound(e, min.operands, min.map.dims)));
  const apply = ApplyOp.match(op);
  if (apply) return exprBound(apply.map.results[0]!, apply.mapOperands, apply.map.dims);
  const dim = tensor.DimOp.match(op) ?? memref.DimOp.match(op);
  if (dim) {
    const position = constantIndex(dim.index);
    return position === undefined ? undefined : extentBound(dim.source, position);
  }
  return undefined;
}

/** The largest extent that a shaped value can have along a dimension. */
export function extentBound(value: Value, dimension: number): number | undefined {
  const extent = extentOf(value, dimension);
  return extent === undefined ? undefined : upperBound(extent);
}

/** The extent of a shaped value as an index that exists already, where the IR says it. */
export function extentOf(value: Value, dimension: number): MixedIndex | undefined {
  const type = value.type;
  if (type.kind !== "tensor" && type.kind !== "memref" && type.kind !== "vector") return undefined;
  const extent = type.shape[dimension];
  if (extent !== undefined && extent !== DYNAMIC) return extent;
  const op = value.definingOp;
  if (op === null) return blockArgumentExtent(value, dimension);
  const slice = tensor.ExtractSliceOp.match(op) ?? memref.SubViewOp.match(op);
  if (slice) {
    const { sizes } = offsetSizeStride(slice);
    if (sizes.length === type.shape.length) return sizes[dimension];
    const kept = sizes.filter((_, i) => !droppedDimensions(sizes, type.shape).has(i));
    return kept[dimension];
  }
  const empty = tensor.EmptyOp.match(op);
  if (empty) return empty.dynamicSizes[type.shape.slice(0, dimension).filter((e) => e === DYNAMIC).length];
  const insert = tensor.InsertSliceOp.match(op);
  if (insert) return extentOf(insert.dest, dimension);
  const loop = ForOp.match(op);
  if (loop) return extentOf(loop.initArgs[value.index]!, dimension);
  const inits = DestinationStyleOpInterface.of(op)?.(op);
  const init = inits?.[value.index];
  return init === undefined ? undefined : extentOf(op.operand(init), dimension);
}

/** Which dimensions a rank-reducing slice drops: unit ones, the first that fit. */
export function droppedDimensions(sizes: readonly MixedIndex[], shape: readonly number[]): ReadonlySet<number> {
  const dropped = new Set<number>();
  let kept = 0;
  sizes.forEach((size, i) => {
    const extent = shape[kept];
    const matches = extent !== undefined && (constantIndex(size) ?? DYNAMIC) === extent;
    if (matches && sizes.length - i >= shape.length - kept) kept++;
    else dropped.add(i);
  });
  return dropped;
}

function blockArgumentExtent(value: Value, dimension: number): MixedIndex | undefined {
  const owner = value.ownerBlock?.parentOp;
  const loop = ForOp.match(owner);
  if (loop && value.index > 0) return extentOf(loop.initArgs[value.index - 1]!, dimension);
  const forall = ForallOp.match(owner);
  if (forall) {
    const output = forall.outputs[value.index - forallRank(forall.op)];
    return output === undefined ? undefined : extentOf(output, dimension);
  }
  return undefined;
}

const forallRank = (op: Operation): number => ForallOp.match(op)!.staticLowerBound.length;

/** Bounds of induction variables: below the loop's upper bound. */
function inductionBound(value: Value): number | undefined {
  const owner = value.ownerBlock?.parentOp;
  const loop = ForOp.match(owner);
  if (loop && value.index === 0) {
    const upper = upperBound(loop.upperBound);
    return upper === undefined ? undefined : upper - 1;
  }
  const forall = ForallOp.match(owner);
  if (forall && value.index < forallRank(forall.op)) {
    const upper = forall.staticUpperBound[value.index];
    return upper === undefined || upper === DYNAMIC ? undefined : upper - 1;
  }
  return undefined;
}

const least = (bounds: readonly (number | undefined)[]): number | undefined => {
  const known = bounds.filter((b) => b !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

/** Bound of an expression whose variables are nonnegative and bounded above: sums and nonnegative multiples only. */
function exprBound(e: AffineExpr, operands: readonly Value[], dims: number): number | undefined {
  if (!isBinary(e)) {
    if (e.kind === "constant") return e.value;
    const operand = operands[e.kind === "dim" ? e.position : dims + e.position];
    return operand === undefined ? undefined : upperBound(operand);
  }
  const lhs = exprBound(e.lhs, operands, dims);
  if (e.kind === "add") {
    // A negated term only lowers the sum: its variable is at least 0 here.
    if (isNegated(e.rhs)) return lhs;
    const rhs = exprBound(e.rhs, operands, dims);
    return isNegated(e.lhs) ? rhs : lhs === undefined || rhs === undefined ? undefined : lhs + rhs;
  }
  if (e.rhs.kind !== "constant" || lhs === undefined) return undefined;
  if (e.kind === "mod") return Math.min(lhs, e.rhs.value - 1);
  if (e.kind === "mul") return e.rhs.value >= 0 ? lhs * e.rhs.value : 0;
  return evaluateExpr({ ...e, lhs: { kind: "constant", value: lhs } }, [], []);
}

const isNegated = (e: AffineExpr): boolean => e.kind === "mul" && e.rhs.kind === "constant" && e.rhs.value < 0;
