// The state of a run inside a launch: which thread of which block this is, and what the threads of a block share.
import type { Operation } from "../../ir/core/operation.ts";
import type { Execution, RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { MemRefValue } from "../../ir/interpret/memory.ts";
import type { Dimension } from "./attributes.ts";

/** Threads that shuffle among each other: 32 on every machine of this level. */
export const SUBGROUP_SIZE = 32;

export type Triple = Readonly<Record<Dimension, number>>;

/** What the lanes of a subgroup hand each other: values given for the next exchange, and those of the one that is open. */
export interface Subgroup {
  readonly size: number;
  given: RuntimeValue[];
  open: readonly RuntimeValue[];
  /** The op that the lanes wait at. */
  at: Operation | undefined;
}

export interface BlockState {
  readonly grid: Triple;
  readonly dims: Triple;
  readonly id: Triple;
  readonly subgroups: readonly Subgroup[];
  /** The op that threads wait at for the others of the block. */
  barrier: Operation | undefined;
  /** Bytes of dynamic shared memory that the launch asked for, and the buffer once somebody did. */
  readonly dynamicBytes: number;
  dynamicMemory: MemRefValue | undefined;
}

export interface ThreadState {
  readonly block: BlockState;
  readonly id: Triple;
  /** Position in the block, x fastest. */
  readonly position: number;
}

/** Key of the current thread. */
export const THREAD = "gpu.thread";
/** Key of the order in which blocks run: a function from their number to a permutation; identity when absent. */
export const BLOCK_ORDER = "gpu.block-order";
/** Key of the seed by which the threads of a block are shuffled; the order of their ids when absent. */
export const THREAD_SEED = "gpu.thread-seed";

export type BlockOrder = (count: number) => readonly number[] | undefined;

/** The current thread. Outside of a launch there is none: undefined behaviour. */
export function threadState(run: Execution): ThreadState {
  const thread = run.state<ThreadState | undefined>(THREAD, () => undefined);
  return thread ?? run.undefinedBehavior(`'${run.op.name}' outside of a launch`);
}

/** The point at a position of a box, x fastest. */
export function pointAt(position: number, { x, y }: Triple): Triple {
  return { x: position % x, y: Math.floor(position / x) % y, z: Math.floor(position / (x * y)) };
}

export const volume = ({ x, y, z }: Triple): number => x * y * z;

export const subgroupOf = ({ block, position }: ThreadState): Subgroup =>
  block.subgroups[Math.floor(position / SUBGROUP_SIZE)]!;
export const laneOf = ({ position }: ThreadState): number => position % SUBGROUP_SIZE;
