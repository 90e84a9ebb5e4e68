// Steps that erase operations; they differ in what takes the place of the results.
import type { Operation } from "../../core/operation.ts";
import { symbolName } from "../../core/symbol-table.ts";
import { visibleOps } from "../visible-ops.ts";
import { isTerminator } from "./region-edits.ts";
import {
  anything,
  argument,
  constant,
  earliest,
  eraseWithStandIns,
  firstOf,
  freshConstant,
  type StandIn,
} from "./stand-in.ts";
import type { Step } from "./step.ts";

function droppable(module: Operation): Operation[] {
  return visibleOps(module).filter((op) => op !== module && !isTerminator(op) && symbolName(op) === undefined);
}

const dropping = (name: string, summary: string, standIn: StandIn, accepts: (op: Operation) => boolean): Step => ({
  name,
  summary,
  edits: (module) =>
    droppable(module)
      .filter(accepts)
      .map((op) => () => op.isWithin(module) && eraseWithStandIns(op, standIn)),
});

/** Their results become an operand, another value in scope, a constant, or an argument, whichever there is first. */
export const dropOperations = dropping(
  "drop operations",
  "an op goes; for its results stand an operand, an earlier value, a constant or a new argument",
  anything,
  () => true,
);

/** Their results become the first value in scope. */
export const dropForEarliest = dropping(
  "replace operations by earlier values",
  "an op goes; for its results stand the first values in scope",
  firstOf(earliest, constant),
  (op) => op.hasResultUses,
);

/** Their results become zero. */
export const dropForConstants = dropping(
  "replace operations by constants",
  "an op goes; for its results stands zero",
  constant,
  (op) => op.hasResultUses && !op.hasTrait("ConstantLike"),
);

/** Their results become constants of their own. */
export const dropForFreshConstants = dropping(
  "replace operations by constants of their own",
  "an op goes; for each result stands a one that nothing else uses",
  freshConstant,
  (op) => op.hasResultUses && !op.hasTrait("ConstantLike"),
);

/** Their results become arguments of the function. */
export const dropForArguments = dropping(
  "replace operations by arguments",
  "an op goes; for its results stand new arguments of the function",
  argument,
  (op) => op.hasResultUses,
);
