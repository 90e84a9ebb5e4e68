// Folding of memref.cast into its users: a user that takes any layout reads the operand of the cast.
import { definedBy } from "../../ir/define/op-interfaces.ts";
import type { FoldResult } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, type Type } from "../../ir/core/types.ts";
import { layoutOf } from "../../ir/core/strided-layout.ts";

/** Whether a cast from `from` to `to` only forgets extents, strides or the offset. */
export function forgetsOnly(from: Type, to: Type): boolean {
  if (from.kind !== "memref" || to.kind !== "memref") return false;
  if (from.element !== to.element || from.memorySpace !== to.memorySpace || from.shape.length !== to.shape.length)
    return false;
  const [a, b] = [layoutOf(from), layoutOf(to)];
  if (a === undefined || b === undefined) return false;
  const keeps = (x: number, y: number | undefined): boolean => x === y || y === DYNAMIC;
  return (
    from.shape.every((e, d) => keeps(e, to.shape[d])) &&
    keeps(a.offset, b.offset) &&
    a.strides.every((s, d) => keeps(s, b.strides[d]))
  );
}

/** Makes operands (by number) that are casts which only forget read what was cast. */
export function foldCastOperand(op: Operation, ...positions: readonly number[]): FoldResult {
  let changed = false;
  for (const position of positions) {
    const cast = definedBy(op.operand(position), "memref.cast");
    if (cast === undefined || !forgetsOnly(cast.operand(0).type, cast.result().type)) continue;
    op.setOperand(position, cast.operand(0));
    changed = true;
  }
  return changed ? "inPlace" : undefined;
}
