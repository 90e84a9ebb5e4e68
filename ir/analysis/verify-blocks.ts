// Blocks: terminators where they are needed and only there, and successors in the same region.
import type { Block } from "../core/block.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { printOperation } from "../syntax/printer.ts";

type Report = (diagnostic: Diagnostic) => void;

/** What must hold before the ops inside are looked at; false when something does not. */
export function verifyBlocksBefore(owner: Operation, report: Report): boolean {
  const isGraph = owner.hasTrait("GraphRegion");
  for (const [number, { blocks }] of owner.regions.entries()) {
    const [entry] = blocks;
    let problem: Diagnostic | undefined;
    if (isGraph && blocks.length > 1) {
      problem = errorAt(owner.location, `'${owner.name}' op expects graph region #${number} to have 0 or 1 blocks`);
    } else if (entry !== undefined && entry.predecessorUses.size > 0) {
      problem = errorAt(owner.location, "entry block of region may not have predecessors");
    } else if (blocks.some((block) => block.firstOp === null && !mayLackTerminator(owner, block))) {
      problem = errorAt(owner.location, "empty block: expect at least a terminator");
    }
    if (problem === undefined) continue;
    report(problem);
    return false;
  }
  return true;
}

/** What must hold of a block before its ops are looked at, from `first` on. */
export function verifyBranchesLast(first: Operation): Diagnostic | undefined {
  const last = first.parentBlock?.lastOp;
  for (let op: Operation | null = first; op !== last && op !== null; op = op.next) {
    if (op.successors.length > 0)
      return errorAt(op.location, "operation with block successors must terminate its parent block");
  }
  return undefined;
}

/** What must hold once the ops inside do. */
export function verifyBlocksAfter(owner: Operation, report: Report): void {
  for (const { blocks } of owner.regions) {
    for (const block of blocks) {
      const last = block.lastOp;
      if (last === null) continue;
      if (last.successors.some((successor) => successor.parentRegion !== block.parentRegion))
        report(errorAt(last.location, `'${last.name}' op branching to block of a different region`));
      else if (!mayLackTerminator(owner, block)) verifyTerminator(last, report);
    }
  }
}

const mayLackTerminator = (owner: Operation, block: Block): boolean =>
  block.parentRegion?.blocks.length === 1 && (owner.hasTrait("NoTerminator") || !owner.definition.registered);

/** An op of an unregistered dialect may be a terminator. */
function verifyTerminator(last: Operation, report: Report): void {
  if (!last.definition.registered || last.hasTrait("Terminator")) return;
  const text = last.regions.length === 0 ? printOperation(last, { generic: true, localScope: true }) : `'${last.name}'`;
  report(errorAt(last.location, `block with no terminator, has ${text}`));
}
