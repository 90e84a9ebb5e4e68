// How generated programs keep index arithmetic defined, and bring an index into a range.
import type { DialectGeneration, GenerationSite } from "../../ir/check/generate/generation-site.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";

/** Shifts are poison from here on where an index has 32 bits. */
const NARROW = 32;

function binary(builder: OpBuilder, name: string, lhs: Value, rhs: Value): Value {
  return builder.create(`index.${name}`, { operands: [lhs, rhs], resultTypes: [lhs.type] }).result();
}

/** A small constant above zero, or `(x >> 1) | 1`. */
export function makePositiveDivisor(site: GenerationSite, op: Operation): boolean {
  const divisor = op.operand(1);
  if (site.random.chance(1, 2)) op.setOperand(1, site.integer(divisor.type, 1 + site.random.below(8)));
  else {
    const one = site.integer(divisor.type, 1);
    op.setOperand(1, binary(site.builder, "or", binary(site.builder, "shru", divisor, one), one));
  }
  return true;
}

export function makeShiftBelowWidth(site: GenerationSite, op: Operation): boolean {
  op.setOperand(1, site.below(op.operand(1).type, NARROW));
  return true;
}

export const indexGeneration: DialectGeneration = {
  clamp: (builder, value, limit) => {
    if (value.type.kind !== "index") return undefined;
    const attribute = indexAttr(builder.context, limit);
    const bound = builder.create("index.constant", { properties: { value: attribute }, resultTypes: [value.type] });
    return binary(builder, "remu", value, bound.result());
  },
};
