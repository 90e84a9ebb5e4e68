// Products on arrays of any shape: right results, and never faster than the machine could be.
import { describe, expect, test } from "@jest/globals";
import fc from "../../../support/fast-check.ts";
import { SystolicArray } from "../../../../lowering/target/systolic/simulator/array.ts";
import { arrayOf, gemmCommands } from "./gemm.ts";

const A = 0x1000;
const B = 0x10000;
const C = 0x20000;

/** Runs a product of small integers, exact in both types, and compares. */
function runGemm(rows: number, columns: number, type: "i8" | "f32", m: number, n: number, k: number) {
  const machine = arrayOf(rows, columns, type);
  const bytes = new Uint8Array(0x40000);
  const view = new DataView(bytes.buffer);
  const elementBytes = type === "f32" ? 4 : 1;
  const write = (at: number, value: number) =>
    type === "f32" ? view.setFloat32(at, value, true) : view.setInt8(at, value);
  const left = (i: number, l: number) => ((i * 7 + l * 3) % 11) - 5;
  const right = (l: number, j: number) => ((l * 5 + j * 13) % 9) - 4;
  for (let i = 0; i < m; i++) for (let l = 0; l < k; l++) write(A + (i * k + l) * elementBytes, left(i, l));
  for (let l = 0; l < k; l++) for (let j = 0; j < n; j++) write(B + (l * n + j) * elementBytes, right(l, j));

  const array = new SystolicArray(machine, { bytes, check: () => undefined });
  expect(array.executeAll(gemmCommands(machine, { m, n, k, a: A, b: B, c: C, elementBytes }))).toBeUndefined();
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += left(i, l) * right(l, j);
      const at = C + (i * n + j) * 4;
      expect(type === "f32" ? view.getFloat32(at, true) : view.getInt32(at, true)).toBe(sum);
    }
  return array.report();
}

const extent = fc.integer({ min: 1, max: 40 });

describe("products", () => {
  test("are right and not faster than the lower bounds, on any array", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom("i8" as const, "f32" as const),
        extent,
        extent,
        extent,
        (rows, columns, type, m, n, k) => {
          const report = runGemm(rows, columns, type, m, n, k);
          expect(report.macs).toBe(m * n * k);
          for (const bound of Object.values(report.lowerBounds)) expect(report.cycles).toBeGreaterThanOrEqual(bound);
          for (const busy of Object.values(report.busy)) expect(busy).toBeLessThanOrEqual(report.cycles);
          expect(report.utilisation).toBeLessThanOrEqual(1);
          expect(report.dramBytesWritten).toBe(m * n * 4);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a 12x20 array is as good as any", () => {
    expect(runGemm(12, 20, "f32", 33, 47, 29).macs).toBe(33 * 47 * 29);
  });
});
