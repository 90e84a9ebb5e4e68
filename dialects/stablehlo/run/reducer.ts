// Combining elements with a region, one after the other: the loop under reduce, reduce_window and scatter.
import type { Region } from "../../../ir/core/block.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Computation, Execution } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { unsupported } from "../../../ir/interpret/unwind.ts";
import type { ElementArray } from "../../../ir/interpret/element-array.ts";
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { binaryBody, scalarBody } from "../scalar-function.ts";
import { conversion } from "../scalar/convert.ts";
import { quoted } from "../verify.ts";

/** A combining region, as a function where it is one. */
export interface Reducer {
  readonly region: Region;
  readonly binary: ((a: Scalar, b: Scalar) => Scalar) | undefined;
  readonly scalars: ((args: readonly Scalar[]) => Scalar[]) | undefined;
}

export function reducerOf(region: Region): Reducer {
  const body = scalarBody(region);
  const ofTwo = region.entry.arguments.length === 2 ? body?.binary : undefined;
  return { region, binary: binaryBody(region) ?? ofTwo, scalars: body?.all };
}

/** Steps of a reduction: accumulator place and source place, in order. */
export interface ReductionSteps {
  readonly into: Int32Array;
  readonly from: Int32Array;
}

/** Runs a region on scalars as tensors of rank 0. */
export function* runOnScalars(region: Region, args: readonly Scalar[], run: Execution): Computation<Scalar[]> {
  const tensors = args.map((scalar, i) => {
    const type = region.entry.arguments[i]?.type;
    if (type?.kind !== "tensor") throw new Error("the verifier asks for tensors of rank 0");
    return DenseValue.splat([], type.element, scalar);
  });
  const exit = yield* run.runRegion(region, tensors);
  return exit.values.map((value) => expectDense(value).get(0));
}

/** accumulators[into[i]] = body(accumulators[into[i]], sources[from[i]]), for i = 0, 1, ... In place. */
export function* accumulate(
  reducer: Reducer,
  accumulators: readonly DenseValue[],
  sources: readonly DenseValue[],
  { into, from }: ReductionSteps,
  run: Execution,
): Computation<undefined> {
  const { binary, scalars, region } = reducer;
  run.spend(into.length);
  const [accumulator, source] = [accumulators[0], sources[0]];
  if (binary !== undefined && accumulators.length === 1 && accumulator !== undefined && source !== undefined) {
    if (accumulateNumbers(binary, accumulator, source, into, from)) return undefined;
  }
  const count = accumulators.length;
  const args = new Array<Scalar>(2 * count).fill(0);
  for (let i = 0; i < into.length; i++) {
    for (let k = 0; k < count; k++) {
      args[k] = accumulators[k]!.get(into[i]!);
      args[count + k] = sources[k]!.get(from[i]!);
    }
    const hasPoison = args.includes(POISON);
    const results = hasPoison
      ? undefined
      : scalars !== undefined
        ? scalars(args)
        : yield* runOnScalars(region, args, run);
    for (let k = 0; k < count; k++) accumulators[k]!.set(into[i]!, results?.[k] ?? POISON);
  }
  return undefined;
}

const isBig = (data: ElementArray): data is BigInt64Array | BigUint64Array =>
  data instanceof BigInt64Array || data instanceof BigUint64Array;

function accumulateNumbers(
  combine: (a: Scalar, b: Scalar) => Scalar,
  accumulator: DenseValue,
  source: DenseValue,
  into: Int32Array,
  from: Int32Array,
): boolean {
  const [out, data] = [accumulator.data, source.data];
  if (
    accumulator.poison !== null ||
    source.poison !== null ||
    accumulator.element.kind === "complex" ||
    isBig(out) ||
    isBig(data)
  )
    return false;
  for (let i = 0; i < into.length; i++) {
    const place = into[i]!;
    const value = combine(out[place]!, data[from[i]!]!);
    if (typeof value === "number") out[place] = value;
    else accumulator.set(place, value);
  }
  return true;
}

/** The source with the accumulator's element type. */
export function promoted(source: DenseValue, element: Type): DenseValue {
  if (source.element === element) return source;
  const convert =
    conversion(source.element, element) ?? unsupported(`conversion of ${quoted(source.element)} to ${quoted(element)}`);
  const result = DenseValue.zeros(source.shape, element);
  for (let i = 0, n = source.count; i < n; i++) {
    const scalar = source.get(i);
    result.set(i, scalar === POISON ? POISON : convert(scalar));
  }
  return result;
}
