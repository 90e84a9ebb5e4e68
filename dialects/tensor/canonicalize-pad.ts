// Canonicalisation of tensor.pad: casts around it, paddings one in another, and paddings of nothing.
import { tensorType } from "../../ir/core/type-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, type RankedTensorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { staticIndex } from "../../ir/define/offset-size-stride.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { movedRegion } from "./canonicalize-regions.ts";
import { PadOp, paddingOf } from "./pad.ts";
import { CastOp, castTo, forgetsOnly } from "./shapes.ts";
import { expectTensorType } from "./slices.ts";

/** The extents that follow from the source's and the paddings; `otherwise` where they do not. */
function paddedShape(op: Operation, from: readonly number[], otherwise: readonly number[]): number[] {
  const { low, high } = paddingOf(op);
  return from.map((extent, d) => {
    const parts = [extent, staticIndex(low[d] ?? 0), staticIndex(high[d] ?? 0)];
    return parts.includes(DYNAMIC) ? (otherwise[d] ?? DYNAMIC) : parts.reduce((sum, part) => sum + part, 0);
  });
}

/** The pad again with another source or of another type. */
function rebuilt(op: Operation, source: Value, type: RankedTensorType, rewriter: Rewriter): Value {
  const view = PadOp.match(op);
  if (view === undefined) throw new Error(`'${op.name}' is no tensor.pad`);
  const { low, high, staticLow, staticHigh, nofold } = view;
  const region = movedRegion(rewriter, view.region);
  return PadOp.build(rewriter, { source, low, high, staticLow, staticHigh, nofold, region, resultTypes: [type] })
    .result;
}

const padOfCast = pattern(
  "pad of a cast that forgets => cast of the pad of what was cast",
  PadOp,
  ({ op, source, nofold, result }, rewriter) => {
    const cast = CastOp.match(source.definingOp);
    if (nofold) return refuse("the op says nofold");
    if (cast === undefined || !forgetsOnly(cast.source.type, source.type))
      return refuse("the source is no cast that only forgets");
    const to = expectTensorType(result.type);
    const shape = paddedShape(op, expectTensorType(cast.source.type).shape, to.shape);
    if (shape.some((extent, d) => to.shape[d] !== DYNAMIC && extent !== to.shape[d]))
      return refuse("the extents do not fit each other");
    const made = rebuilt(op, cast.source, tensorType(shape, to.element, to.encoding), rewriter);
    rewriter.replaceOp(op, castTo(rewriter, made, to));
    return true;
  },
);

const castOfPad = pattern(
  "cast of a pad that nobody else uses => pad of the more static type",
  CastOp,
  ({ op, source, dest }, rewriter) => {
    const pad = PadOp.match(source.definingOp);
    if (pad === undefined || !source.hasOneUse) return refuse("the source is no pad, or is used elsewhere");
    const { type } = dest;
    if (type.kind !== "tensor" || type === source.type || !forgetsOnly(type, source.type))
      return refuse("the cast adds nothing");
    rewriter.replaceOp(op, [rebuilt(pad.op, pad.source, type, rewriter)]);
    rewriter.eraseOp(pad.op);
    return true;
  },
);

const nothingPadded = pattern(
  "pad by nothing => cast of the source",
  PadOp,
  ({ op, source, low, high, staticLow, staticHigh, nofold, result }, rewriter) => {
    if (nofold) return refuse("the op says nofold");
    if (low.length + high.length > 0 || [...staticLow, ...staticHigh].some((extent) => extent !== 0))
      return refuse("something is padded, or may be");
    rewriter.replaceOp(op, [castTo(rewriter, source, result.type)]);
    return true;
  },
);

/** The padding value where it is one from outside, or a constant. */
function paddingValue(op: Operation): Value | undefined {
  const { entry } = op.region();
  const [value] = entry.terminator.operands;
  const isAlone = entry.firstOp === entry.lastOp;
  return isAlone && value !== undefined && value.ownerBlock !== entry ? value : undefined;
}

const padOfPad = pattern(
  "pad of a pad with the same value => one pad",
  PadOp,
  ({ op, source, nofold, result }, rewriter) => {
    const inner = PadOp.match(source.definingOp);
    if (inner === undefined) return refuse("the source is no pad");
    if (nofold || inner.nofold) return refuse("one of them says nofold");
    const [outside, inside] = [paddingValue(op), paddingValue(inner.op)];
    if (outside === undefined || inside === undefined) return refuse("a padding value is computed");
    const constant = constantOf(outside);
    if (outside !== inside && (constant === undefined || constant !== constantOf(inside)))
      return refuse("the padding values differ");
    if (op.operandCount + inner.op.operandCount > 2) return refuse("a padding is no constant");
    const sums = (key: "low" | "high"): number[] => {
      const [first, second] = [paddingOf(inner.op)[key], paddingOf(op)[key]];
      return first.map((index, d) => staticIndex(index) + staticIndex(second[d] ?? 0));
    };
    const made = PadOp.build(rewriter, {
      source: inner.source,
      low: [],
      high: [],
      staticLow: sums("low"),
      staticHigh: sums("high"),
      nofold: false,
      region: movedRegion(rewriter, op.region()),
      resultTypes: [result.type],
    });
    rewriter.replaceOp(op, made.result);
    return true;
  },
);

export const padPatterns: readonly Pattern[] = [padOfCast, castOfPad, nothingPadded, padOfPad];
