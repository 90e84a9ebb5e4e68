// Bank phases, occupancy, and cycles that are never below what any unit needs.
import { describe, expect, test } from "@jest/globals";
import { Memory } from "../../../../ir/interpret/memory.ts";
import { bankCounter } from "../../../../lowering/target/gpu/simulator/shared-banks.ts";
import { launchProblem, occupancyOf } from "../../../../lowering/target/gpu/simulator/index.ts";
import type { GpuMachine } from "../../../../lowering/machine/gpu.ts";
import { findPreset, presetNames } from "../../../../lowering/machine/presets/index.ts";
import { gpu } from "../../../../lowering/machine/presets/gpu.ts";
import { tiledMatmul, transpose, vectorAdd } from "./kernels.ts";
import { buffer, launch } from "./support.ts";

const machines: readonly GpuMachine[] = presetNames.flatMap((name) => {
  const machine = findPreset(name);
  return machine?.schema === "gpu-hw/1" ? [machine] : [];
});
const h100 = machines.find(({ cc }) => cc === "9.0") ?? gpu;

describe("wavefronts of a shared access", () => {
  const count = bankCounter(gpu);
  test.each<[string, 4 | 8 | 16 | 1, (lane: number) => number, number, number]>([
    ["4 bytes in a row", 4, (i) => 4 * i, 1, 1],
    ["one word for all", 4, () => 64, 1, 1],
    ["every second word", 4, (i) => 8 * i, 2, 1],
    ["every 32nd word", 4, (i) => 128 * i, 32, 1],
    ["every 33rd word", 4, (i) => 132 * i, 1, 1],
    ["bytes in a row", 1, (i) => i, 1, 1],
    ["8 bytes in a row: two half-warps", 8, (i) => 8 * i, 2, 2],
    ["8 bytes, 16 apart: lanes i and i + 8 of a half share banks", 8, (i) => 16 * i, 4, 2],
    ["8 bytes, one place", 8, () => 8, 2, 2],
    ["16 bytes in a row: four quarter-warps", 16, (i) => 16 * i, 4, 4],
    ["16 bytes, 32 apart: lanes i and i + 4 of a quarter share banks", 16, (i) => 32 * i, 8, 4],
    ["16 bytes, 128 apart: all of a quarter in the same four banks", 16, (i) => 128 * i, 32, 4],
  ])("%s", (_, bytes, address, wavefronts, ideal) => {
    const at = Int32Array.from({ length: 32 }, (__, lane) => address(lane));
    expect(count(at, -1, { space: "shared", kind: "load", bytes })).toEqual({ wavefronts, ideal });
  });

  test("lanes that are not active take no part; atomics on one word take turns", () => {
    const at = Int32Array.from({ length: 32 }, (_, lane) => 128 * lane);
    expect(count(at, 0b101, { space: "shared", kind: "load", bytes: 4 })).toEqual({ wavefronts: 2, ideal: 1 });
    expect(count(at, 0xff, { space: "shared", kind: "load", bytes: 16 })).toEqual({ wavefronts: 8, ideal: 1 });
    expect(count(at.fill(4), 0xff, { space: "shared", kind: "atomic", bytes: 4 })).toEqual({ wavefronts: 8, ideal: 1 });
  });
});

describe("occupancy of sm_90", () => {
  test.each<[string, number, number, number, number, string]>([
    // 8 warps a block, 32 x 32 registers a warp: 16384 / 1024 x 4 = 64 warps.
    ["small blocks fill it", 256, 32, 0, 8, "warps"],
    // 255 x 32 = 8160, rounded to 8192: 2 warps a sub-core, 8 in all, of 4 each.
    ["many registers", 128, 255, 0, 2, "registers"],
    // 48 KiB + 1 KiB reserved = 50176 bytes of 233472.
    ["shared memory", 128, 32, 49152, 4, "shared memory"],
    ["one warp a block", 32, 16, 0, 32, "blocks"],
  ])("%s", (_, threads, registers, sharedBytes, blocks, limiter) => {
    expect(occupancyOf({ threads, registers, sharedBytes }, h100)).toMatchObject({ blocksPerSm: blocks, limiter });
  });

  test("what does not fit at all is said", () => {
    expect(launchProblem({ threads: 1024, registers: 8, sharedBytes: 0 }, gpu)).toContain("at most 512");
    expect(launchProblem({ threads: 32, registers: 8, sharedBytes: 65536 }, gpu)).toContain(
      "65536 bytes of shared memory",
    );
  });
});

describe("cycles are at least every lower bound", () => {
  const cases = machines.flatMap((machine) => [1, 2, 5].map((size) => [machine.name, size, machine] as const));
  test.each(cases)("%s, size %d", (_, size, machine) => {
    const memory = new Memory();
    const n = 16 * size;
    const bytes = Math.max(4096, 4 * n * n);
    const fill = Array.from({ length: bytes / 4 }, () => 1);
    const [x, y, out] = [
      buffer(memory, "x", bytes, fill),
      buffer(memory, "y", bytes, fill),
      buffer(memory, "out", bytes),
    ];
    const reports = [
      launch(vectorAdd, [x.address, y.address, out.address, n * n], memory, {
        machine,
        grid: [Math.ceil((n * n) / 64), 1, 1],
      }),
      launch(tiledMatmul, [x.address, y.address, out.address, n], memory, { machine, grid: [size, size, 1] }),
      launch(transpose(32), [x.address, out.address], memory, { machine }),
    ];
    const { sms, sm, dram, clock_mhz: clock } = machine;
    for (const { cycles, instructions, global, shared, traffic, byClass, bounds, utilisation, occupancy } of reports) {
      // Recomputed from the counts: the machine as a whole cannot be faster than its units together.
      expect(cycles).toBeGreaterThanOrEqual(
        instructions / (sms * sm.sub_cores * (machine.issue?.per_subcore_per_cycle ?? 1)),
      );
      expect(cycles).toBeGreaterThanOrEqual(
        ((byClass["fma"] ?? 0) * 32) / (sms * sm.sub_cores * (machine.issue?.lanes.fp32 ?? 32)),
      );
      expect(cycles).toBeGreaterThanOrEqual(shared.wavefronts / sms);
      expect(cycles).toBeGreaterThanOrEqual(global.sectors / (sms * 4 * (machine.l1.tags_per_cycle ?? 4)));
      expect(cycles).toBeGreaterThanOrEqual(
        ((traffic.dramReadBytes + traffic.dramWriteBytes) * clock * 1e6) / (dram.gb_s * 1e9),
      );
      for (const bound of Object.values(bounds)) expect(cycles).toBeGreaterThanOrEqual(bound);
      expect(utilisation).toBeGreaterThan(-1e-9);
      expect(utilisation).toBeLessThanOrEqual(1);
      expect(occupancy.fraction).toBeLessThanOrEqual(1);
    }
  });
});
