// Inlining of one call: the callee's body, or a copy of it, takes the call's place.
import type { Region } from "../core/block.ts";
import { cloneOp, IRMapping } from "../core/clone.ts";
import { callSiteLocation, type Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import { walk } from "../core/walk.ts";
import { callableBody, callArguments, type CallSite } from "../analysis/call-graph.ts";
import type { Rewriter } from "./rewriter.ts";

/** What leaves the blocks of a callee of several, once they are the caller's. */
export const BRANCH = "cf.br";

/** Ends the callable: has no successors and hands values back (an `unreachable` would not have ReturnLike). */
function isReturn(end: Operation): boolean {
  return end.hasTrait("ReturnLike") && end.successors.length === 0;
}

function bodyOf(callee: Operation): Region {
  const body = callableBody(callee);
  if (body === undefined) throw new Error(`the callee '${callee.name}' has no body`);
  return body;
}

/** Says of an op, and of what is inside, by which call it came; a call without a location says nothing. */
function relocate(op: Operation, caller: Location): void {
  if (caller.kind === "unknown") return;
  for (const inner of walk(op)) inner.location = callSiteLocation(inner.location, caller);
}

/** Replaces a call by what its callee does, and gives the ops that came, block by block. In place, the callee loses its body. */
export function inlineCall(site: CallSite, rewriter: Rewriter, inPlace: boolean): Operation[][] {
  const body = bodyOf(site.callee);
  if (body.blocks.length > 1) return inlineBlocks(site, inPlace ? body : bodyOf(cloneOp(site.callee)), rewriter);
  return [inPlace ? moveBody(site, body, rewriter) : copyBody(site, body, rewriter)];
}

function moveBody({ op }: CallSite, body: Region, rewriter: Rewriter): Operation[] {
  const { entry } = body;
  const end = entry.terminator;
  const moved = [...entry.ops()].slice(0, -1);
  for (const inner of moved) relocate(inner, op.location);
  rewriter.inlineBlockBefore(entry, op, callArguments(op));
  const values = end.operands;
  rewriter.eraseOp(end);
  rewriter.replaceOp(op, values);
  return moved;
}

function copyBody({ op }: CallSite, { entry }: Region, rewriter: Rewriter): Operation[] {
  const mapping = new IRMapping();
  const args = callArguments(op);
  for (const [i, argument] of entry.arguments.entries()) mapping.map(argument, args[i] ?? argument);
  rewriter.setBefore(op);
  const end = entry.terminator;
  const copies: Operation[] = [];
  for (let inner = entry.firstOp; inner !== null && inner !== end; inner = inner.next) {
    const copy = rewriter.clone(inner, mapping);
    relocate(copy, op.location);
    copies.push(copy);
  }
  rewriter.replaceOp(
    op,
    end.operands.map((value) => mapping.value(value)),
  );
  return copies;
}

/** The blocks come between what is in front of the call and what follows it, which takes the results as its arguments. */
function inlineBlocks({ op }: CallSite, body: Region, rewriter: Rewriter): Operation[][] {
  const block = op.parentBlock;
  const region = block?.parentRegion;
  if (!block || !region) throw new Error("the call is in no region");
  const blocks = [...body.blocks];
  const caller = op.location;
  for (const came of blocks) {
    for (const inner of came.ops()) relocate(inner, caller);
    for (const argument of came.arguments) {
      const callee = argument.argumentLocation;
      if (callee !== null && caller.kind !== "unknown") argument.argumentLocation = callSiteLocation(callee, caller);
    }
  }
  const inlined = blocks.map((came) => [...came.ops()]);
  const args = callArguments(op);
  const rest = rewriter.splitBlock(block, op);
  const results = op.results.map(({ type }) => rest.addArgument(type, caller));
  rewriter.replaceOp(op, results);
  rewriter.inlineRegionBefore(body, region, rest);
  for (const { terminator } of blocks) {
    if (!isReturn(terminator)) continue;
    rewriter.setBefore(terminator);
    rewriter.create(BRANCH, { operands: terminator.operands, successors: [rest] }, terminator.location);
    rewriter.eraseOp(terminator);
  }
  const [entry] = blocks;
  if (entry !== undefined) rewriter.mergeBlocks(entry, block, args);
  return inlined.map((ops) => ops.filter(({ parentBlock }) => parentBlock !== null));
}
