// Inputs for rewrites that regroup sums: small integers, whose products and sums are exact in any order, so that what differs is wrong. Constants of the
// program are what they are, and say how large the terms of a sum may be.
import type { Operation } from "../../core/operation.ts";
import { elementTypeOf } from "../../core/types.ts";
import { walk } from "../../core/walk.ts";
import { valueOfAttribute } from "../../interpret/convert.ts";
import { isScalar } from "../../interpret/operand.ts";
import type { Scalar } from "../../interpret/value.ts";
import { isDense } from "../buffer-input.ts";
import type { RandomSource } from "../random-source.ts";

const largest = 4;

/** An integer from -4 to 4. */
export const smallFloat = (random: RandomSource): number => random.below(2 * largest + 1) - largest;

/** The magnitude of the largest product of two numbers, of inputs and of constants that the program has. */
export function largestProduct(program: Operation): number {
  let most: number = largest;
  const see = (scalar: Scalar): void => {
    if (typeof scalar === "number" && Number.isFinite(scalar)) most = Math.max(most, Math.abs(scalar));
  };
  for (const op of walk(program)) {
    for (const [, attribute] of op.allAttributes) {
      if (attribute.kind !== "float" && attribute.kind !== "dense") continue;
      if (elementTypeOf(attribute.type).kind !== "float") continue;
      const value = valueOfAttribute(attribute);
      if (value === undefined) continue;
      if (isDense(value)) for (let i = 0; i < value.count; i++) see(value.get(i));
      else if (isScalar(value)) see(value);
    }
  }
  return most * most;
}
