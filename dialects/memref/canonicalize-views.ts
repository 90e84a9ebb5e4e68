// Canonicalisation of views of memrefs: constant operands move into types, casts move behind, views of everything go away.
import { layoutOf, stridedMemrefType } from "../../ir/core/strided-layout.ts";
import { memrefType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, type MemRefType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  constantIndex, isWholeSlice, offsetSizeStride, offsetSizeStrideArguments, staticIndex, withConstants, type OffsetSizeStride,
  type OffsetSizeStrideView,
} from "../../ir/define/offset-size-stride.ts"; // prettier-ignore
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { expectMemRefType } from "./allocation.ts";
import { forgetsOnly } from "./cast-operand.ts";
import { CastOp } from "./casts.ts";
import { ExtractStridedMetadataOp } from "./metadata.ts";
import { areCastCompatible, inferRankReducedSubviewType, inferSubviewType, keptDimensions } from "./subview-type.ts";
import { ReinterpretCastOp, SubViewOp, verifyInBounds, ViewOp } from "./views.ts";

/** A cast to `type`, where `value` has another one. */
export function castTo(rewriter: Rewriter, value: Value, type: Type): Value {
  return value.type === type ? value : CastOp.build(rewriter, { source: value, resultTypes: [type] }).dest;
}

/** The type and the remaining dynamic sizes of a buffer once its constant sizes are in the type. */
export function staticSizes(
  type: MemRefType,
  dynamicSizes: readonly Value[],
): { type: MemRefType; sizes: readonly Value[] } | undefined {
  const sizes: Value[] = [];
  let next = 0;
  const shape = type.shape.map((extent) => {
    const size = extent === DYNAMIC ? dynamicSizes[next++] : undefined;
    const constant = size && constantIndex(size);
    if (size !== undefined && (constant === undefined || constant < 0)) sizes.push(size);
    return constant !== undefined && constant >= 0 ? constant : extent;
  });
  if (sizes.length === dynamicSizes.length) return undefined;
  return { type: memrefType(shape, type.element, type), sizes };
}

/** Lists with constants as numbers, when that says more than the op does. Negative sizes stay operands. */
function moreStatic(lists: OffsetSizeStride): OffsetSizeStride | undefined {
  const improved = {
    offsets: withConstants(lists.offsets).map((index, d) =>
      typeof index === "number" && index < 0 ? (lists.offsets[d] ?? index) : index,
    ),
    sizes: withConstants(lists.sizes).map((index, d) =>
      typeof index === "number" && index < 0 ? (lists.sizes[d] ?? index) : index,
    ),
    strides: withConstants(lists.strides),
  };
  const same = (["offsets", "sizes", "strides"] as const).every((key) =>
    improved[key].every((index, d) => index === lists[key][d]),
  );
  return same ? undefined : improved;
}

const constantSubview = pattern(
  "subview with constant operands => cast of a subview with static ones",
  SubViewOp,
  (view, rewriter) => {
    const source = expectMemRefType(view.source.type);
    const result = expectMemRefType(view.result.type);
    const before = offsetSizeStride(view);
    const lists = moreStatic(before);
    if (lists === undefined) return refuse("no operand is a constant");
    const problem = verifyInBounds(source, lists);
    if (problem !== undefined) return refuse(problem);
    const kept = keptOf(view);
    const type = kept && typeOfKept(kept, source, lists);
    if (type === undefined) return refuse("the layout of the source is not strided");
    const made = SubViewOp.build(rewriter, {
      source: view.source,
      ...offsetSizeStrideArguments(lists),
      resultTypes: [type],
    });
    rewriter.replaceOp(view.op, castTo(rewriter, made.result, result));
    return true;
  },
);

type SubView = OffsetSizeStrideView & Readonly<Record<"source" | "result", Value>>;

/** The dimensions of its source that a subview keeps. */
function keptOf(view: SubView): readonly number[] | undefined {
  const inferred = inferSubviewType(expectMemRefType(view.source.type), offsetSizeStride(view));
  return inferred && keptDimensions(inferred, expectMemRefType(view.result.type));
}

/** The type of a subview that keeps these dimensions. */
const typeOfKept = (kept: readonly number[], source: MemRefType, lists: OffsetSizeStride): MemRefType | undefined =>
  inferRankReducedSubviewType(
    kept.map((d) => staticIndex(lists.sizes[d] ?? DYNAMIC)),
    source,
    lists,
  );

