// Rules of vector.reduction and multi_reduction: lanes combined in ascending order from the accumulator, as the interpreter does.
import type { Operation } from "../../../../ir/core/operation.ts";
import { elementTypeOf } from "../../../../ir/core/types.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { identityStrides, positionTable } from "../../../../dialects/vector/positions.ts";
import { MultiDimReductionOp, ReductionOp } from "../../../../dialects/vector/index.ts";
import { expectElement, type Element } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { geometry, type VectorValue } from "../lowered.ts";
import type { RuleTable } from "../rule.ts";
import { arithmeticCode, combiningName, emitCode } from "../scalar/arithmetic.ts";
import { Form } from "../scalar/form.ts";
import { chunksOfScalars, extractLane, laneOf } from "./lanes.ts";

type Combine = (a: Value, b: Value) => Value;

/** The combining function of a kind, on scalars or on lanes; undefined where lanes have no instructions for it. */
export function combining(f: FunctionLowering, kind: string, element: Element, isVector: boolean): Combine | undefined {
  const code = arithmeticCode(combiningName(kind, element), element);
  if (code === undefined) throw new Error(`'${kind}' does not combine '${element.kind}'`);
  const form = new Form(f.emitter, element, isVector);
  if (!code.needs.every((mnemonic) => form.has(mnemonic))) return undefined;
  return (a, b) => emitCode(code, form, [a, b]);
}

/** Why a kind is refused on an element. */
export function combiningProblem(kind: string, element: Element): string | undefined {
  return arithmeticCode(combiningName(kind, element), element) === undefined
    ? `no instructions to combine '${element.kind}' by '${kind}'`
    : undefined;
}

/** All elements at these positions combined, from `start` if there is one. */
function fold(
  f: FunctionLowering,
  source: VectorValue,
  positions: Iterable<number>,
  kind: string,
  start: Value | undefined,
): Value {
  const combine = combining(f, kind, source.element, false);
  if (combine === undefined) throw new Error("scalars have instructions for every kind");
  let total = start;
  for (const position of positions) {
    const lane = extractLane(f.emitter, source.element, laneOf(source, position));
    total = total === undefined ? lane : combine(total, lane);
  }
  if (total === undefined) throw new Error("a reduction of no lanes");
  return total;
}

function lowerReduction(op: Operation, f: FunctionLowering): void {
  const view = ReductionOp.match(op);
  if (view === undefined) throw new Error("expected a reduction");
  const source = f.vector(view.vector);
  const count = source.shape[0] ?? 1;
  f.setScalar(
    view.dest,
    fold(
      f,
      source,
      Array.from({ length: count }, (_, i) => i),
      view.kind,
      view.acc && f.scalar(view.acc),
    ),
  );
}

function lowerMultiReduction(op: Operation, f: FunctionLowering): void {
  const view = MultiDimReductionOp.match(op);
  if (view === undefined) throw new Error("expected a multi_reduction");
  const source = f.vector(view.source);
  const { shape, element } = source;
  const strides = identityStrides(shape);
  const dims = shape.map((_, d) => d);
  const table = (chosen: readonly number[]): Int32Array =>
    positionTable(
      chosen.map((d) => shape[d] ?? 1),
      chosen.map((d) => strides[d] ?? 0),
    );
  const kept = dims.filter((d) => !view.reductionDims.includes(d));
  const [outer, inner] = [table(kept), table(dims.filter((d) => view.reductionDims.includes(d)))];
  const at = (start: number): number[] => Array.from(inner, (step) => start + step);
  if (view.dest.type.kind !== "vector") {
    f.setScalar(view.dest, fold(f, source, at(0), view.kind, f.scalar(view.acc)));
    return;
  }
  const acc = f.vector(view.acc);
  const combine = combining(f, view.kind, element, true);
  if (combine !== undefined && !view.reductionDims.includes(shape.length - 1)) {
    f.setVector(view.dest, byChunks(source, acc, outer, at, combine));
    return;
  }
  const totals = Array.from(outer, (start, i) =>
    fold(f, source, at(start), view.kind, extractLane(f.emitter, element, laneOf(acc, i))),
  );
  f.setVector(
    view.dest,
    chunksOfScalars(f.emitter, acc.shape, element, (i) => totals[i] ?? totals[0]!),
  );
}

/** The innermost dimension is kept: whole chunks are combined. */
function byChunks(
  source: VectorValue,
  acc: VectorValue,
  outer: Int32Array,
  at: (start: number) => number[],
  combine: Combine,
): Value[] {
  const form = geometry(acc.shape, acc.element);
  return acc.chunks.map((start, i) => {
    const [row, c] = [Math.floor(i / form.chunksPerRow), i % form.chunksPerRow];
    const first = outer[row * form.columns + c * form.lanes] ?? 0;
    return at(first).reduce((total, position) => combine(total, laneOf(source, position).chunk), start);
  });
}

const kindProblem = (op: Operation): string | undefined => {
  const view = ReductionOp.match(op) ?? MultiDimReductionOp.match(op);
  return view && combiningProblem(view.kind, expectElement(elementTypeOf(op.operand(0).type)));
};

export const reductionRules: RuleTable = {
  "vector.reduction": { refuse: kindProblem, lower: lowerReduction },
  "vector.multi_reduction": { refuse: kindProblem, lower: lowerMultiReduction },
};
