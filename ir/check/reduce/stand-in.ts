// What takes the place of a value that goes: a value in scope, a constant, or a new argument of the function.
import type { Block } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { addArgument } from "../../rewrite/function-signature.ts";
import { makeConstant } from "./simple-constant.ts";

/** Finds a value of the type that may be used at `at`, in place of one that goes; it may make one. */
export type StandIn = (at: Operation, type: Type, gone: ReadonlySet<Value>) => Value | undefined;

const isIsolated = (op: Operation): boolean => op.hasTrait("IsolatedFromAbove");

/** The first value of the type, in the order of the text, that is certainly defined where `at` is. */
export const earliest: StandIn = (at, type, gone) => {
  const places: { readonly block: Block; readonly end: Operation | null }[] = [];
  for (let op: Operation = at; op.parentBlock !== null;) {
    const block = op.parentBlock;
    places.push({ block, end: op });
    const region = block.parentRegion;
    if (region !== null && region.entry !== block) places.push({ block: region.entry, end: null });
    const around: Operation | null = block.parentOp;
    if (around === null || isIsolated(around)) break;
    op = around;
  }
  const fits = (value: Value): boolean => value.type === type && !gone.has(value);
  for (const { block, end } of places.reverse()) {
    const argument = block.arguments.find(fits);
    if (argument !== undefined) return argument;
    for (let op = block.firstOp; op !== null && op !== end; op = op.next) {
      for (let i = 0; i < op.resultCount; i++) {
        const result = op.result(i);
        if (fits(result)) return result;
      }
    }
  }
  return undefined;
};

/** The first operand of `at` that has the type. */
export const operandOf: StandIn = (at, type, gone) =>
  at.opOperands.find(({ value }) => value.type === type && !gone.has(value))?.value;

/** A constant at the start of the function. */
export const constant: StandIn = (at, type, gone) => {
  const made = makeConstant(at, type, 0);
  if (made === undefined) return undefined;
  const block = constantBlock(at);
  if (block === null) return undefined;
  for (let op = block.firstOp; op !== null && op.operandCount === 0; op = op.next) {
    if (op.definition !== made.definition || op.resultCount !== 1 || op.result().type !== type) continue;
    if (!gone.has(op.result()) && op.properties.every((attribute, slot) => attribute === made.properties[slot]))
      return op.result();
  }
  block.insertBefore(made, block.firstOp);
  return made.result();
};

/** A constant one of its own, which nothing else uses. */
export const freshConstant: StandIn = (at, type) => {
  const made = makeConstant(at, type, 1);
  if (made === undefined || at.parentBlock === null) return undefined;
  at.parentBlock.insertBefore(made, at);
  return made.result();
};

/** The entry block of the innermost region around `at` that nothing inside sees past. */
function constantBlock(at: Operation): Block | null {
  let block = at.parentBlock;
  for (let around = at.parentOp; around !== null && !isIsolated(around); around = around.parentOp) {
    if (around.parentBlock === null) break;
    block = around.parentBlock;
  }
  return block?.parentRegion?.entry ?? null;
}

/** A new argument of the function around `at`. */
export const argument: StandIn = (at, type) => addArgument(at, type);

/** The first of these that finds something. */
export const firstOf =
  (...kinds: readonly StandIn[]): StandIn =>
  (at, type, gone) => {
    for (const kind of kinds) {
      const value = kind(at, type, gone);
      if (value !== undefined) return value;
    }
    return undefined;
  };

/** What keeps most of the program as it is. */
export const anything = firstOf(operandOf, earliest, constant, argument);

/** Puts stand-ins in the place of these values, where they are used; false where one of them has none, and nothing is changed. */
export function replaceValues(at: Operation, values: readonly Value[], standIn: StandIn): boolean {
  const gone = new Set(values);
  const replaced: (readonly [Value, Value])[] = [];
  for (const value of values) {
    if (!value.hasUses) continue;
    const found = standIn(at, value.type, gone);
    if (found === undefined) {
      for (const [, made] of replaced) eraseUnused(made);
      return false;
    }
    replaced.push([value, found]);
  }
  for (const [value, found] of replaced) value.replaceAllUsesWith(found);
  return true;
}

/** A constant that was made for nothing. */
function eraseUnused({ definingOp }: Value): void {
  if (definingOp?.hasTrait("ConstantLike") === true && !definingOp.hasResultUses && definingOp.parentBlock !== null)
    definingOp.erase();
}

/** Erases an op, with stand-ins for its results. */
export function eraseWithStandIns(op: Operation, standIn: StandIn): boolean {
  if (!replaceValues(op, op.results, standIn)) return false;
  op.erase();
  return true;
}
