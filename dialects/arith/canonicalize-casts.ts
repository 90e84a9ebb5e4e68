// Canonicalisation of arith: operations move in front of extensions, truncations and shifts meet, unused halves of wide results go.
import { elementTypeOf, type FloatName } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { integerConstant } from "../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { constant, match, rule, val } from "../../ir/rewrite/rule.ts";
import { integerConstantAttr } from "./constant-attribute.ts";
import { floatElement } from "./fast-math.ts";
import { integerWidth } from "./integer-element.ts";
import { ExtSIOp, ExtUIOp, IndexCastOp, IndexCastUIOp, SIToFPOp, TruncFOp, TruncIOp, UIToFPOp } from "./ops/cast.ts";
import { CmpIOp } from "./ops/compare.ts";
import { ConstantOp } from "./ops/constant.ts";
import { AddIOp, AndIOp, MulIOp, OrIOp, ShRSIOp, ShRUIOp, SubIOp, XOrIOp } from "./ops/integer-binary.ts";
import { AddUIExtendedOp, MulSIExtendedOp, MulUIExtendedOp } from "./ops/integer-extended.ts";

const extensions = [ExtUIOp, ExtSIOp] as const;

/** What two extensions of one kind extend, where that has one type. */
function extended(kind: (typeof extensions)[number], lhs: Value, rhs: Value): readonly [Value, Value] | undefined {
  const [left, right] = [kind.match(lhs.definingOp), kind.match(rhs.definingOp)];
  return left !== undefined && right !== undefined && left.in.type === right.in.type ? [left.in, right.in] : undefined;
}

const bitsOfExtended: readonly Pattern[] = [AndIOp, OrIOp, XOrIOp].flatMap((definition) =>
  extensions.map((kind) =>
    pattern(
      `${definition.name} of ${kind.name}s => ${kind.name} of ${definition.name}`,
      definition,
      ({ op, lhs, rhs, result }, rewriter) => {
        const narrow = extended(kind, lhs, rhs);
        if (narrow === undefined) return refuse("its operands are no extensions of one type");
        const made = definition.build(rewriter, { lhs: narrow[0], rhs: narrow[1] });
        rewriter.replaceOp(op, kind.build(rewriter, { in: made.result, resultTypes: [result.type] }).out);
        return true;
      },
    ),
  ),
);

const equalityOfExtended: readonly Pattern[] = extensions.map((kind) =>
  pattern(`${kind.name} x == ${kind.name} y => x == y`, CmpIOp, ({ op, predicate, lhs, rhs }, rewriter) => {
    if (predicate !== "eq" && predicate !== "ne") return refuse("it is no comparison for equality");
    const narrow = extended(kind, lhs, rhs);
    if (narrow === undefined) return refuse("its operands are no extensions of one type");
    rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate, lhs: narrow[0], rhs: narrow[1] }).result);
    return true;
  }),
);

const truncationOfExtended: readonly Pattern[] = extensions.map((kind) =>
  pattern(`trunci(${kind.name} x) => ${kind.name} x, to less`, TruncIOp, ({ op, in: value, out }, rewriter) => {
    const inner = kind.match(value.definingOp);
    if (inner === undefined) return refuse(`its operand is no ${kind.name}`);
    if (integerWidth(inner.in.type) >= integerWidth(out.type)) return refuse("what was extended is not narrower");
    rewriter.replaceOp(op, kind.build(rewriter, { in: inner.in, resultTypes: [out.type] }).out);
    return true;
  }),
);

const truncationOfShift = pattern(
  "trunci(x >> n, signed) => trunci(x >> n, unsigned) where n bits are cut off",
  TruncIOp,
  ({ op, in: value, out, overflowFlags }, rewriter) => {
    const shift = ShRSIOp.match(value.definingOp);
    const amount = shift === undefined ? undefined : integerConstant(shift.rhs);
    if (shift === undefined || amount !== BigInt(integerWidth(value.type) - integerWidth(out.type)))
      return refuse("its operand is no such shift");
    const { lhs, rhs, isExact } = shift;
    const made = ShRUIOp.build(rewriter, { lhs, rhs, isExact });
    // What fits as a signed number need not fit any more.
    const kept = overflowFlags.filter((flag) => flag !== "nsw");
    const truncated = TruncIOp.build(rewriter, { in: made.result, overflowFlags: kept, resultTypes: [out.type] });
    rewriter.replaceOp(op, truncated.out);
    return true;
  },
);

const indexOfZeroExtended = pattern(
  "index_castui(extui x) => index_castui x",
  IndexCastUIOp,
  ({ op, in: value, out }, rewriter) => {
    const inner = ExtUIOp.match(value.definingOp);
    if (inner === undefined) return refuse("its operand is no extui");
    if (integerWidth(value.type) > 64) return refuse("the extension is wider than an index");
    rewriter.replaceOp(op, IndexCastUIOp.build(rewriter, { in: inner.in, resultTypes: [out.type] }).out);
    return true;
  },
);

