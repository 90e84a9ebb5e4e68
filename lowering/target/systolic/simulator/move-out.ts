// mvout: rows to DRAM. From the accumulator they are scaled, rounded, clipped and activated on the way, unless the
// address says `full`.
import type { Mvout } from "../../../../dialects/systolic/commands.ts";
import { checkExtent, firstOf, locate, type Effect, type Region } from "./effect.ts";
import type { Geometry } from "./geometry.ts";
import { checkDram, viewOf, type ArrayState, type Dram } from "./memory.ts";
import { leaveAccumulator } from "./numerics.ts";
import { poolOut } from "./pool.ts";

/** Executes a store; a string is the reason why nothing was done. */
export function moveOut(state: ArrayState, geometry: Geometry, dram: Dram, command: Mvout): Effect | string {
  const config = state.configSt;
  if (config === undefined) return "used before config_st";
  if (config.pooling !== undefined) return poolOut(state, geometry, dram, command, config, config.pooling);
  const { rows, cols } = command;
  const complaint = firstOf(
    checkExtent("rows", rows, geometry.block, `the array is ${geometry.rows}x${geometry.columns}`),
    checkExtent("cols", cols, 0xffff, "16 bits"),
  );
  if (complaint !== undefined) return complaint;

  const location = locate(geometry, "local", command.local, 0);
  if (location === "garbage") return "local: a store cannot come from garbage";
  if ("error" in location) return location.error;
  const { address } = location;
  const memory = geometry[address.space];
  const reads: Region[] = [];
  for (let block = 0; block * memory.rowElements < cols; block++) {
    const start = address.row + block * geometry.block;
    const end = start + rows;
    if (end > memory.rows)
      return `local: rows ${start} to ${end - 1} are beyond the ${address.space} (${memory.rows} rows)`;
    reads.push({ space: address.space, start, end, rows });
  }

  const fromAccumulator = address.space === "accumulator";
  const bytes = address.full ? memory.elementBytes : geometry.scratchpad.elementBytes;
  for (let row = 0; row < rows; row++) {
    const refused = checkDram(dram, command.dram + row * config.strideBytes, cols * bytes, "write");
    if (refused !== undefined) return refused;
  }

  const view = viewOf(dram);
  const elements = fromAccumulator ? state.accumulator : state.scratchpad;
  const scaled = fromAccumulator && !address.full;
  for (let row = 0; row < rows; row++) {
    const to = command.dram + row * config.strideBytes;
    for (let col = 0; col < cols; col++) {
      const block = Math.floor(col / memory.rowElements);
      const localRow = address.row + row + block * geometry.block;
      const stored = elements[localRow * memory.rowElements + col - block * memory.rowElements]!;
      const value = scaled ? leaveAccumulator(stored, geometry.float, config.scale, config.activation) : stored;
      if (geometry.float) view.setFloat32(to + col * bytes, value, true);
      else if (bytes === 1) view.setInt8(to + col, value);
      else view.setInt32(to + col * bytes, value, true);
    }
  }
  return {
    reads,
    writes: [],
    transfer: { kind: "write", address: command.dram, strideBytes: config.strideBytes, rows, rowBytes: cols * bytes },
  };
}
