// Canonicalisation of tensor.collapse_shape and expand_shape: reshapes of reshapes, of casts, and of tensors made of elements.
import { tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, isStaticShape } from "../../ir/core/types.ts";
import { constantIndex, mixedIndices, splitIndices } from "../../ir/define/offset-size-stride.ts";
import { collapsedShape, composeReassociations, inferReassociation } from "../../ir/define/reassociation.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import { FromElementsOp, SplatOp } from "./elements.ts";
import { CastOp, castTo, CollapseShapeOp, ExpandShapeOp, forgetsOnly } from "./shapes.ts";
import { expectTensorType } from "./slices.ts";

const collapseOfCollapse = pattern(
  "collapse_shape(collapse_shape x) => collapse_shape x",
  CollapseShapeOp,
  ({ op, src, reassociation, result }, rewriter) => {
    const inner = CollapseShapeOp.match(src.definingOp);
    if (inner === undefined) return refuse("the source is no collapse_shape");
    const made = CollapseShapeOp.build(rewriter, {
      src: inner.src,
      reassociation: composeReassociations(reassociation, inner.reassociation),
      resultTypes: [result.type],
    });
    rewriter.replaceOp(op, made.op);
    return true;
  },
);

const expandOfExpand = pattern(
  "expand_shape(expand_shape x) => expand_shape x",
  ExpandShapeOp,
  ({ op, src, outputShape, staticOutputShape, reassociation, result }, rewriter) => {
    const inner = ExpandShapeOp.match(src.definingOp);
    if (inner === undefined) return refuse("the source is no expand_shape");
    const made = ExpandShapeOp.build(rewriter, {
      src: inner.src,
      outputShape,
      staticOutputShape,
      reassociation: composeReassociations(inner.reassociation, reassociation),
      resultTypes: [result.type],
    });
    rewriter.replaceOp(op, made.op);
    return true;
  },
);

/** In row-major order, whatever shape is between makes no difference. */
const back: readonly Pattern[] = [
  [ExpandShapeOp, CollapseShapeOp] as const,
  [CollapseShapeOp, ExpandShapeOp] as const,
].map(([outer, inner]) =>
  pattern(`${outer.name}(${inner.name} x) => one reshape of x`, outer, ({ op, src, result }, rewriter) => {
    const source = inner.match(src.definingOp)?.src;
    if (source === undefined) return refuse(`the source is no ${inner.name}`);
    const [from, to] = [expectTensorType(source.type), expectTensorType(result.type)];
    if (!isStaticShape(from.shape) || !isStaticShape(to.shape)) return refuse("extents are dynamic");
    if (from.shape.length === to.shape.length) return refuse("neither has more dimensions");
    const collapse = from.shape.length > to.shape.length;
    const reassociation = collapse
      ? inferReassociation(from.shape, to.shape)
      : inferReassociation(to.shape, from.shape);
    if (reassociation === undefined) return refuse("dimensions are merged and split");
    const parts = { src: source, reassociation, resultTypes: [to] };
    const made = collapse
      ? CollapseShapeOp.build(rewriter, parts)
      : ExpandShapeOp.build(rewriter, { ...parts, outputShape: [], staticOutputShape: to.shape });
    rewriter.replaceOp(op, made.op);
    return true;
  }),
);

const ofElements: readonly Pattern[] = [CollapseShapeOp, ExpandShapeOp].flatMap((definition) => [
  pattern(`${definition.name} of from_elements => from_elements`, definition, ({ op, src, result }, rewriter) => {
    const elements = FromElementsOp.match(src.definingOp)?.elements;
    if (elements === undefined) return refuse("the source is not made of elements");
    if (!isStaticShape(expectTensorType(result.type).shape)) return refuse("the result has dynamic extents");
    rewriter.replaceOp(op, FromElementsOp.build(rewriter, { elements, resultTypes: [result.type] }).op);
    return true;
  }),
  pattern(`${definition.name} of splat => splat`, definition, ({ op, src, result }, rewriter) => {
    const input = SplatOp.match(src.definingOp)?.input;
    if (input === undefined) return refuse("the source is no splat");
    if (!isStaticShape(expectTensorType(src.type).shape) || !isStaticShape(expectTensorType(result.type).shape))
      return refuse("extents are dynamic");
    rewriter.replaceOp(op, SplatOp.build(rewriter, { input, dynamicSizes: [], resultTypes: [result.type] }).op);
    return true;
  }),
]);

const collapseOfCast = pattern(
  "collapse_shape of a cast that forgets => cast of collapse_shape of what was cast",
  CollapseShapeOp,
  ({ op, src, reassociation, result }, rewriter) => {
    const cast = CastOp.match(src.definingOp);
    if (cast === undefined || !forgetsOnly(cast.source.type, src.type))
      return refuse("the source is no cast that only forgets");
    const from = expectTensorType(cast.source.type);
    const type = tensorType(collapsedShape(from.shape, reassociation), from.element, from.encoding);
    const made = CollapseShapeOp.build(rewriter, { src: cast.source, reassociation, resultTypes: [type] });
    rewriter.replaceOp(op, castTo(rewriter, made.result, result.type));
    return true;
  },
);

const constantExpand = pattern(
  "expand_shape to constant extents => cast of an expand_shape to static ones",
  ExpandShapeOp,
  ({ op, src, outputShape, staticOutputShape, reassociation, result }, rewriter) => {
    const shape = mixedIndices(staticOutputShape, outputShape).map((index) => {
      const constant = constantIndex(index);
      return constant !== undefined && constant >= 0 ? constant : index;
    });
    const { statics, dynamics } = splitIndices(shape);
    if (dynamics.length === outputShape.length) return refuse("no extent is a constant");
    const [from, to] = [expectTensorType(src.type), expectTensorType(result.type)];
    const collapsed = collapsedShape(statics, reassociation);
    if (collapsed.some((extent, d) => extent !== DYNAMIC && from.shape[d] !== DYNAMIC && extent !== from.shape[d]))
      return refuse("the extents do not fit the source");
    const source = castTo(rewriter, src, tensorType(collapsed, from.element, from.encoding));
    const made = ExpandShapeOp.build(rewriter, {
      src: source,
      outputShape: dynamics,
      staticOutputShape: statics,
      reassociation,
      resultTypes: [tensorType(statics, to.element, to.encoding)],
    });
    rewriter.replaceOp(op, castTo(rewriter, made.result, to));
    return true;
  },
);

export const reshapePatterns: readonly Pattern[] = [
  collapseOfCollapse,
  expandOfExpand,
  ...back,
  ...ofElements,
  collapseOfCast,
  constantExpand,
];
