// The text of transfers: a permutation map that is the minor identity, and in_bounds that promise nothing, are left out.
import type { Attribute } from "../../ir/core/attributes.ts";
import { affineMapAttr, denseArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { i1, i32, indexType, vectorType } from "../../ir/core/type-constructors.ts";
import { elementTypeOf, isShaped, type ShapedType, type Type, type VectorType } from "../../ir/core/types.ts";
import { affineConstant, affineDim } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import type { OpParser, UnresolvedOperand } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { BoolAttrArrayProperty } from "./attributes.ts";
import { maskOrder } from "./window.ts";

/** The map of a transfer that names none: the last dimensions of the buffer, in order. */
export function minorIdentityMap(base: ShapedType, vector: VectorType): AffineMap {
  const suffix = base.element.kind === "vector" ? base.element.shape.length : 0;
  const rank = base.shape.length;
  const results = vector.shape.length - suffix;
  // A buffer of rank 0 holds the one element of vector<1xT>.
  if (rank === 0 && vector.shape.length === 1 && vector.shape[0] === 1) return new AffineMap(0, 0, [affineConstant(0)]);
  return new AffineMap(
    rank,
    0,
    Array.from({ length: results }, (_, i) => affineDim(rank - results + i)),
  );
}

const isMinorIdentity = (map: AffineMap): boolean =>
  map.results.every((e, i) => e.kind === "dim" && e.position === map.dims - map.results.length + i);

/** The dimension of the buffer along each dimension of the vector, -1 where the map repeats; undefined for other maps. */
export function transferDims(map: AffineMap): readonly number[] | undefined {
  const dims: number[] = [];
  for (const e of map.results) {
    if (e.kind === "dim") dims.push(e.position);
    else if (e.kind === "constant" && e.value === 0) dims.push(-1);
    else return undefined;
  }
  return dims;
}

/** The type of mask that a transfer takes: extents in the order of the buffer's dimensions, repeated ones left out. */
export function transferMaskType(vector: VectorType, map: AffineMap): VectorType | undefined {
  const dims = transferDims(map);
  if (dims === undefined || dims.length !== vector.shape.length) return undefined;
  const order = maskOrder(dims);
  const shape = order.map((r) => vector.shape[r] ?? 1);
  const scalable = order.map((r) => vector.scalable[r] ?? false);
  return shape.length === 0 ? vectorType([1], i1(vector.context)) : vectorType(shape, i1(vector.context), scalable);
}

/** What the text of a read and of a write have in common. */
export interface TransferOperands {
  readonly base: Value;
  readonly indices: readonly Value[];
  readonly mask: Value | undefined;
  readonly permutationMap: AffineMap;
  readonly inBounds: readonly boolean[];
}

/** `%base[%i, %j]`. */
export function printBase(p: OpPrinter, { base, indices }: TransferOperands): void {
  p.value(base);
  p.text("[");
  p.values(indices);
  p.text("]");
}

/** `, %mask {attributes} : first, second`. */
export function printTail(p: OpPrinter, op: Operation, transfer: TransferOperands, first: Type, second: Type): void {
  if (transfer.mask !== undefined) {
    p.text(", ");
    p.value(transfer.mask);
  }
  const elide = ["operandSegmentSizes"];
  if (isMinorIdentity(transfer.permutationMap)) elide.push("permutation_map");
  if (!transfer.inBounds.includes(true)) elide.push("in_bounds");
  p.attrDict(op, { elide });
  p.text(" : ");
  p.type(first);
  p.text(", ");
  p.type(second);
}

export interface ParsedTransfer {
  readonly base: UnresolvedOperand;
  readonly indices: readonly UnresolvedOperand[];
  readonly mask: UnresolvedOperand | undefined;
  readonly attributes: readonly (readonly [string, Attribute])[];
  readonly first: Type;
  readonly second: Type;
}

/** `%base[%i, %j]`. */
export function parseBase(p: OpParser): Pick<ParsedTransfer, "base" | "indices"> {
  return { base: p.operand(), indices: p.commaList("[", "]", () => p.operand()) };
}

/** `, %mask {attributes} : first, second`. */
export function parseTail(p: OpParser): Pick<ParsedTransfer, "mask" | "attributes" | "first" | "second"> {
  const mask = p.accept(",") ? p.operand() : undefined;
  const attributes = p.optionalAttrDict();
  p.expect(":");
  const first = p.type();
  p.expect(",");
  return { mask, attributes, first, second: p.type() };
}

/** The properties of a transfer, with what the text leaves out, and its mask. `segments` are the sizes of the groups before the mask. */
export function finishTransfer(
  p: OpParser,
  parsed: ParsedTransfer,
  baseType: Type,
  type: Type,
  segments: readonly number[],
): {
  readonly shaped: ShapedType;
  readonly vector: VectorType;
  readonly mask: readonly Value[];
  readonly parts: OperationParts;
} {
  const at = p.position();
  if (!isShaped(baseType) || baseType.kind === "vector") p.error("requires memref or ranked tensor type", at);
  if (type.kind !== "vector") p.error("requires vector type", at);
  const given = new Map(parsed.attributes);
  let map = given.get("permutation_map");
  if (map === undefined) {
    if (
      baseType.shape.length <
      type.shape.length - (baseType.element.kind === "vector" ? baseType.element.shape.length : 0)
    ) {
      const isUnitOfScalar = baseType.shape.length === 0 && type.shape.length === 1 && type.shape[0] === 1;
      if (!isUnitOfScalar) p.error("expected a custom permutation_map when rank(source) != rank(destination)", at);
    }
    map = affineMapAttr(p.context, minorIdentityMap(baseType, type));
  }
  if (map.kind !== "affine_map") p.error("expected 'permutation_map' to be an affine map", at);
  const inBounds =
    given.get("in_bounds") ??
    BoolAttrArrayProperty.encode(
      map.map.results.map(() => false),
      p.context,
    );
  const mask: Value[] = [];
  if (parsed.mask !== undefined) {
    if (elementTypeOf(baseType).kind === "vector")
      p.error("does not support masks with vector element type", parsed.mask.position);
    const maskType = transferMaskType(type, map.map);
    if (maskType === undefined)
      p.error("expected the same rank for the vector and the results of the permutation map", parsed.mask.position);
    mask.push(p.resolve(parsed.mask, maskType));
  }
  return {
    shaped: baseType,
    vector: type,
    mask,
    parts: {
      properties: {
        permutation_map: map,
        in_bounds: inBounds,
        operandSegmentSizes: denseArrayAttr(i32(p.context), [...segments, mask.length]),
      },
      attributes: parsed.attributes.filter(([name]) => name !== "permutation_map" && name !== "in_bounds"),
    },
  };
}

export const indicesOf = (p: OpParser, indices: readonly UnresolvedOperand[]): Value[] =>
  indices.map((index) => p.resolve(index, indexType(p.context)));
