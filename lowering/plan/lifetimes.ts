// Lifetimes of buffers: the stretch of a block over which the contents of an allocation matter, views and carried buffers included.
import type { Block } from "../../ir/core/block.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { LoopLikeOpInterface } from "../../ir/define/op-interfaces.ts";

/** From the first op that uses the buffer to the last, by their numbers in the block; both included. */
export interface Lifetime {
  readonly first: number;
  readonly last: number;
}

/** The op in `block` that holds `op`, or is it. */
function ancestorIn(block: Block, op: Operation): Operation | undefined {
  for (let at: Operation | null = op; at !== null; at = at.parentOp) if (at.parentBlock === block) return at;
  return undefined;
}

/** Every value that may be the buffer or a view of it: results of users, and what regions take and give. */
export function aliasesOf(buffer: Value): ReadonlySet<Value> {
  const aliases = new Set<Value>([buffer]);
  for (const value of aliases) {
    for (const user of value.users()) {
      const holder = user.hasTrait("Terminator") ? user.parentOp : null;
      for (const op of holder === null ? [user] : [user, holder]) {
        const inside = op.regions.flatMap((region) => region.blocks.flatMap((block) => block.arguments));
        for (const other of [...op.results, ...inside]) if (other.type.kind === "memref") aliases.add(other);
      }
    }
  }
  return aliases;
}

/** Whether a buffer that a loop's body allocates is still in use in its next iteration, or after it: the loop passes it on. */
export function outlivesItsLoop(buffer: Value, aliases: ReadonlySet<Value>): Operation | undefined {
  const op = buffer.definingOp;
  return op?.enclosing((around) => {
    if (LoopLikeOpInterface.of(around) === undefined) return false;
    const passed = [
      ...around.results,
      ...around.regions.flatMap((region) => region.blocks.flatMap((block) => block.arguments)),
    ];
    return passed.some((value) => aliases.has(value));
  });
}

/** Numbers of the ops of a block. */
export function numberOps(block: Block): ReadonlyMap<Operation, number> {
  return new Map([...block.ops()].map((op, i) => [op, i]));
}

/** The lifetime of a buffer in a block; a use inside an op that holds regions is a use by that op. */
export function lifetimeOf(
  block: Block,
  numbers: ReadonlyMap<Operation, number>,
  buffer: Value,
  aliases: ReadonlySet<Value>,
): Lifetime | undefined {
  let [first, last] = [Infinity, -1];
  const note = (op: Operation): void => {
    const ancestor = ancestorIn(block, op);
    const number = ancestor && numbers.get(ancestor);
    if (number === undefined) return;
    first = Math.min(first, number);
    last = Math.max(last, number);
  };
  for (const alias of aliases) {
    for (const user of alias.users()) if (user.name !== "memref.dealloc" && !isView(user)) note(user);
    // A region op that takes the buffer uses it as a whole.
    const holder = alias === buffer ? null : alias.ownerBlock?.parentOp;
    if (holder !== null && holder !== undefined) note(holder);
  }
  return last < 0 ? undefined : { first, last };
}

/** Ops that only look at a buffer in another way touch none of its bytes. */
const isView = (op: Operation): boolean =>
  op.hasTrait("Pure") && op.results.some((result) => result.type.kind === "memref") && op.regions.length === 0;
