// Positions of vector.extract and insert: constants become part of the op.
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { splitIndices, withConstants, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { I64ArrayProperty } from "../../ir/define/properties.ts";
import { extentsOf } from "./types.ts";

/** The positions with values that constants define as numbers; undefined where none is one, or one is outside of the vector. */
export function knownPositions(positions: readonly MixedIndex[], vector: Value): readonly MixedIndex[] | undefined {
  const known = withConstants(positions);
  if (known.every((at, d) => at === positions[d])) return undefined;
  const extents = extentsOf(vector.type);
  return known.every((at, d) => typeof at !== "number" || (at >= 0 && at < (extents[d] ?? 0))) ? known : undefined;
}

/** Gives an extract or insert these positions, after its vector operands. */
export function setPositions(op: Operation, vectors: readonly Value[], positions: readonly MixedIndex[]): "inPlace" {
  const { statics, dynamics } = splitIndices(positions);
  op.setOperands([...vectors, ...dynamics]);
  op.setAttribute("static_position", I64ArrayProperty.encode(statics, op.context));
  return "inPlace";
}
