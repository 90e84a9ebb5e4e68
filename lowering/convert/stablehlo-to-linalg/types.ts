// Types below StableHLO: integers lose their signedness, complex numbers are refused.
import { integerType, tensorType } from "../../../ir/core/type-constructors.ts";
import type { RankedTensorType, Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { TypeConverter } from "../../../ir/rewrite/type-converter.ts";

/** The element type that a scalar body computes on; undefined for those that it cannot. */
export function signless(type: Type): Type | undefined {
  if (type.kind === "integer") return type.signedness === "signless" ? type : integerType(type.context, type.width);
  return type.kind === "complex" ? undefined : type;
}

export function signlessConverter(): TypeConverter {
  return new TypeConverter((type) => {
    if (type.kind !== "tensor") return signless(type) ?? null;
    const element = signless(type.element);
    if (element === undefined) return null;
    return element === type.element ? type : tensorType(type.shape, element, type.encoding);
  });
}

export function tensorTypeOf(value: Value | Type): RankedTensorType {
  const type = "kind" in value ? value : value.type;
  if (type.kind !== "tensor") throw new Error("stablehlo's values are ranked tensors");
  return type;
}

export const shapeOf = (value: Value | Type): readonly number[] => tensorTypeOf(value).shape;
export const elementOf = (value: Value | Type): Type => tensorTypeOf(value).element;