// MLIR does so for narrower types between as well, which loses bits.
const indexThereAndBack: readonly Pattern[] = [IndexCastOp, IndexCastUIOp].map((definition) =>
  pattern(
    `${definition.name} there and back => x, where the type between holds x`,
    definition,
    ({ op, in: value, out }, rewriter) => {
      const inner = definition.match(value.definingOp);
      if (inner?.in.type !== out.type) return refuse("it does not go back");
      if (out.type.kind !== "memref") {
        if (elementTypeOf(out.type).kind !== "index") return refuse("it is no index that goes there and back");
        const source = definition.match(inner.in.definingOp);
        const isNarrow =
          source !== undefined &&
          source.in.type.kind !== "memref" &&
          integerWidth(source.in.type) <= integerWidth(value.type);
        if (!isNarrow) return refuse("the type between may lose bits");
      }
      rewriter.replaceOp(op, [inner.in]);
      return true;
    },
  ),
);

const lowHalf: readonly Pattern[] = [MulSIExtendedOp, MulUIExtendedOp].map((definition) =>
  pattern(`${definition.name} whose high half is not used => muli`, definition, (view, rewriter) => {
    const { op, lhs, rhs, low, high } = view;
    if (high.hasUses) return refuse("its high half is used");
    rewriter.replaceAllUsesWith(low, MulIOp.build(rewriter, { lhs, rhs }).result);
    rewriter.eraseOp(op);
    return true;
  }),
);

const sumOnly = pattern(
  "addui_extended whose carry is not used => addi",
  AddUIExtendedOp,
  ({ op, lhs, rhs, sum, overflow }, rewriter) => {
    if (overflow.hasUses) return refuse("its carry is used");
    rewriter.replaceAllUsesWith(sum, AddIOp.build(rewriter, { lhs, rhs }).result);
    rewriter.eraseOp(op);
    return true;
  },
);

function zeroOf(rewriter: Rewriter, value: Value): Value | undefined {
  const attribute = integerConstantAttr(value.type, 0n);
  return attribute && ConstantOp.build(rewriter, { value: attribute }).result;
}

const timesOne = pattern(
  "mulsi_extended(x, 1) => x, extsi(x < 0)",
  MulSIExtendedOp,
  ({ op, lhs, rhs, high }, rewriter) => {
    if (integerConstant(rhs) !== 1n || integerWidth(rhs.type) === 1) return refuse("it is no multiplication by 1");
    // extsi makes no index.
    if (elementTypeOf(lhs.type).kind === "index") return refuse("an index has no sign to extend");
    const zero = zeroOf(rewriter, lhs);
    if (zero === undefined) return refuse("the type has no constants");
    const negative = CmpIOp.build(rewriter, { predicate: "slt", lhs, rhs: zero });
    const sign = ExtSIOp.build(rewriter, { in: negative.result, resultTypes: [high.type] });
    rewriter.replaceOp(op, [lhs, sign.out]);
    return true;
  },
);

const minusItself = pattern("(x - y) - x => 0 - y", SubIOp, ({ op, lhs, rhs }, rewriter) => {
  const inner = SubIOp.match(lhs.definingOp);
  if (inner?.lhs !== rhs) return refuse("it is no subtraction of what was subtracted from");
  const zero = zeroOf(rewriter, rhs);
  if (zero === undefined) return refuse("the type has no constants");
  rewriter.replaceOp(op, SubIOp.build(rewriter, { lhs: zero, rhs: inner.rhs }).result);
  return true;
});

/** Bits of integers that every value of the format between can hold exactly. */
const exactBits: Partial<Record<FloatName, number>> = { f16: 11, bf16: 8, f32: 24, f64: 53 };

const truncationOfInteger: readonly Pattern[] = [SIToFPOp, UIToFPOp].map((conversion) =>
  pattern(
    `truncf(${conversion.name} x) => ${conversion.name} x, where that is exact before`,
    TruncFOp,
    ({ op, in: value, out, roundingmode }, rewriter) => {
      const inner = conversion.match(value.definingOp);
      if (inner === undefined) return refuse(`its operand is no ${conversion.name}`);
      if (roundingmode !== undefined && roundingmode !== "to_nearest_even") return refuse("it rounds otherwise");
      const exact = exactBits[floatElement(value.type).name];
      if (exact === undefined || integerWidth(inner.in.type) > exact) return refuse("the conversion may round");
      rewriter.replaceOp(op, conversion.build(rewriter, { in: inner.in, resultTypes: [out.type] }).out);
      return true;
    },
  ),
);

export const castPatterns: readonly Pattern[] = [
  ...truncationOfInteger,
  ...bitsOfExtended,
  ...equalityOfExtended,
  ...truncationOfExtended,
  truncationOfShift,
  indexOfZeroExtended,
  ...indexThereAndBack,
  timesOne,
  ...lowHalf,
  sumOnly,
  minusItself,
  rule(
    "x * -1 + y => y - x",
    match(AddIOp, { lhs: match(MulIOp, { lhs: val("x"), rhs: constant(-1n) }), rhs: val("y") }),
    ({ x, y }, rewriter) => SubIOp.build(rewriter, { lhs: y, rhs: x }),
  ),
];
