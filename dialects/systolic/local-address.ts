// A local address: 32 bits that name a row of the scratchpad or of the accumulator, and how to touch it.
// [31] accumulator, [30] add to what is there, [29] leave unscaled in the accumulator's type, [28:26] normalisation
// command, the rest the row. All ones is garbage: zeros where read, nowhere where written.
// Source: Gemmini, LocalAddr.scala and its README, "Memory Addressing Scheme".

/** The address that names nothing. */
export const GARBAGE = 0xffffffff;

export interface LocalAddress {
  readonly space: "scratchpad" | "accumulator";
  readonly row: number;
  /** Writes add. */
  readonly accumulate: boolean;
  /** Stores move the accumulator's own type, without scale and activation. */
  readonly full: boolean;
  /** Normalisation command, 0 is none. */
  readonly normalisation: number;
}

/** The fields of a local address that is not garbage. */
export function decodeLocal(bits: number): LocalAddress {
  const accumulator = (bits & 0x80000000) !== 0;
  return {
    space: accumulator ? "accumulator" : "scratchpad",
    row: bits & (accumulator ? 0x03ffffff : 0x1fffffff),
    accumulate: accumulator && (bits & 0x40000000) !== 0,
    full: accumulator && (bits & 0x20000000) !== 0,
    normalisation: accumulator ? (bits >>> 26) & 7 : 0,
  };
}

/** The address of a scratchpad row. */
export const scratchpadRow = (row: number): number => row;

/** The address of an accumulator row. */
export const accumulatorRow = (row: number, how: { accumulate?: boolean; full?: boolean } = {}): number =>
  (0x80000000 | (how.accumulate === true ? 0x40000000 : 0) | (how.full === true ? 0x20000000 : 0) | row) >>> 0;
