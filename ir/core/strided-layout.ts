// Strides and offset of a memref type, in elements, and memref types from them.
import { isBinary, type AffineExpr } from "../affine/expr.ts";
import type { Attribute } from "./attributes.ts";
import { stridedLayoutAttr } from "./attribute-constructors.ts";
import { memrefType } from "./type-constructors.ts";
import { DYNAMIC, type MemRefType, type Type } from "./types.ts";

/** Where element [i, j, ...] is, in elements: offset + i * strides[0] + ... An entry is DYNAMIC where the type does not say. */
export interface StridedLayout {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** Product in which DYNAMIC swallows everything but 0. */
export const dynamicProduct = (a: number, b: number): number => {
  if (a === 0 || b === 0) return 0;
  return a === DYNAMIC || b === DYNAMIC ? DYNAMIC : a * b;
};
/** Sum in which DYNAMIC swallows everything. */
export const dynamicSum = (a: number, b: number): number => (a === DYNAMIC || b === DYNAMIC ? DYNAMIC : a + b);

/** Strides of a row-major buffer of this shape. */
export function rowMajorStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let d = shape.length - 2; d >= 0; d--) strides[d] = dynamicProduct(strides[d + 1] ?? 1, shape[d + 1] ?? 1);
  return strides;
}

/** The layout of a memref type with these sizes (its own shape unless given), or undefined for one that is not strided. */
export function layoutOf(type: MemRefType, sizes: readonly number[] = type.shape): StridedLayout | undefined {
  const { layout } = type;
  if (layout === undefined) return { offset: 0, strides: rowMajorStrides(sizes) };
  if (layout.kind === "strided") return { offset: layout.offset, strides: layout.strides };
  if (layout.kind !== "affine_map") return undefined;
  const { map } = layout;
  const positions = map.isPermutation ? map.dimPositions : undefined;
  if (positions !== undefined) {
    const inner = rowMajorStrides(positions.map((d) => sizes[d] ?? 0));
    const strides = new Array<number>(sizes.length).fill(0);
    positions.forEach((d, i) => (strides[d] = inner[i] ?? 0));
    return { offset: 0, strides };
  }
  const [result] = map.results;
  if (map.results.length !== 1 || result === undefined || map.dims !== sizes.length) return undefined;
  const coefficients = new Array<number>(map.dims + 1).fill(0);
  if (!addLinear(result, 1, coefficients)) return undefined;
  return { offset: coefficients[map.dims] ?? 0, strides: coefficients.slice(0, map.dims) };
}

/** Adds `factor * e` to coefficients of the dimensions (and of 1, last). Symbols are dynamic. */
function addLinear(e: AffineExpr, factor: number, coefficients: number[]): boolean {
  const add = (at: number, amount: number): true => {
    coefficients[at] = dynamicSum(coefficients[at] ?? 0, amount);
    return true;
  };
  const last = coefficients.length - 1;
  if (e.kind === "dim") return add(e.position, factor);
  if (e.kind === "constant") return add(last, dynamicProduct(factor, e.value));
  if (e.kind === "symbol") return add(last, DYNAMIC);
  if (e.kind === "add") return addLinear(e.lhs, factor, coefficients) && addLinear(e.rhs, factor, coefficients);
  if (e.kind === "mul" && e.rhs.kind === "constant")
    return addLinear(e.lhs, dynamicProduct(factor, e.rhs.value), coefficients);
  if (e.kind === "mul" && !isBinary(e.rhs)) return addLinear(e.lhs, DYNAMIC, coefficients);
  return false;
}

/** `memref<shape x element, strided<[strides], offset: offset>, space>`: the layout is always written, as MLIR infers it for views. */
export function stridedMemrefType(
  shape: readonly number[],
  element: Type,
  layout: StridedLayout,
  memorySpace: Attribute | undefined,
): MemRefType {
  return memrefType(shape, element, {
    layout: stridedLayoutAttr(element.context, layout.strides, layout.offset),
    memorySpace,
  });
}

/** Whether elements lie in row-major order without gaps from offset 0, for all that the type says. */
export function isIdentityLayout(type: MemRefType): boolean {
  if (type.layout === undefined) return true;
  const layout = layoutOf(type);
  if (layout?.offset !== 0) return false;
  const strides = rowMajorStrides(type.shape);
  return layout.strides.every((stride, d) => stride !== DYNAMIC && stride === strides[d]);
}
