// The event timing engine: its parts against their rules, its whole against closed forms where there are any.
import { describe, expect, test } from "@jest/globals";
import fc from "../../../support/fast-check.ts";
import { presets } from "../../../../lowering/machine/presets/index.ts";
import type { SystolicMachine } from "../../../../lowering/machine/schema.ts";
import { deriveMachine } from "../../../../lowering/machine/variant.ts";
import { SystolicArray } from "../../../../lowering/target/systolic/simulator/array.ts";
import type { Command } from "../../../../dialects/systolic/commands.ts";
import { accumulatorRow, GARBAGE } from "../../../../dialects/systolic/local-address.ts";
import { DramTiming } from "../../../../lowering/target/systolic/simulator/timing/dram.ts";
import { DmaStream } from "../../../../lowering/target/systolic/simulator/timing/dma.ts";
import { meshLatency } from "../../../../lowering/target/systolic/simulator/timing/mesh.ts";
import { Timeline } from "../../../../lowering/target/systolic/simulator/timing/timeline.ts";

const machine = presets["systolic-int8"];

const run = (commands: readonly Command[], on: SystolicMachine = machine) => {
  const array = new SystolicArray(on, { bytes: new Uint8Array(1 << 20), check: () => undefined });
  expect(array.executeAll(commands)).toBeUndefined();
  return array.report();
};

const configure: readonly Command[] = [
  {
    op: "config_ex",
    dataflow: "ws",
    activation: "none",
    aTranspose: false,
    bTranspose: false,
    aStride: 1,
    cStride: 1,
    shift: 0,
  },
  { op: "config_ld", state: 0, strideBytes: 16, scale: 1, shrink: false },
  { op: "config_st", strideBytes: 16, activation: "none", scale: 1 },
];

const product = (index: number, loads: boolean, rows = 16): readonly Command[] => [
  {
    op: "preload",
    b: loads ? 4096 + 16 * (index % 2) : GARBAGE,
    bRows: 16,
    bCols: 16,
    c: accumulatorRow(16 * (index % 8)),
    cRows: rows,
    cCols: 16,
  },
  {
    op: loads ? "compute_preloaded" : "compute_accumulated",
    a: 16 * (index % 8),
    aRows: rows,
    aCols: 16,
    bd: GARBAGE,
    bdRows: 16,
    bdCols: 16,
  },
];

const products = (count: number, loads: boolean, rows?: number): readonly Command[] =>
  Array.from({ length: count }, (_, index) => product(index, loads, rows)).flat();

describe("a timeline", () => {
  test("gives every cycle once and none before it was asked for", () => {
    const claims = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 6 })), { maxLength: 30 });
    fc.assert(
      fc.property(claims, (asked) => {
        const timeline = new Timeline();
        const taken = new Set<number>();
        for (const [earliest, cycles] of asked) {
          let time = earliest;
          for (let left = cycles; left > 0; time++)
            if (!taken.has(time)) {
              taken.add(time);
              left--;
            }
          expect(timeline.claim(earliest, cycles)).toBe(time);
        }
      }),
    );
  });
});

