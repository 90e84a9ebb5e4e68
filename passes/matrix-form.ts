// The matrix form of a contraction, for machines that multiply matrices as they lie: C(..., m, n) += A(..., m, k) * B(..., k, n).
//
// Operands in another order are copied; a contraction over plain loops has its rows, columns and depth collapsed to one loop each.
import { AffineMap } from "../ir/affine/map.ts";
import { Region } from "../ir/core/block.ts";
import { OpBuilder } from "../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../ir/core/clone.ts";
import type { Operation } from "../ir/core/operation.ts";
import { tensorType } from "../ir/core/type-constructors.ts";
import { isStaticShape, type RankedTensorType } from "../ir/core/types.ts";
import type { Value } from "../ir/core/value.ts";
import { contractionLoops, FillOp, GenericOp, linalgOp, matrixLoops, type LinalgOp } from "../dialects/linalg/index.ts";
import { CollapseShapeOp, EmptyOp, ExpandShapeOp } from "../dialects/tensor/index.ts";
import { transposed } from "./transposed.ts";

/** Loops that become one loop, in order; none where the loop is new and of extent 1. */
type Groups = readonly (readonly number[])[];

/** Brings a contraction on tensors of static shape into matrix form, where it has one. */
export function toMatrixForm(op: Operation): void {
  const linalg = linalgOp(op);
  const loops = linalg === undefined ? undefined : contractionLoops(linalg);
  if (linalg === undefined || loops === undefined) return;
  const types = op.operands.map((v) => v.type);
  if (types.some((type) => type.kind !== "tensor" || !isStaticShape(type.shape))) return;
  const plain = linalg.maps.every((map) => map.isProjectedPermutation);
  // Without rows and columns it is a reduction, one for each point of the batch.
  if (loops.rows.length + loops.columns.length === 0 && loops.batch.length > 0) return;
  if (plain) collapseToMatrices(op, linalg);
  else if (matrixLoops(linalg) === undefined) reorderWindows(op, linalg);
}

const tensorTypeOf = (value: Value): RankedTensorType => {
  if (value.type.kind !== "tensor") throw new Error("contractions are of tensors");
  return value.type;
};

/** Rows, columns and depth are one loop each; batch loops stay. */
function collapseToMatrices(op: Operation, linalg: LinalgOp): void {
  const loops = contractionLoops(linalg)!;
  const written = linalg.maps[2]!.dimPositions ?? [];
  const inOrder = (...groups: Groups): boolean => groups.flat().every((loop, i) => loop === written[i]);
  // The result decides which operand is the left one, so that it stays in order where it can.
  const swap = !inOrder(loops.batch, loops.rows, loops.columns) && inOrder(loops.batch, loops.columns, loops.rows);
  const [rows, columns] = swap ? [loops.columns, loops.rows] : [loops.rows, loops.columns];
  const batch = loops.batch.map((loop) => [loop]);
  const groups = [
    [...batch, rows, loops.depth],
    [...batch, loops.depth, columns],
    [...batch, rows, columns],
  ];
  const order = swap ? [1, 0, 2] : [0, 1, 2];
  const isInForm = order.every((operand, i) => {
    const positions = linalg.maps[operand]!.dimPositions ?? [];
    return operand === i && groups[i]!.every((group, d) => group.length === 1 && group[0] === positions[d]);
  });
  if (isInForm) return;
  const builder = OpBuilder.before(op);
  const operands = [...linalg.inputs, ...linalg.inits];
  const values = order.map((operand, i) => grouped(builder, operands[operand]!, linalg.maps[operand]!, groups[i]!));
  const rank = batch.length;
  const [m, n, k] = [rank, rank + 1, rank + 2];
  const outer = batch.map((_, i) => i);
  const made = contraction(builder, linalg, {
    order,
    values,
    maps: [
      [...outer, m, k],
      [...outer, k, n],
      [...outer, m, n],
    ].map((positions) => AffineMap.projection(rank + 3, positions)),
    iterators: [...outer.map(() => "parallel" as const), "parallel", "parallel", "reduction"],
  });
  op.replaceAllUsesWith([ungrouped(builder, made.result(), linalg, groups[2]!)]);
  op.erase();
}

