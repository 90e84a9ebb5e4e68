// preload and compute: the product of a block in the array. The stationary operand that a preload names is read when
// the product runs, as in Gemmini's functional model. Every operand outside its named extent counts as zero.
//
// Order of sums, which decides float32 results: weight-stationary, a result starts at D and takes a[k] * b[k] for
// k = 0 to R-1, down its column, and is then added to the accumulator; output-stationary, the element keeps its sum
// and takes k = 0, 1, ... as they arrive. Rows that are zero in both operands are skipped but for one `+ 0`.
import type { Compute, ConfigEx, Preload } from "../../../../dialects/systolic/commands.ts";
import { checkExtent, firstOf, locate, type Effect, type Location, type Region } from "./effect.ts";
import type { Geometry } from "./geometry.ts";
import type { ArrayState } from "./memory.ts";
import { activate, shiftToInt8 } from "./numerics.ts";
import { outputStationary, weightStationary, type Operands } from "./product.ts";

/** Notes a preload; a string is the reason why not. */
export function preload(state: ArrayState, geometry: Geometry, command: Preload): Effect | string {
  const config = state.configEx;
  if (config === undefined) return "used before config_ex";
  const shape = `the array is ${geometry.rows}x${geometry.columns}`;
  const resultRows = config.dataflow === "ws" ? geometry.block : geometry.rows;
  const complaint = firstOf(
    checkExtent("bRows", command.bRows, geometry.block, shape),
    checkExtent("bCols", command.bCols, geometry.block, shape),
    command.b === 0xffffffff ? undefined : checkExtent("bRows", command.bRows, geometry.rows, shape),
    command.b === 0xffffffff ? undefined : checkExtent("bCols", command.bCols, geometry.columns, shape),
    checkExtent("cRows", command.cRows, resultRows, shape),
    checkExtent("cCols", command.cCols, geometry.columns, shape),
  );
  if (complaint !== undefined) return complaint;
  const b = locateOperand(geometry, "b", command.b, stationaryRows(config, command));
  if (typeof b === "string") return b;
  const c = locate(geometry, "c", command.c, command.cRows, config.cStride);
  if (c !== "garbage" && "error" in c) return c.error;
  state.preload = command;
  return { reads: [], writes: [] };
}

/** Scratchpad rows that the stationary operand lies in: as many as it has columns where it is transposed. */
const stationaryRows = (config: ConfigEx, command: Preload): number =>
  config.dataflow === "ws" && config.bTranspose ? command.bCols : command.bRows;

/** An operand of the array: scratchpad rows or zeros; a string is the reason why it cannot be read. */
function locateOperand(
  geometry: Geometry,
  what: string,
  bits: number,
  rows: number,
  stride = 1,
): Location | undefined | string {
  const location = locate(geometry, what, bits, rows, stride);
  if (location === "garbage") return undefined;
  if ("error" in location) return location.error;
  return location.address.space === "accumulator"
    ? `${what}: operands come from the scratchpad; reading them from the accumulator is not implemented`
    : location;
}

/** Executes a product; a string is the reason why nothing was done. */
export function compute(state: ArrayState, geometry: Geometry, command: Compute): Effect | string {
  const { configEx: config, preload: named } = state;
  if (config === undefined) return "used before config_ex";
  if (named === undefined) return "no preload names the result";
  const weights = config.dataflow === "ws";
  const shape = `the array is ${geometry.rows}x${geometry.columns}`;
  const complaint = firstOf(
    checkExtent("aRows", command.aRows, weights ? geometry.block : geometry.rows, shape),
    checkExtent("aCols", command.aCols, weights ? geometry.rows : geometry.block, shape),
    checkExtent("bdRows", command.bdRows, geometry.block, shape),
    checkExtent("bdCols", command.bdCols, command.bd === 0xffffffff ? geometry.block : geometry.columns, shape),
  );
  if (complaint !== undefined) return complaint;

  const a = locateOperand(geometry, "a", command.a, config.aTranspose ? command.aCols : command.aRows, config.aStride);
  if (typeof a === "string") return a;
  const bd = locateOperand(geometry, "bd", command.bd, !weights && config.bTranspose ? command.bdCols : command.bdRows);
  if (typeof bd === "string") return bd;
  const loads = command.op === "compute_preloaded";
  const stationary = loads ? locateOperand(geometry, "b", named.b, stationaryRows(config, named)) : undefined;
  if (typeof stationary === "string") return stationary;
  const c = locate(geometry, "c", named.c, named.cRows, config.cStride);
  if (c !== "garbage" && "error" in c) return c.error;

  if (loads) loadStationary(state, geometry, config, named, stationary);
  const operands: Operands = {
    a: a?.region.start,
    aRows: command.aRows,
    aCols: command.aCols,
    aRowStep: config.aTranspose ? 1 : config.aStride * geometry.scratchpad.rowElements,
    aColStep: config.aTranspose ? config.aStride * geometry.scratchpad.rowElements : 1,
    bd: bd?.region.start,
    bdRows: command.bdRows,
    bdCols: command.bdCols,
    bTranspose: config.bTranspose,
  };
  const results = weights
    ? weightStationary(state, geometry, operands, named.cRows, named.cCols)
    : outputStationary(state, geometry, operands);
  if (c !== "garbage") writeResults(state, geometry, config, named, c, results);
  return effectOf(state, config, command, named, {
    a: a?.region,
    bd: bd?.region,
    stationary: loads ? { region: stationary?.region } : undefined,
    c: c === "garbage" ? undefined : c.region,
    accumulate: c !== "garbage" && c.address.accumulate,
  });
}

