// A machine in a line.
import { parseMachine, type Machine } from "../../lowering/machine/schema.ts";

/** What a description is of, or what is wrong with it. */
export function describeMachine(description: unknown): string {
  const found = parseMachine(description);
  return found.ok ? describe(found.machine) : `not valid: ${found.message.split("\n").join("; ")}`;
}

function describe(machine: Machine): string {
  switch (machine.schema) {
    case "cpu-hw/1":
      return `CPU: ${machine.name}`;
    case "gpu-hw/1":
      return `GPU: ${machine.name}`;
    case "npu-hw/1": {
      const { array, types } = machine;
      const size = `${array.mesh_rows * array.tile_rows}x${array.mesh_cols * array.tile_cols}`;
      return `systolic array: ${machine.name} (${size}, ${types.input} x ${types.weight} -> ${types.acc})`;
    }
  }
}
