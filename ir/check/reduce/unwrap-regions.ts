// Steps that take regions apart: a region's ops take the place of the op that holds it, an op leaves its region, a region is emptied.
import type { Region } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { hasDerivedRegion, visibleOps } from "../visible-ops.ts";
import { emptyRegion, endOf, isTerminator } from "./region-edits.ts";
import { anything, replaceValues } from "./stand-in.ts";
import type { Edit, Step } from "./step.ts";

/** The value that is as far from the end of `values` as `index` is from the end of `count`. */
const fromEnd = (values: readonly Value[], index: number, count: number): Value | undefined =>
  values[values.length - count + index];

/**
 * The ops of a region of one block move in front of the op that holds it, which goes. Block arguments become the operands that they
 * start from, by their place from the end, results become what the region hands back; otherwise, whatever there is.
 */
function unwrap(op: Operation, region: Region): boolean {
  if (op.parentBlock === null || region.blocks.length !== 1 || isTerminator(op)) return false;
  const { entry } = region;
  const args = [...entry.arguments];
  const remaining = args.filter((argument) => {
    const start = fromEnd(op.operands, argument.index, args.length);
    if (start === undefined || start.type !== argument.type) return true;
    argument.replaceAllUsesWith(start);
    return false;
  });
  if (!replaceValues(op, remaining, anything)) return false;
  const end = endOf(region);
  const handed = end?.operands ?? [];
  for (const inner of entry.ops()) if (inner !== end) inner.moveBefore(op);
  const unmatched = op.results.filter((result) => {
    const value = fromEnd(handed, result.index, op.resultCount);
    if (value === undefined || value.type !== result.type || value.definingOp === op) return true;
    result.replaceAllUsesWith(value);
    return false;
  });
  if (!replaceValues(op, unmatched, anything)) return false;
  op.erase();
  return true;
}

function regionEdits(module: Operation, edit: (op: Operation, region: Region) => boolean): Edit[] {
  return visibleOps(module).flatMap((op) =>
    op === module || hasDerivedRegion(op)
      ? []
      : op.regions.filter(({ isEmpty }) => !isEmpty).map((region) => () => op.isWithin(module) && edit(op, region)),
  );
}

export const unwrapRegions: Step = {
  name: "unwrap regions",
  summary: "the ops of a region take the place of the op around it: loops, conditions, functions, modules",
  edits: (module) => regionEdits(module, (op, region) => region.blocks.length === 1 && unwrap(op, region)),
};

export const emptyRegions: Step = {
  name: "empty regions",
  summary: "a region becomes empty, where it may be",
  edits: (module) =>
    regionEdits(module, (_, region) => {
      if (region.isEmpty) return false;
      emptyRegion(region);
      return true;
    }),
};

/** Moves an op in front of the op that holds it; what it uses from inside becomes something from outside. */
function hoist(op: Operation, around: Operation): boolean {
  if (op.parentOp !== around || around.parentBlock === null) return false;
  for (const operand of op.opOperands) {
    const { value } = operand;
    const home = value.parentBlock?.parentOp ?? null;
    if (home === null || !home.isWithin(around)) continue;
    const outside = anything(around, value.type, new Set());
    if (outside === undefined) return false;
    operand.set(outside);
  }
  op.moveBefore(around);
  return true;
}

export const hoistOperations: Step = {
  name: "move operations out of regions",
  summary: "an op moves in front of the op around it",
  edits: (module) =>
    visibleOps(module).flatMap((op): Edit[] => {
      const around = op.parentOp;
      if (op === module || around === null || around === module || isTerminator(op)) return [];
      return [() => op.isWithin(module) && hoist(op, around)];
    }),
};