describe("the array", () => {
  test("latency of a 16x16 mesh is Gemmini's 33", () => {
    expect(meshLatency(machine)).toBe(33);
  });

  test.each([
    ["products that keep their weights, 16 rows each", false, 16, 16],
    ["products that keep their weights, 4 rows each", false, 4, 4],
    ["products of 2 rows wait for the accumulator", false, 2, 4],
    ["products that load weights overlap them", true, 16, 16],
    ["short products wait for the weights", true, 4, 16],
  ])("%s", (_, loads, rows, distance) => {
    const wide = deriveMachine(machine, (draft) => void (draft.queues.rs_exec = 64));
    if (!wide.ok) throw new Error(wide.message);
    const start: readonly Command[] = [...configure, ...product(0, true)];
    const some = run([...start, ...products(40, loads, rows)], wide.machine).cycles;
    const more = run([...start, ...products(140, loads, rows)], wide.machine).cycles;
    expect((more - some) / 100).toBe(distance);
  });

  test("a short reservation station stops short products", () => {
    const start: readonly Command[] = [...configure, ...product(0, true)];
    const cycles =
      run([...start, ...products(140, false, 4)]).cycles - run([...start, ...products(40, false, 4)]).cycles;
    // 8 products in 16 entries, each held from its entry until its result is written.
    expect(cycles / 100).toBeGreaterThan(meshLatency(machine) / 8);
  });

  test("operands in one bank are read one after the other", () => {
    const apart = run([...configure, ...products(40, true)]).cycles;
    const together = [...configure, ...products(40, true)].map((command) =>
      command.op === "preload" ? { ...command, b: command.b - 4096 + 512 } : command,
    );
    expect(run(together).cycles).toBeGreaterThan(1.5 * apart);
  });

  test("a product waits for its operand, a store for its result", () => {
    const load: Command = { op: "mvin", dram: 64, local: 0, rows: 16, cols: 16, state: 0 };
    const store: Command = { op: "mvout", dram: 4096, local: accumulatorRow(0), rows: 16, cols: 16 };
    const alone = run([...configure, load]).cycles;
    const both = run([...configure, load, ...product(0, true)]).cycles;
    const all = run([...configure, load, ...product(0, true), store]).cycles;
    expect(both).toBeGreaterThanOrEqual(alone + 16 + 33);
    expect(all).toBeGreaterThanOrEqual(both + machine.memory.latency_cycles);
  });
});

describe("the DMA", () => {
  test.each([
    [4, 4 * 64],
    [16, 16 * 64],
    [64, 64 * 64],
  ])("with %d requests in flight reaches the lesser of bus and latency", (inFlight, window) => {
    const result = deriveMachine(machine, (draft) => {
      draft.memory.model = "fixed";
      draft.dma.max_in_flight = inFlight;
    });
    if (!result.ok) throw new Error(result.message);
    const { dma, memory } = result.machine;
    const stream = new DmaStream("read", dma, new DramTiming(memory));
    const bytes = 1 << 16;
    const cycles = stream.move(0, bytes, 0);
    const bandwidth = Math.min(dma.bus_bytes_per_cycle, window / memory.latency_cycles);
    expect(bytes / cycles).toBeLessThanOrEqual(bandwidth);
    expect(bytes / cycles).toBeGreaterThan(0.9 * bandwidth);
  });

  test("rows that lie apart miss the row buffer", () => {
    const near = new DramTiming(machine.memory);
    const far = new DramTiming(machine.memory);
    for (let index = 0; index < 64; index++) {
      near.serve(index * 64, 64, 0);
      far.serve(index * 64 * 1024 * 16, 64, 0);
    }
    expect(near.rowBuffer).toEqual({ hits: 48, misses: 16, conflicts: 0 });
    expect(far.rowBuffer).toEqual({ hits: 0, misses: 1, conflicts: 63 });
  });

  test("a load from bytes that are being stored is counted, unless a fence stands between", () => {
    const store: Command = { op: "mvout", dram: 4096, local: 0, rows: 16, cols: 16 };
    const load: Command = { op: "mvin", dram: 4096 + 100, local: 64, rows: 4, cols: 16, state: 0 };
    expect(run([...configure, store, load]).unfencedLoads).toBe(1);
    expect(run([...configure, store, { op: "fence" }, load]).unfencedLoads).toBe(0);
  });
});

describe("partial sums", () => {
  test("beyond the width of the wires are counted", () => {
    const narrow = deriveMachine(machine, (draft) => void (draft.types.psum = "i18"));
    if (!narrow.ok) throw new Error(narrow.message);
    const bytes = new Uint8Array(4096).fill(0x80);
    const array = new SystolicArray(narrow.machine, { bytes, check: () => undefined });
    const load = (local: number): Command => ({ op: "mvin", dram: 16, local, rows: 16, cols: 16, state: 0 });
    expect(array.executeAll([...configure, load(0), load(4096), ...product(0, true)])).toBeUndefined();
    // 16 * 128 * 128 = 2^18, and 18 bits end at 2^17.
    expect(array.report().psumOverflows).toBe(256);
  });
});
