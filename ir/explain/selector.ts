// Selectors of `--explain`: an op by the place in the text where it stands, by its name, or by a result.
import { filePosition } from "../core/location.ts";
import type { Operation } from "../core/operation.ts";

export type Selector =
  | {
      readonly kind: "place";
      readonly file: string | undefined;
      readonly line: number;
      readonly column: number | undefined;
    }
  | { readonly kind: "result"; readonly name: string }
  | { readonly kind: "name"; readonly name: string };

/** `[FILE:]LINE[:COLUMN]`, `%result` or `dialect.op`; undefined where a text is none of these. */
export function readSelector(text: string): Selector | undefined {
  if (/^%[\w$.-]+$/.test(text)) return { kind: "result", name: text.slice(1) };
  const place = /^(?:(.*\D.*):)?(\d+)(?::(\d+))?$/.exec(text);
  if (place !== null) {
    const [, file, line, column] = place;
    return { kind: "place", file, line: Number(line), column: column === undefined ? undefined : Number(column) };
  }
  return /^[A-Za-z_][\w$]*(\.[\w$.]+)+$/.test(text) ? { kind: "name", name: text } : undefined;
}

/** Names of an op's results, without `%`, as somebody would call them. */
export type ResultNames = (op: Operation) => readonly string[];

export function isSelected(op: Operation, selector: Selector, names: ResultNames): boolean {
  switch (selector.kind) {
    case "name":
      return op.name === selector.name;
    case "result":
      return names(op).includes(selector.name);
    case "place": {
      const position = filePosition(op.location);
      return (
        position?.line === selector.line &&
        (selector.column === undefined || position.column === selector.column) &&
        (selector.file === undefined || position.file === selector.file || position.file.endsWith(`/${selector.file}`))
      );
    }
  }
}

/** The names in front of an op in the text that it was read from: `%a, %b:2 = ` gives a and b. */
export function sourceNames(text: string): ResultNames {
  const lines = text.split("\n");
  return (op) => {
    const position = filePosition(op.location);
    const before = position === undefined ? undefined : lines[position.line - 1]?.slice(0, position.column - 1);
    const list = before === undefined ? null : /((?:%[\w$.-]+(?::\d+)?\s*,?\s*)+)=\s*$/.exec(before);
    return [...(list?.[1] ?? "").matchAll(/%([\w$.-]+)/g)].map(([, name = ""]) => name);
  };
}
