// What a value of the source is during the conversion: a WebAssembly scalar, a vector in 128-bit chunks, or a buffer's descriptor.
import { isStaticShape, type MemRefType, type Type, type VectorType } from "../../../ir/core/types.ts";
import { layoutOf } from "../../../ir/core/strided-layout.ts";
import type { Value } from "../../../ir/core/value.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { elementOf, lanesPerChunk, type Element } from "./element.ts";

export interface ScalarValue {
  readonly kind: "scalar";
  readonly element: Element;
  readonly value: Value;
}

/** Rows along the innermost dimension, each in ceil(n / lanes) chunks. Lanes past a row's end hold anything. */
export interface VectorValue {
  readonly kind: "vector";
  readonly element: Element;
  readonly shape: readonly number[];
  readonly chunks: readonly Value[];
}

/** A number, or a value of type i64. */
export type Extent = number | Value;

/** constant + the sum of value * factor, modulo 2^32 where it becomes an address. Values are of type i64. */
export interface Linear {
  readonly constant: number;
  readonly terms: ReadonlyMap<Value, number>;
}

/** A buffer is known piece by piece while converting; at run time only its pieces exist. */
export interface BufferValue {
  readonly kind: "buffer";
  readonly element: Element;
  /** The address of offset 0: an i32 value, or a static address. */
  readonly base: Value | number;
  /** In elements. */
  readonly offset: Linear;
  readonly sizes: readonly Extent[];
  /** In elements. */
  readonly strides: readonly Extent[];
}

export type Lowered = ScalarValue | VectorValue | BufferValue;

/** The chunks of a row and the number of rows. */
export interface Geometry {
  readonly rows: number;
  readonly columns: number;
  readonly lanes: number;
  readonly chunksPerRow: number;
}

export function geometry(shape: readonly number[], element: Element): Geometry {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
  const lanes = lanesPerChunk(element);
  return { rows, columns, lanes, chunksPerRow: Math.ceil(columns / lanes) };
}

export function chunkCount(shape: readonly number[], element: Element): number {
  const { rows, chunksPerRow } = geometry(shape, element);
  return rows * chunksPerRow;
}

/** Lanes of chunk `c` of a row that are elements. */
export const lanesInChunk = ({ columns, lanes }: Geometry, c: number): number => Math.min(lanes, columns - c * lanes);

/** The most chunks of one vector: results of one WebAssembly block are limited, and so is patience. */
const mostChunks = 512;

/** Why a type has no form in WebAssembly; undefined where it has one. */
export function typeProblem(type: Type): string | undefined {
  switch (type.kind) {
    case "vector":
      return vectorProblem(type);
    case "memref":
      return bufferProblem(type);
    default:
      return elementOf(type) === undefined ? `WebAssembly has no form for '${typeText(type)}'` : undefined;
  }
}

function vectorProblem(type: VectorType): string | undefined {
  const element = elementOf(type.element);
  if (element === undefined) return `WebAssembly has no form for elements of '${typeText(type)}'`;
  if (type.scalable.includes(true)) return `'${typeText(type)}' is scalable`;
  if (type.shape.includes(0)) return `'${typeText(type)}' has no elements`;
  const chunks = chunkCount(type.shape, element);
  return chunks > mostChunks
    ? `'${typeText(type)}' takes ${chunks} registers of 128 bits, more than ${mostChunks}`
    : undefined;
}

function bufferProblem(type: MemRefType): string | undefined {
  if (elementOf(type.element) === undefined) return `WebAssembly has no form for elements of '${typeText(type)}'`;
  return layoutOf(type) === undefined ? `the layout of '${typeText(type)}' is not strided` : undefined;
}

/** Why a type cannot be a parameter that callers from outside pass. */
export function entryTypeProblem(type: Type): string | undefined {
  const problem = typeProblem(type);
  if (problem !== undefined || type.kind !== "memref") return problem;
  if (!isStaticShape(type.shape)) return `parameter of dynamic shape '${typeText(type)}'`;
  return type.layout === undefined ? undefined : `parameter '${typeText(type)}' whose layout is not the identity`;
}

export const constantLinear = (constant: number): Linear => ({ constant, terms: new Map() });

export function addLinear(a: Linear, b: Linear, factor = 1): Linear {
  const terms = new Map(a.terms);
  for (const [value, by] of b.terms) {
    const sum = (terms.get(value) ?? 0) + by * factor;
    if (sum === 0) terms.delete(value);
    else terms.set(value, sum);
  }
  return { constant: a.constant + b.constant * factor, terms };
}

/** The number that a linear expression is, if it is one. */
export const numberOf = ({ constant, terms }: Linear): number | undefined => (terms.size === 0 ? constant : undefined);
