// Two versions of an inner loop: where the transfers in it stay inside their buffers for a reason that the loop does not change, one test
// in front of the loop takes the place of a test in every iteration.
//
//     if (all inside) { for ... whole transfers } else { for ... checked transfers }
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Region } from "../../../../ir/core/block.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { walk } from "../../../../ir/core/walk.ts";
import { LoopLikeOpInterface } from "../../../../ir/define/op-interfaces.ts";
import { sizeOf } from "../../../../dialects/memref/metadata.ts";
import { TransferReadOp, TransferWriteOp } from "../../../../dialects/vector/index.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { addLinear, numberOf, type Linear } from "../lowered.ts";

/** For each transfer, the dimensions of its vector along which it may be taken to stay inside. */
export type Assumptions = ReadonlyMap<Operation, ReadonlySet<number>>;

export interface Versions {
  /** All of it inside: an i32. */
  readonly test: Value;
  readonly assumptions: Assumptions;
}

interface Test {
  readonly inside: Linear;
  readonly extent: number;
}

/** The test and what follows from it; undefined where a loop holds loops, or nothing is gained. */
export function versionsOf(loop: Operation, f: FunctionLowering): Versions | undefined {
  const body = loop.region();
  const inner = [...walk(loop)].filter((op) => op !== loop);
  if (inner.some((op) => LoopLikeOpInterface.of(op) !== undefined)) return undefined;
  const assumptions = new Map<Operation, Set<number>>();
  const tests: Test[] = [];
  for (const op of inner) {
    const found = testsOf(op, body, f);
    if (found.length === 0) continue;
    assumptions.set(op, new Set(found.map(({ dimension }) => dimension)));
    for (const { test } of found) if (!tests.some((other) => isSame(other, test))) tests.push(test);
  }
  const { emitter, addresses } = f;
  const [first, ...rest] = tests.map(({ inside, extent }) =>
    emitter.op("i64.ge_s", [addresses.value64(inside), emitter.i64(extent)]),
  );
  return first === undefined
    ? undefined
    : { test: rest.reduce((a, b) => emitter.op("i32.and", [a, b]), first), assumptions };
}

/** The dimensions of a transfer that only values from outside of the loop decide about. */
function testsOf(
  op: Operation,
  body: Region,
  f: FunctionLowering,
): { readonly dimension: number; readonly test: Test }[] {
  const view = TransferReadOp.match(op) ?? TransferWriteOp.match(op);
  const vector = TransferReadOp.match(op)?.vector ?? TransferWriteOp.match(op)?.valueToStore;
  if (view === undefined || vector?.type.kind !== "vector" || view.mask !== undefined) return [];
  const { shape } = vector.type;
  return view.permutationMap.results.flatMap((e, dimension) => {
    if (view.inBounds[dimension] === true || e.kind !== "dim") return [];
    const index = view.indices[e.position];
    const size = invariantSize(view.base, e.position, body, f);
    if (index === undefined || size === undefined || isInside(index, body)) return [];
    const inside = addLinear(size, f.addresses.linear(index), -1);
    const extent = shape[dimension] ?? 1;
    const known = numberOf(inside);
    return known === undefined ? [{ dimension, test: { inside, extent } }] : [];
  });
}

const isInside = (value: Value, body: Region): boolean =>
  value.parentBlock?.parentRegion?.isWithin(body) === true && value.definingOp?.hasTrait("ConstantLike") !== true;

function invariantSize(base: Value, dimension: number, body: Region, f: FunctionLowering): Linear | undefined {
  if (!isInside(base, body)) return f.addresses.ofExtent(f.buffer(base).sizes[dimension] ?? 0);
  const size = sizeOf(base, dimension);
  return size === undefined || (typeof size !== "number" && isInside(size, body))
    ? undefined
    : f.addresses.linear(size);
}

function isSame(a: Test, b: Test): boolean {
  const [x, y] = [a.inside, b.inside];
  return (
    a.extent === b.extent &&
    x.constant === y.constant &&
    x.terms.size === y.terms.size &&
    [...x.terms].every(([value, factor]) => y.terms.get(value) === factor)
  );
}
