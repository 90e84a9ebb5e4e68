// The size of a module, which every accepted edit makes smaller: so shrinking ends, and ends where no single edit is accepted.
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { Costs } from "./cost.ts";
import { visibleOps } from "../visible-ops.ts";

/**
 * Compared from the left: operations; blocks; operands, results, block arguments and successors; how deep operations are nested;
 * attributes; types; numbers in attributes; and how far operands are from the start of the module, so that operands are first arguments
 * rather than later values.
 */
export type Size = readonly number[];

/** What text must hold to be read at all is no attribute that could be left out. */
const bookkeeping: ReadonlySet<string> = new Set(["operandSegmentSizes", "resultSegmentSizes"]);

export class Measure {
  readonly #costs = new Costs();

  sizeOf(module: Operation): Size {
    return [...this.#counts(module), ranks(module)];
  }

  /** Whether the module is smaller than another was. */
  isSmaller(module: Operation, than: Size): boolean {
    for (const [i, count] of this.#counts(module).entries()) {
      const before = than[i] ?? 0;
      // Sums of logarithms come out a little different in another order.
      if (Math.abs(count - before) > 1e-9 * Math.abs(before)) return count < before;
    }
    return ranks(module) < (than.at(-1) ?? 0);
  }

  #counts(module: Operation): number[] {
    let [operations, blocks, values, depth, attributes, types, numbers] = [0, 0, 0, 0, 0, 0, 0];
    const depths = new Map<Operation, number>();
    for (const op of visibleOps(module)) {
      operations++;
      const level = op === module || op.parentOp === null ? 0 : (depths.get(op.parentOp) ?? 0) + 1;
      if (op.regions.length > 0) depths.set(op, level);
      depth += level;
      values += op.operandCount + op.resultCount + op.successors.length;
      for (let i = 0; i < op.resultCount; i++) types += this.#costs.ofType(op.result(i).type);
      for (const { blocks: inside } of op.regions) {
        for (const block of inside) {
          blocks++;
          values += block.arguments.length;
          for (const { type } of block.arguments) types += this.#costs.ofType(type);
        }
      }
      op.definition.properties.forEach(({ name, defaultValue }, slot) => {
        const attribute = op.properties[slot];
        if (attribute === undefined || bookkeeping.has(name) || attribute === defaultValue?.(op.context)) return;
        const cost = this.#costs.ofAttribute(attribute);
        attributes += cost.count;
        types += cost.types;
        numbers += cost.numbers;
      });
      if (!op.hasDiscardable) continue;
      for (const [, attribute] of op.discardable) {
        const cost = this.#costs.ofAttribute(attribute);
        attributes += cost.count;
        types += cost.types;
        numbers += cost.numbers;
      }
    }
    return [operations, blocks, values, depth, attributes, types, numbers];
  }
}

/** The sum over all operands of how many values are defined before theirs. */
function ranks(module: Operation): number {
  const numbers = new Map<Value, number>();
  const operands: Value[] = [];
  for (const op of visibleOps(module)) {
    for (const operand of op.opOperands) operands.push(operand.value);
    for (let i = 0; i < op.resultCount; i++) numbers.set(op.result(i), numbers.size);
    for (const { blocks } of op.regions)
      for (const block of blocks) for (const argument of block.arguments) numbers.set(argument, numbers.size);
  }
  return operands.reduce((sum, value) => sum + (numbers.get(value) ?? 0), 0);
}
