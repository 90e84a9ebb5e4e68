// convert-scf-to-cf: structured control flow becomes blocks and branches. Each block is taken apart from its end, so that every op moves once.
import { Block, type Region } from "../../../ir/core/block.ts";
import { errorAt, type Diagnostic } from "../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { traverse, walkPostOrder } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { takeBlocks, toBlocks } from "./blocks.ts";
import { forallToParallel, parallelToFor } from "./parallel-to-for.ts";

/** Ops that go; their terminators go with them. */
const isStructured = (op: Operation): boolean =>
  Object.hasOwn(toBlocks, op.name) || op.name === "scf.forall" || op.name === "scf.parallel";

function refusal(op: Operation, reason: string): Diagnostic {
  const note = { location: op.location, message: reason };
  const message = `failed to legalize operation '${op.name}' that was explicitly marked illegal`;
  return { ...errorAt(op.location, message), notes: [note] };
}

/** Why an op cannot become blocks; undefined where it can. */
function obstacle(op: Operation): string | undefined {
  if (op.name === "scf.forall" && op.resultCount > 0)
    return "it fills tensors: only one on buffers has a loop nest; bufferize first";
  const around = op.parentOp;
  if (around === null || isStructured(around) || around.name === "scf.reduce") return undefined;
  const isSingle = around.hasTrait("SingleBlock") || around.hasTrait("NoTerminator");
  return isSingle ? `'${around.name}' around it holds one block only` : undefined;
}

/** The blocks that take the place of one block whose structured ops have no structured ops inside. */
function flattened(block: Block, rewriter: Rewriter): Block[] {
  const tails: (readonly Block[])[] = [];
  for (let op = block.lastOp; op !== null;) {
    const previous: Operation | null = op.previous;
    const convert = toBlocks[op.name];
    if (convert !== undefined) {
      const after = new Block();
      for (let next = op.next; next !== null;) {
        const following: Operation | null = next.next;
        rewriter.moveOpToEnd(next, after);
        next = following;
      }
      // Its location is that of all that is made of it.
      rewriter.setBefore(op);
      tails.push([...convert(op, { before: block, after }, rewriter), after]);
      rewriter.eraseOp(op);
    }
    op = previous;
  }
  return [block, ...tails.reverse().flat()];
}

function flattenRegion(region: Region, rewriter: Rewriter): void {
  const blocks = takeBlocks(region).flatMap((block) => flattened(block, rewriter));
  for (const block of blocks) region.insertBlock(block, region.blocks.length);
}

export const convertScfToCf = definePass({
  name: "convert-scf-to-cf",
  className: "SCFToControlFlowPass",
  summary: "Convert SCF dialect to ControlFlow dialect, replacing structured control flow with a CFG",
  dependentDialects: ["arith", "cf", "scf"],
  options: {
    "allow-pattern-rollback": {
      type: "bool",
      default: true,
      description: "Of no effect: nothing is changed before it is known that all can be converted",
    },
  },
  run: (root, { context, listener, fail }) => {
    const structured = walkPostOrder(root).filter((op) => op !== root && isStructured(op));
    let refused = false;
    for (const op of structured) {
      const reason = obstacle(op);
      if (reason === undefined) continue;
      refused = true;
      fail(refusal(op, reason));
    }
    if (refused) return;
    const rewriter = new Rewriter(context, listener);
    for (const op of structured) {
      const parallel = op.name === "scf.forall" ? forallToParallel(op, rewriter) : op;
      if (typeof parallel !== "string" && parallel.name === "scf.parallel") parallelToFor(parallel, rewriter);
    }
    const marked = new Set<Region>();
    // From the inside out.
    const regions: Region[] = [];
    traverse(root, nothing, (op) => {
      if (op !== root && isStructured(op) && op.parentRegion !== null) marked.add(op.parentRegion);
      for (const region of op.regions) if (marked.has(region)) regions.push(region);
    });
    for (const region of regions) flattenRegion(region, rewriter);
  },
});

const nothing = (): void => undefined;
