// Steps that make control flow between blocks simpler: branches decided, cut short, threaded; blocks merged; their arguments dropped.
import type { Block, Region } from "../../core/block.ts";
import { cloneOp } from "../../core/clone.ts";
import type { Operation } from "../../core/operation.ts";
import { walkBlocks } from "../../core/walk.ts";
import { BranchOpInterface, UnconditionalBranch, WithoutSuccessor } from "../../define/op-interfaces.ts";
import { eraseIncomingOperands, incomingValues } from "../../rewrite/branch-operands.ts";
import { Rewriter } from "../../rewrite/rewriter.ts";
import { eraseUnreachableBlocks } from "./region-edits.ts";
import { anything, constant, earliest, firstOf, replaceValues } from "./stand-in.ts";
import type { Edit, Step } from "./step.ts";

/** The blocks of regions that have several. */
const manyBlocks = (module: Operation): Block[] =>
  [...walkBlocks(module)].filter((block) => (block.parentRegion?.blocks.length ?? 0) > 1);

const isInside = (block: Block, module: Operation): boolean => block.parentOp?.isWithin(module) === true;

/** A copy of an op by which control leaves the region, with other operands, takes the place of a branch. */
function cut(block: Block, region: Region): boolean {
  const branch = block.lastOp;
  const exit = region.blocks.map(({ lastOp }) => lastOp).find((op) => op?.successors.length === 0);
  if (branch === null || exit === null || exit === undefined) return false;
  const operands = exit.operands.map(({ type }) => firstOf(earliest, constant)(branch, type, new Set()));
  if (operands.includes(undefined)) return false;
  const copy = cloneOp(exit);
  operands.forEach((value, i) => {
    if (value !== undefined) copy.setOperand(i, value);
  });
  branch.erase();
  block.append(copy);
  eraseUnreachableBlocks(region);
  return true;
}

export const cutBranches: Step = {
  name: "leave regions early",
  summary: "a branch becomes a return; blocks that nothing reaches go",
  edits: (module) =>
    manyBlocks(module)
      .filter(({ lastOp }) => lastOp !== null && lastOp.successors.length > 0)
      .map((block): Edit => () => {
        const region = block.parentRegion;
        return region !== null && isInside(block, module) && (block.lastOp?.successors.length ?? 0) > 0 && cut(block, region); // prettier-ignore
      }),
};

/** One edit for each successor of the branches that `make` knows: what it makes takes the place of the branch. */
function replacingBranches(
  name: string,
  summary: string,
  make: (branch: Operation, successor: number) => Operation | undefined,
): Step {
  const replace = (branch: Operation, successor: number): boolean => {
    const block = branch.parentBlock;
    const made = successor < branch.successors.length ? make(branch, successor) : undefined;
    if (made === undefined || block === null) return false;
    branch.erase();
    block.append(made);
    if (block.parentRegion !== null) eraseUnreachableBlocks(block.parentRegion);
    return true;
  };
  return {
    name,
    summary,
    edits: (module) =>
      manyBlocks(module).flatMap(({ lastOp: branch }): Edit[] => {
        if (branch === null) return [];
        const edit = (_: Block, successor: number): Edit => () => branch.isWithin(module) && replace(branch, successor); // prettier-ignore
        return branch.successors.map(edit).reverse();
      }),
  };
}

/** A branch always goes on with one of its successors. */
export const decideBranches = replacingBranches(
  "decide branches",
  "a conditional branch or switch always goes one way",
  (branch, successor) => UnconditionalBranch.of(branch)?.(branch, successor),
);

/** A branch has a successor less. */
export const dropSuccessors = replacingBranches("drop successors", "a switch loses a case", (branch, successor) => {
  if (branch.definition.registered) return WithoutSuccessor.of(branch)?.(branch, successor);
  const copy = cloneOp(branch);
  copy.setSuccessors(branch.successors.filter((_, at) => at !== successor));
  return copy;
});

/** Appends a block to the only one that leads to it, and always does. */
function merge(block: Block): boolean {
  const [use, ...others] = block.predecessorUses;
  const branch = use?.owner;
  const before = branch?.parentBlock ?? null;
  if (branch === undefined || before === null || others.length > 0 || branch.successors.length !== 1) return false;
  const row = BranchOpInterface.of(branch)?.(branch)[0];
  if (row === undefined || before === block || row.length !== block.arguments.length) return false;
  block.arguments.forEach((argument, i) => {
    argument.replaceAllUsesWith(branch.operand(row.start + i));
  });
  branch.erase();
  for (const op of block.ops()) op.moveToEnd(before);
  block.parentRegion?.removeBlock(block);
  return true;
}

export const mergeBlocks: Step = {
  name: "merge blocks",
  summary: "a block joins the only one that leads to it",
  edits: (module) => manyBlocks(module).map((block) => () => isInside(block, module) && merge(block)),
};

/** Branches to a block that only goes on with another go there directly. */
function thread(block: Block): boolean {
  const branch = block.firstOp;
  const [target, ...others] = branch?.successors ?? [];
  if (branch === null || block.lastOp !== branch || target === undefined || others.length > 0) return false;
  if (block.arguments.length > 0 || branch.operandCount > 0 || target === block) return false;
  if (block.predecessorUses.size === 0) return false;
  for (const { owner } of [...block.predecessorUses])
    owner.setSuccessors(owner.successors.map((successor) => (successor === block ? target : successor)));
  const region = block.parentRegion;
  if (region !== null) eraseUnreachableBlocks(region);
  return true;
}

export const threadBranches: Step = {
  name: "skip blocks that only branch",
  summary: "branches go directly to where the next block would go on",
  edits: (module) => manyBlocks(module).map((block) => () => isInside(block, module) && thread(block)),
};

function dropArgument(block: Block, index: number, first: boolean): boolean {
  const argument = block.arguments[index];
  const incoming = incomingValues(block, index);
  const at = block.firstOp;
  if (argument === undefined || incoming === undefined || at === null) return false;
  const value = incoming.find((candidate) => candidate !== argument);
  if (first && value !== undefined) argument.replaceAllUsesWith(value);
  else if (!replaceValues(at, [argument], anything)) return false;
  eraseIncomingOperands(block, index, new Rewriter(at.context));
  block.eraseArgument(index);
  return true;
}

/** An argument of a block becomes a value that is handed to it, or any other. */
export const dropBlockArguments: Step = {
  name: "drop block arguments",
  summary: "a block has an argument less, and the branches to it an operand",
  edits: (module) =>
    manyBlocks(module).flatMap((block) =>
      block.parentRegion?.entry === block
        ? []
        : [...block.arguments].reverse().flatMap((argument) =>
            [true, false].map((first): Edit => () => {
              const here = block.arguments[argument.index] === argument && isInside(block, module);
              return here && dropArgument(block, argument.index, first);
            }),
          ),
    ),
};
