// The data-flow solver: analyses that wait for each other's states, visited until none changes. States only ever go up their lattices.
// Folders are not monotone, so that results depend on the order of visits: it is MLIR's, a queue in which a point may stand twice.
import type { Block } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";

/** A block stands for its start. An op stands for the place behind it; for backward analyses, for the place in front of it. */
export type ProgramPoint = Operation | Block;

export interface DataFlowAnalysis {
  /** Begins: visits everything once. */
  initialize(root: Operation): void;
  /** Looks at a point again, because something that it depends on changed. */
  visit(point: ProgramPoint): void;
  /** Whether visiting this op could do anything. */
  concerns(op: Operation): boolean;
}

/** The points, by analysis, that look at a state. */
export class Dependents {
  readonly #points = new Map<ProgramPoint, DataFlowAnalysis[]>();

  add(analysis: DataFlowAnalysis, point: ProgramPoint): void {
    const readers = this.#points.get(point);
    if (readers === undefined) this.#points.set(point, [analysis]);
    else if (!readers.includes(analysis)) readers.push(analysis);
  }

  notify(solver: DataFlowSolver): void {
    for (const [point, readers] of this.#points) for (const analysis of readers) solver.enqueue(analysis, point);
  }
}

export class DataFlowSolver {
  readonly #analyses: DataFlowAnalysis[] = [];
  #points: ProgramPoint[] = [];
  #by: DataFlowAnalysis[] = [];

  /** Adds an analysis; those that others read come first. */
  load<A extends DataFlowAnalysis>(analysis: A): A {
    this.#analyses.push(analysis);
    return analysis;
  }

  enqueue(analysis: DataFlowAnalysis, point: ProgramPoint): void {
    if (!isBlock(point) && !analysis.concerns(point)) return;
    this.#points.push(point);
    this.#by.push(analysis);
  }

  /** Runs all analyses on `root` and what is in it to their fixed point. */
  run(root: Operation): void {
    for (const analysis of this.#analyses) analysis.initialize(root);
    while (this.#points.length > 0) {
      const [points, by] = [this.#points, this.#by];
      this.#points = [];
      this.#by = [];
      for (let i = 0; i < points.length; i++) by[i]!.visit(points[i]!);
    }
  }
}

export function isBlock(point: ProgramPoint): point is Block {
  return "firstOp" in point;
}
