// Whether a witness ends otherwise after a rewrite than before it.
import type { Outcome } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { POISON, type Scalar } from "../../../ir/interpret/value.ts";

/** The scalars of a result, in order. */
function scalarsOf(value: RuntimeValue): readonly Scalar[] {
  if (typeof value !== "object" || !("kind" in value)) return [value];
  if (value.kind !== "dense") throw new Error(`a witness returns no ${value.kind}`);
  return Array.from({ length: value.count }, (_, i) => value.get(i));
}

const isSame = (a: Scalar, b: Scalar): boolean =>
  typeof a === "object" && typeof b === "object" ? Object.is(a.re, b.re) && Object.is(a.im, b.im) : Object.is(a, b);

/** Whether a run that ended well before ends otherwise after: what was poison may be anything. */
export function changed(before: Outcome, after: Outcome): boolean {
  if (before.kind !== "values") throw new Error(`the witness itself ends in ${before.kind}: ${before.reason}`);
  if (after.kind !== "values") return true;
  const [old, made] = [before.values.flatMap(scalarsOf), after.values.flatMap(scalarsOf)];
  return old.length !== made.length || old.some((scalar, i) => scalar !== POISON && !isSame(scalar, made[i] ?? NaN));
}
