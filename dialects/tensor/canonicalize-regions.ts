// Canonicalisation of tensor.generate and pad: constant extents and paddings move into types, extracted elements are computed in place.
import { IRMapping } from "../../ir/core/clone.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantIndex, splitIndices, withConstants } from "../../ir/define/offset-size-stride.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { ExtractOp, GenerateOp } from "./elements.ts";
import { PadOp, paddingOf } from "./pad.ts";
import { BitcastOp, CastOp } from "./shapes.ts";
import { expectTensorType } from "./slices.ts";

/** A region with one block into which the block of another region moves. */
export function movedRegion(
  rewriter: Rewriter,
  from: { readonly entry: ReturnType<Rewriter["regionWithBlock"]>["entry"] },
) {
  const region = rewriter.regionWithBlock(from.entry.arguments.map(({ type }) => type));
  rewriter.mergeBlocks(from.entry, region.entry, region.entry.arguments);
  return region;
}

const constantExtents = pattern(
  "generate of constant extents => cast of a generate of a static type",
  GenerateOp,
  ({ op, dynamicExtents, result, body }, rewriter) => {
    const type = expectTensorType(result.type);
    const kept: Value[] = [];
    let next = 0;
    const shape = type.shape.map((extent) => {
      const size = extent === DYNAMIC ? dynamicExtents[next++] : undefined;
      const constant = size && constantIndex(size);
      if (constant !== undefined && constant >= 0) return constant;
      if (size !== undefined) kept.push(size);
      return extent;
    });
    if (kept.length === dynamicExtents.length) return refuse("no extent is a constant");
    const made = GenerateOp.build(rewriter, {
      dynamicExtents: kept,
      body: movedRegion(rewriter, body),
      resultTypes: [tensorType(shape, type.element, type.encoding)],
    });
    rewriter.replaceOp(op, CastOp.build(rewriter, { source: made.result, resultTypes: [type] }).dest);
    return true;
  },
);

const extractOfGenerate = pattern(
  "extract of generate => the body at the indices",
  ExtractOp,
  ({ op, tensor, indices }, rewriter) => {
    const made = GenerateOp.match(tensor.definingOp);
    if (made === undefined) return refuse("the tensor is not generated");
    const { entry } = made.body;
    if ([...entry.ops()].some((inner) => !inner.hasTrait("Pure") && !inner.hasTrait("Terminator")))
      return refuse("the body does more than compute");
    const mapping = new IRMapping();
    entry.arguments.forEach((argument, d) => mapping.map(argument, indices[d] ?? argument));
    for (const inner of entry.ops()) if (!inner.hasTrait("Terminator")) rewriter.clone(inner, mapping);
    const [yielded] = entry.terminator.operands;
    if (yielded === undefined) return refuse("the body yields nothing");
    rewriter.replaceOp(op, mapping.value(yielded));
    return true;
  },
);

const constantPadding = pattern(
  "pad by constant operands => cast of a pad by static ones",
  PadOp,
  ({ op, source, nofold, result, region }, rewriter) => {
    const before = paddingOf(op);
    const [low, high] = [withConstants(before.low), withConstants(before.high)];
    const known = (list: readonly unknown[]): number => list.filter((index) => typeof index === "number").length;
    if (known(low) === known(before.low) && known(high) === known(before.high))
      return refuse("no operand is a constant");
    const from = expectTensorType(source.type);
    const to = expectTensorType(result.type);
    const shape = from.shape.map((extent, d) => {
      const [a, b] = [low[d], high[d]];
      const isKnown = extent !== DYNAMIC && typeof a === "number" && typeof b === "number";
      return isKnown ? extent + a + b : (to.shape[d] ?? DYNAMIC);
    });
    const [lower, upper] = [splitIndices(low), splitIndices(high)];
    const made = PadOp.build(rewriter, {
      source,
      low: lower.dynamics,
      high: upper.dynamics,
      staticLow: lower.statics,
      staticHigh: upper.statics,
      nofold,
      region: movedRegion(rewriter, region),
      resultTypes: [tensorType(shape, to.element, to.encoding)],
    });
    const isSame = made.result.type === to;
    rewriter.replaceOp(
      op,
      isSame ? made.result : CastOp.build(rewriter, { source: made.result, resultTypes: [to] }).dest,
    );
    return true;
  },
);

const bitcastOfBitcast = pattern("bitcast(bitcast x) => bitcast x", BitcastOp, ({ op, source, dest }, rewriter) => {
  const inner = BitcastOp.match(source.definingOp);
  if (inner === undefined) return refuse("its operand is no bitcast");
  rewriter.replaceOp(op, BitcastOp.build(rewriter, { source: inner.source, resultTypes: [dest.type] }).dest);
  return true;
});

export const regionPatterns: readonly Pattern[] = [
  constantExtents,
  extractOfGenerate,
  constantPadding,
  bitcastOfBitcast,
];
