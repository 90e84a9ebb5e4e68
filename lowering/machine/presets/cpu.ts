// A processor under a WebAssembly engine with 128-bit SIMD.
import type { CpuMachine } from "../cpu.ts";

export const cpu: CpuMachine = {
  schema: "cpu-hw/1",
  name: "wasm-simd128",
  vector_bits: 128,
  vector_registers: 16,
  live_vector_limit: 14,
  relaxed_simd: "detect",
  threads: 2,
  types: ["i8", "i16", "i32", "i64", "f32", "f64"],
  page_bytes: 65536,
  max_memory_bytes: 4294967296,
  caches: [
    {
      level: 1,
      kb: 32,
      line: 64,
    },
    {
      level: 2,
      kb: 512,
      line: 64,
    },
    {
      level: 3,
      kb: 32768,
      line: 64,
      shared: true,
    },
  ],
  note: "16 xmm registers on x86-64; V8 spills above 14 live v128 values; caches are a Zen 3 core's",
};