/** Dimensions of windowed operands in matrix order: A(..., row, k), B(..., k, column), C(..., row, column). */
function reorderWindows(op: Operation, linalg: LinalgOp): void {
  const loops = contractionLoops(linalg)!;
  // The filter is the operand of plain loops.
  const swap = linalg.maps[1]!.dimPositions === undefined;
  const order = swap ? [1, 0, 2] : [0, 1, 2];
  const [a, b, c] = order.map((i) => linalg.maps[i]!);
  const [rows, columns] = swap ? [loops.columns, loops.rows] : [loops.rows, loops.columns];
  const [row, column] = [rows.at(-1), columns.at(-1)];
  if (a === undefined || b === undefined || c === undefined || row === undefined || column === undefined) return;
  const isPlain = (map: AffineMap, loop: number): boolean =>
    map.results.some((e) => e.kind === "dim" && e.position === loop);
  const depth = loops.depth.findLast((loop) => isPlain(a, loop) && isPlain(b, loop));
  if (depth === undefined) return;
  const builder = OpBuilder.before(op);
  const lasts = [
    [row, depth],
    [depth, column],
    [row, column],
  ];
  const operands = [...linalg.inputs, ...linalg.inits];
  const moved = order.map((operand, i) => moveLast(builder, operands[operand]!, linalg.maps[operand]!, lasts[i]!));
  if (!swap && moved.every(({ map }, i) => map === linalg.maps[i])) return;
  const made = contraction(builder, linalg, {
    order,
    values: moved.map(({ value }) => value),
    maps: moved.map(({ map }) => map),
    iterators: linalg.iterators,
  });
  const back = moved[2]!.permutation;
  const inverse = back.map((_, d) => back.indexOf(d));
  op.replaceAllUsesWith([transposed(builder, made.result(), inverse)]);
  op.erase();
}

interface Moved {
  readonly value: Value;
  readonly map: AffineMap;
  readonly permutation: readonly number[];
}

/** An operand with the dimensions that these loops index last. */
function moveLast(builder: OpBuilder, value: Value, map: AffineMap, loops: readonly number[]): Moved {
  const lasts = loops.map((loop) => map.results.findIndex((_, d) => usesLoop(map, d, loop)));
  const others = map.results.flatMap((_, d) => (lasts.includes(d) ? [] : [d]));
  const permutation = [...others, ...lasts.filter((d) => d >= 0)];
  if (permutation.every((d, i) => d === i)) return { value, map, permutation };
  const results = permutation.map((d) => map.results[d]!);
  const shape = permutation.map((d) => tensorTypeOf(value).shape[d]!);
  const moved = startOf(builder, value, shape) ?? transposed(builder, value, permutation);
  return { value: moved, map: new AffineMap(map.dims, map.symbols, results), permutation };
}

const usesLoop = (map: AffineMap, result: number, loop: number): boolean =>
  new AffineMap(map.dims, map.symbols, [map.results[result]!]).usesDim(loop);

/** What a contraction starts from, of another shape: a fill stays a fill, so that it is computed with the tile that it starts. */
function startOf(builder: OpBuilder, value: Value, shape: readonly number[]): Value | undefined {
  const type = tensorType(shape, tensorTypeOf(value).element);
  const fill = FillOp.match(value.definingOp);
  if (fill === undefined && EmptyOp.match(value.definingOp) === undefined) return undefined;
  const init = EmptyOp.build(builder, { dynamicSizes: [], resultTypes: [type] }).result;
  if (fill === undefined) return init;
  return FillOp.build(builder, { inputs: fill.inputs, outputs: [init], resultTypes: [type] }).op.result();
}

