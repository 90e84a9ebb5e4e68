// The iteration domain of a structured op: extents of its loops and, per operand, how a point of the domain becomes a position.
import { isBinary, type AffineExpr } from "../affine/expr.ts";
import type { AffineMap } from "../affine/map.ts";
import { identityStrides } from "./memref.ts";
import type { RuntimeValue, StructuredDescription } from "./meaning.ts";
import type { MemRefValue } from "./memory.ts";
import { undefinedBehavior, unsupported } from "./unwind.ts";
import type { DenseValue } from "./value.ts";

export type ShapedValue = DenseValue | MemRefValue;

export function isShapedValue(value: RuntimeValue): value is ShapedValue {
  return typeof value === "object" && "kind" in value && (value.kind === "dense" || value.kind === "memref");
}

export const shapeOf = (value: ShapedValue): readonly number[] => (value.kind === "dense" ? value.shape : value.sizes);
const stridesOf = (value: ShapedValue): readonly number[] =>
  value.kind === "dense" ? identityStrides(value.shape) : value.strides;

/** Position of an operand's element: `start` plus a step per loop, or a function of the indices where the map is not linear. */
export interface OperandAccess {
  readonly start: number;
  readonly steps: readonly number[];
  readonly position: ((indices: readonly number[]) => number) | undefined;
}

export interface Domain {
  readonly extents: readonly number[];
  readonly count: number;
  /** Undefined for a scalar operand. */
  readonly accesses: readonly (OperandAccess | undefined)[];
}

/** Loop extents from the operands' shapes, with every access checked against them: out of bounds is undefined behaviour. */
export function inferDomain({ iterators, maps }: StructuredDescription, operands: readonly RuntimeValue[]): Domain {
  const extents = new Array<number | undefined>(iterators.length).fill(undefined);
  operands.forEach((operand, k) => {
    if (!isShapedValue(operand)) return;
    const shape = shapeOf(operand);
    maps[k]!.results.forEach((expr, d) => {
      if (expr.kind !== "dim") return;
      const known = extents[expr.position];
      if (known === undefined) extents[expr.position] = shape[d]!;
      else if (known !== shape[d])
        undefinedBehavior(`loop ${expr.position} has extents ${known} and ${shape[d]} (operand ${k})`);
    });
  });
  const known = extents.map(
    (extent, d) => extent ?? unsupported(`the extent of loop ${d} follows from no operand's shape`),
  );
  const count = known.reduce((product, extent) => product * extent, 1);
  const accesses = operands.map((operand, k) =>
    isShapedValue(operand) ? accessOf(maps[k]!, operand, known, count, k) : undefined,
  );
  return { extents: known, count, accesses };
}

function accessOf(
  map: AffineMap,
  operand: ShapedValue,
  extents: readonly number[],
  count: number,
  number: number,
): OperandAccess {
  const shape = shapeOf(operand);
  const strides = stridesOf(operand);
  const linear = map.results.map((expr) => linearForm(expr, extents.length));
  const base = operand.kind === "memref" ? operand.offset : 0;
  const outOfBounds = (index: number, d: number): never =>
    undefinedBehavior(`index ${index} out of bounds for extent ${shape[d]} in dimension ${d} of operand ${number}`);
  if (!linear.every((form) => form !== undefined)) {
    const position = (indices: readonly number[]): number => {
      let at = base;
      map.evaluate(indices).forEach((index, d) => {
        if (index < 0 || index >= shape[d]!) outOfBounds(index, d);
        at += index * strides[d]!;
      });
      return at;
    };
    return { start: 0, steps: [], position };
  }
  let start = base;
  const steps = new Array<number>(extents.length).fill(0);
  linear.forEach((form, d) => {
    let least = form.constant;
    let most = form.constant;
    form.factors.forEach((factor, loop) => {
      steps[loop]! += factor * strides[d]!;
      if (factor < 0) least += factor * (extents[loop]! - 1);
      else most += factor * (extents[loop]! - 1);
    });
    start += form.constant * strides[d]!;
    if (count > 0 && least < 0) outOfBounds(least, d);
    if (count > 0 && most >= shape[d]!) outOfBounds(most, d);
  });
  return { start, steps, position: undefined };
}

interface LinearForm {
  readonly factors: readonly number[];
  readonly constant: number;
}

/** The expression as a weighted sum of dimensions, or undefined when it is none (mod, floordiv, symbols). */
function linearForm(expr: AffineExpr, dims: number): LinearForm | undefined {
  const factors = new Array<number>(dims).fill(0);
  let constant = 0;
  const add = (e: AffineExpr, scale: number): boolean => {
    if (e.kind === "dim") factors[e.position]! += scale;
    else if (e.kind === "constant") constant += scale * e.value;
    else if (isBinary(e) && e.kind === "add") return add(e.lhs, scale) && add(e.rhs, scale);
    else if (isBinary(e) && e.kind === "mul" && e.rhs.kind === "constant") return add(e.lhs, scale * e.rhs.value);
    else return false;
    return true;
  };
  return add(expr, 1) ? { factors, constant } : undefined;
}

/**
 * Visits the domain in order, the last loop fastest. `indices` and `positions` (one per access) are updated in place.
 * `stop` loops at the end are left out: the visitor runs them itself. The points before `from` are left out.
 */
export function forEachPoint(
  { extents, accesses }: Domain,
  indices: number[],
  positions: number[],
  visit: () => void,
  { stop = 0, from = 0 } = {},
): void {
  const loops = extents.length - stop;
  if (extents.some((extent) => extent === 0)) return;
  const general = accesses.some((access) => access?.position !== undefined);
  const place = (): void => {
    accesses.forEach((access, k) => {
      if (access?.position !== undefined) positions[k] = access.position(indices);
    });
  };
  for (let d = loops - 1, rest = from; d >= 0; d--) {
    indices[d] = rest % extents[d]!;
    rest = Math.floor(rest / extents[d]!);
  }
  accesses.forEach((access, k) => {
    positions[k] =
      access === undefined ? 0 : access.steps.reduce((at, step, d) => at + step * (indices[d] ?? 0), access.start);
  });
  for (;;) {
    if (general) place();
    visit();
    let d = loops - 1;
    for (; d >= 0; d--) {
      indices[d]!++;
      const wraps = indices[d]! === extents[d]!;
      for (let k = 0; k < accesses.length; k++) {
        const step = accesses[k]?.steps[d] ?? 0;
        positions[k]! += wraps ? step - step * extents[d]! : step;
      }
      if (!wraps) break;
      indices[d] = 0;
    }
    if (d < 0) return;
  }
}

/** As forEachPoint for a visitor that may suspend. */
export function* pointsOf(domain: Domain, indices: number[], positions: number[]): Generator<undefined> {
  const { extents, accesses } = domain;
  if (extents.some((extent) => extent === 0)) return;
  indices.fill(0);
  for (;;) {
    accesses.forEach((access, k) => {
      if (access === undefined) return;
      positions[k] =
        access.position?.(indices) ?? access.steps.reduce((sum, step, d) => sum + step * indices[d]!, access.start);
    });
    yield undefined;
    let d = extents.length - 1;
    for (; d >= 0; d--) {
      if (++indices[d]! < extents[d]!) break;
      indices[d] = 0;
    }
    if (d < 0) return;
  }
}
