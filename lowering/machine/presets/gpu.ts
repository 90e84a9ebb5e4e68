// A small GPU that is no product: warps, shared memory and two matrix shapes. The simulator's default.
import type { GpuMachine } from "../gpu.ts";

export const gpu: GpuMachine = {
  schema: "gpu-hw/1",
  name: "generic-simt",
  cc: "generic",
  sms: 4,
  clock_mhz: 1000,
  warp: 32,
  sm: {
    sub_cores: 1,
    max_warps: 16,
    max_blocks: 8,
    max_threads_per_block: 512,
    regs: 16384,
    max_regs_per_thread: 128,
    reg_alloc_unit: 256,
    reg_alloc_granularity: "warp",
    warp_alloc_granularity: 1,
    smem_kb: 48,
    smem_max_block_kb: 48,
    smem_alloc_unit: 256,
    smem_reserved_per_block: 0,
  },
  smem: {
    banks: 32,
    bank_bytes: 4,
    phase_bytes: 128,
  },
  l1: {
    line: 128,
    sector: 32,
    kb: 16,
  },
  l2: {
    mb: 1,
    line: 128,
    sector: 32,
  },
  dram: {
    gb_s: 64,
    latency: 200,
  },
  mma: {
    sync: ["m16n8k8.f32", "m16n8k16.f16"],
  },
};
