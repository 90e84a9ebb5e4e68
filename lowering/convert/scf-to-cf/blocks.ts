// Structured control flow as blocks: for each op of scf with regions, the blocks that take its place. Regions inside are blocks already.
import { AddIOp, CmpIOp, IndexCastOp } from "../../../dialects/arith/index.ts";
import { BranchOp, caseValuesAttr, CondBranchOp, SwitchOp } from "../../../dialects/cf/index.ts";
import { IndexSwitchOp } from "../../../dialects/scf/index.ts";
import { Block, type Region } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i64 } from "../../../ir/core/type-constructors.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";

/** Where an op stood: the block that now ends there, and the one with what came after it. */
export interface Split {
  readonly before: Block;
  readonly after: Block;
}

/** Makes the blocks between the two of a split, and what leads to them; returns them in order. Nobody uses the op's results then. */
export type ToBlocks = (op: Operation, split: Split, rewriter: Rewriter) => readonly Block[];

/** All blocks of a region, which is empty then. */
export function takeBlocks(region: Region): Block[] {
  const blocks = [...region.blocks];
  for (let i = blocks.length - 1; i >= 0; i--) region.removeBlock(blocks[i]!);
  return blocks;
}

function lastOf(blocks: readonly Block[]): Block {
  const block = blocks.at(-1);
  if (block === undefined) throw new Error("a region that runs has a block");
  return block;
}

function branch(rewriter: Rewriter, from: Block, dest: Block, destOperands: readonly Value[] = []): Operation {
  rewriter.setToEnd(from);
  return BranchOp.build(rewriter, { dest, destOperands }).op;
}

/** Ends `block` with a branch that hands on what its terminator handed to the op around. */
function branchInsteadOfYield(rewriter: Rewriter, block: Block, dest: Block): void {
  const end = block.terminator;
  const { operands } = end;
  rewriter.eraseOp(end);
  branch(rewriter, block, dest, operands);
}

function replaceResults(rewriter: Rewriter, op: Operation, values: readonly Value[]): void {
  op.results.forEach((result, i) => {
    const value = values[i];
    if (value !== undefined) rewriter.replaceAllUsesWith(result, value);
  });
}

/** Discardable attributes of the dialect `llvm` go with the branch that closes a loop. */
function copyLoopAttributes(from: Operation, to: Operation): void {
  for (const [name, attribute] of from.discardable) {
    const dialect = attribute.kind === "opaque" ? attribute.dialect : undefined;
    if (dialect === "llvm") to.setAttribute(name, attribute);
  }
}

/** `br ^cond(lb, inits); ^cond(iv, carried): cond_br iv < ub, ^body, ^after; ^body: ... br ^cond(iv + step, yielded)` */
const forToBlocks: ToBlocks = (op, { before, after }, rewriter) => {
  const [lower, upper, step, ...inits] = op.operands;
  const blocks = takeBlocks(op.region());
  const condition = blocks[0];
  const [iv, ...carried] = condition?.arguments ?? [];
  if (condition === undefined || iv === undefined || lower === undefined || upper === undefined || step === undefined)
    throw new Error("an scf.for has bounds, a step and a body");
  const body = new Block();
  for (const inner of condition.ops()) rewriter.moveOpToEnd(inner, body);
  const last = blocks.length === 1 ? body : lastOf(blocks);
  const end = last.terminator;
  const { operands } = end;
  rewriter.eraseOp(end);
  rewriter.setToEnd(last);
  const next = AddIOp.build(rewriter, { lhs: iv, rhs: step }).result;
  copyLoopAttributes(op, branch(rewriter, last, condition, [next, ...operands]));
  branch(rewriter, before, condition, [lower, ...inits]);
  rewriter.setToEnd(condition);
  const predicate = op.attribute("unsignedCmp") === undefined ? "slt" : "ult";
  const goesOn = CmpIOp.build(rewriter, { predicate, lhs: iv, rhs: upper }).result;
  conditional(rewriter, goesOn, body, after);
  replaceResults(rewriter, op, carried);
  return [condition, body, ...blocks.slice(1)];
};

function conditional(
  rewriter: Rewriter,
  condition: Value,
  trueDest: Block,
  falseDest: Block,
  trueDestOperands: readonly Value[] = [],
): void {
  CondBranchOp.build(rewriter, { condition, trueDest, falseDest, trueDestOperands, falseDestOperands: [] });
}

