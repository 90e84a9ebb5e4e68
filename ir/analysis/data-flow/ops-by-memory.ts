// For each piece of memory the ops of which one was the last, or will be the next, to access it: the state of analyses of memory.
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import type { MemoryEffect } from "../../define/op-interfaces.ts";
import { effectsOf } from "../effects.ts";
import type { LocalAliasAnalysis } from "../local-alias.ts";

/** By where memory comes from; what is not in it may be accessed by anything. */
export type OpsByMemory = ReadonlyMap<Value, ReadonlySet<Operation>>;

/** Nothing is known of any memory. */
export const anyOps: OpsByMemory = new Map();

/** What holds where either may: `a` itself where that says it all. */
export function joinedOps(a: OpsByMemory, b: OpsByMemory): OpsByMemory {
  const both = new Map<Value, ReadonlySet<Operation>>();
  let isA = true;
  for (const [value, ops] of a) {
    const others = b.get(value);
    if (others === undefined || [...others].some((op) => !ops.has(op))) isA = false;
    if (others !== undefined) both.set(value, new Set([...ops, ...others]));
  }
  return isA ? a : both;
}

/** The ops for all that a value may be; undefined where one of them is not known. */
export function opsOf(
  state: OpsByMemory | undefined,
  value: Value,
  aliases: LocalAliasAnalysis,
): ReadonlySet<Operation> | undefined {
  const ops = new Set<Operation>();
  for (const source of aliases.underlying(value)) {
    const known = state?.get(source);
    if (known === undefined) return undefined;
    for (const op of known) ops.add(op);
  }
  return ops;
}

/** The state once `op` has had those of its effects that `counts` takes. */
export function accessedBy(
  op: Operation,
  state: OpsByMemory,
  aliases: LocalAliasAnalysis,
  counts: (effect: MemoryEffect["effect"]) => boolean,
): OpsByMemory {
  const effects = effectsOf(op);
  if (effects === undefined) return anyOps;
  let now = state;
  for (const { effect, value } of effects) {
    if (!counts(effect)) continue;
    if (value === undefined) return anyOps;
    now = accessed(now, op, value, aliases);
  }
  return now;
}

/** An access of what may be several buffers, or may be another's memory, adds to who accessed them. */
function accessed(state: OpsByMemory, op: Operation, value: Value, aliases: LocalAliasAnalysis): OpsByMemory {
  const now = new Map<Value, ReadonlySet<Operation>>();
  for (const [known, ops] of state)
    now.set(known, aliases.alias(known, value) === "NoAlias" ? ops : new Set([...ops, op]));
  const [only, ...others] = aliases.underlying(value);
  if (only !== undefined && others.length === 0) now.set(only, new Set([op]));
  return now;
}
