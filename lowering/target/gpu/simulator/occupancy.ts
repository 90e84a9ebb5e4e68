// Occupancy: how many blocks of a kernel one multiprocessor holds, and what limits it.
import type { GpuMachine } from "../../../machine/schema.ts";

export interface KernelNeeds {
  readonly threads: number;
  /** 32-bit registers of a thread. */
  readonly registers: number;
  readonly sharedBytes: number;
}

export interface Occupancy {
  readonly blocksPerSm: number;
  readonly warpsPerSm: number;
  /** Resident warps of those that the machine has room for, from 0 to 1. */
  readonly fraction: number;
  readonly limiter: "blocks" | "warps" | "registers" | "shared memory";
}

const roundUp = (value: number, unit: number): number => Math.ceil(value / unit) * unit;

/** Why the machine cannot run the kernel at all, if so. */
export function launchProblem(
  { threads, sharedBytes }: KernelNeeds,
  { name, warp, sm }: GpuMachine,
): string | undefined {
  if (warp !== 32) return `'${name}' has warps of ${warp} threads; the simulator has warps of 32`;
  if (threads > sm.max_threads_per_block)
    return `a block of ${threads} threads, where '${name}' has at most ${sm.max_threads_per_block}`;
  const room = sm.smem_max_block_kb * 1024;
  return sharedBytes > room
    ? `${sharedBytes} bytes of shared memory for a block, where '${name}' has at most ${room}`
    : undefined;
}

/** Blocks by registers: given out by warp or by block, in units; warps by sub-core. */
function blocksByRegisters(needs: KernelNeeds, warps: number, { warp, sm }: GpuMachine): number {
  const registers = Math.max(1, Math.min(needs.registers, sm.max_regs_per_thread));
  const rounded = roundUp(warps, sm.warp_alloc_granularity);
  if (sm.reg_alloc_granularity === "block")
    return Math.floor(sm.regs / roundUp(registers * warp * rounded, sm.reg_alloc_unit));
  const perWarp = roundUp(registers * warp, sm.reg_alloc_unit);
  const resident = Math.floor(sm.regs / sm.sub_cores / perWarp) * sm.sub_cores;
  return Math.floor(resident / rounded);
}

/** At least one block: `launchProblem` says otherwise before, except for registers, whose excess is spilled. */
export function occupancyOf(needs: KernelNeeds, machine: GpuMachine): Occupancy {
  const { sm, warp } = machine;
  const warps = Math.ceil(needs.threads / warp);
  const shared = roundUp(needs.sharedBytes + sm.smem_reserved_per_block, sm.smem_alloc_unit);
  const limits: readonly (readonly [Occupancy["limiter"], number])[] = [
    ["warps", Math.floor(sm.max_warps / warps)],
    ["blocks", sm.max_blocks],
    ["registers", blocksByRegisters(needs, warps, machine)],
    ["shared memory", shared === 0 ? Infinity : Math.floor((sm.smem_kb * 1024) / shared)],
  ];
  const [limiter, blocks] = limits.reduce((least, limit) => (limit[1] < least[1] ? limit : least));
  const blocksPerSm = Math.max(1, blocks);
  const warpsPerSm = blocksPerSm * warps;
  return { blocksPerSm, warpsPerSm, fraction: Math.min(1, warpsPerSm / sm.max_warps), limiter };
}
