// What ops say of integers: the ranges of their results, and the bounds of what counts in their loops.
import { defineInterface } from "../../define/interface.ts";
import type { Operation } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import { DYNAMIC, isShaped } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { InferRange } from "./infer.ts";
import { constantRange, fromSigned, maxSigned, rangeUnion, type IntRange } from "./int-range.ts";

/** One range for each result, undefined for what is no integer or not known yet; operands likewise. */
export type InferRanges = (
  op: Operation,
  operands: readonly (IntRange | undefined)[],
) => readonly (IntRange | undefined)[];

export const InferIntRangeInterface = defineInterface<InferRanges>("InferIntRangeInterface");

/** An op with one result of two operands. */
export const infersRange =
  (infer: (op: Operation) => InferRange): InferRanges =>
  (op, [lhs, rhs]) => [lhs === undefined || rhs === undefined ? undefined : infer(op)(lhs, rhs)];

/** An op with one result of one operand, whose width may change. */
export const infersCast =
  (infer: (range: IntRange, width: number) => IntRange): InferRanges =>
  (op, [range]) => {
    const width = rangeWidth(op.result().type);
    return [range === undefined || width === undefined ? undefined : infer(range, width)];
  };

/** The extent of a dimension of the operand's shape: what is static, or anything from zero on. */
export const infersExtent: InferRanges = (op, [, dimension]) => {
  const { type } = op.operand(0);
  const any = fromSigned(0n, maxSigned(64), 64);
  if (!isShaped(type)) return [any];
  const first = dimension === undefined || dimension.smin < 0n ? 0 : Number(dimension.smin);
  const last =
    dimension === undefined || dimension.smax >= type.shape.length ? type.shape.length - 1 : Number(dimension.smax);
  let union: IntRange | undefined;
  for (let i = first; i <= last; i++) {
    const extent = type.shape[i] ?? DYNAMIC;
    const range = extent === DYNAMIC ? any : constantRange(BigInt(extent), 64);
    union = union === undefined ? range : rangeUnion(union, range);
  }
  return [union ?? any];
};

/** A bound, constant or a value. */
export type LoopBound = Value | number;

/** An induction variable: from `lower` to below `upper`. */
export interface InductionVariable {
  readonly variable: Value;
  readonly lower: LoopBound;
  readonly upper: LoopBound;
  readonly step: LoopBound;
  /** Compared without sign. */
  readonly isUnsigned?: boolean;
}

/** The arguments of a loop's region that count (LoopLikeOpInterface::getLoopInductionVars and bounds). */
export const InductionVariables =
  defineInterface<(op: Operation) => readonly InductionVariable[]>("InductionVariables");

/** How many bits a range has for a type: the width of its integers, 64 for indices; undefined for others. */
export function rangeWidth(type: Type): number | undefined {
  const element = isShaped(type) ? type.element : type;
  if (element.kind === "index") return 64;
  return element.kind === "integer" && element.width > 0 ? element.width : undefined;
}
