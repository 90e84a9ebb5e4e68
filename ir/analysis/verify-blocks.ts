// Blocks: terminators where they are needed and only there, and successors in the same region.
import type { Block } from "../core/block.ts";
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { printOperation } from "../syntax/printer.ts";

type Report = (diagnostic: Diagnostic) => void;

export function verifyBlocks(owner: Operation, report: Report): void {
  for (const region of owner.regions) {
    const [entry] = region.blocks;
    if (entry !== undefined && entry.predecessorUses.size > 0) {
      report(errorAt(owner.location, "entry block of region may not have predecessors"));
    }
    const single = region.blocks.length === 1;
    const optional = single && (owner.hasTrait("NoTerminator") || !owner.definition.registered);
    for (const block of region.blocks) {
      verifyBlock(owner, block, report);
      if (!optional) verifyTerminator(owner, block, report);
    }
  }
}

function verifyBlock(owner: Operation, block: Block, report: Report): void {
  for (const op of block.ops()) {
    for (const successor of op.successors) {
      if (successor.parentRegion !== block.parentRegion) {
        report(errorAt(op.location, "reference to block defined in another region"));
      }
    }
    if (op === block.lastOp) continue;
    if (op.hasTrait("Terminator"))
      report(errorAt(op.location, `'${op.name}' op must be the last operation in the parent block`));
    else if (op.successors.length > 0) {
      report(errorAt(op.location, "operation with block successors must terminate its parent block"));
    }
  }
}

/** An op of an unregistered dialect may be a terminator. */
function verifyTerminator(owner: Operation, block: Block, report: Report): void {
  const last = block.lastOp;
  if (last === null) report(errorAt(owner.location, "empty block: expect at least a terminator"));
  else if (last.definition.registered && !last.hasTrait("Terminator")) {
    const text =
      last.regions.length === 0 ? printOperation(last, { generic: true, localScope: true }) : `'${last.name}'`;
    report(errorAt(last.location, `block with no terminator, has ${text}`));
  }
}
