// What a schema cannot say: facts that tie two fields of a machine description together.
import type { CpuMachine } from "./cpu.ts";
import type { GpuMachine } from "./gpu.ts";
import type { SystolicMachine } from "./systolic.ts";

/** A fact that does not hold: the field to change and what is wrong with it. */
export interface Inconsistency {
  readonly path: string;
  readonly message: string;
}

type Check<M> = (machine: M) => readonly (Inconsistency | false)[];

const unless = (holds: boolean, path: string, message: string): Inconsistency | false => !holds && { path, message };

const checkCpu: Check<CpuMachine> = (machine) => [
  unless(
    machine.live_vector_limit <= machine.vector_registers,
    "live_vector_limit",
    `expected at most vector_registers (${machine.vector_registers}), found ${machine.live_vector_limit}`,
  ),
  unless(
    machine.max_memory_bytes % machine.page_bytes === 0,
    "max_memory_bytes",
    `expected a multiple of page_bytes (${machine.page_bytes}), found ${machine.max_memory_bytes}`,
  ),
];

const checkGpu: Check<GpuMachine> = ({ sm, warp, l1, l2 }) => [
  unless(
    sm.max_threads_per_block % warp === 0,
    "sm.max_threads_per_block",
    `expected a multiple of warp (${warp}), found ${sm.max_threads_per_block}`,
  ),
  unless(
    sm.max_threads_per_block <= sm.max_warps * warp,
    "sm.max_threads_per_block",
    `expected at most sm.max_warps * warp (${sm.max_warps * warp}), found ${sm.max_threads_per_block}`,
  ),
  unless(
    sm.max_warps % sm.sub_cores === 0,
    "sm.max_warps",
    `expected a multiple of sm.sub_cores (${sm.sub_cores}), found ${sm.max_warps}`,
  ),
  unless(
    sm.smem_max_block_kb <= sm.smem_kb,
    "sm.smem_max_block_kb",
    `expected at most sm.smem_kb (${sm.smem_kb}), found ${sm.smem_max_block_kb}`,
  ),
  unless(l1.sector <= l1.line, "l1.sector", `expected at most l1.line (${l1.line}), found ${l1.sector}`),
  unless(l2.sector <= l2.line, "l2.sector", `expected at most l2.line (${l2.line}), found ${l2.sector}`),
];

const elementTypes = ({ types }: SystolicMachine): string =>
  [types.input, types.weight, types.acc, types.out].join(", ");

const checkSystolic: Check<SystolicMachine> = (machine) => {
  const { array, types, scratchpad, accumulator, dma } = machine;
  const rows = array.mesh_rows * array.tile_rows;
  const columns = array.mesh_cols * array.tile_cols;
  const block = Math.max(rows, columns);
  const scratchpadRows = scratchpad.banks * scratchpad.rows_per_bank;
  const accumulatorRows = accumulator.banks * accumulator.rows_per_bank;
  const implemented = ["i8, i8, i32, i8", "f32, f32, f32, f32"];
  const shape = `${rows}x${columns}`;
  return [
    unless(
      scratchpad.row_elems >= block,
      "scratchpad.row_elems",
      `expected at least ${block}, the larger extent of the ${shape} array, found ${scratchpad.row_elems}`,
    ),
    unless(
      accumulator.row_elems >= columns,
      "accumulator.row_elems",
      `expected at least ${columns}, the columns of the ${shape} array, found ${accumulator.row_elems}`,
    ),
    unless(
      implemented.includes(elementTypes(machine)),
      "types",
      `input, weight, acc and out ${elementTypes(machine)} are not implemented; implemented: ${implemented.join("; ")}`,
    ),
    unless(
      (types.psum === "f32") === (types.acc === "f32"),
      "types.psum",
      `expected the same kind as types.acc (${types.acc}), found ${types.psum}`,
    ),
    unless(
      (types.os_out === "none") === (types.acc === "f32"),
      "types.os_out",
      `expected ${types.acc === "f32" ? "none" : "rne_shift_saturate"} for acc ${types.acc}, found ${types.os_out}`,
    ),
    unless(
      scratchpadRows >= 2 * block && scratchpadRows < 2 ** 26,
      "scratchpad.rows_per_bank",
      `expected ${2 * block} rows (an A and a B block) to 2^26 in all banks, found ${scratchpadRows}`,
    ),
    unless(
      accumulatorRows >= block && accumulatorRows < 2 ** 26,
      "accumulator.rows_per_bank",
      `expected ${block} rows (a C block) to 2^26 in all banks, found ${accumulatorRows}`,
    ),
    unless(
      dma.max_burst_bytes >= dma.bus_bytes_per_cycle,
      "dma.max_burst_bytes",
      `expected at least dma.bus_bytes_per_cycle (${dma.bus_bytes_per_cycle}), found ${dma.max_burst_bytes}`,
    ),
  ];
};

/** The facts that do not hold in `machine`, whose fields already have the right types. */
export function findInconsistencies(machine: CpuMachine | GpuMachine | SystolicMachine): readonly Inconsistency[] {
  const checked =
    machine.schema === "cpu-hw/1"
      ? checkCpu(machine)
      : machine.schema === "gpu-hw/1"
        ? checkGpu(machine)
        : checkSystolic(machine);
  return checked.filter((result) => result !== false);
}
