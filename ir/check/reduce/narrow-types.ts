// The steps that make types simpler: fewer bits, scalars for vectors and tensors, extents of 1, fewer dimensions.
import type { Context } from "../../core/context.ts";
import type { Operation } from "../../core/operation.ts";
import { complexType, f32, integerType, memrefType, tensorType, vectorType, withElementType } from "../../core/type-constructors.ts"; // prettier-ignore
import { DYNAMIC, elementTypeOf, isShaped, type ShapedType, type Type } from "../../core/types.ts";
import type { TypeMap } from "./convert-attribute.ts";
import { retypeAll, retypeConnected, valuesOf } from "./retype.ts";
import type { Edit, Step } from "./step.ts";

/** A change of types, and the types that it is about. */
interface Narrowing {
  readonly map: TypeMap;
  /** Equal for equal changes, so that none is tried twice. */
  readonly key: string;
}

const widths = [1, 8, 32, 64];

/** Scalar types that are narrower, the narrowest first. */
function narrower(type: Type, context: Context): readonly Type[] {
  if (type.kind === "float") return type.name === "f32" ? [] : [f32(context)];
  if (type.kind !== "integer") return [];
  const smaller = widths.filter((width) => width < type.width);
  const signless = type.signedness === "signless" ? [] : [integerType(context, type.width)];
  return [...smaller.map((width) => integerType(context, width, type.signedness)), ...signless];
}

/** The type with one scalar type in it replaced. */
function withScalar(type: Type, from: Type, to: Type): Type {
  if (type === from) return to;
  if (type.kind === "complex") return type.element === from ? complexType(to) : type;
  const element = elementTypeOf(type);
  return element === type ? type : withElementType(type, withScalar(element, from, to));
}

function scalarNarrowings(type: Type): Narrowing[] {
  const element = elementTypeOf(type);
  const scalar = element.kind === "complex" ? element.element : element;
  return narrower(scalar, type.context).map((to) => ({
    key: `${scalar.id} ${to.id}`,
    map: (candidate) => withScalar(candidate, scalar, to),
  }));
}

function reshaped(type: ShapedType, shape: readonly number[]): Type {
  switch (type.kind) {
    case "tensor":
      return tensorType(shape, type.element, type.encoding);
    case "vector":
      return vectorType(shape, type.element, shape.length === type.shape.length ? type.scalable : undefined);
    case "memref":
      // A layout is of one rank.
      if (type.layout !== undefined && shape.length !== type.shape.length) return type;
      return memrefType(shape, type.element, type);
  }
}

function shapeNarrowings(type: Type): Narrowing[] {
  if (!isShaped(type)) return [];
  const { kind, shape } = type;
  const found: Narrowing[] = [];
  const add = (key: string, change: (candidate: ShapedType) => Type): void => {
    const map: TypeMap = (candidate) => (isShaped(candidate) ? change(candidate) : candidate);
    found.push({ key, map });
  };
  if (kind !== "memref")
    add(`scalar ${kind}`, (candidate) => (candidate.kind === kind ? candidate.element : candidate));
  for (const extent of new Set(shape)) {
    for (const to of smallerExtents(extent)) {
      add(`${extent} ${to}`, (candidate) =>
        candidate.shape.includes(extent)
          ? reshaped(candidate, candidate.shape.map((old) => (old === extent ? to : old))) // prettier-ignore
          : candidate,
      );
    }
  }
  if (shape.includes(1)) {
    add("units", (candidate) =>
      candidate.shape.includes(1)
        ? reshaped(candidate, candidate.shape.filter((extent) => extent !== 1)) // prettier-ignore
        : candidate,
    );
  }
  if (kind === "memref" && (type.layout !== undefined || type.memorySpace !== undefined))
    add("plain memref", (candidate) => (candidate.kind === "memref" ? memrefType(candidate.shape, candidate.element) : candidate)); // prettier-ignore
  return found;
}

function smallerExtents(extent: number): readonly number[] {
  if (extent === DYNAMIC) return [1, 2];
  if (extent <= 1) return extent === 0 ? [1] : [];
  return [...new Set([1, 2, extent >> 1, extent - 1])].filter((to) => to < extent);
}

/** The changes that there are for types of these values. */
function narrowingsOf(types: Iterable<Type>): Narrowing[] {
  const found = new Map<string, Narrowing>();
  for (const type of types)
    for (const narrowing of [...shapeNarrowings(type), ...scalarNarrowings(type)]) found.set(narrowing.key, narrowing);
  return [...found.values()];
}

export const narrowAllTypes: Step = {
  name: "narrow types everywhere",
  summary:
    "a type becomes simpler throughout: i64, i32, i8, i1; f32; vectors and tensors to scalars; extents to 1; unit dimensions gone",
  alone: true,
  edits: (module) =>
    narrowingsOf(new Set(valuesOf(module).map(({ type }) => type))).map(
      ({ map }): Edit =>
        () =>
          retypeAll(module, map),
    ),
};

export const narrowConnectedTypes: Step = {
  name: "narrow types of connected values",
  summary: "the same for the values that are connected with one",
  alone: true,
  edits: (module: Operation) => {
    const edits: Edit[] = [];
    for (const value of valuesOf(module)) {
      for (const { map } of narrowingsOf([value.type])) {
        edits.push(() => {
          const home = value.definingOp ?? value.ownerBlock?.parentOp;
          return home?.isWithin(module) === true && retypeConnected(module, value, map);
        });
      }
    }
    return edits;
  },
};
