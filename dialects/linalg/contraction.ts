// Contractions: which structured ops multiply and add.
import type { Block } from "../../ir/core/block.ts";
import type { Value } from "../../ir/core/value.ts";
import { usesDim } from "../../ir/affine/expr.ts";
import type { LinalgOp } from "./linalg-op.ts";

const casts = new Set([
  "arith.extsi",
  "arith.extui",
  "arith.extf",
  "arith.sitofp",
  "arith.uitofp",
  "arith.truncf",
  "arith.trunci",
]);

/** Whether the body is `acc + a * b`, through casts of a and b. */
function multipliesAndAdds(body: Block): boolean {
  const rest = [...body.ops()].filter((op) => !casts.has(op.name));
  const [product, sum, yielded] = rest;
  if (rest.length !== 3 || product === undefined || sum === undefined || yielded === undefined) return false;
  const float = product.name === "arith.mulf" && sum.name === "arith.addf";
  const integer = product.name === "arith.muli" && sum.name === "arith.addi";
  if (!float && !integer) return false;
  const [a, b] = product.operands.map(behindCasts);
  const [first, second] = body.arguments;
  const inputs = (a === first && b === second) || (a === second && b === first);
  const accumulates = sum.operands.includes(product.result()) && sum.operands.some((v) => v === body.arguments[2]);
  return inputs && accumulates && yielded.operands[0] === sum.result();
}

function behindCasts(value: Value): Value {
  let at = value;
  while (at.definingOp !== null && casts.has(at.definingOp.name)) at = at.definingOp.operand(0);
  return at;
}

/**
 * A product of two operands, summed over at least one dimension of both, that is one of matrices or can be seen as one. Where every loop of the
 * result is in both operands (a sum of squares of each row), or a window moves and there are no columns (a depthwise convolution),
 * there is nothing to reuse, and the op is a reduction like others.
 */
export function isContraction(linalg: LinalgOp): boolean {
  return (
    linalg.inputs.length === 2 &&
    linalg.inits.length === 1 &&
    depthLoop(linalg) !== undefined &&
    multipliesAndAdds(linalg.body) &&
    reusesOperands(linalg)
  );
}

/** Of the loops that are summed over and are a dimension of both inputs, the innermost in the second. */
export function depthLoop({ maps, iterators }: LinalgOp): number | undefined {
  const [a, b] = maps;
  for (const e of b?.results.toReversed() ?? []) {
    if (e.kind !== "dim" || iterators[e.position] !== "reduction") continue;
    const { position } = e;
    if (a?.results.some((other) => other.kind === "dim" && other.position === position)) return position;
  }
  return undefined;
}

function reusesOperands({ maps, iterators, staticLoopRanges }: LinalgOp): boolean {
  const [a, b] = maps;
  if (a === undefined || b === undefined) return false;
  // What is copied along a loop of the output alone, more than once, is no product of rows and columns.
  if (staticLoopRanges.some((extent, loop) => extent !== 1 && !a.usesDim(loop) && !b.usesDim(loop))) return false;
  const parallel = iterators.flatMap((kind, loop) => (kind === "parallel" ? [loop] : []));
  const [rows, columns] = [parallel.some((loop) => !b.usesDim(loop)), parallel.some((loop) => !a.usesDim(loop))];
  const batched = parallel.some((loop) => a.usesDim(loop) && b.usesDim(loop));
  const windowed = a.dimPositions === undefined || b.dimPositions === undefined;
  return !batched || (windowed ? rows && columns : rows || columns);
}

/** The loops of a contraction by the operands that they index; A and B are its inputs, C is its result. */
export interface ContractionLoops {
  /** In A, B and C. */
  readonly batch: readonly number[];
  /** In A and C. */
  readonly rows: readonly number[];
  /** In B and C. */
  readonly columns: readonly number[];
  /** In A and B, summed over. */
  readonly depth: readonly number[];
}

/** The loops of a contraction, in the order of C (depth: of B); undefined where a loop is in one operand only, or C is indexed by more than loops. */
export function contractionLoops({ maps, iterators }: LinalgOp): ContractionLoops | undefined {
  const [a, b, c] = maps;
  const written = c?.dimPositions;
  if (a === undefined || b === undefined || written === undefined) return undefined;
  const both = (loop: number): boolean => a.usesDim(loop) && b.usesDim(loop);
  const depth = iterators.flatMap((kind, loop) => (kind === "parallel" ? [] : [loop]));
  const lone = iterators.some((_, loop) => !written.includes(loop) && !both(loop));
  if (lone || written.some((loop) => depth.includes(loop) || !(a.usesDim(loop) || b.usesDim(loop)))) return undefined;
  const place = (loop: number): number => b.results.findIndex((e) => e.kind === "dim" && e.position === loop);
  return {
    batch: written.filter(both),
    rows: written.filter((loop) => !b.usesDim(loop)),
    columns: written.filter((loop) => !a.usesDim(loop)),
    depth: depth.sort((x, y) => place(x) - place(y)),
  };
}

/** The loops of the product of two matrices that is innermost in a contraction. */
export interface MatrixLoops {
  readonly row: number;
  readonly column: number;
  readonly depth: number;
}

/** The innermost loops of `C(..., row, column) += A(..., row, depth) * B(..., depth, column)`; undefined for operands in another order. */
export function matrixLoops({ maps, iterators }: LinalgOp): MatrixLoops | undefined {
  const [a, b, c] = maps;
  const [row, column] = c?.dimPositions?.slice(-2) ?? [];
  const [depth, last] = b?.dimPositions?.slice(-2) ?? [];
  if (a === undefined || b === undefined || row === undefined || column === undefined || depth === undefined) {
    return undefined;
  }
  const [rowwise, innermost] = a.results.slice(-2);
  const fits =
    last === column &&
    iterators[depth] !== "parallel" &&
    innermost?.kind === "dim" &&
    innermost.position === depth &&
    rowwise !== undefined &&
    usesDim(rowwise, row);
  const apart = !b.usesDim(row) && !a.usesDim(column) && a.results.filter((e) => usesDim(e, row)).length === 1;
  return fits && apart ? { row, column, depth } : undefined;
}
