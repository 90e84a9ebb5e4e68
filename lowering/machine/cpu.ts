// The schema of a CPU ("cpu-hw/1"): what the wasm target may assume of the processor that runs its modules.
import * as z from "zod";
import { cycles, machineName, powerOfTwo, size } from "./fields.ts";

const cache = () =>
  z.strictObject({
    /** 1 is nearest to the core. */
    level: size(),
    /** Capacity in KiB. */
    kb: size(),
    /** Line size in bytes. */
    line: powerOfTwo(),
    /** True where all cores share it; otherwise each core has its own. */
    shared: z.boolean().optional(),
    /** Load-to-use latency in cycles. */
    latency: cycles().optional(),
  });

/** Builds the schema; `machineSchema` keeps the one copy. */
export const buildCpuSchema = () =>
  z.strictObject({
    schema: z.literal("cpu-hw/1"),
    name: machineName(),
    /** Width of a vector register in bits: 128 for WebAssembly SIMD. */
    vector_bits: z.literal(128),
    /** Architectural vector registers of the processor behind the engine. */
    vector_registers: size(),
    /** The most vector values that a micro-kernel keeps live before the engine spills. */
    live_vector_limit: size(),
    /** Relaxed SIMD (fused multiply-add): ask the engine, always use it, never use it. */
    relaxed_simd: z.enum(["detect", "on", "off"]),
    /** Threads that a parallel launch may use. */
    threads: size(),
    /** Scalar types with machine instructions. */
    types: z.array(z.enum(["i8", "i16", "i32", "i64", "f32", "f64"])).min(1),
    /** Bytes by which the linear memory grows. */
    page_bytes: powerOfTwo(),
    /** The largest linear memory, in bytes. */
    max_memory_bytes: size(),
    /** Nearest first. */
    caches: z.array(cache()),
    note: z.string().optional(),
  });

/** A CPU that runs WebAssembly with 128-bit SIMD. */
export type CpuMachine = z.infer<ReturnType<typeof buildCpuSchema>>;
