// The values that branches hand to block arguments: reading them, and taking one out with its argument.
import { denseArrayAttr } from "../core/attribute-constructors.ts";
import type { Block } from "../core/block.ts";
import { operandGroups } from "../core/element-groups.ts";
import type { Operation } from "../core/operation.ts";
import { i32 } from "../core/type-constructors.ts";
import type { Value } from "../core/value.ts";
import { BranchOpInterface, type OperandRange } from "../define/op-interfaces.ts";
import type { Rewriter } from "./rewriter.ts";

/** Where a branch into a block has its operand for an argument. */
export interface IncomingOperand {
  readonly branch: Operation;
  readonly operand: number;
}

/** The operands that become an argument, one for each edge into the block; undefined where a branch does not say. */
export function incomingOperands(block: Block, argument: number): IncomingOperand[] | undefined {
  const incoming: IncomingOperand[] = [];
  for (const { owner, index } of block.predecessorUses) {
    const range = BranchOpInterface.of(owner)?.(owner)[index];
    if (range === undefined || argument >= range.length) return undefined;
    incoming.push({ branch: owner, operand: range.start + argument });
  }
  return incoming;
}

/** Operand numbers of an op that only become block arguments. */
export function forwardedOperands(op: Operation): ReadonlySet<number> {
  const forwarded = new Set<number>();
  if (op.successors.length === 0) return forwarded;
  for (const { start, length } of BranchOpInterface.of(op)?.(op) ?? [])
    for (let i = 0; i < length; i++) forwarded.add(start + i);
  return forwarded;
}

/** The values that become an argument. */
export function incomingValues(block: Block, argument: number): readonly Value[] | undefined {
  return incomingOperands(block, argument)?.map(({ branch, operand }) => branch.operand(operand));
}

/** Takes what branches hand to an argument out of them; the argument must go next. */
export function eraseIncomingOperands(block: Block, argument: number, rewriter: Rewriter): void {
  // One branch may lead here twice: its operand numbers change in between.
  for (const { owner, index } of [...block.predecessorUses]) {
    const range = BranchOpInterface.of(owner)?.(owner)[index];
    if (range !== undefined) rewriter.modifyInPlace(owner, (op) => eraseOperand(op, range, argument));
  }
}

/** Takes one operand of a row out of its variadic group. */
export function eraseOperand(op: Operation, { start, segment }: OperandRange, place: number): void {
  const index = start + place;
  if (!op.definition.registered) {
    op.setOperands(op.operands.filter((_, at) => at !== index));
    return;
  }
  const sizes = operandGroups(op).map(({ length }) => length);
  let first = 0;
  const group = sizes.findIndex((size) => index < (first += size));
  op.setOperands(op.operands.filter((_, at) => at !== index));
  const segments = segment === undefined ? undefined : op.attribute(segment.property);
  if (segment !== undefined && segments?.kind === "dense_array") {
    const smaller = segments.values.map((size, at) => (at === segment.index ? Number(size) - 1 : size));
    op.setAttribute(segment.property, denseArrayAttr(segments.element, smaller));
  }
  if (!op.definition.propertySlots.has("operandSegmentSizes")) return;
  const smaller = sizes.map((size, at) => (at === group ? size - 1 : size));
  op.setAttribute("operandSegmentSizes", denseArrayAttr(i32(op.context), smaller));
}

/** Adds an operand to those that a branch hands to the successor of this number. */
export function appendSuccessorOperand(op: Operation, successor: number, value: Value): void {
  const range = BranchOpInterface.of(op)?.(op)[successor];
  if (range === undefined) throw new Error(`'${op.name}' does not say what it hands to successor ${successor}`);
  const { start, length, segment } = range;
  const sizes = operandGroups(op).map((group) => group.length);
  const operands = op.operands;
  operands.splice(start + length, 0, value);
  op.setOperands(operands);
  const segments = segment === undefined ? undefined : op.attribute(segment.property);
  if (segment !== undefined && segments?.kind === "dense_array") {
    const larger = segments.values.map((size, i) => (i === segment.index ? Number(size) + 1 : Number(size)));
    op.setAttribute(segment.property, denseArrayAttr(segments.element, larger));
  }
  if (!op.definition.propertySlots.has("operandSegmentSizes")) return;
  // Each successor has a variadic group; the last group is of all that are left, where it is divided further.
  const groups = op.definition.operands.flatMap(({ arity }, i) => (arity === "variadic" ? [i] : []));
  const group = groups[Math.min(successor, groups.length - 1)];
  op.setAttribute(
    "operandSegmentSizes",
    denseArrayAttr(
      i32(op.context),
      sizes.map((size, i) => (i === group ? size + 1 : size)),
    ),
  );
}