/** An operand with its dimensions in the order of the groups, one for each group. */
function grouped(builder: OpBuilder, value: Value, map: AffineMap, groups: Groups): Value {
  const now = map.dimPositions ?? [];
  const extents = new Map(now.map((loop, d) => [loop, tensorTypeOf(value).shape[d] ?? 1]));
  const shape = groups.map((group) => group.reduce((n, loop) => n * (extents.get(loop) ?? 1), 1));
  const inForm = groups.every((group, d) => group.length === 1 && group[0] === now[d]);
  if (inForm) return value;
  const start = startOf(builder, value, shape);
  if (start !== undefined) return start;
  const ordered = transposed(
    builder,
    value,
    groups.flat().map((loop) => now.indexOf(loop)),
  );
  const full = groups.filter((group) => group.length > 0);
  let next = 0;
  const collapsed = collapse(
    builder,
    ordered,
    full.map((group) => group.map(() => next++)),
  );
  return expand(builder, collapsed, shape, attached(groups));
}

/** The result in the order and shape that it had. */
function ungrouped(builder: OpBuilder, value: Value, linalg: LinalgOp, groups: Groups): Value {
  const written = linalg.maps[2]!.dimPositions ?? [];
  const target = tensorTypeOf(linalg.inits[0]!).shape;
  const extents = groups.flat().map((loop) => target[written.indexOf(loop)] ?? 1);
  const collapsed = collapse(builder, value, attached(groups));
  const full = groups.filter((group) => group.length > 0);
  let next = 0;
  const expanded = expand(
    builder,
    collapsed,
    extents,
    full.map((group) => group.map(() => next++)),
  );
  return transposed(
    builder,
    expanded,
    written.map((loop) => groups.flat().indexOf(loop)),
  );
}

/** Dimensions of empty groups joined to a neighbour: the reassociation that takes them away. */
function attached(groups: Groups): number[][] {
  const result: number[][] = [];
  const pending: number[] = [];
  groups.forEach((group, d) => {
    if (group.length > 0) result.push([...pending.splice(0), d]);
    else if (result.length > 0) result[result.length - 1]!.push(d);
    else pending.push(d);
  });
  return result;
}

function collapse(builder: OpBuilder, src: Value, reassociation: number[][]): Value {
  const type = tensorTypeOf(src);
  if (reassociation.length === type.shape.length) return src;
  const shape = reassociation.map((group) => group.reduce((n, d) => n * type.shape[d]!, 1));
  return CollapseShapeOp.build(builder, { src, reassociation, resultTypes: [tensorType(shape, type.element)] }).result;
}

function expand(builder: OpBuilder, src: Value, shape: readonly number[], reassociation: number[][]): Value {
  const type = tensorTypeOf(src);
  if (shape.length === type.shape.length) return src;
  return ExpandShapeOp.build(builder, {
    src,
    outputShape: [],
    staticOutputShape: shape,
    reassociation,
    resultTypes: [tensorType(shape, type.element)],
  }).result;
}

interface NewContraction {
  /** The operand of the old op that each of the new is. */
  readonly order: readonly number[];
  readonly values: readonly Value[];
  readonly maps: readonly AffineMap[];
  readonly iterators: LinalgOp["iterators"];
}

/** The contraction on other operands, its body as it was. */
function contraction(builder: OpBuilder, linalg: LinalgOp, next: NewContraction): Operation {
  const { order, values, maps, iterators } = next;
  const region = new Region(linalg.op.context);
  const args = linalg.body.arguments;
  const block = region.addBlock(order.map((i) => args[i]!.type));
  const mapping = new IRMapping();
  order.forEach((i, at) => mapping.map(args[i]!, block.arguments[at]!));
  for (const inner of linalg.body.ops()) block.append(cloneOp(inner, mapping));
  return GenericOp.build(builder, {
    inputs: values.slice(0, 2),
    outputs: values.slice(2),
    indexingMaps: maps,
    iteratorTypes: iterators,
    region,
    resultTypes: values.slice(2).map((v) => v.type),
  }).op;
}