/** `cond_br c, ^then, ^else; ^then: ... br ^join(a); ^else: ... br ^join(b); ^join(r): br ^after` */
const ifToBlocks: ToBlocks = (op, { before, after }, rewriter) => {
  const join = op.resultCount === 0 ? after : new Block();
  for (const { type } of op.results) join.addArgument(type);
  if (join !== after) branch(rewriter, join, after);
  const [thenBlocks = [], elseBlocks = []] = op.regions.map(takeBlocks);
  for (const blocks of [thenBlocks, elseBlocks])
    if (blocks.length > 0) branchInsteadOfYield(rewriter, lastOf(blocks), join);
  rewriter.setToEnd(before);
  conditional(rewriter, op.operand(0), thenBlocks[0] ?? join, elseBlocks[0] ?? join);
  replaceResults(rewriter, op, join.arguments);
  return [...thenBlocks, ...elseBlocks, ...(join === after ? [] : [join])];
};

/** `br ^before(inits); ^before(x): ... cond_br c, ^body(y), ^after; ^body(y): ... br ^before(z)`; a body that does nothing is left out. */
const whileToBlocks: ToBlocks = (op, { before, after }, rewriter) => {
  const [first = [], body = []] = op.regions.map(takeBlocks);
  const [head, bodyHead] = [first[0], body[0]];
  if (head === undefined || bodyHead === undefined) throw new Error("an scf.while has two regions");
  const yielded = lastOf(body).terminator;
  const isForwarding =
    bodyHead.firstOp === yielded &&
    yielded.operandCount === bodyHead.arguments.length &&
    bodyHead.arguments.every((argument, i) => yielded.operand(i) === argument);
  branch(rewriter, before, head, op.operands);
  const end = lastOf(first).terminator;
  const [condition, ...passed] = end.operands;
  if (condition === undefined) throw new Error("an scf.condition has a condition");
  rewriter.eraseOp(end);
  rewriter.setToEnd(lastOf(first));
  conditional(rewriter, condition, isForwarding ? head : bodyHead, after, passed);
  replaceResults(rewriter, op, passed);
  if (isForwarding) {
    rewriter.eraseOp(yielded);
    return first;
  }
  branchInsteadOfYield(rewriter, lastOf(body), head);
  return [...first, ...body];
};

/** `br ^region; ^region: ... br ^after(r)` wherever the region ended. */
const executeRegionToBlocks: ToBlocks = (op, { before, after }, rewriter) => {
  const blocks = takeBlocks(op.region());
  const [entry] = blocks;
  if (entry === undefined) throw new Error("an scf.execute_region has a block");
  branch(rewriter, before, entry);
  for (const block of blocks) if (block.lastOp?.name === "scf.yield") branchInsteadOfYield(rewriter, block, after);
  replaceResults(
    rewriter,
    op,
    op.results.map(({ type }) => after.addArgument(type)),
  );
  return blocks;
};

/**
 * `switch k [default: ^default, v: ^case ...]; ^case: ... br ^after(r)`. The flag is an i64, where MLIR makes an i32: an index that
 * an i32 cannot hold would choose a wrong case.
 */
const indexSwitchToBlocks: ToBlocks = (op, { before, after }, rewriter) => {
  const { cases } = IndexSwitchOp.match(op) ?? { cases: [] };
  replaceResults(
    rewriter,
    op,
    op.results.map(({ type }) => after.addArgument(type)),
  );
  const [fallback = [], ...chosen] = op.regions.map(takeBlocks);
  for (const blocks of [...chosen, fallback]) branchInsteadOfYield(rewriter, lastOf(blocks), after);
  const first = (blocks: readonly Block[]): Block => blocks[0] ?? after;
  rewriter.setToEnd(before);
  const type = i64(op.context);
  const flag = IndexCastOp.build(rewriter, { in: op.operand(0), resultTypes: [type] }).op.result();
  SwitchOp.build(rewriter, {
    flag,
    defaultOperands: [],
    caseOperands: [],
    caseValues: caseValuesAttr(
      type,
      cases.map((value) => BigInt.asUintN(64, BigInt(value))),
    ),
    caseOperandSegments: cases.map(() => 0),
    defaultDestination: first(fallback),
    caseDestinations: chosen.map(first),
  });
  return [...chosen, fallback].flat();
};

export const toBlocks: Readonly<Record<string, ToBlocks>> = {
  "scf.execute_region": executeRegionToBlocks,
  "scf.for": forToBlocks,
  "scf.if": ifToBlocks,
  "scf.index_switch": indexSwitchToBlocks,
  "scf.while": whileToBlocks,
};
