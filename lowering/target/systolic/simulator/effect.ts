// What a command touched: the local rows that hazards are found on, the bytes that cross the DMA, the products made.
// The functional model returns it, the timing engine reads it.
import type { Geometry } from "./geometry.ts";
import { decodeLocal, GARBAGE, type LocalAddress } from "../../../../dialects/systolic/local-address.ts";

/** Local rows `start` to `end`, `end` not included; `rows` of them where a stride skips some. */
export interface Region {
  readonly space: LocalAddress["space"];
  readonly start: number;
  readonly end: number;
  readonly rows: number;
}

/** Rows of DRAM, `strideBytes` apart; each row's local row is in `regions` order. */
export interface Transfer {
  readonly kind: "read" | "write";
  readonly address: number;
  readonly strideBytes: number;
  readonly rows: number;
  readonly rowBytes: number;
}

/** A product in the array. */
export interface Product {
  readonly macs: number;
  /** Rows of A that enter: I weight-stationary, K output-stationary. */
  readonly fedRows: number;
  readonly a: Region | undefined;
  readonly bd: Region | undefined;
  /** The stationary operand, where this product loads one. */
  readonly stationary: { readonly region: Region | undefined } | undefined;
  readonly c: Region | undefined;
  readonly accumulate: boolean;
  readonly transposes: boolean;
  readonly dataflow: "ws" | "os";
}

export interface Effect {
  readonly reads: readonly Region[];
  readonly writes: readonly Region[];
  readonly transfer?: Transfer;
  readonly product?: Product;
}

/** A command that touches no memory. */
export const NO_EFFECT: Effect = { reads: [], writes: [] };

/** A decoded local address and the rows that it reaches. */
export interface Location {
  readonly address: LocalAddress;
  readonly region: Region;
}

/** The rows that `count` rows at `bits`, `stride` apart, reach; "garbage"; or why there are none. */
export function locate(
  geometry: Geometry,
  what: string,
  bits: number,
  count: number,
  stride = 1,
): Location | "garbage" | { readonly error: string } {
  if (bits === GARBAGE) return "garbage";
  if (!Number.isInteger(bits) || bits < 0 || bits > GARBAGE)
    return { error: `${what}: ${bits} is not a 32-bit local address` };
  const address = decodeLocal(bits);
  if (address.normalisation !== 0)
    return { error: `${what}: normalisation command ${address.normalisation} is not implemented` };
  const end = address.row + (count === 0 ? 0 : (count - 1) * stride + 1);
  const { rows } = geometry[address.space];
  if (end > rows)
    return { error: `${what}: rows ${address.row} to ${end - 1} are beyond the ${address.space} (${rows} rows)` };
  return { address, region: { space: address.space, start: address.row, end, rows: count } };
}

/** Why an extent is not a whole number from 0 to `limit`; undefined where it is. */
export const checkExtent = (what: string, value: number, limit: number, because: string): string | undefined =>
  Number.isInteger(value) && value >= 0 && value <= limit
    ? undefined
    : `${what}: expected 0 to ${limit}, ${because}; found ${value}`;

/** The first complaint of several. */
export const firstOf = (...complaints: readonly (string | undefined)[]): string | undefined =>
  complaints.find((complaint) => complaint !== undefined);
