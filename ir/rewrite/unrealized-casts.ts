// unrealized_conversion_cast: stands between values of old and new types while conversions are under way; pairs of them cancel.
import type { Location } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import type { Rewriter } from "./rewriter.ts";

export const UNREALIZED_CAST = "builtin.unrealized_conversion_cast";

export function isUnrealizedCast(op: Operation): boolean {
  return op.name === UNREALIZED_CAST;
}

/** Makes a cast at the insertion point. */
export function createUnrealizedCast(
  rewriter: Rewriter,
  types: readonly Type[],
  inputs: readonly Value[],
  location: Location,
): Operation {
  return rewriter.create(UNREALIZED_CAST, { operands: inputs, resultTypes: types }, location);
}

export function haveTypes(values: readonly Value[], types: readonly Type[]): boolean {
  return values.length === types.length && values.every(({ type }, index) => type === types[index]);
}

/** The cast whose results, all and in order, are these values. */
function castBehind(values: readonly Value[]): Operation | undefined {
  const cast = values[0]?.definingOp;
  if (!cast || !isUnrealizedCast(cast) || cast.resultCount !== values.length) return undefined;
  return values.every((value, index) => value === cast.result(index)) ? cast : undefined;
}

/** What the cast's results can be replaced with: the inputs of a chain of casts that ends where the types began. */
export function reconciledInputs(cast: Operation): readonly Value[] | undefined {
  const types = cast.results.map(({ type }) => type);
  for (let inputs = cast.operands; ;) {
    if (haveTypes(inputs, types)) return inputs;
    const behind = castBehind(inputs);
    if (behind === undefined) return undefined;
    inputs = behind.operands;
  }
}

/** Cancels what cancels among these casts and erases those without uses. Returns the casts that stay. */
export function reconcileCasts(casts: Iterable<Operation>, rewriter: Rewriter): Operation[] {
  let live = [...casts];
  for (const cast of live) {
    const inputs = reconciledInputs(cast);
    if (inputs === undefined) continue;
    cast.results.forEach((result, index) => {
      const input = inputs[index];
      if (input !== undefined) rewriter.replaceAllUsesWith(result, input);
    });
  }
  // Erasing one may leave the one behind it without uses.
  for (let again = true; again;) {
    again = false;
    const kept: Operation[] = [];
    for (const cast of live.reverse()) {
      if (cast.hasResultUses) kept.push(cast);
      else {
        rewriter.eraseOp(cast);
        again = true;
      }
    }
    live = kept.reverse();
  }
  return live;
}
