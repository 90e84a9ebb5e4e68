// One mutation: what it changed, and the changed text.
import type { GenericText, Span, TextList, TextOp } from "./generic-text.ts";
import type { Random } from "./random.ts";

export interface Edit extends Span {
  readonly text: string;
}

export interface Mutation {
  readonly kind: string;
  /** Name of the op that was chosen. */
  readonly op: string;
  readonly text: string;
}

/** The edits that change one fact about an op, or undefined where the op has no such fact. */
export type Mutator = (module: GenericText, op: TextOp, random: Random) => readonly Edit[] | undefined;

export const replace = ({ start, end }: Span, text: string): Edit => ({ start, end, text });
export const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** Takes one item out of a list, with its comma. */
export function removeItem(list: TextList, index: number): Edit {
  const item = list.items[index];
  if (item === undefined) throw new Error("no such item");
  const next = list.items[index + 1];
  const previous = list.items[index - 1];
  if (next !== undefined) return { start: item.start, end: next.start, text: "" };
  return { start: previous?.end ?? item.start, end: item.end, text: "" };
}

/** Puts an item at the end of a list with brackets; `empty` is the number of characters of its closing bracket. */
export function appendItem(list: TextList, text: string, closing = 1): Edit {
  return insert(list.end - closing, list.items.length === 0 ? text : `, ${text}`);
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  }
  return result;
}
