// Cloning of operations with a mapping from old values to new ones.
import { Block, Region } from "./block.ts";
import { Operation } from "./operation.ts";
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
      for (const inner of block.ops()) target.append(cloneShallow(inner, mapping, pending, patches));
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
  const regions = op.regions.map(() => new Region(op.context));
  const copy = Operation.create(op.context, op.definition, op.location, {
    operands: op.operands.map((value) => mapping.value(value)),
    resultTypes: op.results.map((result) => result.type),
    regions,
    successors: op.successors.map((block) => mapping.blocks.get(block) ?? block),
  });
  op.definition.properties.forEach((property, slot) => {
    copy.setAttribute(property.name, op.properties[slot]);
  });
  for (const [name, attribute] of op.discardable) copy.setAttribute(name, attribute);
  op.results.forEach((result, index) => mapping.map(result, copy.result(index)));
  op.regions.forEach((region, index) => {
    if (!region.isEmpty) pending.push({ from: region, to: regions[index]! });
  });
  patches.push(copy);
  return copy;
}
