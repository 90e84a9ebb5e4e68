// Reading slots of a frame.
import type { RuntimeValue } from "./meaning.ts";

const none: readonly RuntimeValue[] = [];

/** The values in these slots. */
export function gathered(slots: readonly number[], values: readonly RuntimeValue[]): readonly RuntimeValue[] {
  if (slots.length === 0) return none;
  const found = new Array<RuntimeValue>(slots.length);
  for (let i = 0; i < slots.length; i++) found[i] = values[slots[i]!]!;
  return found;
}
