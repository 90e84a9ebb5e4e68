// Canonicalisation of memref: constant operands move into types, copies and buffers that nobody reads go away.
import { indexType, memrefType } from "../../ir/core/type-constructors.ts";
import { layoutOf } from "../../ir/core/strided-layout.ts";
import { DYNAMIC, type MemRefType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import {
  constantIndex, offsetSizeStride, offsetSizeStrideArguments, withConstants, type OffsetSizeStride,
} from "../../ir/define/offset-size-stride.ts"; // prettier-ignore
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { ConstantOp } from "../arith/index.ts";
import { CopyOp, copiesNothing } from "./access.ts";
import { AllocaOp, AllocOp, expectMemRefType } from "./allocation.ts";
import { CastOp } from "./casts.ts";
import { ExtractStridedMetadataOp } from "./metadata.ts";
import { inferRankReducedSubviewType, keptDimensions, inferSubviewType } from "./subview-type.ts";
import { SubViewOp, verifyInBounds } from "./views.ts";

/** A cast to `type`, where `value` has another one. */
function castTo(rewriter: Rewriter, value: Value, type: Value["type"]): Value {
  return value.type === type ? value : CastOp.build(rewriter, { source: value, resultTypes: [type] }).dest;
}

/** The type and the remaining dynamic sizes of an allocation once its constant sizes are in the type. */
function staticAllocation(
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

const constantSizes = [AllocOp, AllocaOp].map((definition) =>
  pattern(
    `${definition.name} of constant sizes => cast of ${definition.name} of a static type`,
    definition,
    (view, rewriter) => {
      const smaller = staticAllocation(expectMemRefType(view.memref.type), view.dynamicSizes);
      if (smaller === undefined) return refuse("no dynamic size is a constant");
      const { symbolOperands, alignment } = view;
      const made = definition.build(rewriter, {
        dynamicSizes: smaller.sizes,
        symbolOperands,
        alignment,
        resultTypes: [smaller.type],
      });
      rewriter.replaceOp(view.op, castTo(rewriter, made.memref, view.memref.type));
      return true;
    },
  ),
);

const unusedBuffer = [AllocOp, AllocaOp].map((definition) =>
  pattern(`${definition.name} that is only written and freed => nothing`, definition, ({ op, memref }, rewriter) => {
    const users = memref.users();
    const writes = users.every(
      (user) => user.name === "memref.dealloc" || (user.name === "memref.store" && user.operand(0) !== memref),
    );
    if (!writes) return refuse("the buffer is read, or somebody else sees it");
    for (const user of new Set(users)) rewriter.eraseOp(user);
    rewriter.eraseOp(op);
    return true;
  }),
);

const emptyCopy = pattern("copy of a buffer to itself, or of no elements => nothing", CopyOp, ({ op }, rewriter) => {
  if (!copiesNothing(op)) return refuse("the copy may change something");
  rewriter.eraseOp(op);
  return true;
});

/** Lists with constants as numbers, when that says more than the op does. Negative sizes stay operands. */
export function moreStatic(lists: OffsetSizeStride): OffsetSizeStride | undefined {
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
    const inferred = inferSubviewType(source, before);
    const kept = inferred && keptDimensions(inferred, result);
    const type =
      kept &&
      inferRankReducedSubviewType(
        kept.map((d) => inferShape(lists, d)),
        source,
        lists,
      );
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

function inferShape({ sizes }: OffsetSizeStride, d: number): number {
  const size = sizes[d];
  return typeof size === "number" ? size : DYNAMIC;
}

const staticMetadata = pattern(
  "extract_strided_metadata of static sizes, strides, offset => constants",
  ExtractStridedMetadataOp,
  ({ op, source }, rewriter) => {
    const type = expectMemRefType(source.type);
    const layout = layoutOf(type);
    if (layout === undefined) return refuse("the layout of the source is not strided");
    let changed = false;
    [layout.offset, ...type.shape, ...layout.strides].forEach((value, i) => {
      const result = op.result(i + 1);
      if (value === DYNAMIC || !result.hasUses) return;
      const constant = ConstantOp.build(rewriter, {
        value: indexAttr(op.context, value),
        resultTypes: [indexType(op.context)],
      });
      rewriter.replaceAllUsesWith(result, constant.result);
      changed = true;
    });
    return changed ? true : refuse("no result that is used is static");
  },
);

export const memrefPatterns: readonly Pattern[] = [
  ...constantSizes,
  ...unusedBuffer,
  emptyCopy,
  constantSubview,
  staticMetadata,
];
