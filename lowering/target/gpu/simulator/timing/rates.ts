// What each class of instruction costs on a machine: which unit, how long it is held, and when the result is there.
import type { OpcodeClass } from "../../../../../dialects/simt/index.ts";
import type { GpuMachine } from "../../../../machine/schema.ts";

/** Units of one multiprocessor whose work is summed. */
export const units = ["issue", "fp32", "int32", "fp64", "sfu", "ldst", "shared", "l1", "l2 port"] as const;
export type Unit = (typeof units)[number];

export interface Rates {
  /** Cycles of a multiprocessor's issue for one warp instruction. */
  readonly issue: number;
  /** The unit of a class, and the cycles of the multiprocessor's whole unit for one warp instruction. */
  readonly unit: Readonly<Record<OpcodeClass, { readonly unit: Unit; readonly cycles: number } | undefined>>;
  /** Cycles from issue until the result can be read, loads from global memory aside. */
  readonly latency: Readonly<Record<OpcodeClass, number>>;
  /** Lanes of all f32 units of a multiprocessor. */
  readonly fp32Lanes: number;
  readonly l1Latency: number;
  readonly l2Latency: number;
  readonly dramLatency: number;
  /** Tags that L1 looks up in a cycle. */
  readonly tagsPerCycle: number;
  /** Bytes that a multiprocessor exchanges with L2 in a cycle. */
  readonly l2PortBytes: number;
  /** Bytes of all DRAM in a cycle. */
  readonly dramBytesPerCycle: number;
}

/** Where the description has none: of the size of one sub-core, and of the latencies, that microbenchmarks of sm_90 report (arXiv 2402.13499). */
const defaultIssue = {
  per_subcore_per_cycle: 1,
  policy: "gto",
  lanes: { fp32: 32, int32: 16, fp64: 16, sfu: 4, ldst: 8 },
} as const;
const defaultLatency = { alu: 4, sfu: 18, smem: 29, l1: 32, l2_near: 200, l2_far: 260, dram: 480 } as const;
const defaultTags = 4;
/** Two sectors a cycle. */
const l2PortBytes = 64;

export function ratesOf(machine: GpuMachine): Rates {
  const { sm, warp, dram } = machine;
  const { lanes, per_subcore_per_cycle: perCycle } = machine.issue ?? defaultIssue;
  const latency = machine.latency ?? { ...defaultLatency, dram: dram.latency ?? defaultLatency.dram };
  const held = (unit: keyof typeof lanes): { unit: Unit; cycles: number } => ({
    unit,
    cycles: warp / (lanes[unit] * sm.sub_cores),
  });
  return {
    issue: 1 / (perCycle * sm.sub_cores),
    unit: {
      alu: held("int32"),
      fma: held("fp32"),
      fp64: held("fp64"),
      sfu: held("sfu"),
      shuffle: held("ldst"),
      ldst_global: held("ldst"),
      ldst_shared: held("ldst"),
      barrier: undefined,
      control: undefined,
    },
    latency: {
      alu: latency.alu,
      fma: latency.alu,
      fp64: 2 * latency.alu,
      sfu: latency.sfu,
      shuffle: latency.smem,
      ldst_global: latency.l1,
      ldst_shared: latency.smem,
      barrier: 0,
      control: 0,
    },
    fp32Lanes: lanes.fp32 * sm.sub_cores,
    l1Latency: latency.l1,
    l2Latency: (latency.l2_near + latency.l2_far) / 2,
    dramLatency: latency.dram,
    tagsPerCycle: machine.l1.tags_per_cycle ?? defaultTags,
    l2PortBytes,
    dramBytesPerCycle: (dram.gb_s * 1e9) / (machine.clock_mhz * 1e6),
  };
}

/** Bytes of L1 that a resident block has to itself. */
export function l1BytesPerBlock({ sm, l1 }: GpuMachine, blocksPerSm: number, sharedBytes: number): number {
  const whole = (sm.unified_l1_kb === undefined ? (l1.kb ?? 0) : sm.unified_l1_kb) * 1024;
  const used = sm.unified_l1_kb === undefined ? 0 : blocksPerSm * (sharedBytes + sm.smem_reserved_per_block);
  return Math.max(0, whole - used) / blocksPerSm;
}