/** Fills the array with the operand that a preload named, zeros around it. */
function loadStationary(
  state: ArrayState,
  geometry: Geometry,
  config: ConfigEx,
  named: Preload,
  from: Location | undefined,
): void {
  const { rowElements } = geometry.scratchpad;
  const transposed = config.dataflow === "ws" && config.bTranspose;
  state.stationary.fill(0);
  state.stationaryRows = from === undefined ? 0 : named.bRows;
  state.stationaryColumns = from === undefined ? 0 : named.bCols;
  if (from === undefined) return;
  for (let row = 0; row < named.bRows; row++)
    for (let column = 0; column < named.bCols; column++) {
      const at = transposed ? column * rowElements + row : row * rowElements + column;
      state.stationary[row * geometry.columns + column] = state.scratchpad[from.region.start * rowElements + at]!;
    }
}

/** Writes results, rows of C elements, where the preload said. */
function writeResults(
  state: ArrayState,
  geometry: Geometry,
  config: ConfigEx,
  named: Preload,
  to: Location,
  results: Int32Array | Float32Array,
): void {
  const { space, row: firstRow, accumulate } = to.address;
  const { rowElements } = geometry[space];
  const shift = config.dataflow === "os" ? config.shift : 0;
  for (let row = 0; row < named.cRows; row++) {
    const at = (firstRow + row * config.cStride) * rowElements;
    for (let column = 0; column < named.cCols; column++) {
      const value = results[row * geometry.columns + column]!;
      if (space === "accumulator")
        state.accumulator[at + column] = accumulate ? state.accumulator[at + column]! + value : value;
      else
        state.scratchpad[at + column] = activate(geometry.float ? value : shiftToInt8(value, shift), config.activation);
    }
  }
}

/** What the product touched and how much work it was. */
function effectOf(
  state: ArrayState,
  config: ConfigEx,
  command: Compute,
  named: Preload,
  touched: {
    a: Region | undefined;
    bd: Region | undefined;
    stationary: { region: Region | undefined } | undefined;
    c: Region | undefined;
    accumulate: boolean;
  },
): Effect {
  const weights = config.dataflow === "ws";
  const { a, bd, stationary, c } = touched;
  const inner = Math.min(command.aCols, weights ? state.stationaryRows : command.bdRows);
  const columns = weights ? state.stationaryColumns : command.bdCols;
  const multiplies = a !== undefined && (weights || bd !== undefined);
  const reads = [a, bd, stationary?.region, touched.accumulate ? c : undefined].filter(
    (region) => region !== undefined,
  );
  return {
    reads,
    writes: c === undefined ? [] : [c],
    product: {
      macs: multiplies ? command.aRows * inner * columns : 0,
      fedRows: Math.max(weights ? command.aRows : command.aCols, bd === undefined ? 0 : command.bdRows),
      ...touched,
      // Output-stationary, A enters column by column: it passes the transposer unless it is stored transposed.
      transposes: weights
        ? config.aTranspose || (config.bTranspose && stationary !== undefined)
        : !config.aTranspose || config.bTranspose,
      dataflow: config.dataflow,
    },
  };
}
