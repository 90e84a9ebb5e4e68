// The values whose types go together with that of one: through ops, branches, regions, calls and returns.
import type { Operation } from "../../core/operation.ts";
import { resolveSymbol } from "../../core/symbol-table.ts";
import type { Type } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import { BranchOpInterface, CallableOpInterface, CallOpInterface } from "../../define/op-interfaces.ts";
import { hasDerivedRegion } from "../visible-ops.ts";
import { endOf, isTerminator } from "./region-edits.ts";
import { callersOf, entryOf, returnsOf } from "../../rewrite/function-signature.ts";

/** All values of accepted types that are connected with `seed`. */
export function connectedValues(seed: Value, accepts: (type: Type) => boolean): Set<Value> {
  const found = new Set([seed]);
  const pending = [seed];
  const add = (value: Value | undefined): void => {
    if (value === undefined || found.has(value) || !accepts(value.type)) return;
    found.add(value);
    pending.push(value);
  };
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.definingOp !== null) ofResult(value.definingOp, value, add);
    else ofArgument(value, add);
    for (const { owner, index } of value.uses()) ofUse(owner, index, add);
  }
  return found;
}

type Add = (value: Value | undefined) => void;

function ofResult(op: Operation, value: Value, add: Add): void {
  const callee = calleeOf(op);
  if (callee === undefined) ofWhole(op, add);
  else for (const end of returnsOf(callee)) add(end.opOperands[value.index]?.value);
}

function ofArgument(value: Value, add: Add): void {
  const block = value.ownerBlock;
  const around = block?.parentOp ?? null;
  if (block === null || around === null) return;
  for (const { owner, index } of block.predecessorUses) {
    const row = BranchOpInterface.of(owner)?.(owner)[index];
    if (row !== undefined) add(owner.opOperands[row.start + value.index]?.value);
  }
  if (block.parentRegion?.entry !== block) return;
  if (CallableOpInterface.of(around) === undefined) ofWhole(around, add);
  else for (const { call, start } of callersOf(around)) add(call.opOperands[start + value.index]?.value);
}

function ofUse(op: Operation, index: number, add: Add): void {
  const rows = op.successors.length > 0 ? BranchOpInterface.of(op)?.(op) : undefined;
  if (rows !== undefined) {
    rows.forEach(({ start, length }, successor) => {
      if (index >= start && index < start + length) add(op.successors[successor]?.arguments[index - start]);
    });
    return;
  }
  const callee = calleeOf(op);
  if (callee !== undefined) {
    const call = CallOpInterface.of(op)?.(op);
    add(entryOf(callee)?.arguments[index - op.operandCount + (call?.args.length ?? 0)]);
    return;
  }
  const around = op.parentOp;
  if (around !== null && isTerminator(op) && CallableOpInterface.of(around) !== undefined) {
    for (const end of returnsOf(around)) add(end.opOperands[index]?.value);
    for (const { call } of callersOf(around)) add(call.results[index]);
  } else if (around !== null && isTerminator(op)) ofWhole(around, add);
  ofWhole(op, add);
}

/** Operands, results, and what goes into the regions and comes out of them. */
function ofWhole(op: Operation, add: Add): void {
  if (op.regions.length > 0 && CallableOpInterface.of(op) !== undefined) return;
  for (const { value } of op.opOperands) add(value);
  for (const result of op.results) add(result);
  if (op.regions.length === 0 || hasDerivedRegion(op)) return;
  for (const region of op.regions) {
    if (region.isEmpty) continue;
    region.entry.arguments.forEach(add);
    for (const { value } of endOf(region)?.opOperands ?? []) add(value);
  }
}

function calleeOf(op: Operation): Operation | undefined {
  const call = CallOpInterface.of(op)?.(op);
  return call && resolveSymbol(op, call.callee);
}
