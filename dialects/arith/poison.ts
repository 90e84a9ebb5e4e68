// Poison among constant operands: an op on poison is poison.
import type { Attribute } from "../../ir/core/attributes.ts";

/** Whether an attribute is `#ub.poison`. */
export const isPoisonAttr = (attribute: Attribute): boolean =>
  attribute.kind === "dialect" && attribute.definition.name === "ub.poison";

/** The operand that is poison, if one is. */
export const poisonAmong = (constants: readonly (Attribute | undefined)[]): Attribute | undefined =>
  constants.find((constant) => constant !== undefined && isPoisonAttr(constant));
