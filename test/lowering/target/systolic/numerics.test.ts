// The edges of the array: rounding and saturation, the order of float32 sums, and what loads and stores do on the way.
import { describe, expect, test } from "@jest/globals";
import fc from "../../../support/fast-check.ts";
import { presets } from "../../../../lowering/machine/presets/index.ts";
import { SystolicArray } from "../../../../lowering/target/systolic/simulator/array.ts";
import type { Command, ConfigEx, ConfigLd } from "../../../../dialects/systolic/commands.ts";
import { accumulatorRow, GARBAGE } from "../../../../dialects/systolic/local-address.ts";
import { roundHalfEven, scaleToInt8, shiftToInt8 } from "../../../../lowering/target/systolic/simulator/numerics.ts";
import { arrayOf } from "./gemm.ts";

describe("rounding", () => {
  test.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, 0],
    [-1.5, -2],
    [-2.5, -2],
    [2.51, 3],
    [-2.49, -2],
  ])("%d to %d", (value, rounded) => {
    expect(roundHalfEven(value) + 0).toBe(rounded);
  });

  test("a shift rounds as a division does", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 30 }), (value, shift) => {
        const rounded = roundHalfEven(value / 2 ** shift);
        expect(shiftToInt8(value, shift)).toBe(Math.max(-128, Math.min(127, rounded)) + 0);
      }),
    );
  });

  test("scaling saturates", () => {
    expect([1000, -1000, 3].map((value) => scaleToInt8(value, 0.5))).toEqual([127, -128, 2]);
  });
});

const configEx: ConfigEx = {
  op: "config_ex",
  dataflow: "ws",
  activation: "none",
  aTranspose: false,
  bTranspose: false,
  aStride: 1,
  cStride: 1,
  shift: 0,
};
const configLd = (strideBytes: number, more: Partial<ConfigLd> = {}): ConfigLd => ({
  op: "config_ld",
  state: 0,
  strideBytes,
  scale: 1,
  shrink: false,
  ...more,
});

describe("float32", () => {
  const finite = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1024, max: 1024 });

  test.each(["ws", "os"] as const)("%s sums in array order, rounded after every product and sum", (dataflow) => {
    const machine = arrayOf(3, 2, "f32");
    fc.assert(
      fc.property(fc.array(finite, { minLength: 15, maxLength: 15 }), (values) => {
        const bytes = new Uint8Array(256);
        const view = new DataView(bytes.buffer);
        // A is 3x3 at 16, B is 3x2 at 64.
        const [a, b] = [values.slice(0, 9), values.slice(9)];
        a.forEach((value, at) => view.setFloat32(16 + 4 * at, value, true));
        b.forEach((value, at) => view.setFloat32(64 + 4 * at, value, true));
        const array = new SystolicArray(machine, { bytes, check: () => undefined });
        const [stationary, streamed] = dataflow === "ws" ? [3, GARBAGE] : [GARBAGE, 3];
        const commands: Command[] = [
          { ...configEx, dataflow },
          configLd(12),
          { op: "mvin", dram: 16, local: 0, rows: 3, cols: 3, state: 0 },
          configLd(8),
          { op: "mvin", dram: 64, local: 3, rows: 3, cols: 2, state: 0 },
          { op: "preload", b: stationary, bRows: 3, bCols: 2, c: accumulatorRow(0), cRows: 3, cCols: 2 },
          { op: "compute_preloaded", a: 0, aRows: 3, aCols: 3, bd: streamed, bdRows: 3, bdCols: 2 },
          { op: "config_st", strideBytes: 8, activation: "none", scale: 1 },
          { op: "mvout", dram: 128, local: accumulatorRow(0), rows: 3, cols: 2 },
        ];
        expect(array.executeAll(commands)).toBeUndefined();
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < 2; j++) {
            let sum = 0;
            for (let k = 0; k < 3; k++) sum = Math.fround(sum + Math.fround(a[i * 3 + k]! * b[k * 2 + j]!));
            expect(view.getFloat32(128 + 4 * (i * 2 + j), true)).toBe(sum);
          }
      }),
    );
  });
});

describe("loads and stores", () => {
  test("a row repeats at stride 0, is added, scaled and activated; a wide load fills blocks", () => {
    const bytes = new Uint8Array(4096);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < 40; at++) view.setFloat32(64 + 4 * at, at - 20, true);
    const array = new SystolicArray(presets.systolic, { bytes, check: () => undefined });
    const commands: Command[] = [
      configLd(0, { blockStride: 100 }),
      { op: "mvin", dram: 64, local: accumulatorRow(0), rows: 2, cols: 40, state: 0 },
      { op: "mvin", dram: 64, local: accumulatorRow(0, { accumulate: true }), rows: 1, cols: 16, state: 0 },
      { op: "config_st", strideBytes: 64, activation: "relu", scale: 0.5 },
      { op: "mvout", dram: 1024, local: accumulatorRow(0), rows: 2, cols: 16 },
      { op: "mvout", dram: 2048, local: accumulatorRow(100), rows: 1, cols: 16 },
      { op: "mvout", dram: 2112, local: accumulatorRow(200, { full: true }), rows: 1, cols: 8 },
      { op: "mvin", dram: 0, local: accumulatorRow(200), rows: 1, cols: 4, state: 0 },
      { op: "mvout", dram: 2176, local: accumulatorRow(200, { full: true }), rows: 1, cols: 8 },
    ];
    expect(array.executeAll(commands)).toBeUndefined();
    const floats = (at: number, count: number) =>
      Array.from({ length: count }, (_, index) => view.getFloat32(at + 4 * index, true));
    const source = Array.from({ length: 40 }, (_, index) => index - 20);
    const relu = (value: number) => Math.max(0, value);
    expect(floats(1024, 16)).toEqual(source.slice(0, 16).map(relu));
    expect(floats(1088, 16)).toEqual(source.slice(0, 16).map((value) => relu(value / 2)));
    expect(floats(2048, 16)).toEqual(source.slice(16, 32).map((value) => relu(value / 2)));
    expect(floats(2112, 8)).toEqual(source.slice(32, 40));
    expect(floats(2176, 8)).toEqual([0, 0, 0, 0, ...source.slice(36, 40)]);
  });

  test("output-stationary sums stay in the array over several products", () => {
    const bytes = new Uint8Array(4096);
    bytes.fill(3, 16, 16 + 256);
    const array = new SystolicArray(presets["systolic-int8"], { bytes, check: () => undefined });
    const operands = { a: 0, aRows: 16, aCols: 16, bd: 0, bdRows: 16, bdCols: 16 };
    const named = { b: GARBAGE, bRows: 16, bCols: 16, cRows: 16, cCols: 16 };
    const commands: Command[] = [
      { ...configEx, dataflow: "os", shift: 2 },
      configLd(16),
      { op: "mvin", dram: 16, local: 0, rows: 16, cols: 16, state: 0 },
      { op: "preload", ...named, c: GARBAGE },
      { op: "compute_preloaded", ...operands },
      { op: "preload", ...named, c: 64 },
      { op: "compute_accumulated", ...operands },
      { op: "config_st", strideBytes: 16, activation: "none", scale: 1 },
      { op: "mvout", dram: 1024, local: 64, rows: 16, cols: 16 },
    ];
    expect(array.executeAll(commands)).toBeUndefined();
    // 2 * 16 * 9 / 4 = 72
    expect([...new Int8Array(bytes.buffer, 1024, 256)].every((value) => value === 72)).toBe(true);
  });
});
