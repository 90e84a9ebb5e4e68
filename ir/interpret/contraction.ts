// Contractions (out = out + a * b) with typed loops: the same operations in the same order as the general path, so bit-identical.
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { copyIn, copyOut } from "./convert.ts";
import type { Primitive, RuntimeValue, StructuredDescription } from "./meaning.ts";
import { integerArithmetic } from "./integers.ts";
import { checkWhole, checkWritable, hasDistinctElements } from "./memref.ts";
import { forEachPoint, inferDomain, isShapedValue, type Domain } from "./structured-domain.ts";
import { unlessUnwound } from "./unwind.ts";
import type { DenseValue } from "./value.ts";
import { elementArray, type ElementArray } from "./element-array.ts";
import type { Scalar } from "./value.ts";
import type { Frame } from "./walker.ts";

/** A factor: an operand's elements after functions of one scalar (extensions). */
interface Factor {
  readonly operand: number;
  readonly functions: readonly ((value: Scalar) => Scalar)[];
  readonly type: Type;
}

export interface Contraction {
  readonly lhs: Factor;
  readonly rhs: Factor;
  readonly arithmetic: "f32" | "f64" | "i32";
  readonly steps: number;
}

/** The contraction that the body computes, when it is `yield add(out, multiply(f(a), g(b)))` on numbers that have typed loops. */
export function matchContraction({ body, inputs, outputs }: StructuredDescription): Contraction | undefined {
  const block = body.entry;
  const terminator = block.lastOp;
  const out = block.arguments[inputs];
  if (outputs !== 1 || terminator === null || out === undefined) return undefined;
  const arithmetic = arithmeticOf(out.type);
  const sum = terminator.operandCount === 1 ? terminator.operand(0).definingOp : null;
  if (arithmetic === undefined || sum === null || primitiveOf(sum) !== "add") return undefined;
  const [first, second] = sum.operands;
  const product = (first === out ? second : second === out ? first : undefined)?.definingOp;
  if (product === null || product === undefined || primitiveOf(product) !== "multiply") return undefined;
  const lhs = factorOf(product.operand(0), inputs);
  const rhs = factorOf(product.operand(1), inputs);
  if (lhs === undefined || rhs === undefined || product.result().type !== out.type) return undefined;
  const steps = [...block.ops()].length - 1;
  // Ops besides those matched may have effects.
  if (steps !== 2 + lhs.functions.length + rhs.functions.length) return undefined;
  return { lhs, rhs, arithmetic, steps };
}

function primitiveOf(op: Operation): Primitive | undefined {
  const meaning = op.definition.meaning;
  return meaning?.kind === "scalar" ? meaning.primitive?.(op) : undefined;
}

function arithmeticOf(type: Type): Contraction["arithmetic"] | undefined {
  if (type.kind === "float") return type.name === "f32" || type.name === "f64" ? type.name : undefined;
  return type.kind === "integer" && type.width > 1 && type.width <= 32 ? "i32" : undefined;
}

function factorOf(value: Value, inputs: number): Factor | undefined {
  const functions: ((value: Scalar) => Scalar)[] = [];
  let from = value;
  while (from.definingOp !== null) {
    const op = from.definingOp;
    const meaning = op.definition.meaning;
    if (meaning?.kind !== "scalar" || op.operandCount !== 1) return undefined;
    functions.unshift(meaning.prepare(op));
    from = op.operand(0);
  }
  return from.index < inputs ? { operand: from.index, functions, type: value.type } : undefined;
}

/**
 * The results (none on memrefs), or undefined where the general path has to run: poison, maps that are not linear, outputs that
 * share an allocation with an input.
 */
export function runContraction(
  { lhs, rhs, arithmetic, steps }: Contraction,
  description: StructuredDescription,
  given: readonly RuntimeValue[],
  frame: Frame,
): readonly DenseValue[] | undefined {
  const operands = given.slice(0, description.inputs + 1);
  const target = operands[description.inputs]!;
  const dense: RuntimeValue[] = [];
  for (const [k, operand] of operands.entries()) {
    if (isShapedValue(operand) && operand.kind === "memref") {
      if (
        k !== description.inputs &&
        isShapedValue(target) &&
        target.kind === "memref" &&
        target.allocation === operand.allocation
      )
        return undefined;
      checkWhole(operand);
      dense.push(copyIn(frame.memory, operand));
    } else dense.push(operand);
  }
  if (isShapedValue(target) && target.kind === "memref") {
    checkWritable(target.allocation);
    if (!hasDistinctElements(target)) return undefined;
  }
  const a = factorElements(dense[lhs.operand]!, lhs, arithmetic);
  const b = factorElements(dense[rhs.operand]!, rhs, arithmetic);
  const init = dense[description.inputs]!;
  if (a === undefined || b === undefined || !isShapedValue(init) || init.kind !== "dense" || init.poison !== null)
    return undefined;
  const domain = inferDomain(description, dense);
  const accesses = [lhs.operand, rhs.operand, description.inputs].map((operand) => domain.accesses[operand]);
  if (accesses.some((access) => access === undefined || access.position !== undefined)) return undefined;
  frame.spend(domain.count * (steps + 1));
  const result = init.clone();
  const contraction = { ...domain, accesses };
  const isPlain = description.maps[description.inputs]!.isProjectedPermutation;
  accumulate(isPlain ? interchanged(contraction) : contraction, arithmetic, a, b, result);
  if (!(isShapedValue(target) && target.kind === "memref")) return [result];
  copyOut(frame.memory, target, result);
  return [];
}

