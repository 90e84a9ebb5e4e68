// The state of a run inside a launch: which program of which grid this is.
import type { Execution } from "../../ir/interpret/meaning.ts";

export interface ProgramState {
  readonly ids: readonly number[];
  readonly grid: readonly number[];
}

export const PROGRAM = "tile.program";
/** Key of the order in which programs run: a function from their number to a permutation; identity when absent. */
export const PROGRAM_ORDER = "tile.program-order";

export type ProgramOrder = (count: number) => readonly number[] | undefined;

/** The current program. Outside of a launch there is none: undefined behaviour. */
export function programState(run: Execution): ProgramState {
  const state = run.state<ProgramState | undefined>(PROGRAM, () => undefined);
  return state ?? run.undefinedBehavior("a program id is read outside of a launch");
}

/** A row-major position in the grid. */
export function unflatten(position: number, extents: readonly number[]): number[] {
  const ids = new Array<number>(extents.length).fill(0);
  let rest = position;
  for (let d = extents.length - 1; d >= 0; d--) {
    const extent = extents[d]!;
    ids[d] = rest % extent;
    rest = Math.floor(rest / extent);
  }
  return ids;
}

/** The number of a position; along an extent of 1 the position does not count. */
export function flatten(ids: readonly number[], extents: readonly number[]): number {
  return ids.reduce((number, id, d) => number * extents[d]! + (extents[d] === 1 ? 0 : id), 0);
}
