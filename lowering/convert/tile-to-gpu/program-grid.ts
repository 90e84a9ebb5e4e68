// A grid of any rank as blocks in x, y and z: the last dimension is x, the one before y, and all others together are z.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantIndexOp, DivUIOp, MulIOp, RemUIOp } from "../../../dialects/arith/index.ts";
import { BlockIdOp, GridDimOp, type Dimension } from "../../../dialects/gpu/index.ts";

const axes: readonly Dimension[] = ["x", "y", "z"];

/** How many extents a kernel takes as further arguments: those that are folded into z. */
export const foldedExtents = (rank: number): number => (rank > 3 ? rank - 2 : 0);

/** The launch's sizes in x, y and z, and the extents to pass. */
export function foldGrid(
  builder: OpBuilder,
  grid: readonly Value[],
): { readonly sizes: readonly [Value, Value, Value]; readonly extents: readonly Value[] } {
  const one = (): Value => constantIndexOp(builder, 1);
  const outer = grid.slice(0, Math.max(0, grid.length - 2));
  const z = outer.length === 0 ? one() : outer.reduce((lhs, rhs) => MulIOp.build(builder, { lhs, rhs }).result);
  return {
    sizes: [grid.at(-1) ?? one(), grid.length > 1 ? grid[grid.length - 2]! : one(), z],
    extents: grid.slice(0, foldedExtents(grid.length)),
  };
}

/** The axis that a dimension of the grid has to itself. */
function axisOf(dimension: number, rank: number): Dimension | undefined {
  const fromEnd = rank - 1 - dimension;
  return rank <= 3 || fromEnd < 2 ? axes[fromEnd] : undefined;
}

export function programId(builder: OpBuilder, dimension: number, rank: number, extents: readonly Value[]): Value {
  const axis = axisOf(dimension, rank);
  if (axis !== undefined) return BlockIdOp.build(builder, { dimension: axis }).result;
  let rest = BlockIdOp.build(builder, { dimension: "z" }).result;
  for (let d = extents.length - 1; d > dimension; d--)
    rest = DivUIOp.build(builder, { lhs: rest, rhs: extents[d]! }).result;
  return dimension === 0 ? rest : RemUIOp.build(builder, { lhs: rest, rhs: extents[dimension]! }).result;
}

export function numPrograms(builder: OpBuilder, dimension: number, rank: number, extents: readonly Value[]): Value {
  const axis = axisOf(dimension, rank);
  return axis === undefined ? extents[dimension]! : GridDimOp.build(builder, { dimension: axis }).result;
}
