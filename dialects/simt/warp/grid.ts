// Runs a launch: block after block, the warps of a block together. Gives exact counts, or the first thing that went wrong.
import type { Operation } from "../../../ir/core/operation.ts";
import { describeDeadlock, randomFrom, runTogether, shuffle } from "../../../ir/interpret/coroutines.ts";
import { describeConflict } from "../../../ir/interpret/memory.ts";
import { WARP } from "../types.ts";
import { BlockState, volume, type Triple } from "./block.ts";
import { BodyCompiler, fill, type Body, type Instrument } from "./body.ts";
import { Device, type AccessObserver, type GlobalMemory } from "./device.ts";
import { KernelPlan } from "./plan.ts";
import { Profile } from "./profile.ts";
import { Fault, Warp } from "./warp.ts";

/** Sees blocks begin and end, and barriers open. */
export interface BlockObserver {
  readonly begin: (block: BlockState) => void;
  readonly end: (block: BlockState) => void;
  readonly barrier: (block: BlockState) => void;
}

export interface GridOptions {
  /** Shuffles blocks and warps; results do not depend on it. Without it, in the order of their numbers. */
  readonly seed?: number | undefined;
  readonly observe?: AccessObserver | undefined;
  readonly instrument?: Instrument | undefined;
  readonly blocks?: BlockObserver | undefined;
  /** Takes reads of bytes that nobody wrote (default: they are reported). */
  readonly allowUndefinedReads?: boolean | undefined;
  /** Reports a byte of global memory that two blocks write without atomics. Takes 4 bytes a byte of memory. */
  readonly checkWriters?: boolean | undefined;
  /** Told how many warp instructions are about to run. */
  readonly spend?: ((units: number) => void) | undefined;
}

export type GridOutcome =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly op: Operation; readonly reason: string };

/** Address-sized and other scalars as the kernel's parameters take them. */
export type KernelArgument = number | bigint;

/** Blocks (or warps) in the order of a seed. */
function order(count: number, seed: number | undefined): number[] {
  const numbers = Array.from({ length: count }, (_, i) => i);
  if (seed !== undefined) shuffle(numbers, randomFrom(seed));
  return numbers;
}

/** A kernel ready to run on grids of one size: its warps are compiled once. */
class Team {
  readonly block: BlockState;
  readonly warps: readonly Warp[];
  readonly bodies: readonly Body[];

  constructor(
    plan: KernelPlan,
    threads: Triple,
    grid: Triple,
    sharedBytes: number,
    device: Device,
    profile: Profile,
    args: readonly KernelArgument[],
    options: GridOptions,
  ) {
    this.block = new BlockState(threads, grid, sharedBytes);
    const count = volume(threads);
    this.warps = Array.from({ length: Math.ceil(count / WARP) }, (_, i) => new Warp(i, count, device, this.block));
    const parameters = plan.slots(plan.kernel.region().entry.arguments);
    this.bodies = this.warps.map((warp) => {
      for (const { slot, value } of plan.constants) fill(warp, slot, value);
      parameters.forEach((slot, i) => {
        fill(warp, slot, args[i] ?? 0);
      });
      return new BodyCompiler({
        plan,
        warp,
        profile: () => profile,
        instrument: options.instrument,
        spend: options.spend,
      }).compile(plan.kernel.region().entry);
    });
  }
}

function runBlock(team: Team, number: number, kernel: Operation, profile: Profile, options: GridOptions): void {
  const { block, warps, bodies } = team;
  block.begin(number);
  options.blocks?.begin(block);
  for (const warp of warps) warp.setMask(warp.full);
  const direct = bodies.flatMap((body) => (body.kind === "direct" ? [body.run] : []));
  if (direct.length === bodies.length) {
    for (const i of order(direct.length, options.seed === undefined ? undefined : options.seed + number)) direct[i]?.();
  } else {
    const computations = bodies.flatMap((body) => (body.kind === "suspending" ? [body.run()] : []));
    const driver = runTogether(computations, {
      ...(options.seed === undefined ? {} : { seed: options.seed + number }),
      onBarrier: () => {
        profile.barriers++;
        options.blocks?.barrier(block);
      },
    });
    const step = driver.next();
    if (step.done !== true) throw new Error("a barrier that no block owns");
    if (step.value.kind === "deadlock") {
      throw new Fault(kernel, `in block (${block.id.join(", ")}), warps: ${describeDeadlock(step.value)}`);
    }
  }
  profile.blocks++;
  profile.warps += warps.length;
  options.blocks?.end(block);
}

export interface KernelShape {
  readonly threads: Triple;
  readonly sharedBytes: number;
}

/** Runs every block of the grid. `memory` is global memory; pointers among `args` are its addresses. */
export function runGrid(
  kernel: Operation,
  { threads, sharedBytes }: KernelShape,
  grid: Triple,
  args: readonly KernelArgument[],
  memory: GlobalMemory,
  options: GridOptions = {},
): GridOutcome {
  const plan = new KernelPlan(kernel);
  const profile = new Profile(plan);
  const device = new Device(memory, options);
  const tracking = options.checkWriters === true ? memory.trackWriters?.() : undefined;
  try {
    const team = new Team(plan, threads, grid, sharedBytes, device, profile, args, options);
    for (const number of order(volume(grid), options.seed)) {
      if (tracking !== undefined) tracking.writer = number;
      runBlock(team, number, kernel, profile, options);
      const conflict = tracking && describeConflict(tracking, memory, (a, b) => `blocks ${a} and ${b}`);
      if (conflict !== undefined) throw new Fault(kernel, conflict);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, op: error.op, reason: error.reason };
  } finally {
    if (tracking !== undefined) memory.endTracking?.();
  }
  return { ok: true, profile };
}
