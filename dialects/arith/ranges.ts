// What arith's ops say of integer ranges, by the op's name without its prefix.
import * as of from "../../ir/analysis/int-range/infer.ts";
import { constantOfRange, rangeUnion, type IntRange } from "../../ir/analysis/int-range/int-range.ts";
import {
  InferIntRangeInterface,
  infersCast,
  infersRange,
  type InferRanges,
} from "../../ir/analysis/int-range/interfaces.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { InterfaceImplementation } from "../../ir/define/interface.ts";
import { IntegerOverflowAttr } from "./attributes.ts";

/** The overflow flags of an op. */
export function flagsOf(op: Operation): of.NoWrap {
  const attribute = op.attribute("overflowFlags");
  const flags = attribute === undefined ? [] : (IntegerOverflowAttr.valueOf(attribute) ?? []);
  return { signed: flags.includes("nsw"), unsigned: flags.includes("nuw") };
}

/** Widens, or keeps the low bits. */
const cast =
  (extend: typeof of.extendSigned) =>
  (range: IntRange, width: number): IntRange =>
    width > range.width ? extend(range, width) : width < range.width ? of.truncated(range, width) : range;

/** Of the values between which a select chooses, those that it may choose. */
export const inferSelect: InferRanges = (_, [condition, whenTrue, whenFalse]) => {
  const known = condition && constantOfRange(condition);
  if (known !== undefined) return [known === 0n ? whenFalse : whenTrue];
  if (whenTrue === undefined || whenFalse === undefined) return [whenTrue ?? whenFalse];
  return [rangeUnion(whenTrue, whenFalse)];
};

const inferences: Readonly<Record<string, InferRanges>> = {
  addi: infersRange((op) => of.inferAdd(flagsOf(op))),
  subi: infersRange((op) => of.inferSub(flagsOf(op))),
  muli: infersRange((op) => of.inferMul(flagsOf(op))),
  shli: infersRange((op) => of.inferShl(flagsOf(op))),
  divui: infersRange(() => of.inferDivU),
  divsi: infersRange(() => of.inferDivS),
  ceildivui: infersRange(() => of.inferCeilDivU),
  ceildivsi: infersRange(() => of.inferCeilDivS),
  floordivsi: infersRange(() => of.inferFloorDivS),
  remui: infersRange(() => of.inferRemU),
  remsi: infersRange(() => of.inferRemS),
  andi: infersRange(() => of.inferAnd),
  ori: infersRange(() => of.inferOr),
  xori: infersRange(() => of.inferXor),
  maxsi: infersRange(() => of.inferMaxS),
  maxui: infersRange(() => of.inferMaxU),
  minsi: infersRange(() => of.inferMinS),
  minui: infersRange(() => of.inferMinU),
  shrsi: infersRange(() => of.inferShrS),
  shrui: infersRange(() => of.inferShrU),
  extui: infersCast(of.extendUnsigned),
  extsi: infersCast(of.extendSigned),
  trunci: infersCast(of.truncated),
  index_cast: infersCast(cast(of.extendSigned)),
  index_castui: infersCast(cast(of.extendUnsigned)),
};

/** For the interfaces of the op of this name. */
export function infersRangeOf(name: string): readonly InterfaceImplementation[] {
  const inference = inferences[name];
  return inference === undefined ? [] : [InferIntRangeInterface.with(inference)];
}
