// What a failed check says.
import type { Counterexample } from "./counterexample.ts";

/** The counterexample as text, and how to see it again. */
export function failureMessage({ text, failure, seed }: Counterexample): string {
  const rules = failure.rules.map((rule) => `"${rule}"`).join(", ");
  return `${rules}: ${failure.reason}\n\n${text}\nTo see it again: the same check with { replay: ${seed} }.`;
}

/** Throws an error of this message unless `holds`. */
export function throwUnless(holds: boolean, message: () => string): asserts holds {
  if (!holds) throw new Error(message());
}
