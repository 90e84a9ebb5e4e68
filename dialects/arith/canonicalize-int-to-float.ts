// Comparisons of a converted integer with a float constant, which are comparisons of the integer.
import { bitsToFloat } from "../../ir/core/float-bits.ts";
import { integerAttr } from "../../ir/core/attribute-constructors.ts";
import type { FloatName } from "../../ir/core/types.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { exactFloat } from "../../ir/interpret/exact-float.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { CmpFPredicateName, CmpIPredicateName } from "./attributes.ts";
import { integerConstantAttr } from "./constant-attribute.ts";
import { SIToFPOp, UIToFPOp } from "./ops/cast.ts";
import { CmpFOp, CmpIOp } from "./ops/compare.ts";
import { ConstantOp } from "./ops/constant.ts";

/** Bits of the significand, the leading one counted, of formats whose values are numbers. */
const precision: Partial<Record<FloatName, number>> = {
  f16: 11, bf16: 8, tf32: 11, f32: 24, f64: 53, f8E5M2: 3, f8E4M3: 4, f8E3M4: 5, f8E4M3FN: 4,
}; // prettier-ignore

type Order = "eq" | "ne" | "lt" | "le" | "gt" | "ge";
const orders: Partial<Record<CmpFPredicateName, Order>> = {
  oeq: "eq", ueq: "eq", one: "ne", une: "ne", olt: "lt", ult: "lt", ole: "le", ule: "le", ogt: "gt", ugt: "gt", oge: "ge", uge: "ge",
}; // prettier-ignore

const integerPredicate = (order: Order, isUnsigned: boolean): CmpIPredicateName =>
  order === "eq" || order === "ne" ? order : `${isUnsigned ? "u" : "s"}${order}`;

/** The order against the number rounded towards zero, or the truth that follows from a fraction. */
function withoutFraction(order: Order, isNegative: boolean, isUnsigned: boolean): Order | boolean {
  if (order === "eq" || order === "ne") return order === "ne";
  const isUpper = order === "lt" || order === "le";
  if (isUnsigned && isNegative) return !isUpper;
  if (isUpper) return isNegative ? "lt" : "le";
  return isNegative ? "ge" : "gt";
}

/** What `integer <order> number` is, for an integer of a width: a truth, or an order against an integer. */
function compareWithNumber(
  order: Order,
  number: number,
  width: number,
  isUnsigned: boolean,
  rounded: (n: bigint) => number,
): boolean | readonly [Order, bigint] | undefined {
  const bits = BigInt(width);
  const least = isUnsigned ? 0n : -(1n << (bits - 1n));
  const greatest = isUnsigned ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n;
  if (rounded(greatest) < number) return order === "ne" || order === "lt" || order === "le";
  if (rounded(least) > number) return order === "ne" || order === "gt" || order === "ge";
  const whole = Math.trunc(number);
  if (!Number.isFinite(whole) || BigInt(whole) < least || BigInt(whole) > greatest) return undefined;
  if (whole === number) return [order, BigInt(whole)];
  const adjusted = withoutFraction(order, number < 0, isUnsigned);
  return typeof adjusted === "boolean" ? adjusted : [adjusted, BigInt(whole)];
}

/** Whether the conversion of integers of a width rounds where it matters for a comparison with `number`. */
function mayRound(name: FloatName, number: number, width: number, isUnsigned: boolean, digits: number): boolean {
  if (width <= digits) return false;
  const valueBits = isUnsigned ? width : width - 1;
  if (Math.abs(number) === Infinity) {
    const greatest = name === "f64" ? 1023 : name === "f16" || name === "f8E5M2" ? 15 : 127;
    return greatest < valueBits;
  }
  const exponent = number === 0 ? -Infinity : Math.floor(Math.log2(Math.abs(number)));
  return digits <= exponent && exponent <= valueBits;
}

const comparison = pattern(
  "cmpf(sitofp x, c) => cmpi(x, c)",
  CmpFOp,
  ({ op, predicate, lhs, rhs, result }, rewriter) => {
    const constant = constantOf(rhs);
    if (constant?.kind !== "float") return refuse("it compares with no constant");
    const { name } = constant.type;
    const number = bitsToFloat(name, constant.bits);
    const conversion = SIToFPOp.match(lhs.definingOp) ?? UIToFPOp.match(lhs.definingOp);
    const [digits, exact] = [precision[name], exactFloat(name)];
    if (conversion?.in.type.kind !== "integer" || Number.isNaN(number) || digits === undefined || exact === undefined)
      return refuse("it compares no converted integer with a number");
    const isUnsigned = conversion.op.definition === UIToFPOp;
    const { type } = conversion.in;
    if (mayRound(name, number, type.width, isUnsigned, digits)) return refuse("the conversion may round");
    const order = orders[predicate];
    if (order === undefined && predicate !== "ord" && predicate !== "uno") return refuse("it compares nothing");
    const compared =
      order === undefined
        ? predicate === "ord"
        : compareWithNumber(order, number, type.width, isUnsigned, (n) => bitsToFloat(name, exact.ofInteger(n)));
    if (compared === undefined) return refuse("no integer of the width is near");
    if (typeof compared === "boolean") {
      const truth = integerConstantAttr(result.type, compared ? 1n : 0n);
      if (truth === undefined) return refuse("the type has no constants");
      rewriter.replaceOp(op, ConstantOp.build(rewriter, { value: truth }).result);
      return true;
    }
    const bound = ConstantOp.build(rewriter, { value: integerAttr(type, compared[1]) }).result;
    const chosen = integerPredicate(compared[0], isUnsigned);
    rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate: chosen, lhs: conversion.in, rhs: bound }).result);
    return true;
  },
);

export const intToFloatPatterns: readonly Pattern[] = [comparison];
