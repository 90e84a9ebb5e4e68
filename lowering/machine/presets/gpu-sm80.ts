// NVIDIA A100, SXM4, 80 GB.
import type { GpuMachine } from "../gpu.ts";

export const gpuSm80: GpuMachine = {
  schema: "gpu-hw/1",
  name: "a100-sxm4-80g",
  cc: "8.0",
  sms: 108,
  clock_mhz: 1410,
  warp: 32,
  sm: {
    sub_cores: 4,
    max_warps: 64,
    max_blocks: 32,
    max_threads_per_block: 1024,
    regs: 65536,
    max_regs_per_thread: 255,
    reg_alloc_unit: 256,
    reg_alloc_granularity: "warp",
    warp_alloc_granularity: 4,
    smem_kb: 164,
    smem_max_block_kb: 163,
    smem_alloc_unit: 128,
    smem_reserved_per_block: 1024,
    unified_l1_kb: 192,
  },
  issue: {
    per_subcore_per_cycle: 1,
    policy: "gto",
    lanes: {
      fp32: 16,
      int32: 16,
      fp64: 8,
      sfu: 4,
      ldst: 8,
    },
  },
  latency: {
    alu: 4,
    sfu: 18,
    smem: 29,
    l1: 33,
    l2_near: 200,
    l2_far: 250,
    dram: 470,
    note: "re-measure",
  },
  smem: {
    banks: 32,
    bank_bytes: 4,
    phase_bytes: 128,
  },
  l1: {
    line: 128,
    sector: 32,
    tags_per_cycle: 4,
  },
  l2: {
    mb: 40,
    line: 128,
    sector: 32,
  },
  dram: {
    gb_s: 2039,
    kind: "HBM2e",
  },
  mma: {
    sync: ["m16n8k8.tf32", "m16n8k16.f16", "m16n8k16.bf16", "m16n8k32.s8"],
    dense_flop_per_sm_per_cycle: {
      f16: 2048,
      tf32: 1024,
      s8: 4096,
    },
  },
  async: ["cp.async", "mbarrier"],
};
