// Rows of scratchpad and accumulator, given out one buffer after the other: a kernel's buffers live as long as the kernel.
import type { MemRefType } from "../../../ir/core/types.ts";
import type { SystolicMachine } from "../../machine/schema.ts";

export class LocalMemory {
  readonly #machine: SystolicMachine;
  readonly #used = { scratchpad: 0, accumulator: 0 };

  constructor(machine: SystolicMachine) {
    this.#machine = machine;
  }

  /** The first row of a new buffer, one memory row for each of its rows; or why it does not fit. */
  allocate(space: "scratchpad" | "accumulator", type: MemRefType): number | string {
    const memory = this.#machine[space];
    const [rows, columns] = type.shape;
    if (rows === undefined || columns === undefined || type.shape.length !== 2)
      return "local buffers are two-dimensional";
    if (columns > memory.row_elems)
      return `a row of ${columns} elements does not fit a ${space} row of ${memory.row_elems}`;
    const available = memory.banks * memory.rows_per_bank;
    const first = this.#used[space];
    if (first + rows > available)
      return `the kernel needs ${first + rows} rows of ${space}, '${this.#machine.name}' has ${available}`;
    this.#used[space] = first + rows;
    return first;
  }
}
