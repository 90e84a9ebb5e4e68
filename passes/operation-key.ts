// A text that two operations share exactly when they compute the same: name, attributes, operands, types and regions.
import type { Operation } from "../ir/core/operation.ts";
import type { Value } from "../ir/core/value.ts";

/** Numbers values; equal keys of one numbering mean equal ops. Locations do not count. */
export class OperationKeys {
  readonly #numbers = new WeakMap<Value, number>();
  #next = 0;

  #number(value: Value): string {
    let number = this.#numbers.get(value);
    if (number === undefined) this.#numbers.set(value, (number = this.#next++));
    return String(number);
  }

  /** The key; undefined where regions have several blocks, which are not compared. */
  of(op: Operation): string | undefined {
    return this.#key(op, new Map());
  }

  /** `inside` numbers the values that are defined in the regions of the op whose key is made. */
  #key(op: Operation, inside: Map<Value, number>): string | undefined {
    const operands = op.operands.map((value) => {
      const local = inside.get(value);
      return local === undefined ? this.#number(value) : `i${local}`;
    });
    // Every pair of uses of a commutative op may be swapped.
    if (op.hasTrait("Commutative")) operands.sort();
    const discardable = op.discardable.map(([name, attribute]) => `${JSON.stringify(name)}:${attribute.id}`).sort();
    const properties = op.properties.map((attribute) => attribute?.id ?? "-");
    const types = op.results.map(({ type }) => type.id);
    const parts = [op.name, properties.join(), discardable.join(), operands.join(), types.join()];
    for (const region of op.regions) {
      if (region.blocks.length > 1) return undefined;
      const lines: string[] = [];
      for (const block of region.blocks) {
        for (const argument of block.arguments) inside.set(argument, inside.size);
        lines.push(block.arguments.map(({ type }) => type.id).join());
        for (const inner of block.ops()) {
          const key = this.#key(inner, inside);
          if (key === undefined) return undefined;
          for (const result of inner.results) inside.set(result, inside.size);
          lines.push(key);
        }
      }
      parts.push(`{${lines.join(";")}}`);
    }
    return parts.join("|");
  }
}
