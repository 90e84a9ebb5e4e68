// Hashes of an operation and all inside it: by what it says (`structureHash`), or by which objects it is made of (`Fingerprints`).
import type { Operation } from "./operation.ts";
import { traverse } from "./walk.ts";

export interface OperationHash {
  /** Two 32-bit hashes as one text. */
  readonly hash: string;
  /** How many ops were seen. */
  readonly operations: number;
}

/** What an op counts as, what values and blocks count as, and what else of an op counts. */
interface Numbering {
  readonly operation: (op: Operation) => number;
  readonly object: (object: object) => number;
  readonly location: ((location: object) => number) | undefined;
}

/**
 * Hashes ops, operands, attributes, types, successors and nesting. Types and attributes are unique in a context, so hashes of one context can
 * be compared. Linear in the ops.
 */
function hashOperation(root: Operation, { operation, object, location }: Numbering): OperationHash {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  let operations = 0;
  const add = (number: number): void => {
    a = Math.imul(a ^ number, 0x01000193);
    b = Math.imul((b << 13) | (b >>> 19), 5) ^ number;
  };
  traverse(root, (op) => {
    operations++;
    add(operation(op));
    for (const value of op.operands) add(object(value));
    for (const result of op.results) {
      add(object(result));
      add(result.type.id);
    }
    for (const attribute of op.properties) add(attribute?.id ?? -1);
    for (const [name, attribute] of op.discardable) {
      add(nameHash(name));
      add(attribute.id);
    }
    for (const block of op.successors) add(object(block));
    if (location !== undefined) add(location(op.location));
    for (const region of op.regions) {
      add(region.blocks.length);
      for (const block of region.blocks) {
        add(object(block));
        for (const argument of block.arguments) {
          add(object(argument));
          add(argument.type.id);
        }
        for (const inner of block.ops()) add(operation(inner));
      }
    }
  });
  return { hash: `${a}:${b}`, operations };
}

const nameHashes = new Map<string, number>();

function nameHash(name: string): number {
  let hash = nameHashes.get(name);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    nameHashes.set(name, hash);
  }
  return hash;
}

/**
 * Hashes what `root` says, not which objects it is: IR that is taken apart and made again has the same hash. Values and blocks count by the
 * order in which they are met first; locations do not count.
 */
export function structureHash(root: Operation): OperationHash {
  const numbers = new Map<object, number>();
  const object = (met: object): number => {
    let number = numbers.get(met);
    if (number === undefined) numbers.set(met, (number = numbers.size));
    return number;
  };
  return hashOperation(root, { operation: ({ name }) => nameHash(name), object, location: undefined });
}

/** Fingerprints: equal before and after a pass that changed nothing, locations included. One set of numbers serves both. */
export class Fingerprints {
  readonly #numbers = new WeakMap<object, number>();
  #next = 1;

  of(root: Operation): string {
    const object = (met: object): number => {
      let number = this.#numbers.get(met);
      if (number === undefined) this.#numbers.set(met, (number = this.#next++));
      return number;
    };
    return hashOperation(root, { operation: object, object, location: object }).hash;
  }
}
