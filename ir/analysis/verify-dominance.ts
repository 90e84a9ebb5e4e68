// Uses: every operand is defined wherever its user runs, and no use reaches out of an isolated op.
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import type { Region } from "../core/block.ts";
import type { OpOperand, Value } from "../core/value.ts";
import { traverse } from "../core/walk.ts";
import { Dominance } from "./dominance.ts";

/** The uses directly in a tree; `root` holds otherwise. */
export function verifyUses(root: Operation, report: (diagnostic: Diagnostic) => void): void {
  const dominance = new Dominance();
  traverse(root, (op) => {
    if (op === root) return true;
    const count = op.operandCount;
    for (let i = 0; i < count; i++) {
      const operand = op.opOperand(i);
      if (!comesBefore(operand.value, op)) verifyUse(operand, dominance, report);
    }
    // Isolated ops inside have been looked at by themselves.
    return op.regions.length === 0 || !op.hasTrait("IsolatedFromAbove");
  });
}

/** Whether the value is certainly defined where `user` runs: earlier in the block, or in one around it that nothing isolates. */
function comesBefore(value: Value, user: Operation): boolean {
  const block = value.ownerBlock ?? value.definingOp?.parentBlock;
  if (block === null || block === undefined) return false;
  for (let at = user; at.parentBlock !== null;) {
    if (at.parentBlock === block) return value.definingOp === null || block.isBefore(value.definingOp, at);
    const around: Operation | null = at.parentBlock.parentRegion?.parentOp ?? null;
    if (around === null || around.hasTrait("IsolatedFromAbove")) return false;
    at = around;
  }
  return false;
}

function verifyUse(
  { value, index, owner: op }: OpOperand,
  dominance: Dominance,
  report: (diagnostic: Diagnostic) => void,
): void {
  const isolating = isolatingOp(value, op);
  if (isolating !== undefined) {
    const notes = [{ location: isolating.location, message: "required by region isolation constraints" }];
    report(errorAt(op.location, `'${op.name}' op using value defined outside the region`, { notes }));
  } else if (!isUnreachable(op, dominance) && !dominance.valueDominates(value, op)) {
    report(
      errorAt(op.location, `operand #${index} does not dominate this use`, { notes: [definitionNote(value, op)] }),
    );
  }
}

/** The op isolated from above that lies between a use and the definition outside it. */
function isolatingOp(value: Value, user: Operation): Operation | undefined {
  const home = value.parentBlock?.parentRegion ?? null;
  let found: Operation | undefined;
  for (
    let region = user.parentRegion;
    region !== null && region !== home;
    region = region.parentOp?.parentRegion ?? null
  ) {
    if (found === undefined && region.parentOp?.hasTrait("IsolatedFromAbove") === true) found = region.parentOp;
  }
  return found;
}

function isUnreachable(op: Operation, dominance: Dominance): boolean {
  return op.parentBlock !== null && !dominance.isReachable(op.parentBlock);
}

function isProperlyWithin(inner: Region | null, outer: Region | null): boolean {
  return inner !== null && outer !== null && inner !== outer && inner.isWithin(outer);
}

function definitionNote(
  value: Value,
  user: Operation,
): { readonly location: Diagnostic["location"]; readonly message: string } {
  const block = value.parentBlock;
  const region = block?.parentRegion ?? null;
  const place =
    region === user.parentRegion
      ? "in the same region"
      : isProperlyWithin(user.parentRegion, region)
        ? "in a parent region"
        : isProperlyWithin(region, user.parentRegion)
          ? "in a child region"
          : "neither in a parent nor in a child region";
  const { definingOp } = value;
  if (definingOp !== null) {
    const where =
      block === user.parentBlock ? "op in the same block" : place.startsWith("in") ? `op ${place}` : `op is ${place}`;
    return { location: definingOp.location, message: `operand defined here (${where})` };
  }
  const number = block === null ? -1 : (region?.blocks.indexOf(block) ?? -1);
  return {
    location: value.argumentLocation ?? user.location,
    message: `operand defined as a block argument (block #${number} ${place.startsWith("in") ? "" : "is "}${place})`,
  };
}
