// The arith dialect: integer and float arithmetic, comparisons, casts and constants, on scalars, vectors and tensors.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Location } from "../../ir/core/location.ts";
import { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { FastMathAttr, IntegerOverflowAttr } from "./attributes.ts";
import { arithPatterns } from "./canonicalize.ts";
import { isElements, typeOfAttribute } from "./constant-attribute.ts";
import { arithGeneration } from "./generation.ts";
import * as casts from "./ops/cast.ts";
import * as comparisons from "./ops/compare.ts";
import { ConstantOp } from "./ops/constant.ts";
import * as floats from "./ops/float.ts";
import * as integers from "./ops/integer-binary.ts";
import * as extended from "./ops/integer-extended.ts";
import { isPoisonAttr } from "./poison.ts";
import { suggestConstantName } from "./constant-name.ts";

export * from "./attributes.ts";
export { floatConstantAttr, integerConstantAttr, typeOfAttribute, zeroAttr } from "./constant-attribute.ts";
export { arithConstant, constantIndexOp } from "./build.ts";
export { ConstantOp } from "./ops/constant.ts";
export * from "./ops/integer-binary.ts";
export * from "./ops/integer-extended.ts";
export {
  NegFOp, AddFOp, SubFOp, MulFOp, DivFOp, RemFOp, MaximumFOp, MinimumFOp, MaxNumFOp, MinNumFOp, floatOf,
} from "./ops/float.ts"; // prettier-ignore
export * from "./ops/cast.ts";
export { CmpFOp, CmpIOp, SelectOp } from "./ops/compare.ts";

/** An arith.constant that holds `value`, detached; undefined where arith has no such constant. Other dialects' constants too. */
export function materializeArithConstant(
  context: Context,
  value: Attribute,
  type: Type,
  location: Location,
): Operation | undefined {
  if (isPoisonAttr(value))
    return Operation.create(context, context.opDefinition("ub.poison"), location, {
      properties: { value },
      resultTypes: [type],
    });
  const isValue = value.kind === "integer" || value.kind === "float" || isElements(value);
  if (!isValue || typeOfAttribute(value) !== type) return undefined;
  if (type.kind === "integer" && type.signedness !== "signless") return undefined;
  return Operation.create(context, ConstantOp, location, { properties: { value }, resultTypes: [type] });
}

export const arithDialect = defineDialect({
  name: "arith",
  summary: "Integer and float arithmetic.",
  ops: [
    ConstantOp,
    integers.AddIOp, extended.AddUIExtendedOp, integers.SubIOp, integers.MulIOp, extended.MulSIExtendedOp, extended.MulUIExtendedOp,
    integers.DivUIOp, integers.DivSIOp, integers.CeilDivUIOp, integers.CeilDivSIOp, integers.FloorDivSIOp, integers.RemUIOp,
    integers.RemSIOp, integers.AndIOp, integers.OrIOp, integers.XOrIOp, integers.ShLIOp, integers.ShRUIOp, integers.ShRSIOp,
    floats.NegFOp, floats.AddFOp, floats.SubFOp, floats.MaximumFOp, floats.MaxNumFOp, integers.MaxSIOp, integers.MaxUIOp,
    floats.MinimumFOp, floats.MinNumFOp, integers.MinSIOp, integers.MinUIOp, floats.MulFOp, floats.DivFOp, floats.RemFOp,
    casts.ExtUIOp, casts.ExtSIOp, casts.ExtFOp, casts.TruncIOp, casts.TruncFOp, casts.UIToFPOp, casts.SIToFPOp, casts.FPToUIOp,
    casts.FPToSIOp, casts.ScalingExtFOp, casts.ScalingTruncFOp, casts.IndexCastOp, casts.IndexCastUIOp, casts.BitcastOp,
    comparisons.CmpIOp, comparisons.CmpFOp, comparisons.SelectOp,
  ], // prettier-ignore
  attributes: [FastMathAttr, IntegerOverflowAttr],
  canonicalizationPatterns: arithPatterns,
  materializeConstant: materializeArithConstant,
  generation: arithGeneration,
  suggestResultName: suggestConstantName,
});
