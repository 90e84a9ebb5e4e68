// A hash of what an operation and all inside it say, not of which objects they are: IR that is taken apart and made again has the same one.
import type { Operation } from "../core/operation.ts";
import { traverse } from "../core/walk.ts";

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

export interface StructureHash {
  /** Two 32-bit hashes over names, operands, attributes, types, successors and nesting, as one text; locations do not count. */
  readonly hash: string;
  /** How many ops were seen. */
  readonly operations: number;
}

/** Hashes `root`. Types and attributes are unique in a context, so hashes of one context can be compared. Linear in the ops. */
export function structureHash(root: Operation): StructureHash {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  let operations = 0;
  /** Values and blocks by the order in which they are first met. */
  const numbers = new Map<object, number>();
  const add = (number: number): void => {
    a = Math.imul(a ^ number, 0x01000193);
    b = Math.imul((b << 13) | (b >>> 19), 5) ^ number;
  };
  const refer = (object: object): void => {
    let number = numbers.get(object);
    if (number === undefined) numbers.set(object, (number = numbers.size));
    add(number);
  };
  traverse(root, (op) => {
    operations++;
    add(nameHash(op.name));
    for (const value of op.operands) refer(value);
    for (const result of op.results) {
      refer(result);
      add(result.type.id);
    }
    for (const attribute of op.properties) add(attribute?.id ?? -1);
    for (const [name, attribute] of op.discardable) {
      add(nameHash(name));
      add(attribute.id);
    }
    for (const block of op.successors) refer(block);
    for (const region of op.regions) {
      add(region.blocks.length);
      for (const block of region.blocks) {
        refer(block);
        for (const argument of block.arguments) {
          refer(argument);
          add(argument.type.id);
        }
        for (const inner of block.ops()) add(nameHash(inner.name));
      }
    }
  });
  return { hash: `${a}:${b}`, operations };
}
