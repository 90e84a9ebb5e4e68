// Reading constants off values: what folders and rules ask of an operand.
import type { Attribute } from "../core/attributes.ts";
import type { Value } from "../core/value.ts";
import { constantOf } from "../define/op-interfaces.ts";

/** The integer in an attribute: an integer attribute, or a splat of one. */
export function integerOf(attribute: Attribute | undefined): bigint | undefined {
  if (attribute?.kind === "integer") return attribute.value;
  if (attribute?.kind !== "dense" || !attribute.splat) return undefined;
  const { element } = attribute.type;
  if (element.kind !== "integer" && element.kind !== "index") return undefined;
  let bits = 0n;
  for (let i = attribute.data.length - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(attribute.data[i] ?? 0);
  const width = element.kind === "index" ? 64 : element.width;
  return width === 1 || (element.kind === "integer" && element.signedness === "unsigned")
    ? BigInt.asUintN(width, bits)
    : BigInt.asIntN(width, bits);
}

/** The value of an integer or index constant, or of a splat of one; undefined where it is no constant. */
export function integerConstant(value: Value): bigint | undefined {
  return integerOf(constantOf(value));
}
