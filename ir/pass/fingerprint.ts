// A fingerprint of an operation and all inside it: equal before and after a pass that changed nothing.
import type { Operation } from "../core/operation.ts";
import { walk } from "../core/walk.ts";

/** Numbers for ops, blocks and values, which have none of their own. One set of numbers serves both fingerprints. */
export class Fingerprints {
  readonly #numbers = new WeakMap<object, number>();
  #next = 1;

  #number(object: object): number {
    let number = this.#numbers.get(object);
    if (number === undefined) this.#numbers.set(object, (number = this.#next++));
    return number;
  }

  /** Two 32-bit hashes over structure, operands, attributes, types and locations, as one text. */
  of(root: Operation): string {
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    const add = (number: number): void => {
      a = Math.imul(a ^ number, 0x01000193);
      b = Math.imul((b << 13) | (b >>> 19), 5) ^ number;
    };
    for (const op of walk(root)) {
      add(this.#number(op));
      for (const value of op.operands) add(this.#number(value));
      for (const { type } of op.results) add(type.id);
      for (const attribute of op.properties) add(attribute?.id ?? 0);
      for (const [name, attribute] of op.discardable) {
        add(name.length);
        add(attribute.id);
      }
      for (const block of op.successors) add(this.#number(block));
      add(this.#number(op.location));
      for (const region of op.regions) {
        for (const block of region.blocks) {
          add(this.#number(block));
          for (const argument of block.arguments) {
            add(this.#number(argument));
            add(argument.type.id);
          }
          for (const inner of block.ops()) add(this.#number(inner));
        }
      }
    }
    return `${a}:${b}`;
  }
}
