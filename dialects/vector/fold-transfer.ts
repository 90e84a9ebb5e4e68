// Folders of transfers: lanes that static shapes prove to be inside, masks that are all on, and reads of what was just written.
import { denseArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { FoldResult } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, type VectorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { integerConstant, integerOf } from "../../ir/rewrite/constant.ts";
import { forgetsOnly } from "../memref/cast-operand.ts";
import { BoolAttrArrayProperty } from "./attributes.ts";
import { enclosingMask } from "./masking.ts";
import { transferDims, type TransferOperands } from "./transfer-syntax.ts";
import { shapedTypeOf, vectorTypeOf } from "./types.ts";

interface TransferView extends TransferOperands {
  readonly op: Operation;
}

/** Promises along every dimension that the static extents and constant indices prove; repeated dimensions follow the others. */
function inferInBounds({ op, base, indices, permutationMap, inBounds }: TransferView, vector: VectorType): boolean {
  const dims = transferDims(permutationMap);
  if (dims === undefined || dims.length === 0) return false;
  const { shape } = shapedTypeOf(base);
  const proven = dims.map((d, r) => {
    if (inBounds[r] === true) return true;
    const [extent, lanes, index] = [shape[d], vector.shape[r], indices[d]];
    if (d < 0 || extent === undefined || extent === DYNAMIC || lanes === undefined || index === undefined) return false;
    const start = integerConstant(index);
    return start !== undefined && start >= 0n && start + BigInt(lanes) <= BigInt(extent);
  });
  if (dims.every((d, r) => d < 0 || proven[r] === true)) proven.fill(true);
  if (proven.every((known, r) => known === inBounds[r])) return false;
  op.setAttribute("in_bounds", BoolAttrArrayProperty.encode(proven, op.context));
  return true;
}

/** Drops a mask that is all on. */
function dropFullMask({ op, mask }: TransferView): boolean {
  if (mask === undefined || integerOf(constantOf(mask)) !== 1n) return false;
  const sizes = op.attribute("operandSegmentSizes");
  if (sizes?.kind !== "dense_array") return false;
  op.setOperands(op.operands.slice(0, -1));
  op.setAttribute("operandSegmentSizes", denseArrayAttr(sizes.element, [...sizes.values.slice(0, -1), 0]));
  return true;
}

/** Reads and writes through a cast that only forgets what the type says. */
function throughCast({ op }: TransferView, position: number): boolean {
  const base = op.operand(position);
  const cast = base.definingOp;
  if (cast === null) return false;
  const forgets = cast.name === "memref.cast" && forgetsOnly(cast.operand(0).type, base.type);
  if (!forgets) return false;
  op.setOperand(position, cast.operand(0));
  return true;
}

/** Whether two transfers of one vector type reach the same lanes, all of them inside, without masks. */
function sameLanes(a: TransferView, b: TransferView): boolean {
  const whole = ({ op, mask, inBounds }: TransferView): boolean =>
    mask === undefined && enclosingMask(op) === undefined && !inBounds.includes(false);
  if (!whole(a) || !whole(b) || a.permutationMap.key !== b.permutationMap.key) return false;
  return a.indices.length === b.indices.length && a.indices.every((index, d) => sameValue(index, b.indices[d]));
}

function sameValue(a: Value, b: Value | undefined): boolean {
  if (a === b) return true;
  const constant = integerConstant(a);
  return b !== undefined && constant !== undefined && constant === integerConstant(b);
}

export interface ReadView extends TransferView {
  readonly vector: Value;
}
export interface WriteView extends TransferView {
  readonly valueToStore: Value;
  readonly result: Value | undefined;
}

export function foldRead(view: ReadView, matchWrite: (op: Operation | null) => WriteView | undefined): FoldResult {
  const written = matchWrite(view.base.definingOp);
  // What a write put into a tensor is what a read of the same lanes finds.
  if (written?.valueToStore.type === view.vector.type && sameLanes(view, written)) return [written.valueToStore];
  const changed = [throughCast(view, 0), inferInBounds(view, vectorTypeOf(view.vector)), dropFullMask(view)];
  return changed.includes(true) ? "inPlace" : undefined;
}

/** Writes over what a write to the same lanes of a tensor left: the earlier write does not matter. */
function overwrite(view: WriteView, matchWrite: (op: Operation | null) => WriteView | undefined): boolean {
  const earlier = matchWrite(view.base.definingOp);
  if (earlier?.valueToStore.type !== view.valueToStore.type || !sameLanes(view, earlier)) return false;
  view.op.setOperand(1, earlier.base);
  return true;
}

export function foldWrite(
  view: WriteView,
  matchRead: (op: Operation | null) => ReadView | undefined,
  matchWrite: (op: Operation | null) => WriteView | undefined,
): FoldResult {
  const read = matchRead(view.valueToStore.definingOp);
  // Writing back what was read from the same lanes of the same tensor changes nothing.
  if (view.result !== undefined && read?.base === view.base && sameLanes(view, read)) return [view.base];
  const changed = [
    overwrite(view, matchWrite),
    throughCast(view, 1),
    inferInBounds(view, vectorTypeOf(view.valueToStore)),
    dropFullMask(view),
  ];
  return changed.includes(true) ? "inPlace" : undefined;
}
