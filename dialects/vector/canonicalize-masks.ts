// Canonicalisation of masked accesses to memory: a mask that is constantly on is none, under one that is off nothing happens.
import { layoutOf } from "../../ir/core/strided-layout.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { valueOfAttribute } from "../../ir/interpret/convert.ts";
import { integerOf } from "../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern, type Refusal } from "../../ir/rewrite/pattern.ts";
import { enclosingMask } from "./masking.ts";
import { GatherOp, ScatterOp } from "./ops/gather.ts";
import { StepOp } from "./ops/mask.ts";
import {
  CompressStoreOp, ExpandLoadOp, LoadOp, MaskedLoadOp, MaskedStoreOp, StoreOp,
} from "./ops/memory.ts"; // prettier-ignore
import { vectorTypeOf } from "./types.ts";

const notConstant = refuse("the mask is not constant");
const isOn = (mask: Value): boolean => integerOf(constantOf(mask)) === 1n;
const isOff = (mask: Value): boolean => integerOf(constantOf(mask)) === 0n;

/** Why an access without a mask cannot take the place of this one: those want neighbours in memory. */
function notPlain(base: Value, lanes: Value): Refusal | undefined {
  if (base.type.kind !== "memref") return refuse("the base is no memref");
  if (layoutOf(base.type)?.strides.at(-1) !== 1)
    return refuse("the last dimension of the base has another stride than 1");
  return vectorTypeOf(lanes).shape.length > base.type.shape.length
    ? refuse("the vector has the higher rank")
    : undefined;
}

/** Where lanes that are on are packed, they stand one after another, whatever the shape of the vector. */
const isRow = (lanes: Value): boolean => vectorTypeOf(lanes).shape.length === 1;

const loads: readonly Pattern[] = [MaskedLoadOp, ExpandLoadOp].flatMap((definition) => [
  pattern(`${definition.name} under no lane => pass_thru`, definition, ({ op, mask, passThru }, rewriter) => {
    if (!isOff(mask)) return notConstant;
    rewriter.replaceOp(op, [passThru]);
    return true;
  }),
  pattern(`${definition.name} under all lanes => vector.load`, definition, (view, rewriter) => {
    const { op, base, indices, mask, result } = view;
    if (!isOn(mask)) return notConstant;
    const problem = notPlain(base, result);
    if (problem !== undefined) return problem;
    if (definition === ExpandLoadOp && !isRow(result)) return refuse("the vector is no row");
    rewriter.replaceOp(
      op,
      LoadOp.build(rewriter, { base, indices, alignment: view.alignment, resultTypes: [result.type] }).op,
    );
    return true;
  }),
]);

const stores: readonly Pattern[] = [MaskedStoreOp, CompressStoreOp].flatMap((definition) => [
  pattern(`${definition.name} under no lane => nothing`, definition, ({ op, mask }, rewriter) => {
    if (!isOff(mask)) return notConstant;
    rewriter.eraseOp(op);
    return true;
  }),
  pattern(`${definition.name} under all lanes => vector.store`, definition, (view, rewriter) => {
    const { op, base, indices, mask, valueToStore } = view;
    if (!isOn(mask)) return notConstant;
    const problem = notPlain(base, valueToStore);
    if (problem !== undefined) return problem;
    if (definition === CompressStoreOp && !isRow(valueToStore)) return refuse("the vector is no row");
    StoreOp.build(rewriter, { valueToStore, base, indices, alignment: view.alignment });
    rewriter.eraseOp(op);
    return true;
  }),
]);

const isMasked = (op: Operation): boolean => enclosingMask(op) !== undefined;
const masked = refuse("it stands in a vector.mask");

/** Whether the vector is 0, 1, 2, ... */
function countsUp(indices: Value): boolean {
  if (vectorTypeOf(indices).shape.length !== 1) return false;
  if (StepOp.match(indices.definingOp) !== undefined) return true;
  const constant = constantOf(indices);
  const value = constant && valueOfAttribute(constant);
  if (typeof value !== "object" || !("kind" in value) || value.kind !== "dense") return false;
  return Array.from({ length: value.count }, (_, lane) => value.get(lane)).every(
    (index, lane) => Number(index) === lane,
  );
}

const notInRow = refuse("the indices are not 0, 1, 2, ...");

const gathers: readonly Pattern[] = [
  pattern("gather under no lane => pass_thru", GatherOp, ({ op, mask, passThru }, rewriter) => {
    if (isMasked(op)) return masked;
    if (!isOff(mask)) return notConstant;
    rewriter.replaceOp(op, [passThru]);
    return true;
  }),
  pattern("gather of neighbours => maskedload", GatherOp, (view, rewriter) => {
    const { op, base, offsets, indices, mask, passThru, result } = view;
    if (isMasked(op)) return masked;
    if (!countsUp(indices)) return notInRow;
    const problem = notPlain(base, result);
    if (problem !== undefined) return problem;
    const parts = { base, indices: offsets, mask, passThru, alignment: view.alignment, resultTypes: [result.type] };
    rewriter.replaceOp(op, MaskedLoadOp.build(rewriter, parts).op);
    return true;
  }),
  pattern("scatter under no lane => the base as it is", ScatterOp, ({ op, base, mask }, rewriter) => {
    if (isMasked(op)) return masked;
    if (!isOff(mask)) return notConstant;
    rewriter.replaceOp(op, op.resultCount === 0 ? [] : [base]);
    return true;
  }),
  pattern("scatter to neighbours => maskedstore", ScatterOp, (view, rewriter) => {
    const { op, base, offsets, indices, mask, valueToStore } = view;
    if (isMasked(op)) return masked;
    if (!countsUp(indices)) return notInRow;
    const problem = notPlain(base, valueToStore);
    if (problem !== undefined) return problem;
    MaskedStoreOp.build(rewriter, { base, indices: offsets, mask, valueToStore, alignment: view.alignment });
    rewriter.eraseOp(op);
    return true;
  }),
];

export const maskPatterns: readonly Pattern[] = [...loads, ...stores, ...gathers];
