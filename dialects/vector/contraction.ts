// The meaning of contractions: out = combine(out, lhs * rhs) over an iteration space, in ascending order of what is contracted.
//
// Multiplication and combination each round to the accumulator's type. Tables of positions are made once per op.
import { elementCount, type Type } from "../../ir/core/types.ts";
import { convertInteger, integerArithmetic } from "../../ir/interpret/integers.ts";
import { floatArithmetic } from "../../ir/interpret/floats.ts";
import type { Execution, RuntimeValue } from "../../ir/interpret/meaning.ts";
import { expectDense, expectScalar } from "../../ir/interpret/operand.ts";
import { DenseValue, POISON, type Scalar } from "../../ir/interpret/value.ts";
import type { CombiningKind } from "./attributes.ts";
import { combineOrPoison } from "./combine.ts";
import { identityStrides, positionTable } from "./positions.ts";

export interface ContractionSpec {
  readonly extents: readonly number[];
  /** Of lhs, rhs and accumulator: the dimension of the iteration space along each of their dimensions. */
  readonly dims: readonly (readonly number[])[];
  readonly shapes: readonly (readonly number[])[];
  readonly elements: readonly [lhs: Type, rhs: Type, acc: Type];
  readonly kind: CombiningKind;
  readonly resultType: Type;
  /** The product is the result: there is no accumulator. */
  readonly productOnly?: boolean;
}

/** Positions in the operands: of each output lane, of each block of contracted lanes, and the innermost loop. */
interface Plan {
  readonly lanes: number;
  readonly lhs: Loops;
  readonly rhs: Loops;
  readonly mask: Loops;
  /** Length of the innermost contracted loop. */
  readonly length: number;
}
interface Loops {
  readonly outer: Int32Array;
  readonly blocks: Int32Array;
  readonly step: number;
}

function planOf({ extents, dims, shapes }: ContractionSpec): Plan {
  const [lhsDims = [], rhsDims = [], accDims = []] = dims;
  const contracted = extents.map((_, d) => d).filter((d) => !accDims.includes(d));
  const blockDims = contracted.slice(0, -1);
  const last = contracted.at(-1);
  const loops = (stride: (d: number) => number): Loops => ({
    outer: positionTable(
      accDims.map((d) => extents[d]!),
      accDims.map(stride),
    ),
    blocks: positionTable(
      blockDims.map((d) => extents[d]!),
      blockDims.map(stride),
    ),
    step: last === undefined ? 0 : stride(last),
  });
  const along = (operandDims: readonly number[], shape: readonly number[]) => {
    const strides = identityStrides(shape);
    return (d: number): number => strides[operandDims.indexOf(d)] ?? 0;
  };
  const space = identityStrides(extents);
  return {
    lanes: elementCount(accDims.map((d) => extents[d]!)),
    lhs: loops(along(lhsDims, shapes[0] ?? [])),
    rhs: loops(along(rhsDims, shapes[1] ?? [])),
    mask: loops((d) => space[d] ?? 0),
    length: last === undefined ? 1 : extents[last]!,
  };
}

/** A function of lhs, rhs and (unless the product is all) accumulator. */
export function contraction(
  spec: ContractionSpec,
): (operands: readonly RuntimeValue[], run: Execution, mask: DenseValue | undefined) => RuntimeValue {
  const plan = planOf(spec);
  const fast = fastLoop(spec);
  const general = generalLoop(spec);
  const [, , accElement] = spec.elements;
  const shape = spec.resultType.kind === "vector" ? spec.resultType.shape : undefined;
  const work = plan.lanes * plan.lhs.blocks.length * plan.length;
  return ([first, second, third], run, mask) => {
    run.spend(work);
    const lhs = asDense(first, spec.elements[0]);
    const rhs = asDense(second, spec.elements[1]);
    const acc = spec.productOnly === true ? undefined : asDense(third, accElement);
    const result = DenseValue.zeros(shape ?? [], accElement);
    const isPlain = lhs.poison === null && rhs.poison === null && acc?.poison === null && mask === undefined;
    if (isPlain && fast !== undefined) fast(plan, lhs, rhs, acc, result);
    else general(plan, lhs, rhs, acc, mask, result);
    return shape === undefined ? result.get(0) : result;
  };
}

function asDense(value: RuntimeValue | undefined, element: Type): DenseValue {
  return typeof value === "object" && "kind" in value
    ? expectDense(value)
    : DenseValue.splat([], element, expectScalar(value));
}

type Numbers = Float32Array | Float64Array | Int8Array | Int16Array | Int32Array;

/** Loops over typed arrays for sums of f32, f64 and i32 products; undefined where the general loop has to run. */
function fastLoop({ elements, kind }: ContractionSpec): Loop | undefined {
  const [lhs, rhs, acc] = elements;
  if (kind !== "add") return undefined;
  if (acc.kind === "float" && lhs.kind === "float" && rhs.kind === "float") {
    if (acc.name === "f32" && lhs.width <= 32 && rhs.width <= 32)
      return (plan, a, b, acc, out) => loop(plan, a, b, acc, out, sumFloat32);
    return acc.name === "f64" ? (plan, a, b, acc, out) => loop(plan, a, b, acc, out, sumFloat64) : undefined;
  }
  const signed = (type: Type): boolean =>
    type.kind === "integer" && [8, 16, 32].includes(type.width) && type.signedness !== "unsigned";
  return signed(acc) && signed(lhs) && signed(rhs)
    ? (plan, a, b, acc, out) => loop(plan, a, b, acc, out, sumInt32)
    : undefined;
}

