// Mixed lists of constants and operands at run time: `[%a, 0] [8, %n]` as numbers.
import type { MixedIndex } from "../define/offset-size-stride.ts";
import type { RuntimeValue } from "./meaning.ts";
import { expectIndex } from "./operand.ts";

/** Reads several lists off the values of their operands, which stand one list after the other. Poison is undefined behaviour. */
export function indexListReader(
  ...lists: readonly (readonly MixedIndex[])[]
): (dynamic: readonly RuntimeValue[]) => readonly (readonly number[])[] {
  const template = lists.map((list) => list.map((index) => (typeof index === "number" ? index : undefined)));
  const fixed = template.map((list) => list.filter((index) => index !== undefined));
  if (fixed.every((list, i) => list.length === template[i]?.length)) return () => fixed;
  return (dynamic) => {
    let next = 0;
    return template.map((list) => list.map((index) => index ?? expectIndex(dynamic[next++])));
  };
}
