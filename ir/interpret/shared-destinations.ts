// The tensors that parallel iterations fill together (scf.forall's shared_outs), between the loop and the ops that insert.
//
// The loop runs its iterations with `run.withState(SHARED_DESTINATIONS, destinations, ...)`, where `destinations` maps each of its
// block arguments to a copy of its init, and returns those copies. The body reads the argument itself: the init, unchanged.
import type { Value } from "../core/value.ts";
import type { Execution } from "./meaning.ts";
import type { DenseValue } from "./value.ts";

export const SHARED_DESTINATIONS = "shared destinations of a parallel loop";

export type SharedDestinations = ReadonlyMap<Value, DenseValue>;

/** The tensor that `argument` stands for, to be written in place. */
export function sharedDestination(run: Execution, argument: Value): DenseValue {
  const destinations = run.state<SharedDestinations>(SHARED_DESTINATIONS, () => new Map());
  return (
    destinations.get(argument) ?? run.unsupported("an insertion into a tensor that no enclosing parallel loop shares")
  );
}