/** The factor at every element of its operand, or undefined where one is poison. */
function factorElements(
  operand: RuntimeValue,
  { functions, type }: Factor,
  arithmetic: Contraction["arithmetic"],
): ElementArray | undefined {
  if (!isShapedValue(operand) || operand.kind !== "dense" || operand.poison !== null) return undefined;
  if (functions.length === 0 && arithmetic !== "i32") return operand.data;
  const elements = arithmetic === "i32" ? new Int32Array(operand.count) : elementArray(type, operand.count);
  const filled = unlessUnwound(() => {
    for (let i = 0; i < elements.length; i++) {
      let value = operand.get(i);
      for (const apply of functions) {
        value = apply(value);
        if (typeof value !== "number" && typeof value !== "bigint") return false;
      }
      if (typeof value !== "number") return false;
      elements[i] = value;
    }
    return true;
  });
  return filled === true ? elements : undefined;
}

function accumulate(
  domain: Domain,
  arithmetic: Contraction["arithmetic"],
  a: ElementArray,
  b: ElementArray,
  result: DenseValue,
): void {
  const out = result.data;
  if (arithmetic === "f32" && a instanceof Float32Array && b instanceof Float32Array && out instanceof Float32Array) {
    eachRow(domain, (p, q, r, sp, sq, sr, n) => rowFloat32(a, b, out, p, q, r, sp, sq, sr, n));
  } else if (
    arithmetic === "f64" &&
    a instanceof Float64Array &&
    b instanceof Float64Array &&
    out instanceof Float64Array
  ) {
    eachRow(domain, (p, q, r, sp, sq, sr, n) => rowFloat64(a, b, out, p, q, r, sp, sq, sr, n));
  } else if (arithmetic === "i32" && a instanceof Int32Array && b instanceof Int32Array) {
    // Modulo 2^32, and modulo 2^width when it goes back.
    const sums = new Int32Array(result.count);
    for (let i = 0; i < sums.length; i++) sums[i] = Number(out[i]);
    eachRow(domain, (p, q, r, sp, sq, sr, n) => rowInt32(a, b, sums, p, q, r, sp, sq, sr, n));
    const { element } = result;
    if (element.kind !== "integer") throw new Error("integer sums of another type");
    const { wrap } = integerArithmetic(element);
    for (let i = 0; i < sums.length; i++) result.set(i, wrap(sums[i]!));
  } else throw new Error("a contraction's elements are not of its arithmetic");
}

/**
 * The domain with a loop of the output moved innermost where its steps through memory are smaller. Each output element still
 * gets its terms in the same order, since the other loops keep theirs and the output's loops tell its elements apart.
 */
function interchanged({ extents, accesses, count }: Domain): Domain {
  const last = extents.length - 1;
  const jumps = (loop: number): number => accesses.filter((access) => Math.abs(access?.steps[loop] ?? 0) > 1).length;
  const loops = extents.map((_, loop) => loop);
  const best = loops.findLast((loop) => accesses[2]?.steps[loop] === 1 && extents[loop]! >= 8);
  if (best === undefined || best === last || jumps(best) >= jumps(last)) return { extents, accesses, count };
  const order = [...loops.filter((loop) => loop !== best), best];
  return {
    extents: order.map((loop) => extents[loop]!),
    accesses: accesses.map((access) => access && { ...access, steps: order.map((loop) => access.steps[loop]!) }),
    count,
  };
}

type Row = (p: number, q: number, r: number, stepP: number, stepQ: number, stepR: number, count: number) => void;

/** Calls `row` for each run of the innermost loop: three positions, three steps, the length. */
function eachRow(domain: Domain, row: Row): void {
  const rank = domain.extents.length;
  const indices = new Array<number>(rank).fill(0);
  const positions = [0, 0, 0];
  const [stepP = 0, stepQ = 0, stepR = 0] = domain.accesses.map((access) => access?.steps[rank - 1] ?? 0);
  const length = rank === 0 ? 1 : domain.extents[rank - 1]!;
  const visit = (): void => row(positions[0]!, positions[1]!, positions[2]!, stepP, stepQ, stepR, length);
  forEachPoint(domain, indices, positions, visit, { stop: Math.min(rank, 1) });
}

function rowFloat32(
  a: Float32Array,
  b: Float32Array,
  c: Float32Array,
  p: number,
  q: number,
  r: number,
  sp: number,
  sq: number,
  sr: number,
  n: number,
): void {
  for (let i = 0; i < n; i++, p += sp, q += sq, r += sr) c[r] = c[r]! + Math.fround(a[p]! * b[q]!);
}

function rowFloat64(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  p: number,
  q: number,
  r: number,
  sp: number,
  sq: number,
  sr: number,
  n: number,
): void {
  for (let i = 0; i < n; i++, p += sp, q += sq, r += sr) c[r] = c[r]! + a[p]! * b[q]!;
}

function rowInt32(
  a: Int32Array,
  b: Int32Array,
  c: Int32Array,
  p: number,
  q: number,
  r: number,
  sp: number,
  sq: number,
  sr: number,
  n: number,
): void {
  for (let i = 0; i < n; i++, p += sp, q += sq, r += sr) c[r] = (c[r]! + Math.imul(a[p]!, b[q]!)) | 0;
}
