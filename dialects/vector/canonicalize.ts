// Canonicalisation patterns of vector: what folders cannot say because it makes new ops.
import { elementCount } from "../../ir/core/types.ts";
import { constantIndex } from "../../ir/define/offset-size-stride.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { integerOf } from "../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import { elementPatterns } from "./canonicalize-elements.ts";
import { maskPatterns } from "./canonicalize-masks.ts";
import { ConstantMaskOp, CreateMaskOp, MaskOp } from "./ops/mask.ts";
import { BroadcastOp, ShapeCastOp, TransposeOp } from "./ops/shape.ts";
import { ExtractOp } from "./ops/element.ts";
import { extentsOf, vectorTypeOf } from "./types.ts";

const createMaskOfConstants = pattern(
  "create_mask(c...) => constant_mask [c...]",
  CreateMaskOp,
  ({ op, operands, result }, rewriter) => {
    const type = vectorTypeOf(result);
    if (type.scalable.includes(true)) return refuse("a scalable extent is not known");
    const extents = type.shape.length === 0 ? [1] : type.shape;
    const sizes = operands.map((operand, d) => {
      const size = constantIndex(operand);
      return size === undefined ? undefined : Math.max(0, Math.min(size, extents[d] ?? 0));
    });
    if (!sizes.every((size) => size !== undefined)) return refuse("a size is not constant");
    const maskDimSizes = sizes.includes(0) ? sizes.map(() => 0) : sizes;
    rewriter.replaceOp(op, ConstantMaskOp.build(rewriter, { maskDimSizes, resultTypes: [type] }).op);
    return true;
  },
);

const maskOfNothing = pattern("mask m { } => what it yields", MaskOp, ({ op, passthru }, rewriter) => {
  const end = op.region().entry.firstOp;
  if (end?.name !== "vector.yield") return refuse("there is an op to mask");
  if (passthru !== undefined) return refuse("masked lanes come from elsewhere");
  rewriter.replaceOp(op, end.operands);
  return true;
});

const maskAllOn = pattern("mask true { x } => x", MaskOp, ({ op, mask }, rewriter) => {
  if (integerOf(constantOf(mask)) !== 1n) return refuse("the mask is not constantly on");
  const inner = op.region().entry.firstOp;
  if (inner === null || inner.name === "vector.yield") return refuse("there is no op to mask");
  rewriter.moveOpBefore(inner, op);
  rewriter.replaceOp(op, inner.results);
  return true;
});

const transposeOfTranspose = pattern(
  "transpose(transpose(x, p), q) => transpose(x, q . p)",
  TransposeOp,
  (view, rewriter) => {
    const inner = TransposeOp.match(view.vector.definingOp);
    if (inner === undefined) return refuse("the operand is no transpose");
    const permutation = view.permutation.map((d) => inner.permutation[d] ?? d);
    rewriter.replaceOp(
      view.op,
      TransposeOp.build(rewriter, { vector: inner.vector, permutation, resultTypes: [view.result.type] }).op,
    );
    return true;
  },
);

const transposeOfSplat = pattern(
  "transpose(broadcast scalar) => broadcast scalar",
  TransposeOp,
  ({ op, vector, result }, rewriter) => {
    const source = BroadcastOp.match(vector.definingOp)?.source;
    if (source === undefined) return refuse("the operand is no broadcast");
    if (elementCount(extentsOf(source.type)) !== 1) return refuse("the broadcast repeats more than one element");
    if (source.type.kind === "vector" && source.type.shape.length > extentsOf(result.type).length)
      return refuse("the source has a higher rank");
    rewriter.replaceOp(op, BroadcastOp.build(rewriter, { source, resultTypes: [result.type] }).op);
    return true;
  },
);

const shapeCastOfSplat = pattern(
  "shape_cast(broadcast scalar) => broadcast scalar",
  ShapeCastOp,
  ({ op, source, result }, rewriter) => {
    const scalar = BroadcastOp.match(source.definingOp)?.source;
    if (scalar === undefined) return refuse("the operand is no broadcast");
    if (scalar.type.kind === "vector") return refuse("the broadcast is not of a scalar");
    rewriter.replaceOp(op, BroadcastOp.build(rewriter, { source: scalar, resultTypes: [result.type] }).op);
    return true;
  },
);

const extractOfSplat = pattern(
  "extract(broadcast scalar) => broadcast scalar",
  ExtractOp,
  ({ op, source, result }, rewriter) => {
    const scalar = BroadcastOp.match(source.definingOp)?.source;
    if (scalar === undefined) return refuse("the operand is no broadcast");
    if (scalar.type.kind === "vector" || result.type.kind !== "vector")
      return refuse("the broadcast is not of a scalar to vectors");
    rewriter.replaceOp(op, BroadcastOp.build(rewriter, { source: scalar, resultTypes: [result.type] }).op);
    return true;
  },
);

export const vectorCanonicalizationPatterns: readonly Pattern[] = [
  createMaskOfConstants,
  maskOfNothing,
  maskAllOn,
  transposeOfTranspose,
  transposeOfSplat,
  shapeCastOfSplat,
  extractOfSplat,
  ...maskPatterns,
  ...elementPatterns,
];
