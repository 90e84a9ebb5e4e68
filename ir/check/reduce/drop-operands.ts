// Steps that take operands and results from ops: those of variadic groups, and values that a region op carries, wherever they show.
import { operandGroupSizes } from "../../core/element-groups.ts";
import type { Operation } from "../../core/operation.ts";
import { hasDerivedRegion, visibleOps } from "../visible-ops.ts";
import { eraseOperand } from "../../rewrite/branch-operands.ts";
import { withoutResult } from "../../rewrite/rebuild.ts";
import { endOf } from "./region-edits.ts";
import { anything, replaceValues } from "./stand-in.ts";
import type { Edit, Step } from "./step.ts";

/** Whether the op may be without the operand of this number. */
function isOptional(op: Operation, index: number): boolean {
  if (!op.definition.registered) return true;
  const sizes = operandGroupSizes(op);
  if (typeof sizes === "string") return false;
  let end = 0;
  const group = sizes.findIndex((size) => index < (end += size));
  return (op.definition.operands[group]?.arity ?? "one") !== "one";
}

function eraseIfOptional(op: Operation, index: number): boolean {
  if (!isOptional(op, index)) return false;
  eraseOperand(op, { start: index, length: 1 }, 0);
  return true;
}

export const dropOperands: Step = {
  name: "drop operands",
  summary: "a variadic operand goes",
  edits: (module) =>
    visibleOps(module)
      .filter((op) => op.regions.length === 0 && op.successors.length === 0)
      .flatMap((op) =>
        [...op.opOperands].reverse().map(({ index, value }): Edit => () => {
          return op.opOperands[index]?.value === value && op.isWithin(module) && eraseIfOptional(op, index);
        }),
      ),
};

/** One of the places where a carried value shows. */
interface Place {
  readonly count: number;
  /** Takes it out; `index` counts from the first. */
  readonly erase: (index: number) => boolean;
}

/** Where values pass through a region op: its results, operands, the arguments of its regions, and what these hand back. */
function placesOf(op: Operation): Place[] {
  const places: Place[] = [
    { count: op.resultCount, erase: (index) => replaceValues(op, op.results.slice(index, index + 1), anything) },
    { count: op.operandCount, erase: (index) => eraseIfOptional(op, index) },
  ];
  const regions = hasDerivedRegion(op) ? [] : op.regions.filter(({ blocks }) => blocks.length === 1);
  const ofArguments = regions.map(({ entry }): Place => ({
    count: entry.arguments.length,
    erase: (index) => {
      const value = entry.arguments[index];
      if (value === undefined || entry.firstOp === null) return false;
      const start = op.operands.at(index - entry.arguments.length);
      if (start !== undefined && start.type === value.type) value.replaceAllUsesWith(start);
      else if (!replaceValues(entry.firstOp, [value], anything)) return false;
      entry.eraseArgument(index);
      return true;
    },
  }));
  const ofEnds = regions.flatMap((region): Place[] => {
    const end = endOf(region);
    if (end === undefined) return [];
    return [{ count: end.operandCount, erase: (index) => eraseIfOptional(end, index) }];
  });
  // Each region by itself where there are few: a loop's two regions have different roles, the cases of a switch one.
  if (regions.length <= 2) return [...places, ...ofArguments, ...ofEnds];
  return [...places, together(ofArguments), together(ofEnds)];
}

/** Places that always change together. */
function together(places: readonly Place[]): Place {
  const count = Math.min(...places.map((place) => place.count));
  return {
    count: Number.isFinite(count) ? count : 0,
    erase: (index) => places.every((place) => place.erase(place.count - count + index)),
  };
}

/** Takes the value that is `fromEnd` from the end out of the places in `chosen`, a set of bits. */
function dropCarried(op: Operation, fromEnd: number, chosen: number): boolean {
  // Operands and arguments are still there when those that start from them go.
  const places = placesOf(op);
  for (const [bit, { count, erase }] of [...places.entries()].reverse()) {
    if (((chosen >> bit) & 1) === 1 && !erase(count - 1 - fromEnd)) return false;
  }
  if ((chosen & 1) === 1) withoutResult(op, op.resultCount - 1 - fromEnd);
  return true;
}

/** The sets of places that all have such a value. */
function* choices(op: Operation): IterableIterator<{ readonly fromEnd: number; readonly chosen: number }> {
  const counts = placesOf(op).map(({ count }) => count);
  const most = Math.max(...counts);
  for (let fromEnd = 0; fromEnd < most; fromEnd++) {
    let possible = 0;
    counts.forEach((count, bit) => (possible |= count > fromEnd ? 1 << bit : 0));
    for (let chosen = 1; chosen < 1 << counts.length; chosen++)
      if ((chosen & possible) === chosen) yield { fromEnd, chosen };
  }
}

export const dropCarriedValues: Step = {
  name: "drop results and carried values",
  summary: "a region op has a result less, and what its regions take and hand back with it",
  alone: true,
  edits: (module) =>
    visibleOps(module)
      .filter((op) => op !== module && op.parentBlock !== null && op.resultCount + op.regions.length > 0)
      .filter(
        ({ definition }) =>
          !definition.registered ||
          definition.results.some(({ arity }) => arity !== "one") ||
          definition.regions.length > 0,
      ) // prettier-ignore
      .flatMap((op) =>
        [...choices(op)].map(
          ({ fromEnd, chosen }): Edit =>
            () =>
              op.isWithin(module) && dropCarried(op, fromEnd, chosen),
        ),
      ),
};
