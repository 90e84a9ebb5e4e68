// The two products of the array, over typed arrays: results are rows of C elements. The hot loops of the simulator.
import type { Geometry } from "./geometry.ts";
import type { ArrayState } from "./memory.ts";

/** Where operands lie; rows are scratchpad rows, undefined is zeros. */
export interface Operands {
  readonly a: number | undefined;
  readonly aRows: number;
  readonly aCols: number;
  /** Elements from one row of A to the next, and from one column to the next. */
  readonly aRowStep: number;
  readonly aColStep: number;
  readonly bd: number | undefined;
  readonly bdRows: number;
  readonly bdCols: number;
  readonly bTranspose: boolean;
}

/** D + A * stationary, for `cRows` x `cCols` results. Counts partial sums beyond the width of the array's wires. */
export function weightStationary(
  state: ArrayState,
  geometry: Geometry,
  operands: Operands,
  cRows: number,
  cCols: number,
): Int32Array | Float32Array {
  const { scratchpad, stationary } = state;
  const { rows, columns, block, float, psumLimit } = geometry;
  const { rowElements } = geometry.scratchpad;
  const { a, aRows, aCols, aRowStep, aColStep, bd, bdRows, bdCols } = operands;
  const results = float ? new Float32Array(block * columns) : new Int32Array(block * columns);
  const depth = Math.min(rows, Math.max(a === undefined ? 0 : aCols, state.stationaryRows));
  // 2^14 is the largest product of two int8, 2^7 the largest D: within these no partial sum leaves its wires.
  const mayOverflow = !float && depth * 2 ** 14 + 2 ** 7 >= psumLimit;
  for (let row = 0; row < cRows; row++) {
    const fed = a !== undefined && row < aRows;
    for (let column = 0; column < cCols; column++) {
      let sum =
        bd !== undefined && row < bdRows && column < bdCols ? scratchpad[(bd + row) * rowElements + column]! : 0;
      let overflowed = false;
      if (float) {
        for (let k = 0; k < depth; k++) {
          const left = fed && k < aCols ? scratchpad[a * rowElements + row * aRowStep + k * aColStep]! : 0;
          sum = Math.fround(sum + Math.fround(left * stationary[k * columns + column]!));
        }
        if (depth < rows) sum += 0;
      } else if (fed) {
        let at = a * rowElements + row * aRowStep;
        const end = Math.min(depth, aCols);
        for (let k = 0; k < end; k++, at += aColStep) {
          sum = (sum + scratchpad[at]! * stationary[k * columns + column]!) | 0;
          if (mayOverflow && (sum >= psumLimit || sum < -psumLimit)) overflowed = true;
        }
      }
      if (overflowed) state.psumOverflows++;
      results[row * columns + column] = sum;
    }
  }
  return results;
}

/** stationary += A * B; the array keeps the sums and they are the results. */
export function outputStationary(state: ArrayState, geometry: Geometry, operands: Operands): Int32Array | Float32Array {
  const { scratchpad, stationary } = state;
  const { rows, columns, block, float } = geometry;
  const { rowElements } = geometry.scratchpad;
  const { a, aRows, aCols, aRowStep, aColStep, bd, bdRows, bdCols, bTranspose } = operands;
  const bRowStep = bTranspose ? 1 : rowElements;
  const bColStep = bTranspose ? rowElements : 1;
  const depth = Math.max(a === undefined ? 0 : aCols, bd === undefined ? 0 : bdRows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = stationary[row * columns + column]!;
      for (let k = 0; k < depth; k++) {
        const left =
          a !== undefined && row < aRows && k < aCols
            ? scratchpad[a * rowElements + row * aRowStep + k * aColStep]!
            : 0;
        const right =
          bd !== undefined && k < bdRows && column < bdCols
            ? scratchpad[bd * rowElements + k * bRowStep + column * bColStep]!
            : 0;
        sum = float ? Math.fround(sum + Math.fround(left * right)) : (sum + left * right) | 0;
      }
      stationary[row * columns + column] = depth < block ? sum + 0 : sum;
    }
  return stationary;
}
