// Rules of vector.contract and outerproduct: products added to chunks of the accumulator, in ascending order of what is contracted.
//
//     for each contracted position: for each chunk of the result: acc = acc + lhs * rhs
//
// The operand whose innermost dimension is the result's gives chunks; one without that dimension gives the same element to all lanes.
import type { Operation } from "../../../../ir/core/operation.ts";
import { elementCount, elementTypeOf } from "../../../../ir/core/types.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { identityStrides, positionTable } from "../../../../dialects/vector/positions.ts";
import { ContractionOp, OuterProductOp } from "../../../../dialects/vector/index.ts";
import { contractionExtents } from "../../../../dialects/vector/ops/contract.ts";
import { extentsOf } from "../../../../dialects/vector/types.ts";
import { expectElement, type Element } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { geometry, lanesInChunk, type VectorValue } from "../lowered.ts";
import type { RuleTable } from "../rule.ts";
import { castOf, castScalar, type Cast } from "../scalar/cast.ts";
import { castChunks } from "./lane-width.ts";
import { assemble, chunksOfScalars, extractLane, laneOf, splat, splatLane } from "./lanes.ts";
import { combining, combiningProblem } from "./reduce.ts";

/** An operand over the iteration space: how far apart its elements are along each loop (0: not at all). */
interface Side {
  readonly vector: VectorValue;
  readonly strides: readonly number[];
}

interface Plan {
  readonly extents: readonly number[];
  readonly sides: readonly [Side, Side];
  /** The loops of the accumulator, outermost first. */
  readonly kept: readonly number[];
  readonly kind: string;
}

/** Elements of operands are extended to the accumulator's: integers by sign. */
function extension(from: Element, to: Element): Cast {
  if (from.kind === to.kind) return "none";
  return from.kind === "f32" ? "extf" : castOf("arith.extsi", from, to);
}

function extended(f: FunctionLowering, vector: VectorValue, to: Element): VectorValue {
  const cast = extension(vector.element, to);
  if (cast === "none") return vector;
  const { shape } = vector;
  const chunks =
    castChunks(f.emitter, cast, vector, to) ??
    chunksOfScalars(f.emitter, shape, to, (i) =>
      castScalar(f.emitter, cast, vector.element, to, extractLane(f.emitter, vector.element, laneOf(vector, i))),
    );
  return { kind: "vector", element: to, shape, chunks };
}

/** A scalar as a vector of rank 0. */
function asVector(f: FunctionLowering, value: Value): VectorValue {
  const lowered = f.lowered(value);
  if (lowered.kind === "vector") return lowered;
  if (lowered.kind !== "scalar") throw new Error("a buffer is not contracted");
  return {
    kind: "vector",
    element: lowered.element,
    shape: [],
    chunks: [splat(f.emitter, lowered.element, lowered.value)],
  };
}

function sideOf(f: FunctionLowering, value: Value, dims: readonly number[], loops: number, to: Element): Side {
  const vector = extended(f, asVector(f, value), to);
  const own = identityStrides(vector.shape);
  return { vector, strides: Array.from({ length: loops }, (_, loop) => own[dims.indexOf(loop)] ?? 0) };
}

/** The contracted loops in order, as the sum of their strides at each position. */
function contractedOffsets({ extents, kept }: Plan, side: Side): Int32Array {
  const loops = extents.map((_, loop) => loop).filter((loop) => !kept.includes(loop));
  return positionTable(
    loops.map((loop) => extents[loop] ?? 1),
    loops.map((loop) => side.strides[loop] ?? 0),
  );
}

const keptOffsets = ({ extents, kept }: Plan, side: Side): Int32Array =>
  positionTable(
    kept.map((loop) => extents[loop] ?? 1),
    kept.map((loop) => side.strides[loop] ?? 0),
  );

/** Lanes of one side for `count` elements of the result from a position on, `step` apart. */
function chunkOf(f: FunctionLowering, { vector }: Side, start: number, step: number, count: number): Value {
  const { emitter } = f;
  const lanes = Array.from({ length: count }, (_, i) => laneOf(vector, start + i * step));
  const [first] = lanes;
  if (first === undefined) throw new Error("a chunk has a lane");
  if (step === 0) return splatLane(emitter, vector.element, first);
  return assemble(emitter, vector.element, lanes);
}

function lowerToChunks(
  f: FunctionLowering,
  plan: Plan,
  acc: VectorValue | undefined,
  shape: readonly number[],
  element: Element,
): Value[] {
  const multiply = combining(f, "mul", element, true);
  const combine = combining(f, plan.kind, element, true);
  if (multiply === undefined || combine === undefined) return byElements(f, plan, acc, shape, element);
  const form = geometry(shape, element);
  const lane = plan.kept.at(-1);
  const offsets = plan.sides.map((side) => ({
    side,
    kept: keptOffsets(plan, side),
    contracted: contractedOffsets(plan, side),
  }));
  const steps = offsets[0]?.contracted.length ?? 0;
  const totals: (Value | undefined)[] =
    acc === undefined ? new Array<undefined>(form.rows * form.chunksPerRow).fill(undefined) : [...acc.chunks];
  for (let k = 0; k < steps; k++) {
    // Each chunk of an operand is made once a step.
    const known = new Map<string, Value>();
    for (let i = 0; i < totals.length; i++) {
      const [row, c] = [Math.floor(i / form.chunksPerRow), i % form.chunksPerRow];
      const first = row * form.columns + c * form.lanes;
      const [a, b] = offsets.map(({ side, kept, contracted }, number) => {
        const start = (kept[first] ?? 0) + (contracted[k] ?? 0);
        const step = lane === undefined ? 0 : (side.strides[lane] ?? 0);
        const count = lanesInChunk(form, c);
        const key = `${number} ${start} ${count}`;
        const chunk = known.get(key) ?? chunkOf(f, side, start, step, count);
        known.set(key, chunk);
        return chunk;
      });
      if (a === undefined || b === undefined) throw new Error("a product has two sides");
      const product = multiply(a, b);
      const total = totals[i];
      totals[i] = total === undefined ? product : combine(total, product);
    }
  }
  return totals.map((total) => total ?? f.zeroChunk(element));
}

