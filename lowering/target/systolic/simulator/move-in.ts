// mvin: rows from DRAM into the scratchpad or the accumulator, scaled, repeated, split into blocks, added or stored.
import type { Mvin } from "../../../../dialects/systolic/commands.ts";
import { checkExtent, firstOf, locate, type Effect, type Region } from "./effect.ts";
import type { Geometry } from "./geometry.ts";
import { checkDram, viewOf, type ArrayState, type Dram } from "./memory.ts";
import { scaleFloat, scaleToInt8 } from "./numerics.ts";

/** The largest number of columns that the command's field holds. */
const MAX_COLUMNS = 0xffff;

/** Executes a load; a string is the reason why nothing was done. */
export function moveIn(state: ArrayState, geometry: Geometry, dram: Dram, command: Mvin): Effect | string {
  const config = state.configLd[command.state];
  if (config === undefined)
    return command.state in state.configLd
      ? `load state ${command.state} is used before its config_ld`
      : `load state ${command.state} does not exist; the machine has ${state.configLd.length}`;
  const { rows, cols } = command;
  const complaint = firstOf(
    checkExtent("rows", rows, geometry.block, `the array is ${geometry.rows}x${geometry.columns}`),
    checkExtent("cols", cols, MAX_COLUMNS, "16 bits"),
  );
  if (complaint !== undefined) return complaint;

  const location = locate(geometry, "local", command.local, 0);
  if (location === "garbage") return "local: a load cannot go to garbage";
  if ("error" in location) return location.error;
  const { address } = location;
  const memory = geometry[address.space];
  const toAccumulator = address.space === "accumulator";
  const repeats = config.pixelRepeats ?? 1;
  if (repeats > 1 && cols * repeats > memory.rowElements)
    return `cols: ${cols} columns repeated ${repeats} times do not fit a row of ${memory.rowElements}`;

  const blockStride = config.blockStride ?? geometry.block;
  const writes: Region[] = [];
  for (let block = 0; block * memory.rowElements < cols; block++) {
    const start = address.row + block * blockStride;
    const end = start + rows;
    if (end > memory.rows)
      return `local: rows ${start} to ${end - 1} are beyond the ${address.space} (${memory.rows} rows)`;
    const lowest = Math.max(0, start - repeats + 1);
    writes.push({ space: address.space, start: lowest, end, rows: end - lowest });
  }

  const zeros = command.dram === 0;
  const bytes = toAccumulator && !config.shrink ? memory.elementBytes : geometry.scratchpad.elementBytes;
  if (!zeros)
    for (let row = 0; row < rows; row++) {
      const refused = checkDram(dram, command.dram + row * config.strideBytes, cols * bytes, "read");
      if (refused !== undefined) return refused;
    }

  const view = viewOf(dram);
  const elements = toAccumulator ? state.accumulator : state.scratchpad;
  const scaled = geometry.float || !toAccumulator || config.shrink ? config.scale : 1;
  for (let row = 0; row < rows; row++) {
    const from = command.dram + row * config.strideBytes;
    for (let col = 0; col < cols; col++) {
      const at = from + col * bytes;
      let value = zeros
        ? 0
        : geometry.float
          ? view.getFloat32(at, true)
          : bytes === 1
            ? view.getInt8(at)
            : view.getInt32(at, true);
      if (scaled !== 1) value = geometry.float ? scaleFloat(value, scaled) : scaleToInt8(value, scaled);
      const block = Math.floor(col / memory.rowElements);
      const localRow = address.row + row + block * blockStride;
      const localCol = col - block * memory.rowElements;
      for (let pixel = 0; pixel < repeats && pixel <= localRow; pixel++) {
        const to = (localRow - pixel) * memory.rowElements + localCol + pixel * cols;
        // Both stores of a typed array round or wrap by themselves.
        elements[to] = address.accumulate ? elements[to]! + value : value;
      }
    }
  }
  const effect = { reads: address.accumulate ? writes : [], writes };
  if (zeros) return effect;
  const transfer = {
    kind: "read",
    address: command.dram,
    strideBytes: config.strideBytes,
    rows,
    rowBytes: cols * bytes,
  } as const;
  return { ...effect, transfer };
}
