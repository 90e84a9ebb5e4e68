// What the array stores: its scratchpad and accumulator as typed arrays, the run's memory through an interface, and
// the configuration registers.
import type { ConfigEx, ConfigLd, ConfigSt, Preload } from "../../../../dialects/systolic/commands.ts";
import type { Geometry } from "./geometry.ts";

/** The memory of the run, byte-addressed. */
export interface Dram {
  /** The bytes; asked for anew by every command, since a memory that grows replaces its buffer. */
  readonly bytes: Uint8Array;
  /** Why an access is not allowed; undefined where it is. */
  check(address: number, length: number, kind: "read" | "write"): string | undefined;
}

/** Elements of a local memory: int8 or float32 operands, int32 or float32 accumulators. */
export type Elements = Int8Array | Int32Array | Float32Array;

/** Everything that a command may read or change, besides the run's memory. */
export interface ArrayState {
  readonly scratchpad: Int8Array | Float32Array;
  readonly accumulator: Int32Array | Float32Array;
  /** R x C: weights, or output-stationary accumulators. */
  readonly stationary: Int32Array | Float32Array;
  /** Rows and columns of `stationary` that the last preload filled. */
  stationaryRows: number;
  stationaryColumns: number;
  configEx: ConfigEx | undefined;
  readonly configLd: (ConfigLd | undefined)[];
  configSt: ConfigSt | undefined;
  preload: Preload | undefined;
  /** Partial sums beyond the width of the array's wires. */
  psumOverflows: number;
}

/** A machine as it comes out of reset: memories hold zeros, nothing is configured. */
export function resetState(geometry: Geometry, loadStates: number): ArrayState {
  const { scratchpad, accumulator, float, rows, columns } = geometry;
  const operands = scratchpad.rows * scratchpad.rowElements;
  const results = accumulator.rows * accumulator.rowElements;
  return {
    scratchpad: float ? new Float32Array(operands) : new Int8Array(operands),
    accumulator: float ? new Float32Array(results) : new Int32Array(results),
    stationary: float ? new Float32Array(rows * columns) : new Int32Array(rows * columns),
    stationaryRows: 0,
    stationaryColumns: 0,
    configEx: undefined,
    configLd: Array.from({ length: loadStates }, () => undefined),
    configSt: undefined,
    preload: undefined,
    psumOverflows: 0,
  };
}

/** A view of the run's memory for multi-byte elements. */
export const viewOf = (dram: Dram): DataView => {
  const { buffer, byteOffset, byteLength } = dram.bytes;
  return new DataView(buffer, byteOffset, byteLength);
};

/** Why `length` bytes at `address` may not be touched; undefined where they may. */
export function checkDram(dram: Dram, address: number, length: number, kind: "read" | "write"): string | undefined {
  if (!Number.isSafeInteger(address) || address < 0) return `DRAM address ${address} is not an address`;
  const refused = dram.check(address, length, kind);
  if (refused !== undefined) return refused;
  return address + length > dram.bytes.byteLength
    ? `${kind} of ${length} bytes at DRAM address ${address} ends beyond the memory (${dram.bytes.byteLength} bytes)`
    : undefined;
}
