// Contractions and reductions: the owner of an output element combines its inputs, in ascending order, rounding after every operation.
import type { Operation } from "../../../ir/core/operation.ts";
import { elementTypeOf, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { AddFOp, ExtFOp, ExtSIOp, MulFOp, MulIOp } from "../../../dialects/arith/index.ts";
import { buildFor } from "../../../dialects/scf/index.ts";
import { MmaOp } from "../../../dialects/tile/index.ts";
import {
  ContractionOp,
  contractionExtents,
  MultiDimReductionOp,
  ReductionOp,
  type CombiningKind,
} from "../../../dialects/vector/index.ts";
import { combine } from "../../../dialects/vector/combine-op.ts";
import { shapeOf, type Elements, type OpLowering, type ThreadCode } from "./thread-code.ts";

type Position = readonly MixedIndex[];

/** Steps of an innermost loop in one iteration, where they divide its extent: their loads are issued together. */
const UNROLLED = 4;
/** Not where a thread holds more elements than this: the loads would need as many registers again, and again. */
const MOST_SLOTS = 8;

/** A loop nest over `extents` that carries `slots`; `body` gets positions to combine, in order, and gives the next slots. */
function nest(
  code: ThreadCode,
  extents: readonly number[],
  slots: readonly Value[],
  body: (positions: readonly Position[], slots: readonly Value[]) => readonly Value[],
  first = 0,
): readonly Value[] {
  const inner = (outer: Position, carried: readonly Value[]): readonly Value[] => {
    const extent = extents[outer.length];
    if (extent === undefined) return body([outer], carried);
    const innermost = outer.length === extents.length - 1;
    const steps = innermost && first === 0 && extent % UNROLLED === 0 && slots.length <= MOST_SLOTS ? UNROLLED : 1;
    const iteration = (start: MixedIndex, values: readonly Value[]): readonly Value[] => {
      if (!innermost) return inner([...outer, start], values);
      return body(Array.from({ length: steps }, (_, i) => [...outer, code.distribution.add(start, i)]), values); // prettier-ignore
    };
    if (extent === steps && first === 0) return iteration(0, carried);
    const [lowerBound, upperBound, step] = [first, extent, steps].map((bound) => code.distribution.value(bound));
    if (lowerBound === undefined || upperBound === undefined || step === undefined)
      throw new Error("a loop has three bounds");
    return buildFor(code.builder, { lowerBound, upperBound, step, initArgs: carried }, iteration).op.results;
  };
  return inner([], slots);
}

/** The scalar as one of the accumulator's type; signless integers are extended by sign. */
function promoted(code: ThreadCode, value: Value, type: Type): Value {
  if (value.type === type) return value;
  return type.kind === "float"
    ? ExtFOp.build(code.builder, { in: value, resultTypes: [type] }).out
    : ExtSIOp.build(code.builder, { in: value, resultTypes: [type] }).out;
}

/** Loads an element once for all slots that need it. */
function picker(code: ThreadCode, elements: Elements, type: Type): (indices: readonly MixedIndex[]) => Value {
  const picked: { readonly indices: readonly MixedIndex[]; readonly value: Value }[] = [];
  return (indices) => {
    const known = picked.find((entry) => entry.indices.every((index, d) => index === indices[d]));
    if (known !== undefined) return known.value;
    const value = promoted(code, elements.at(indices), type);
    picked.push({ indices, value });
    return value;
  };
}

interface Contraction {
  readonly lhs: Value;
  readonly rhs: Value;
  readonly acc: Value;
  readonly result: Value;
  readonly kind: CombiningKind;
  /** Iterators along the dimensions of lhs, rhs and acc. */
  readonly dims: readonly [readonly number[], readonly number[], readonly number[]];
  readonly extents: readonly number[];
}

/** `sum kind a * b`; where that is an addition of floats, a machine may round it once. */
function multiplyAdd({ builder }: ThreadCode, kind: CombiningKind, sum: Value, lhs: Value, rhs: Value): Value {
  if (sum.type.kind !== "float") return combine(builder, kind, sum, MulIOp.build(builder, { lhs, rhs }).result);
  const product = MulFOp.build(builder, { lhs, rhs, fastmath: ["contract"] }).result;
  if (kind !== "add") return combine(builder, kind, sum, product);
  return AddFOp.build(builder, { lhs: sum, rhs: product, fastmath: ["contract"] }).result;
}

function contract({ lhs, rhs, acc, result, kind, dims, extents }: Contraction, code: ThreadCode): void {
  const [lhsDims, rhsDims, accDims] = dims;
  const reduced = extents.flatMap((_, d) => (accDims.includes(d) ? [] : [d]));
  const type = elementTypeOf(result.type);
  const shape = shapeOf(result.type);
  const start = code.slots(acc);
  const [left, right] = [code.elements(lhs), code.elements(rhs)];
  const slots = nest(code, reduced.map((d) => extents[d]!), start, (positions, carried) => {
    const [pickLeft, pickRight] = [picker(code, left, type), picker(code, right, type)];
    const operands = positions.map((position) =>
      carried.map((_, slot) => {
        const at = extents.map((): MixedIndex => 0);
        code.distribution.indices(shape, slot).forEach((index, i) => (at[accDims[i]!] = index));
        reduced.forEach((d, i) => (at[d] = position[i]!));
        return [pickLeft(lhsDims.map((d) => at[d]!)), pickRight(rhsDims.map((d) => at[d]!))] as const;
      }),
    );
    return operands.reduce((sums, pairs) => sums.map((sum, slot) => multiplyAdd(code, kind, sum, ...pairs[slot]!)), carried);
  }); // prettier-ignore
  left.close();
  right.close();
  code.setSlots(result, slots);
}

function contractionOf(op: Operation): Contraction {
  const { lhs, rhs, acc, result, kind, indexingMaps, iteratorTypes } = ContractionOp.match(op)!;
  const [a = [], b = [], c = []] = indexingMaps.map((map) => map.dimPositions ?? []);
  const extents = contractionExtents(indexingMaps, [lhs, rhs, acc].map((value) => shapeOf(value.type)), iteratorTypes.length); // prettier-ignore
  return { lhs, rhs, acc, result, kind, dims: [a, b, c], extents: extents.map((extent) => extent ?? 1) };
}

/** Narrower operands are promoted exactly; wider ones would have to be rounded. */
function refuseElements({
  lhs,
  rhs,
  result,
}: {
  readonly lhs: Value;
  readonly rhs: Value;
  readonly result: Value;
}): string | undefined {
  const type = elementTypeOf(result.type);
  const fits = [lhs, rhs].every((value) => {
    const element = elementTypeOf(value.type);
    if (element === type) return true;
    if (element.kind === "float" && type.kind === "float") return element.width < type.width;
    return element.kind === "integer" && type.kind === "integer" && element.width < type.width;
  });
  return fits ? undefined : "its operands have wider elements than its accumulator";
}

export const contraction: OpLowering = {
  refuse: (op) => refuseElements(ContractionOp.match(op)!),
  lower: (op, code) => {
    contract(contractionOf(op), code);
  },
};

/** A matrix unit's step, on the threads: a contraction. */
export const mma: OpLowering = {
  refuse: (op) => {
    const { a, b, result } = MmaOp.match(op)!;
    return refuseElements({ lhs: a, rhs: b, result });
  },
  lower: (op, code) => {
    const { a, b, c, result } = MmaOp.match(op)!;
    const [[m = 1, k = 1], [, n = 1]] = [shapeOf(a.type), shapeOf(b.type)];
    contract({ lhs: a, rhs: b, acc: c, result, kind: "add", dims: [[0, 2], [2, 1], [0, 1]], extents: [m, n, k] }, code); // prettier-ignore
  },
};

export const multiReduction: OpLowering = {
  lower: (op, code) => {
    const { source, acc, dest, kind, reductionDims } = MultiDimReductionOp.match(op)!;
    const extents = shapeOf(source.type);
    const reduced = extents.flatMap((_, d) => (reductionDims.includes(d) ? [d] : []));
    const kept = extents.flatMap((_, d) => (reductionDims.includes(d) ? [] : [d]));
    const start = code.slots(acc);
    const elements = code.elements(source);
    const slots = nest(code, reduced.map((d) => extents[d]!), start, (positions, carried) => {
      const picked = positions.map((position) =>
        carried.map((_, slot) => {
          const at = extents.map((): MixedIndex => 0);
          code.distribution.indices(shapeOf(dest.type), slot).forEach((index, i) => (at[kept[i]!] = index));
          reduced.forEach((d, i) => (at[d] = position[i]!));
          return elements.at(at);
        }),
      );
      return picked.reduce((sums, values) => sums.map((sum, slot) => combine(code.builder, kind, sum, values[slot]!)), carried);
    }); // prettier-ignore
    elements.close();
    code.setSlots(dest, slots);
  },
};

/** To a scalar: every thread combines all elements. */
export const reduction: OpLowering = {
  lower: (op, code) => {
    const { vector, acc, dest, kind } = ReductionOp.match(op)!;
    const start = acc === undefined ? undefined : code.scalar(acc);
    const elements = code.elements(vector);
    const first = start ?? elements.at(shapeOf(vector.type).map(() => 0));
    const [result] = nest(
      code,
      shapeOf(vector.type),
      [first],
      (positions, [sum]) => {
        const values = positions.map((position) => elements.at(position));
        return [values.reduce((total, value) => combine(code.builder, kind, total, value), sum!)];
      },
      start === undefined ? 1 : 0,
    );
    elements.close();
    code.setScalar(dest, result!);
  },
};