const wholeSubview = pattern("subview of the whole buffer => cast of the buffer", SubViewOp, (view, rewriter) => {
  const [source, result] = [expectMemRefType(view.source.type), expectMemRefType(view.result.type)];
  if (source.shape.length !== result.shape.length) return refuse("it drops dimensions");
  if (!isWholeSlice(offsetSizeStride(view), source.shape)) return refuse("it is not known to be the whole buffer");
  if (!areCastCompatible(source, result)) return refuse("a cast does not take it to the type of the subview");
  rewriter.replaceOp(view.op, castTo(rewriter, view.source, result));
  return true;
});

const subviewOfCast = pattern(
  "subview of a cast that forgets => cast of the subview of what was cast",
  SubViewOp,
  (view, rewriter) => {
    const cast = CastOp.match(view.source.definingOp);
    if (cast === undefined || !forgetsOnly(cast.source.type, view.source.type))
      return refuse("the source is no cast that only forgets");
    const lists = offsetSizeStride(view);
    const source = expectMemRefType(cast.source.type);
    const problem = verifyInBounds(source, lists);
    if (problem !== undefined) return refuse(problem);
    const kept = keptOf(view);
    const type = kept && typeOfKept(kept, source, lists);
    if (type === undefined || !areCastCompatible(type, expectMemRefType(view.result.type)))
      return refuse("a cast does not take it to the type of the subview");
    const made = SubViewOp.build(rewriter, {
      source: cast.source,
      ...offsetSizeStrideArguments(lists),
      resultTypes: [type],
    });
    rewriter.replaceOp(view.op, castTo(rewriter, made.result, view.result.type));
    return true;
  },
);

/** The type of a reinterpret_cast with these lists. */
const reinterpretedType = ({ element, memorySpace }: MemRefType, lists: OffsetSizeStride): MemRefType =>
  stridedMemrefType(
    lists.sizes.map(staticIndex),
    element,
    { offset: staticIndex(lists.offsets[0] ?? 0), strides: lists.strides.map(staticIndex) },
    memorySpace,
  );

const constantReinterpretCast = pattern(
  "reinterpret_cast with constant operands => cast of a reinterpret_cast with static ones",
  ReinterpretCastOp,
  (view, rewriter) => {
    const lists = moreStatic(offsetSizeStride(view));
    if (lists === undefined) return refuse("no operand is a constant");
    const result = expectMemRefType(view.result.type);
    const type = reinterpretedType(result, lists);
    if (!areCastCompatible(type, result)) return refuse("a cast does not take it to the type of the result");
    const made = ReinterpretCastOp.build(rewriter, {
      source: view.source,
      ...offsetSizeStrideArguments(lists),
      resultTypes: [type],
    });
    rewriter.replaceOp(view.op, castTo(rewriter, made.result, result));
    return true;
  },
);

const reinterpretCastOfMetadata = pattern(
  "reinterpret_cast of the base of x => reinterpret_cast of x, or x itself where nothing changes",
  ReinterpretCastOp,
  (view, rewriter) => {
    const metadata = ExtractStridedMetadataOp.match(view.source.definingOp);
    if (metadata?.baseBuffer !== view.source) return refuse("the source is no base of a buffer");
    const lists = offsetSizeStride(view);
    const { op } = metadata;
    const source = expectMemRefType(metadata.source.type);
    const rank = source.shape.length;
    const isSame =
      lists.sizes.length === rank &&
      [...lists.offsets, ...lists.sizes, ...lists.strides].every((index, i) => {
        const layout = layoutOf(source);
        const known = layout && [layout.offset, ...source.shape, ...layout.strides][i];
        return index === op.result(i + 1) || (known !== DYNAMIC && constantIndex(index) === known);
      });
    const result = expectMemRefType(view.result.type);
    if (isSame && areCastCompatible(source, result))
      rewriter.replaceOp(view.op, castTo(rewriter, metadata.source, result));
    else rewriter.setOperand(view.op, 0, metadata.source);
    return true;
  },
);

const constantView = pattern(
  "view of constant sizes => cast of a view of a static type",
  ViewOp,
  ({ op, source, byteShift, sizes, result }, rewriter) => {
    const smaller = staticSizes(expectMemRefType(result.type), sizes);
    if (smaller === undefined) return refuse("no dynamic size is a constant");
    const made = ViewOp.build(rewriter, { source, byteShift, sizes: smaller.sizes, resultTypes: [smaller.type] });
    rewriter.replaceOp(op, castTo(rewriter, made.result, result.type));
    return true;
  },
);

export const viewPatterns: readonly Pattern[] = [
  constantSubview,
  wholeSubview,
  subviewOfCast,
  constantReinterpretCast,
  reinterpretCastOfMetadata,
  constantView,
];
