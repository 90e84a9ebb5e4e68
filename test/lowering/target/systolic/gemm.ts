// A tiled product C = A * B for an array of any size: what the tests run. Not a test itself.
import { presets } from "../../../../lowering/machine/presets/index.ts";
import type { SystolicMachine } from "../../../../lowering/machine/schema.ts";
import { deriveMachine } from "../../../../lowering/machine/variant.ts";
import type { Command } from "../../../../dialects/systolic/commands.ts";
import { geometryOf } from "../../../../lowering/target/systolic/simulator/geometry.ts";
import { accumulatorRow, GARBAGE } from "../../../../dialects/systolic/local-address.ts";

/** An R x C variant of a preset. */
export function arrayOf(rows: number, columns: number, type: "i8" | "f32"): SystolicMachine {
  const result = deriveMachine(type === "f32" ? presets.systolic : presets["systolic-int8"], (draft) => {
    draft.array.mesh_rows = rows;
    draft.array.mesh_cols = columns;
    draft.scratchpad.row_elems = Math.max(rows, columns);
    draft.accumulator.row_elems = columns;
  });
  if (!result.ok) throw new Error(result.message);
  return result.machine;
}

export interface Gemm {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly elementBytes: number;
}

/** Weight-stationary, dense row-major operands, results in the accumulator's type. */
export function gemmCommands(machine: SystolicMachine, { m, n, k, a, b, c, elementBytes }: Gemm): Command[] {
  const { rows, columns, block } = geometryOf(machine);
  const commands: Command[] = [
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
    { op: "config_ld", state: 0, strideBytes: k * elementBytes, scale: 1, shrink: false },
    { op: "config_ld", state: 1, strideBytes: n * elementBytes, scale: 1, shrink: false },
    { op: "config_st", strideBytes: n * 4, activation: "none", scale: 1 },
  ];
  let slot = 0;
  for (let i = 0; i < m; i += block)
    for (let j = 0; j < n; j += columns) {
      const [height, width] = [Math.min(block, m - i), Math.min(columns, n - j)];
      for (let l = 0; l < k; l += rows) {
        const depth = Math.min(rows, k - l);
        const aRow = slot * 2 * block;
        const bRow = aRow + block;
        slot = (slot + 1) % 4;
        const result = accumulatorRow(0, { accumulate: l > 0 });
        commands.push(
          { op: "mvin", dram: a + (i * k + l) * elementBytes, local: aRow, rows: height, cols: depth, state: 0 },
          { op: "mvin", dram: b + (l * n + j) * elementBytes, local: bRow, rows: depth, cols: width, state: 1 },
          { op: "preload", b: bRow, bRows: depth, bCols: width, c: result, cRows: height, cCols: width },
          { op: "compute_preloaded", a: aRow, aRows: height, aCols: depth, bd: GARBAGE, bdRows: height, bdCols: width },
        );
      }
      const full = accumulatorRow(0, { full: true });
      commands.push({ op: "mvout", dram: c + (i * n + j) * 4, local: full, rows: height, cols: width });
    }
  return commands;
}
