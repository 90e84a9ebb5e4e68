// Canonicalisation of memref: constant operands move into types, copies and buffers that nobody reads go away.
import { indexType } from "../../ir/core/type-constructors.ts";
import { layoutOf } from "../../ir/core/strided-layout.ts";
import { DYNAMIC } from "../../ir/core/types.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import { ConstantOp } from "../arith/index.ts";
import { CopyOp, copiesNothing } from "./access.ts";
import { AllocaOp, AllocOp, expectMemRefType } from "./allocation.ts";
import { reshapePatterns } from "./canonicalize-reshapes.ts";
import { castTo, staticSizes, viewPatterns } from "./canonicalize-views.ts";
import { ExtractStridedMetadataOp } from "./metadata.ts";

const constantSizes = [AllocOp, AllocaOp].map((definition) =>
  pattern(
    `${definition.name} of constant sizes => cast of ${definition.name} of a static type`,
    definition,
    (view, rewriter) => {
      const smaller = staticSizes(expectMemRefType(view.memref.type), view.dynamicSizes);
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
  ...viewPatterns,
  ...reshapePatterns,
  staticMetadata,
];