/** Element by element: where lanes have no instructions, and for a scalar result. */
function elementsOf(
  f: FunctionLowering,
  plan: Plan,
  start: (i: number) => Value | undefined,
  count: number,
  element: Element,
): Value[] {
  const { emitter } = f;
  const multiply = combining(f, "mul", element, false);
  const combine = combining(f, plan.kind, element, false);
  if (multiply === undefined || combine === undefined) throw new Error("scalars have instructions for every kind");
  const offsets = plan.sides.map((side) => ({
    side,
    kept: keptOffsets(plan, side),
    contracted: contractedOffsets(plan, side),
  }));
  const steps = offsets[0]?.contracted.length ?? 0;
  return Array.from({ length: count }, (_, i) => {
    let total = start(i);
    for (let k = 0; k < steps; k++) {
      const [a, b] = offsets.map(({ side, kept, contracted }) =>
        extractLane(emitter, element, laneOf(side.vector, (kept[i] ?? 0) + (contracted[k] ?? 0))),
      );
      if (a === undefined || b === undefined) throw new Error("a product has two sides");
      const product = multiply(a, b);
      total = total === undefined ? product : combine(total, product);
    }
    if (total === undefined) throw new Error("a contraction of nothing");
    return total;
  });
}

function byElements(
  f: FunctionLowering,
  plan: Plan,
  acc: VectorValue | undefined,
  shape: readonly number[],
  element: Element,
): Value[] {
  const start = (i: number): Value | undefined => acc && extractLane(f.emitter, element, laneOf(acc, i));
  const totals = elementsOf(f, plan, start, elementCount(shape), element);
  return chunksOfScalars(f.emitter, shape, element, (i) => totals[i] ?? totals[0]!);
}

function lowerContract(op: Operation, f: FunctionLowering): void {
  const view = ContractionOp.match(op);
  if (view === undefined) throw new Error("expected a contract");
  const [lhsDims = [], rhsDims = [], kept = []] = view.indexingMaps.map((map) => map.dimPositions ?? []);
  const loops = view.iteratorTypes.length;
  const shapes = [view.lhs, view.rhs, view.acc].map((value) => extentsOf(value.type));
  const extents = contractionExtents(view.indexingMaps, shapes, loops).map((extent) => extent ?? 1);
  const element = expectElement(elementTypeOf(view.result.type));
  const sides = [sideOf(f, view.lhs, lhsDims, loops, element), sideOf(f, view.rhs, rhsDims, loops, element)] as const;
  const plan: Plan = { extents, sides, kept, kind: view.kind };
  const { type } = view.result;
  if (type.kind === "vector") f.setVector(view.result, lowerToChunks(f, plan, f.vector(view.acc), type.shape, element));
  else {
    const [total] = elementsOf(f, plan, () => f.scalar(view.acc), 1, element);
    if (total !== undefined) f.setScalar(view.result, total);
  }
}

function lowerOuterProduct(op: Operation, f: FunctionLowering): void {
  const view = OuterProductOp.match(op);
  if (view === undefined) throw new Error("expected an outerproduct");
  const { type } = view.result;
  if (type.kind !== "vector") throw new Error("an outer product is a vector");
  const element = expectElement(type.element);
  const columns = view.rhs.type.kind === "vector";
  const loops = type.shape.length;
  const sides = [
    sideOf(f, view.lhs, [0], loops, element),
    sideOf(f, view.rhs, columns ? [1] : [], loops, element),
  ] as const;
  const plan: Plan = { extents: type.shape, sides, kept: columns ? [0, 1] : [0], kind: view.kind };
  f.setVector(view.result, lowerToChunks(f, plan, view.acc && f.vector(view.acc), type.shape, element));
}

const kindProblem = (op: Operation): string | undefined => {
  const view = ContractionOp.match(op) ?? OuterProductOp.match(op);
  if (view === undefined) return undefined;
  const element = expectElement(elementTypeOf(op.result().type));
  const work = workOf(op);
  if (work > mostProducts) return `${work} products of 128 bits in one op, more than ${mostProducts}`;
  return combiningProblem(view.kind, element) ?? combiningProblem("mul", element);
};

/** The most products that one op may become: everything is unrolled. */
const mostProducts = 16384;

function workOf(op: Operation): number {
  const view = ContractionOp.match(op);
  if (view === undefined) return 0;
  const shapes = [view.lhs, view.rhs, view.acc].map((value) => extentsOf(value.type));
  const extents = contractionExtents(view.indexingMaps, shapes, view.iteratorTypes.length);
  return extents.reduce<number>((product, extent) => product * (extent ?? 1), 1) / 4;
}

export const contractionRules: RuleTable = {
  "vector.contract": { refuse: kindProblem, lower: lowerContract },
  "vector.outerproduct": { refuse: kindProblem, lower: lowerOuterProduct },
};
