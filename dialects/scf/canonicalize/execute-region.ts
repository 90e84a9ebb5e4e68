// Canonicalisation of scf.execute_region: a single block needs no op around it, and several need none in a function.
import type { Block } from "../../../ir/core/block.ts";
import type { Location } from "../../../ir/core/location.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { CallableOpInterface } from "../../../ir/define/op-interfaces.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { ExecuteRegionOp } from "../ops/yield.ts";
import { replaceByBody } from "./for.ts";

const BRANCH = "cf.br";

const singleBlock = pattern(
  "scf.execute_region of one block => its body",
  ExecuteRegionOp,
  ({ op, region, noInline }, rewriter) => {
    if (noInline) return refuse("the op says no_inline");
    if (region.blocks.length !== 1) return refuse("the region has several blocks");
    if (region.entry.terminator.name !== "scf.yield") return refuse("the region does not end in scf.yield");
    replaceByBody(op, 0, [], rewriter);
    return true;
  },
);

/** Whether a region may be taken apart into blocks of the op around it. */
const mayHoldBlocks = (op: Operation | null): boolean =>
  op !== null && (op.name === ExecuteRegionOp.name || CallableOpInterface.of(op) !== undefined);

const severalBlocks = pattern(
  "scf.execute_region of several blocks in a function => its blocks",
  ExecuteRegionOp,
  ({ op, region, noInline, results }, rewriter) => {
    const block = op.parentBlock;
    const around = block?.parentRegion;
    if (noInline) return refuse("the op says no_inline");
    if (!block || !around || !mayHoldBlocks(op.parentOp)) return refuse("what holds it holds no other blocks");
    if (!op.context.ops.has(BRANCH)) return refuse(`'${BRANCH}' is not registered`);
    const after = rewriter.splitBlock(block, op);
    const branch = (at: Block | Operation, to: Block, operands: readonly Value[], location: Location): void => {
      if ("terminator" in at) rewriter.setToEnd(at);
      else rewriter.setBefore(at);
      rewriter.create(BRANCH, { operands, successors: [to] }, location);
    };
    branch(block, region.entry, [], op.location);
    for (const { lastOp } of region.blocks) {
      if (lastOp?.name !== "scf.yield") continue;
      branch(lastOp, after, lastOp.operands, lastOp.location);
      rewriter.eraseOp(lastOp);
    }
    rewriter.inlineRegionBefore(region, around, after);
    rewriter.replaceOp(
      op,
      results.map(({ type }) => after.addArgument(type, op.location)),
    );
    return true;
  },
);

export const executeRegionPatterns = [singleBlock, severalBlocks];