type Loop = (plan: Plan, lhs: DenseValue, rhs: DenseValue, acc: DenseValue, out: DenseValue) => void;
type Sum = (plan: Plan, a: Numbers, b: Numbers, starts: Numbers, out: Numbers) => void;

function isNumbers(data: DenseValue["data"]): data is Numbers {
  return !(data instanceof BigInt64Array || data instanceof BigUint64Array);
}

function loop(plan: Plan, lhs: DenseValue, rhs: DenseValue, acc: DenseValue, out: DenseValue, sum: Sum): void {
  const [a, b, starts, sums] = [lhs.data, rhs.data, acc.data, out.data];
  if (!isNumbers(a) || !isNumbers(b) || !isNumbers(starts) || !isNumbers(sums))
    throw new Error("narrow elements are numbers");
  sum(plan, a, b, starts, sums);
}

function sumFloat32({ lanes, lhs, rhs, length }: Plan, a: Numbers, b: Numbers, starts: Numbers, out: Numbers): void {
  if (!(a instanceof Float32Array) || !(b instanceof Float32Array))
    throw new Error("floats of up to 32 bits are in a Float32Array");
  for (let lane = 0; lane < lanes; lane++) {
    let sum = starts[lane]!;
    for (let block = 0; block < lhs.blocks.length; block++) {
      let p = lhs.outer[lane]! + lhs.blocks[block]!;
      let q = rhs.outer[lane]! + rhs.blocks[block]!;
      for (let k = 0; k < length; k++, p += lhs.step, q += rhs.step)
        sum = Math.fround(sum + Math.fround(a[p]! * b[q]!));
    }
    out[lane] = sum;
  }
}

function sumFloat64({ lanes, lhs, rhs, length }: Plan, a: Numbers, b: Numbers, starts: Numbers, out: Numbers): void {
  for (let lane = 0; lane < lanes; lane++) {
    let sum = starts[lane]!;
    for (let block = 0; block < lhs.blocks.length; block++) {
      let p = lhs.outer[lane]! + lhs.blocks[block]!;
      let q = rhs.outer[lane]! + rhs.blocks[block]!;
      for (let k = 0; k < length; k++, p += lhs.step, q += rhs.step) sum += a[p]! * b[q]!;
    }
    out[lane] = sum;
  }
}

/** Modulo 2^32; the array that the sum goes to wraps it to its own width. */
function sumInt32({ lanes, lhs, rhs, length }: Plan, a: Numbers, b: Numbers, starts: Numbers, out: Numbers): void {
  for (let lane = 0; lane < lanes; lane++) {
    let sum = starts[lane]!;
    for (let block = 0; block < lhs.blocks.length; block++) {
      let p = lhs.outer[lane]! + lhs.blocks[block]!;
      let q = rhs.outer[lane]! + rhs.blocks[block]!;
      for (let k = 0; k < length; k++, p += lhs.step, q += rhs.step) sum = (sum + Math.imul(a[p]!, b[q]!)) | 0;
    }
    out[lane] = sum;
  }
}

type General = (
  plan: Plan,
  lhs: DenseValue,
  rhs: DenseValue,
  acc: DenseValue | undefined,
  mask: DenseValue | undefined,
  out: DenseValue,
) => void;

/** Any element types, kinds, poison and masks. Lanes that the mask has off contribute nothing. */
function generalLoop({ elements: [lhsElement, rhsElement, accElement], kind }: ContractionSpec): General {
  const extendLhs = extension(lhsElement, accElement);
  const extendRhs = extension(rhsElement, accElement);
  const multiply = product(accElement);
  const combine = combineOrPoison(kind, accElement);
  return ({ lanes, lhs, rhs, mask: maskLoops, length }, a, b, acc, mask, out) => {
    for (let lane = 0; lane < lanes; lane++) {
      let total: Scalar | undefined = acc?.get(lane);
      for (let block = 0; block < lhs.blocks.length; block++) {
        for (let k = 0; k < length; k++) {
          const on = mask?.get(maskLoops.outer[lane]! + maskLoops.blocks[block]! + k * maskLoops.step);
          if (on === 0) continue;
          const x = a.get(lhs.outer[lane]! + lhs.blocks[block]! + k * lhs.step);
          const y = b.get(rhs.outer[lane]! + rhs.blocks[block]! + k * rhs.step);
          const value = x === POISON || y === POISON || on === POISON ? POISON : multiply(extendLhs(x), extendRhs(y));
          total = total === undefined ? value : combine(total, value);
        }
      }
      out.set(lane, total ?? POISON);
    }
  };
}

/** Integers extend by sign; a float of a narrower type is the same number in a wider one. */
function extension(from: Type, to: Type): (value: Scalar) => Scalar {
  if (from === to || from.kind === "float" || to.kind === "float") return (value) => value;
  if ((from.kind === "integer" || from.kind === "index") && (to.kind === "integer" || to.kind === "index"))
    return convertInteger(from, to, "signed");
  throw new Error(`no extension from '${from.kind}' to '${to.kind}'`);
}

function product(element: Type): (a: Scalar, b: Scalar) => Scalar {
  if (element.kind === "float") return floatArithmetic(element).mul;
  if (element.kind === "integer" || element.kind === "index") return integerArithmetic(element).mul;
  throw new Error(`no product of elements of kind '${element.kind}'`);
}
