// Reading slots of a frame.
import type { RuntimeValue } from "./meaning.ts";

/** The values in these slots. */
export function gathered(slots: readonly number[], values: readonly RuntimeValue[]): RuntimeValue[] {
  const found = new Array<RuntimeValue>(slots.length);
  for (let i = 0; i < slots.length; i++) found[i] = values[slots[i]!]!;
  return found;
}
