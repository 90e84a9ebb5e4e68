// How a launch runs: block after block, the threads of a block together.
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { describeDeadlock, runTogether } from "../../ir/interpret/coroutines.ts";
import type { Computation, Execution, RegionExit, RuntimeValue } from "../../ir/interpret/meaning.ts";
import { describeConflict, type MemRefValue } from "../../ir/interpret/memory.ts";
import { allocateMemRef } from "../../ir/interpret/memref.ts";
import { attributions } from "./function.ts";
import { BARRIER, subgroupBarrier } from "./synchronize.ts";
import {
  BLOCK_ORDER,
  pointAt,
  SUBGROUP_SIZE,
  THREAD,
  THREAD_SEED,
  volume,
  type BlockOrder,
  type BlockState,
  type ThreadState,
  type Triple,
} from "./thread.ts";

/**
 * Blocks in the order of the run's state, by default that of their ids. Their memory is gone when they end. Two that write one byte are a race, and
 * nothing here writes atomically: undefined behaviour.
 */
export function* runGrid(
  kernel: Operation,
  grid: Triple,
  dims: Triple,
  dynamicBytes: number,
  args: readonly RuntimeValue[],
  run: Execution,
): Computation<void> {
  const count = volume(grid);
  const order = run.state<BlockOrder>(BLOCK_ORDER, () => () => undefined)(count);
  const { memory } = run;
  const tracked = memory.trackWriters();
  try {
    for (let step = 0; step < count; step++) {
      // The threads of a block are there all at once.
      run.spend(1 + unitsOfThread * volume(dims));
      const mark = memory.allocations.length;
      tracked.writer = order?.[step] ?? step;
      const block = blockState(grid, dims, pointAt(tracked.writer, grid), dynamicBytes);
      yield* runBlock(kernel, block, args, run);
      for (let i = memory.allocations.length - 1; i >= mark; i--) memory.free(memory.allocations[i]!);
      const conflict = describeConflict(tracked, memory, (a, b) => `blocks ${a} and ${b}`);
      if (conflict !== undefined) return run.undefinedBehavior(conflict);
    }
  } finally {
    memory.endTracking();
  }
}

/** What a thread costs before its first op. */
const unitsOfThread = 8;

function blockState(grid: Triple, dims: Triple, id: Triple, dynamicBytes: number): BlockState {
  const threads = volume(dims);
  const subgroups = Array.from({ length: Math.ceil(threads / SUBGROUP_SIZE) }, (_, i) => ({
    size: Math.min(SUBGROUP_SIZE, threads - i * SUBGROUP_SIZE),
    given: [],
    open: [],
    at: undefined,
  }));
  return { grid, dims, id, subgroups, barrier: undefined, dynamicBytes, dynamicMemory: undefined };
}

function buffers(values: readonly Value[], label: string, run: Execution): MemRefValue[] {
  return values.map(({ type }, i) => {
    const buffer =
      type.kind === "memref" ? allocateMemRef(run.memory, type, { label: `${label} attribution ${i}` }) : undefined;
    return buffer ?? run.unsupported(`there is no room for ${label} attribution ${i}, or its layout is not static`);
  });
}

function* runBlock(
  kernel: Operation,
  block: BlockState,
  args: readonly RuntimeValue[],
  run: Execution,
): Computation<void> {
  const attributed = attributions(kernel);
  const shared = buffers(attributed.workgroup, "workgroup", run);
  const threads: Computation<RegionExit>[] = [];
  for (let position = 0; position < volume(block.dims); position++) {
    const thread: ThreadState = { block, id: pointAt(position, block.dims), position };
    const own = buffers(attributed.private, "private", run);
    threads.push(run.withState(THREAD, thread, () => run.runCallable(kernel, [...args, ...shared, ...own])));
  }
  const bySubgroup = new Map(block.subgroups.map((subgroup, i) => [subgroupBarrier(i), subgroup]));
  const seed = run.state<number | undefined>(THREAD_SEED, () => undefined);
  const together = runTogether(threads, {
    ...(seed === undefined ? {} : { seed }),
    owns: (barrier) => barrier === BARRIER || bySubgroup.has(barrier),
    participants: (barrier) => bySubgroup.get(barrier)?.size ?? threads.length,
    onBarrier: (barrier) => {
      const subgroup = bySubgroup.get(barrier);
      if (subgroup === undefined) block.barrier = undefined;
      else {
        subgroup.open = subgroup.given;
        subgroup.given = [];
        subgroup.at = undefined;
      }
    },
  });
  const outcome = yield* run.interleave(() => together);
  if (outcome.kind === "deadlock") return run.undefinedBehavior(describeDeadlock(outcome));
}
