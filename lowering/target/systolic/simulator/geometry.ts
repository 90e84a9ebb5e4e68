// The extents of an array and its memories, derived once from the machine description.
//
// R x C processing elements. `block` = max(R, C) is the most rows that one command names. Weight-stationary: A is
// I x K, B is K x J, C and D are I x J, with I <= block, K <= R, J <= C. Output-stationary: A is I x K, B is K x J,
// C and D are I x J, with I <= R, J <= C, K <= block.
import type { SystolicMachine } from "../../../machine/schema.ts";

/** One of the array's two memories. */
export interface MemoryExtents {
  readonly banks: number;
  readonly rowsPerBank: number;
  readonly rows: number;
  /** Elements of a row. */
  readonly rowElements: number;
  /** Bytes of an element. */
  readonly elementBytes: number;
}

export interface Geometry {
  /** Processing elements down the array, R. */
  readonly rows: number;
  /** Processing elements across the array, C. */
  readonly columns: number;
  /** max(R, C). */
  readonly block: number;
  readonly scratchpad: MemoryExtents;
  readonly accumulator: MemoryExtents;
  /** float32 operands and accumulators; otherwise int8 and int32. */
  readonly float: boolean;
  /** Partial sums from -limit to limit-1 fit the wires between rows; Infinity for float32. */
  readonly psumLimit: number;
}

const ELEMENT_BYTES = { i8: 1, i32: 4, f32: 4 } as const;

const extents = (memory: SystolicMachine["scratchpad"] | SystolicMachine["accumulator"], elementBytes: number) => ({
  banks: memory.banks,
  rowsPerBank: memory.rows_per_bank,
  rows: memory.banks * memory.rows_per_bank,
  rowElements: memory.row_elems,
  elementBytes,
});

/** The extents that `machine` describes. */
export function geometryOf(machine: SystolicMachine): Geometry {
  const { array, types } = machine;
  const rows = array.mesh_rows * array.tile_rows;
  const columns = array.mesh_cols * array.tile_cols;
  return {
    rows,
    columns,
    block: Math.max(rows, columns),
    scratchpad: extents(machine.scratchpad, ELEMENT_BYTES[types.input]),
    accumulator: extents(machine.accumulator, ELEMENT_BYTES[types.acc]),
    float: types.acc === "f32",
    psumLimit: types.psum === "f32" ? Infinity : 2 ** (Number(types.psum.slice(1)) - 1),
  };
}
