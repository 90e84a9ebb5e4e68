// Memory that may become values (mem2reg): allocations of one element, and what loads from and stores to it.
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { defineInterface } from "./interface.ts";

/** A place for one value: the pointer to it, and the type of what it holds. */
export interface MemorySlot {
  readonly pointer: Value;
  readonly elementType: Type;
}

export interface PromotableAllocation {
  /** The slot that the op allocates; undefined where it allocates anything else. */
  readonly slot: (op: Operation) => MemorySlot | undefined;
  /** Makes, detached, what the slot holds before anything is stored. */
  readonly defaultValue: (op: Operation, slot: MemorySlot) => Operation;
}
export const PromotableAllocationOpInterface = defineInterface<PromotableAllocation>("PromotableAllocationOpInterface");

/** What an op does with a slot: `result` is what it loads, `stored` what it stores; it does nothing else. */
export type SlotAccess =
  { readonly kind: "load"; readonly result: Value } | { readonly kind: "store"; readonly stored: Value };

/** The access of an op that uses a slot's pointer; undefined where the pointer may be used otherwise, or the type is another. */
export const PromotableMemOpInterface =
  defineInterface<(op: Operation, slot: MemorySlot) => SlotAccess | undefined>("PromotableMemOpInterface");
