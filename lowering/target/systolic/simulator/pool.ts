// mvout with pooling: the accumulator (or scratchpad) holds an image, one pixel a row; the maxima of its windows leave.
// A window's part outside the image counts as zero, as in Gemmini.
import type { ConfigSt, Mvout, Pooling } from "../../../../dialects/systolic/commands.ts";
import { checkExtent, locate, type Effect } from "./effect.ts";
import type { Geometry } from "./geometry.ts";
import { checkDram, viewOf, type ArrayState, type Dram } from "./memory.ts";
import { leaveAccumulator } from "./numerics.ts";

/** Executes a pooled store; a string is the reason why nothing was done. */
export function poolOut(
  state: ArrayState,
  geometry: Geometry,
  dram: Dram,
  command: Mvout,
  config: ConfigSt,
  pooling: Pooling,
): Effect | string {
  const channels = command.cols;
  const pixels = pooling.rows * pooling.columns;
  const location = locate(geometry, "local", command.local, pixels);
  if (location === "garbage") return "local: a store cannot come from garbage";
  if ("error" in location) return location.error;
  const { address, region } = location;
  if (address.full) return "local: pooling of full accumulator rows is not implemented";
  const memory = geometry[address.space];
  const complaint = checkExtent("cols", channels, memory.rowElements, `a row of the ${address.space} when pooling`);
  if (complaint !== undefined) return complaint;

  const bytes = geometry.scratchpad.elementBytes;
  const pixelAddress = (row: number, column: number): number =>
    command.dram + (row * pooling.outDim + column) * config.strideBytes;
  for (let row = 0; row < pooling.outRows; row++)
    for (let column = 0; column < pooling.outColumns; column++) {
      const refused = checkDram(dram, pixelAddress(row, column), channels * bytes, "write");
      if (refused !== undefined) return refused;
    }

  const elementAt = (row: number, column: number, channel: number): number => {
    if (row < 0 || column < 0 || row >= pooling.rows || column >= pooling.columns) return 0;
    const at = (address.row + row * pooling.columns + column) * memory.rowElements + channel;
    return address.space === "accumulator"
      ? leaveAccumulator(state.accumulator[at]!, geometry.float, config.scale, config.activation)
      : state.scratchpad[at]!;
  };
  const view = viewOf(dram);
  const lowest = geometry.float ? -Infinity : -128;
  for (let row = 0; row < pooling.outRows; row++)
    for (let column = 0; column < pooling.outColumns; column++)
      for (let channel = 0; channel < channels; channel++) {
        let maximum = lowest;
        for (let down = 0; down < pooling.size; down++)
          for (let across = 0; across < pooling.size; across++) {
            const element = elementAt(
              row * pooling.stride + down - pooling.upPad,
              column * pooling.stride + across - pooling.leftPad,
              channel,
            );
            if (element > maximum) maximum = element;
          }
        const to = pixelAddress(row, column) + channel * bytes;
        if (geometry.float) view.setFloat32(to, maximum, true);
        else view.setInt8(to, maximum);
      }
  return {
    reads: [region],
    writes: [],
    transfer: {
      kind: "write",
      address: command.dram,
      strideBytes: config.strideBytes,
      rows: pooling.outRows * pooling.outColumns,
      rowBytes: channels * bytes,
    },
  };
}
