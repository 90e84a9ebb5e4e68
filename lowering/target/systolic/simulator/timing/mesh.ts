// The array in closed form: how long an operation occupies its entrance, and how long until its first result leaves.
import type { SystolicMachine } from "../../../../machine/schema.ts";
import type { Product } from "../effect.ts";
import type { Geometry } from "../geometry.ts";

/**
 * Cycles from a row's entry to its result's exit: 1 + output delay + (tile latency + 1) * (mesh rows + mesh cols - 1),
 * and where a partial sum takes more than one register a row, those. Source: Gemmini, MeshWithDelays.scala.
 */
export function meshLatency({ array }: SystolicMachine): number {
  const { mesh_rows, mesh_cols, tile_latency, mesh_output_delay, psum_hop_cycles } = array;
  return (
    1 + mesh_output_delay + (tile_latency + 1) * (mesh_rows + mesh_cols - 1) + (psum_hop_cycles - 1) * (mesh_rows - 1)
  );
}

/**
 * Cycles before the next operation may enter: a row a cycle, at least the accumulator's write-after-write distance, and
 * a whole block where an operand is transposed. Source: Gemmini, ExecuteController.scala (total_rows).
 */
export const feedCycles = ({ array }: SystolicMachine, geometry: Geometry, product: Product): number =>
  Math.max(product.fedRows, array.min_rows_per_op, product.transposes ? geometry.block : 0);
