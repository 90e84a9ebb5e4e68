// The few types that one program uses: mostly one or two integer widths, one float format, and one or two shapes of them.
import type { Context } from "../../core/context.ts";
import {
  complexType,
  floatType,
  i1,
  indexType,
  integerType,
  memrefType,
  tensorType,
  vectorType,
} from "../../core/type-constructors.ts";
import { DYNAMIC, type Type } from "../../core/types.ts";
import type { RandomSource } from "../random-source.ts";

export type ShapedKind = "tensor" | "vector" | "memref";

/** How often, out of 8, a kind of type is in a pool. */
export interface TypeDemand {
  readonly integer: number;
  readonly index: number;
  readonly float: number;
  readonly complex: number;
  readonly tensor: number;
  readonly vector: number;
  readonly memref: number;
  /** Types of dialects, and others that only samples name. */
  readonly others: readonly Type[];
}

export interface TypePool {
  readonly types: readonly Type[];
  /** What every dynamic extent is when the program must be free of undefined behaviour. */
  readonly dynamicExtent: number;
}

const INTEGER_WIDTHS = [32, 32, 32, 32, 64, 64, 64, 8, 8, 16, 16, 1, 4, 7, 33];
const FLOATS = ["f32", "f32", "f32", "f32", "f64", "f64", "f16", "bf16"] as const;
const EXTENTS = [1, 2, 2, 3, 3, 4, 4, 0, 5, 8];
const VECTOR_EXTENTS = [1, 2, 2, 3, 4, 4, 8];
const MOST_ELEMENTS = 24;
const RANKS = [0, 1, 1, 1, 2, 2, 2, 3, 4];

/** One type of every kind and width that programs have. */
export function scalarTypes(context: Context): readonly Type[] {
  const integers = [...new Set(INTEGER_WIDTHS)].map((width) => integerType(context, width));
  return [...integers, indexType(context), ...[...new Set(FLOATS)].map((name) => floatType(context, name))];
}

export function randomPool(context: Context, random: RandomSource, demand: TypeDemand): TypePool {
  const has = (eighths: number): boolean => random.below(8) < eighths;
  const scalars: Type[] = [];
  // Half of the programs are about one kind of number: the fewer types, the more its ops have to do with each other.
  const focus = random.pick(["integer", "integer", "float", "all", "all", "all"]);
  const isAbout = (kind: string): boolean => focus === "all" || focus === kind;
  if (has(demand.integer) && isAbout("integer")) {
    scalars.push(integerType(context, random.pick(INTEGER_WIDTHS)));
    if (random.chance(1, 2)) scalars.push(integerType(context, random.pick(INTEGER_WIDTHS)));
  }
  if (has(demand.integer)) scalars.push(i1(context));
  if (has(demand.index) && focus === "all") scalars.push(indexType(context));
  if (has(demand.float) && isAbout("float")) {
    scalars.push(floatType(context, random.pick(FLOATS)));
    if (random.chance(1, 2)) scalars.push(floatType(context, random.pick(["f64", "f32", "f16", "bf16"] as const)));
  }
  if (has(demand.complex)) {
    const float = scalars.find(({ kind }) => kind === "float") ?? floatType(context, "f32");
    scalars.push(complexType(float));
  }
  if (scalars.length === 0) scalars.push(integerType(context, 32));
  const types: Type[] = [...scalars];
  const dynamicExtent = random.pick([0, 1, 2, 2, 3, 3, 4]);
  for (const kind of ["tensor", "vector", "memref"] as const)
    if (has(demand[kind])) types.push(...shapedTypes(kind, scalars, dynamicExtent, random));
  for (const type of demand.others) if (random.chance(1, 2)) types.push(type);
  return { types: [...new Set(types)], dynamicExtent };
}

/** A shape, and often a relative of it, of every scalar. */
function shapedTypes(kind: ShapedKind, scalars: readonly Type[], dynamicExtent: number, random: RandomSource): Type[] {
  const extents = kind === "vector" ? VECTOR_EXTENTS : EXTENTS;
  const rank = random.pick(RANKS);
  // Equal extents: dimensions can change places, and the type stays.
  const isSquare = random.chance(1, 3);
  const side = random.pick(rank > 2 ? [2] : [2, 2, 3, 4]);
  const base = bounded(Array.from({ length: rank }, () => (isSquare ? side : random.pick(extents))));
  const shapes = [base];
  if (random.chance(1, 2)) shapes.push(bounded(relative(base, extents, random)));
  if (kind !== "vector" && random.chance(1, 2)) {
    const fixed = base.map((extent) => (random.chance(1, 2) ? dynamicExtent : extent));
    shapes.push(
      fixed,
      fixed.map((extent) => (extent === dynamicExtent && random.chance(2, 3) ? DYNAMIC : extent)),
    );
  }
  return shapes.flatMap((shape) =>
    scalars
      .filter((scalar) => kind !== "vector" || scalar.kind !== "complex")
      .map((scalar) => {
        if (kind === "vector") return vectorType(shape, scalar);
        return kind === "tensor" ? tensorType(shape, scalar) : memrefType(shape, scalar);
      }),
  );
}

/** Extents become 1 where there would be too many elements to run quickly. */
function bounded(shape: readonly number[]): number[] {
  let count = 1;
  return shape.map((extent) => {
    if (count * extent > MOST_ELEMENTS) return 1;
    count *= Math.max(extent, 1);
    return extent;
  });
}

/** A permutation, one dimension fewer or more, or another extent. */
function relative(shape: readonly number[], extents: readonly number[], random: RandomSource): number[] {
  switch (random.below(4)) {
    case 0:
      return [...shape].reverse();
    case 1:
      return shape.slice(1);
    case 2:
      return shape.length < 4 ? [random.pick(extents), ...shape] : [...shape];
    default:
      return shape.map((extent, i) => (i === 0 ? random.pick(extents) : extent));
  }
}
