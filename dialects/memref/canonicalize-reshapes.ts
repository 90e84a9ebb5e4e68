// Canonicalisation of memref.collapse_shape and expand_shape: reshapes of reshapes, and of casts.
import { composeReassociations, verifyReassociation } from "../../ir/define/reassociation.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import { expectMemRefType } from "./allocation.ts";
import { forgetsOnly } from "./cast-operand.ts";
import { CastOp } from "./casts.ts";
import { castTo } from "./canonicalize-views.ts";
import { CollapseShapeOp, ExpandShapeOp } from "./reshape.ts";
import { areCastCompatible, inferCollapsedType, inferExpandedType } from "./subview-type.ts";

const collapseOfCollapse = pattern(
  "collapse_shape(collapse_shape x) => collapse_shape x",
  CollapseShapeOp,
  (view, rewriter) => {
    const inner = CollapseShapeOp.match(view.src.definingOp);
    if (inner === undefined) return refuse("the source is no collapse_shape");
    const reassociation = composeReassociations(view.reassociation, inner.reassociation);
    const type = inferCollapsedType(expectMemRefType(inner.src.type), reassociation);
    if (type !== view.result.type) return refuse("one collapse has another layout");
    rewriter.replaceOp(
      view.op,
      CollapseShapeOp.build(rewriter, { src: inner.src, reassociation, resultTypes: [type] }).op,
    );
    return true;
  },
);

const expandOfExpand = pattern("expand_shape(expand_shape x) => expand_shape x", ExpandShapeOp, (view, rewriter) => {
  const inner = ExpandShapeOp.match(view.src.definingOp);
  if (inner === undefined) return refuse("the source is no expand_shape");
  const { outputShape, staticOutputShape, result } = view;
  const reassociation = composeReassociations(inner.reassociation, view.reassociation);
  const type = inferExpandedType(expectMemRefType(inner.src.type), expectMemRefType(result.type).shape, reassociation);
  if (type !== result.type) return refuse("one expansion has another layout");
  const made = ExpandShapeOp.build(rewriter, {
    src: inner.src,
    outputShape,
    reassociation,
    staticOutputShape,
    resultTypes: [type],
  });
  rewriter.replaceOp(view.op, made.op);
  return true;
});

const collapseOfCast = pattern(
  "collapse_shape of a cast that forgets => cast of collapse_shape of what was cast",
  CollapseShapeOp,
  ({ op, src, reassociation, result }, rewriter) => {
    const cast = CastOp.match(src.definingOp);
    if (cast === undefined || !forgetsOnly(cast.source.type, src.type))
      return refuse("the source is no cast that only forgets");
    const type = inferCollapsedType(expectMemRefType(cast.source.type), reassociation);
    if (type === undefined || !areCastCompatible(type, expectMemRefType(result.type)))
      return refuse("what was cast does not collapse so");
    const made = CollapseShapeOp.build(rewriter, { src: cast.source, reassociation, resultTypes: [type] });
    rewriter.replaceOp(op, castTo(rewriter, made.result, result.type));
    return true;
  },
);

const expandOfCast = pattern(
  "expand_shape of a cast that forgets => cast of expand_shape of what was cast",
  ExpandShapeOp,
  ({ op, src, outputShape, staticOutputShape, reassociation, result }, rewriter) => {
    const cast = CastOp.match(src.definingOp);
    if (cast === undefined || !forgetsOnly(cast.source.type, src.type))
      return refuse("the source is no cast that only forgets");
    const [from, to] = [expectMemRefType(cast.source.type), expectMemRefType(result.type)];
    const fits = verifyReassociation(staticOutputShape, from.shape, reassociation) === undefined;
    const type = fits ? inferExpandedType(from, staticOutputShape, reassociation) : undefined;
    if (type === undefined || !areCastCompatible(type, to)) return refuse("what was cast does not expand so");
    const made = ExpandShapeOp.build(rewriter, {
      src: cast.source,
      outputShape,
      reassociation,
      staticOutputShape,
      resultTypes: [type],
    });
    rewriter.replaceOp(op, castTo(rewriter, made.result, to));
    return true;
  },
);

export const reshapePatterns: readonly Pattern[] = [collapseOfCollapse, expandOfExpand, collapseOfCast, expandOfCast];
