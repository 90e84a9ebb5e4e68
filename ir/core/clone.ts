// Cloning of operations with a mapping from old values to new ones.
import type { Attribute } from "./attributes.ts";
import { Block, Region } from "./block.ts";
import type { OperationParts } from "./definition.ts";
import { Operation } from "./operation.ts";
import type { Type } from "./types.ts";
import type { Value } from "./value.ts";

/** Old values and blocks to new ones. A value that is not mapped stands for itself. */
export class IRMapping {
  readonly values = new Map<Value, Value>();
  readonly blocks = new Map<Block, Block>();

  map(from: Value, to: Value): this {
    this.values.set(from, to);
    return this;
  }

  value(from: Value): Value {
    return this.values.get(from) ?? from;
  }
}

interface Pending {
  readonly from: Region;
  readonly to: Region;
}

/**
 * A detached copy of `op` and of all inside it. Results and block arguments are entered into `mapping`. Uses of values that are
 * defined later in the copied IR (graph regions, other blocks) are patched at the end. Depth is not limited by the stack.
 */
export function cloneOp(op: Operation, mapping: IRMapping = new IRMapping()): Operation {
  const patches: Operation[] = [];
  const pending: Pending[] = [];
  const copy = cloneShallow(op, mapping, pending, patches);
  while (pending.length > 0) {
    const { from, to } = pending.pop()!;
    for (const block of from.blocks) {
      const target = new Block();
      for (const argument of block.arguments) {
        mapping.map(argument, target.addArgument(argument.type, argument.argumentLocation ?? undefined));
      }
      mapping.blocks.set(block, target);
      to.insertBlock(target, to.blocks.length);
    }
    for (const block of from.blocks) {
      const target = mapping.blocks.get(block)!;
      for (let inner = block.firstOp; inner !== null; inner = inner.next)
        target.append(cloneShallow(inner, mapping, pending, patches));
    }
  }
  for (const patched of patches) {
    for (const operand of patched.opOperands) operand.set(mapping.value(operand.value));
    if (patched.successors.length > 0) {
      patched.setSuccessors(patched.successors.map((block) => mapping.blocks.get(block) ?? block));
    }
  }
  return copy;
}

function cloneShallow(op: Operation, mapping: IRMapping, pending: Pending[], patches: Operation[]): Operation {
  const { context, definition, operandCount, resultCount } = op;
  const { values } = mapping;
  let isWhole = true;
  const operands = new Array<Value>(operandCount);
  for (let i = 0; i < operandCount; i++) {
    const from = op.operand(i);
    const to = values.get(from);
    if (to === undefined) isWhole = false;
    operands[i] = to ?? from;
  }
  const resultTypes = new Array<Type>(resultCount);
  for (let i = 0; i < resultCount; i++) resultTypes[i] = op.result(i).type;
  const parts: OperationParts = { operands, resultTypes, propertySlots: propertiesOf(op) };
  if (op.regions.length > 0) parts.regions = op.regions.map(() => new Region(context));
  const { successors } = op;
  if (successors.length > 0) {
    isWhole = false;
    parts.successors = successors.map((block) => mapping.blocks.get(block) ?? block);
  }
  const copy = Operation.create(context, definition, op.location, parts);
  if (op.hasDiscardable) for (const [name, attribute] of op.discardable) copy.setAttribute(name, attribute);
  for (let i = 0; i < resultCount; i++) values.set(op.result(i), copy.result(i));
  for (let i = 0; i < op.regions.length; i++) {
    const from = op.regions[i]!;
    if (!from.isEmpty) pending.push({ from, to: copy.regions[i]! });
  }
  if (!isWhole) patches.push(copy);
  return copy;
}

/** The properties of a copy; an op that has the context's defaults shares them. */
function propertiesOf({ context, definition, properties }: Operation): (Attribute | undefined)[] {
  if (properties.length === 0) return none;
  const defaults = context.defaultProperties(definition.properties);
  return properties === defaults ? defaults : properties.slice();
}

const none: (Attribute | undefined)[] = [];
