// Folding of casts of constants: where the result is the same whether an index has 32 or 64 bits.
import type { Attribute } from "../../ir/core/attributes.ts";
import { integerAttr } from "../../ir/core/attribute-constructors.ts";
import type { FoldResult } from "../../ir/core/definition.ts";
import type { Type } from "../../ir/core/types.ts";

/** The constant cast to a type, or undefined where a 32-bit index would give another result. */
export function foldCast(constant: Attribute | undefined, to: Type, reading: "signed" | "unsigned"): FoldResult {
  if (constant?.kind !== "integer") return undefined;
  const read = (value: bigint, width: number): bigint =>
    reading === "signed" ? BigInt.asIntN(width, value) : BigInt.asUintN(width, value);
  const from = constant.type;
  // The low half of a cast to 64 bits is the cast to 32.
  if (to.kind === "index") return [integerAttr(to, read(constant.value, from.kind === "index" ? 64 : from.width))];
  if (to.kind !== "integer") return undefined;
  const { width } = to;
  const [wide, narrow] = [read(constant.value, 64), read(constant.value, 32)];
  if (width > 32 && BigInt.asUintN(width, wide) !== BigInt.asUintN(width, narrow)) return undefined;
  return [integerAttr(to, wide)];
}
