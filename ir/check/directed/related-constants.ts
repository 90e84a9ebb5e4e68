// Constants that have to do with others: what rules on constants compare.
import type { Attribute } from "../../core/attributes.ts";
import { elementTypeOf, isIntegerOrIndex } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { RandomSource } from "../random-source.ts";

export function widthOf({ type }: Value): number {
  const element = elementTypeOf(type);
  return element.kind === "integer" ? element.width : 64;
}

/** A number that has to do with another: what rules on constants compare. */
export function related(constant: bigint, width: number, random: RandomSource): bigint {
  const bits = BigInt(width);
  switch (random.below(10)) {
    case 0:
      return constant + 1n;
    case 1:
      return constant - 1n;
    case 2:
      return -constant;
    case 3:
      return ~constant;
    case 4:
      return constant >= 0n && constant < bits ? 1n << constant : bits - constant;
    case 5:
      return bits - 1n - constant;
    case 6:
      return constant >= 0n && constant < bits ? (1n << constant) - 1n : constant >> 1n;
    default:
      return constant;
  }
}

/** The integers of an attribute that has a few. */
export function integersIn(attribute: Attribute): readonly bigint[] {
  if (attribute.kind === "integer") return [attribute.value];
  if (attribute.kind === "dense_array") return attribute.values.slice(0, 4).map(BigInt);
  if (attribute.kind !== "dense" || !isIntegerOrIndex(attribute.type.element)) return [];
  const { element } = attribute.type;
  const width = Math.max(1, (element.kind === "integer" ? element.width : 64) >> 3);
  const first: bigint[] = [];
  for (let at = 0; at + width <= attribute.data.length && first.length < 4; at += width) {
    let bits = 0n;
    for (let i = width - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(attribute.data[at + i] ?? 0);
    first.push(BigInt.asIntN(8 * width, bits));
  }
  return first;
}
