// RegionBranchOpInterface: how control and values go between an op and its regions; and what follows from it for terminators.
import type { Attribute } from "../core/attributes.ts";
import type { Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { defineInterface } from "./interface.ts";
import type { OperandRange } from "./op-interfaces.ts";

/** Where control goes: into a region of the op, or (null) on behind the op. */
export type RegionSuccessor = Region | null;

/** The constant of an operand of this number, where it is known. */
export type OperandConstants = (operand: number) => Attribute | undefined;

export interface RegionBranch {
  /**
   * Where control may go from the op itself (null) or from the end of one of its regions; with `constants` of the operands of the op,
   * or of the region's terminator, perhaps fewer.
   */
  readonly successors: (op: Operation, from: Region | null, constants?: OperandConstants) => readonly RegionSuccessor[];
  /** What the values that are handed on become: results of the op, or arguments of the region's entry. */
  readonly inputs: (op: Operation, to: RegionSuccessor) => readonly Value[];
  /** The op's operands that it hands to the regions that come first, and to itself where no region runs. */
  readonly entryOperands: (op: Operation, to: RegionSuccessor) => OperandRange;
  /** Whether each region runs at most once each time that the op runs (the upper bound of getRegionInvocationBounds). */
  readonly runsRegionsOnce?: boolean;
}
export const RegionBranchOpInterface = defineInterface<RegionBranch>("RegionBranchOpInterface");

/** The operands that a terminator of a region hands on, wherever control goes; of a ReturnLike one without this, all. */
export const RegionBranchTerminatorOpInterface = defineInterface<(op: Operation) => OperandRange>(
  "RegionBranchTerminatorOpInterface",
);

/** The operands that the terminator of a region hands on; undefined where it is not said. */
export function terminatorRange(op: Operation): OperandRange | undefined {
  const range = RegionBranchTerminatorOpInterface.of(op)?.(op);
  if (range !== undefined) return range;
  return op.hasTrait("ReturnLike") ? { start: 0, length: op.operandCount } : undefined;
}

/** Whether the op ends a region and hands its operands to the op around it. */
export function isRegionReturn(op: Operation): boolean {
  return op.hasTrait("ReturnLike") || RegionBranchTerminatorOpInterface.of(op) !== undefined;
}

/** The terminators that leave a region for the op around it. */
export function regionReturns(region: Region): Operation[] {
  const ends: Operation[] = [];
  for (const { lastOp } of region.blocks) if (lastOp !== null && isRegionReturn(lastOp)) ends.push(lastOp);
  return ends;
}

const none: OperandRange = { start: 0, length: 0 };
const results = (op: Operation): readonly Value[] => op.results;

/** Whether control that follows the op's successors comes back into a region (RegionBranchOpInterface::isRepetitiveRegion). */
export function isRepetitiveRegion(op: Operation, branch: RegionBranch, region: Region): boolean {
  const seen = new Set<Region>();
  const pending: Region[] = [region];
  for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
    for (const to of branch.successors(op, from)) {
      if (to === region) return true;
      if (to === null || seen.has(to)) continue;
      seen.add(to);
      pending.push(to);
    }
  }
  return false;
}

/** An op that runs one of its regions, at most once; the regions take no values. */
export function runsOneRegion(
  choose: (op: Operation, constants: OperandConstants | undefined) => readonly RegionSuccessor[],
): RegionBranch {
  return {
    successors: (op, from, constants) => (from === null ? choose(op, constants) : [null]),
    inputs: (op, to) => (to === null ? results(op) : []),
    entryOperands: () => none,
    runsRegionsOnce: true,
  };
}

/** An op that hands no value to its regions, and takes none from them as they are. */
export function handsNothing(successors: RegionBranch["successors"]): RegionBranch {
  return { successors, inputs: () => [], entryOperands: () => none };
}

/** A loop over its only region that may run no iteration: `initsFrom` operands on are carried, the region's last arguments take them. */
export function loopsOverRegion(initsFrom: (op: Operation) => number): RegionBranch {
  return {
    successors: (op) => [op.region(), null],
    inputs: (op, to) => {
      if (to === null) return results(op);
      const args = to.entry.arguments;
      return op.resultCount === args.length ? args : args.slice(args.length - op.resultCount);
    },
    entryOperands: (op) => {
      const start = initsFrom(op);
      return { start, length: op.operandCount - start };
    },
  };
}
