// The interfaces that generic passes read. Dialects implement them; names are MLIR's where it has one.
import type { Attribute, SymbolRefAttr } from "../core/attributes.ts";
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import type { Memory, MemRefValue } from "../interpret/memory.ts";
import { defineInterface } from "./interface.ts";

/** The dialect whose prefix may be left out inside the op's regions (OpAsmOpInterface::getDefaultDialect): "func". */
export const DefaultDialect = defineInterface<string>("DefaultDialect");

/** Names that block arguments have in custom text (OpAsmOpInterface::getAsmBlockArgumentNames); undefined keeps `%arg0` or a number. */
export const BlockArgumentNames =
  defineInterface<(op: Operation, block: Block) => readonly (string | undefined)[] | undefined>("BlockArgumentNames");

/** Names of the ops of which one must be the parent. */
export const HasParent = defineInterface<readonly string[]>("HasParent");

/** The terminator that text may leave out, by qualified name; it has no operands. */
export const ImplicitTerminator = defineInterface<string>("ImplicitTerminator");

export interface MemoryEffect {
  readonly effect: "read" | "write" | "allocate" | "free";
  /** The memref concerned; undefined is any memory. */
  readonly value?: Value;
}
/** Memory effects of the op itself. An op with neither this, nor Pure, nor RecursiveMemoryEffects may do anything. */
export const MemoryEffects = defineInterface<(op: Operation) => readonly MemoryEffect[]>("MemoryEffects");

/** Whether this op may run where it would not have run (a division by a constant that is not zero); "recursive" where what it holds says so. */
export const ConditionallySpeculatable =
  defineInterface<(op: Operation) => boolean | "recursive">("ConditionallySpeculatable");

/** Views: the number of the operand whose memory the result shows (ViewLikeOpInterface::getViewSource). */
export const ViewLikeOpInterface = defineInterface<(op: Operation) => number>("ViewLikeOpInterface");

export interface Call {
  readonly callee: SymbolRefAttr;
  readonly args: readonly Value[];
}
/** Calls of a symbol. */
export const CallOpInterface = defineInterface<(op: Operation) => Call | undefined>("CallOpInterface");
/** The body of something callable; undefined for a declaration. */
export const CallableOpInterface = defineInterface<(op: Operation) => Region | undefined>("CallableOpInterface");
/** A row of operands: `length` of them from number `start`. */
export interface OperandRange {
  readonly start: number;
  readonly length: number;
  /** The array property that also counts the row, and its place there, where the op splits a variadic group further (cf.switch). */
  readonly segment?: { readonly property: string; readonly index: number };
}
/** Branches: for each successor, the operands that become its block's arguments. */
export const BranchOpInterface = defineInterface<(op: Operation) => readonly OperandRange[]>("BranchOpInterface");

/** Branches of several successors: the number of the one that constant operands choose; undefined where they do not say. */
export const SuccessorForOperands =
  defineInterface<(op: Operation, constant: (operand: number) => Attribute | undefined) => number | undefined>(
    "SuccessorForOperands",
  );

/** Branches of several successors: makes, detached, the branch that always goes on with the one of this number. */
export const UnconditionalBranch =
  defineInterface<(op: Operation, successor: number) => Operation>("UnconditionalBranch");

/** Branches of many successors: makes, detached, the branch without the one of this number; undefined where it cannot be left out. */
export const WithoutSuccessor =
  defineInterface<(op: Operation, successor: number) => Operation | undefined>("WithoutSuccessor");

/** The regions that run repeatedly. */
export const LoopLikeOpInterface = defineInterface<(op: Operation) => readonly Region[]>("LoopLikeOpInterface");
/** The constant that a ConstantLike op yields. */
export const ConstantValue = defineInterface<(op: Operation) => Attribute | undefined>("ConstantValue");
/** Destination-passing style: operand numbers of the inits; result i is tied to the i-th of them. */
export const DestinationStyleOpInterface =
  defineInterface<(op: Operation) => readonly number[]>("DestinationStyleOpInterface");

export interface Launch {
  /** The symbol of the kernel. */
  readonly callee: string;
  readonly grid: readonly Value[];
  readonly args: readonly Value[];
}
/** Runs a kernel once per point of a grid: what a host compiler turns into a call of the machine. */
export const LaunchOpInterface = defineInterface<(op: Operation) => Launch>("LaunchOpInterface");

/**
 * Declarations of buffers that all of the module sees: makes, in `memory`, the buffer as it is before a run. What a run made of it has
 * the label `@` and the symbol.
 */
export const InitialBuffer =
  defineInterface<(op: Operation, memory: Memory) => MemRefValue | undefined>("InitialBuffer");

/** The constant attribute behind a value, when a ConstantLike op, which has no operands, defines it. */
export function constantOf(value: Value): Attribute | undefined {
  const op = value.definingOp;
  if (op === null) return undefined;
  const constant = op.operandCount > 0 ? undefined : ConstantValue.of(op)?.(op);
  const { matchProbe } = op.context;
  if (matchProbe !== undefined) {
    if (constant === undefined) matchProbe.constant(op, undefined);
    else matchProbe.read(op);
  }
  return constant;
}

/** The op of this name behind a value, where it is known by no more than its name. */
export function definedBy(value: Value | undefined, name: string): Operation | undefined {
  const op = value?.definingOp;
  if (op === null || op === undefined || op.definition.name === name) return op ?? undefined;
  const { matchProbe, ops } = op.context;
  const wanted = matchProbe && ops.get(name);
  if (wanted !== undefined) matchProbe?.definition(op, wanted);
  return undefined;
}
