// Memory effects of operations, and what follows from them: purity, deadness, whether an op may run speculatively.
import type { Operation } from "../core/operation.ts";
import { SYMBOL_NAME } from "../core/symbol-table.ts";
import { ConditionallySpeculatable, MemoryEffects, type MemoryEffect } from "../define/op-interfaces.ts";
import type { Value } from "../core/value.ts";

const noEffects: readonly MemoryEffect[] = [];

function ownEffects(op: Operation): readonly MemoryEffect[] | undefined {
  if (op.hasTrait("Pure") || op.hasTrait("NoMemoryEffect")) return noEffects;
  return MemoryEffects.of(op)?.(op);
}

/** The effects of an op, those of its regions included when it has RecursiveMemoryEffects; undefined says that they are unknown. */
export function effectsOf(op: Operation): readonly MemoryEffect[] | undefined {
  if (!op.hasTrait("RecursiveMemoryEffects")) return ownEffects(op);
  const effects: MemoryEffect[] = [];
  const pending: Operation[] = [op];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const own = ownEffects(current);
    const recursive = current.hasTrait("RecursiveMemoryEffects");
    if (own === undefined && !recursive) return undefined;
    if (own !== undefined) effects.push(...own);
    if (recursive) pushInside(current, pending);
  }
  return effects;
}

function pushInside(op: Operation, pending: Operation[]): void {
  for (const region of op.regions)
    for (const block of region.blocks) for (const inner of block.ops()) pending.push(inner);
}

/** Whether the op neither reads nor changes memory. */
export function isMemoryEffectFree(op: Operation): boolean {
  return effectsOf(op)?.length === 0;
}

/** Whether the op may run where it would not have run: no undefined behaviour, no endless loop. */
export function isSpeculatable(op: Operation): boolean {
  const pending: Operation[] = [op];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    if (current.hasTrait("Pure")) continue;
    const verdict = current.hasTrait("RecursivelySpeculatable")
      ? "recursive"
      : (ConditionallySpeculatable.of(current)?.(current) ?? false);
    if (verdict === "recursive") pushInside(current, pending);
    else if (!verdict) return false;
  }
  return true;
}

/** No effects, and may be moved anywhere that its operands reach. */
export function isPure(op: Operation): boolean {
  return op.hasTrait("Pure") || (isMemoryEffectFree(op) && isSpeculatable(op));
}

export function isTerminator(op: Operation): boolean {
  return op.hasTrait("Terminator") || op.definition.meaning?.kind === "terminator";
}

/** Whether the op could be erased if its results had no uses: only reads, and allocations that are its own results. */
export function wouldBeDead(op: Operation): boolean {
  if (isTerminator(op) || op.attribute(SYMBOL_NAME)?.kind === "string") return false;
  const effects = effectsOf(op);
  if (effects === undefined) return false;
  if (effects.length === 0) return true;
  const allocated = new Set<Value>();
  for (const { effect, value } of effects) {
    if (effect === "allocate" && value !== undefined && value.definingOp === op) allocated.add(value);
  }
  return effects.every(({ effect, value }) => effect === "read" || (value !== undefined && allocated.has(value)));
}

/** Whether the op can be erased: nobody uses its results and nobody sees its effects. */
export function isDead(op: Operation): boolean {
  return !op.hasResultUses && wouldBeDead(op);
}
