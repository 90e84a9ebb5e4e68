// How generated programs keep integer arithmetic defined: divisors that are no zero, shifts below the width, floats that integers hold.
import type { DialectGeneration, GenerationSite } from "../../ir/check/generate/generation-site.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { unknownLocation } from "../../ir/core/location.ts";
import { elementTypeOf, isIntegerOrIndex, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { floatConstantAttr, integerConstantAttr } from "./constant-attribute.ts";

const widthOf = (type: Type): number => {
  const element = elementTypeOf(type);
  return element.kind === "integer" ? element.width : 64;
};

/** An op of two operands of one type, by name: definitions use this file. */
function binary(builder: OpBuilder, name: string, lhs: Value, rhs: Value): Value {
  const { properties } = builder.context.opDefinition(`arith.${name}`);
  const propertySlots = builder.context.defaultProperties(properties);
  return builder.create(`arith.${name}`, { operands: [lhs, rhs], resultTypes: [lhs.type], propertySlots }).result();
}

/** A constant of the type; undefined where its shape is not known. */
function constantOfType(site: GenerationSite, type: Type, value: bigint | number): Value | undefined {
  const attribute = typeof value === "bigint" ? integerConstantAttr(type, value) : floatConstantAttr(type, value);
  return attribute === undefined ? undefined : site.constant(attribute, type);
}

/** `x | 1`: no zero. */
export function makeNonZeroDivisor(site: GenerationSite, op: Operation): boolean {
  const divisor = op.operand(1);
  const constant = constantOfType(site, divisor.type, BigInt(site.random.pick([1, 2, 3, 5, 8, -1]) | 1));
  if (constant === undefined) return false;
  const one = site.random.chance(1, 2) ? undefined : constantOfType(site, divisor.type, 1n);
  op.setOperand(1, one === undefined ? constant : binary(site.builder, "ori", divisor, one));
  return true;
}

/** `(x >> 1) | 1`: above zero, so that no quotient overflows. One bit has no such number. */
export function makePositiveDivisor(site: GenerationSite, op: Operation): boolean {
  const divisor = op.operand(1);
  const width = widthOf(divisor.type);
  if (width < 2) return false;
  const largest = width < 5 ? 1 : 8;
  const constant = constantOfType(site, divisor.type, BigInt(1 + site.random.below(largest)));
  const one = site.random.chance(1, 2) ? undefined : constantOfType(site, divisor.type, 1n);
  if (constant === undefined) return false;
  if (one === undefined) op.setOperand(1, constant);
  else op.setOperand(1, binary(site.builder, "ori", binary(site.builder, "shrui", divisor, one), one));
  return true;
}

/** `x mod width`, or a constant below the width. */
export function makeShiftBelowWidth(site: GenerationSite, op: Operation): boolean {
  const amount = op.operand(1);
  const width = widthOf(amount.type);
  const isConstant = site.random.chance(1, 2);
  const constant = constantOfType(site, amount.type, BigInt(isConstant ? site.random.below(width) : width));
  if (constant === undefined) return false;
  op.setOperand(1, isConstant ? constant : binary(site.builder, "remui", amount, constant));
  return true;
}

/** `max(min(x, highest), lowest)` by the number among NaN and a number, within what the integer type holds. */
export function makeIntegralFloat(isSigned: boolean): (site: GenerationSite, op: Operation) => boolean {
  return (site, op) => {
    const value = op.operand(0);
    const width = widthOf(op.result().type);
    const highest = Math.min(2 ** (isSigned ? width - 1 : width) - 1, 100);
    const lowest = isSigned ? Math.max(-(2 ** (width - 1)), -100) : 0;
    const high = constantOfType(site, value.type, highest);
    const low = constantOfType(site, value.type, lowest);
    if (high === undefined || low === undefined) return false;
    if (site.random.chance(1, 3)) op.setOperand(0, site.random.chance(1, 2) ? high : low);
    else op.setOperand(0, binary(site.builder, "maxnumf", binary(site.builder, "minnumf", value, high), low));
    return true;
  };
}

export const arithGeneration: DialectGeneration = {
  clamp: (builder, value, limit) => {
    const { type } = value;
    if (
      !isIntegerOrIndex(type) ||
      (type.kind === "integer" && (type.signedness !== "signless" || 2 ** (type.width - 1) < limit))
    )
      return undefined;
    const bound = integerConstantAttr(type, BigInt(limit));
    if (bound === undefined) return undefined;
    const constant = builder.create(
      "arith.constant",
      { properties: { value: bound }, resultTypes: [type] },
      unknownLocation,
    );
    return binary(builder, "remui", value, constant.result());
  },
};
