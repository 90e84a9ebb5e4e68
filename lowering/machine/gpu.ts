// The schema of a GPU ("gpu-hw/1"): limits that decide legality and occupancy, and rates that decide cost.
import * as z from "zod";
import { cycles, machineName, powerOfTwo, rate, size } from "./fields.ts";

const streamingMultiprocessor = () =>
  z.strictObject({
    /** Partitions, each with a scheduler and its share of the registers. */
    sub_cores: size(),
    /** Resident warps, at most. */
    max_warps: size(),
    /** Resident blocks, at most. */
    max_blocks: size(),
    max_threads_per_block: size(),
    /** 32-bit registers of one multiprocessor. */
    regs: size(),
    max_regs_per_thread: size(),
    /** Registers are given out in multiples of this many. */
    reg_alloc_unit: powerOfTwo(),
    /** What receives them: a warp, or a whole block. */
    reg_alloc_granularity: z.enum(["warp", "block"]),
    /** Warps of a block are rounded up to a multiple of this. */
    warp_alloc_granularity: size(),
    /** Shared memory of one multiprocessor, KiB. */
    smem_kb: size(),
    /** Shared memory that one block may ask for, KiB. */
    smem_max_block_kb: size(),
    /** Shared memory is given out in multiples of this many bytes. */
    smem_alloc_unit: powerOfTwo(),
    /** Bytes of shared memory that the system keeps for each block. */
    smem_reserved_per_block: cycles(),
    /** Shared memory and L1 together where they are one array, KiB. */
    unified_l1_kb: size().optional(),
  });

const issue = () =>
  z.strictObject({
    /** Warp instructions that a sub-core issues in a cycle. */
    per_subcore_per_cycle: size(),
    /** Greedy-then-oldest, or loose round robin. */
    policy: z.enum(["gto", "lrr"]),
    /** Lanes of each kind of unit in one sub-core. */
    lanes: z.strictObject({ fp32: size(), int32: size(), fp64: size(), sfu: size(), ldst: size() }),
  });

/** All in cycles. */
const latency = () =>
  z.strictObject({
    alu: cycles(),
    sfu: cycles(),
    smem: cycles(),
    l1: cycles(),
    l2_near: cycles(),
    l2_far: cycles(),
    dram: cycles(),
    note: z.string().optional(),
  });

/** One shape of a matrix unit, as PTX names it: `m16n8k16.f16`. */
const matrixShape = () =>
  z.string().regex(/^m\d+n\d+k\d+\.[a-z][a-z0-9]*$/, { error: "a shape and a type such as m16n8k16.f16" });

const matrixUnit = () =>
  z.strictObject({
    /** Warp-wide shapes. */
    sync: z.array(matrixShape()),
    /** Warp-group shapes: m x n x k, n in steps, k by operand type. */
    wgmma: z
      .strictObject({ m: size(), n_min: size(), n_max: size(), n_step: size(), k: z.record(z.string(), size()) })
      .optional(),
    /** Dense floating-point (or integer) operations of one multiprocessor in a cycle, by operand type. */
    dense_flop_per_sm_per_cycle: z.record(z.string(), rate()).optional(),
  });

/** Builds the schema; `machineSchema` keeps the one copy. */
export const buildGpuSchema = () =>
  z.strictObject({
    schema: z.literal("gpu-hw/1"),
    name: machineName(),
    /** Compute capability ("9.0"), or "generic". */
    cc: z.string().regex(/^(generic|\d+\.\d+)$/, { error: '"generic" or a version such as "9.0"' }),
    /** Streaming multiprocessors. */
    sms: size(),
    clock_mhz: rate(),
    /** Threads of a warp. */
    warp: powerOfTwo(),
    sm: streamingMultiprocessor(),
    issue: issue().optional(),
    latency: latency().optional(),
    /** Shared memory: banks, bytes of a bank's word, bytes served in one phase. */
    smem: z.strictObject({ banks: powerOfTwo(), bank_bytes: powerOfTwo(), phase_bytes: powerOfTwo() }),
    /** Bytes of a line and of a sector; KiB; tags looked up in a cycle. */
    l1: z.strictObject({
      line: powerOfTwo(),
      sector: powerOfTwo(),
      kb: size().optional(),
      tags_per_cycle: size().optional(),
    }),
    /** MiB; bytes of a line and of a sector. */
    l2: z.strictObject({ mb: rate(), line: powerOfTwo(), sector: powerOfTwo() }),
    /** Gigabytes a second; latency in cycles; the technology. */
    dram: z.strictObject({ gb_s: rate(), latency: cycles().optional(), kind: z.string().optional() }),
    mma: matrixUnit(),
    /** Asynchronous features, by their PTX names. */
    async: z.array(z.string()).optional(),
    note: z.string().optional(),
  });

/** A GPU: warps of threads, shared memory, matrix units. */
export type GpuMachine = z.infer<ReturnType<typeof buildGpuSchema>>;
