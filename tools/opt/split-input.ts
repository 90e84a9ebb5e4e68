// Takes a file apart at its markers, as mlir-opt does: a marker may stand anywhere. Lines and columns of each part stay those of the whole file.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import { fileLocation } from "../../ir/core/location.ts";
import type { TextStart } from "../../ir/syntax/parser.ts";
import type { Source } from "../../ir/syntax/render.ts";

export interface SplitInput {
  /** Each begins with as many empty lines, and blanks, as there are lines and characters before it. */
  readonly parts: readonly string[];
  /** Where each part begins; undefined for the file's start. */
  readonly starts: readonly (TextStart | undefined)[];
  /** Places that look like markers and are none. */
  readonly warnings: readonly Diagnostic[];
}

/** How much of a marker's end may be wrong before nobody takes it for a marker. */
const checked = 2;

export function splitInput({ file, text }: Source, marker: string): SplitInput {
  if (marker === "") return { parts: [text], starts: [undefined], warnings: [] };
  const parts: string[] = [];
  const starts: (TextStart | undefined)[] = [];
  let start: TextStart | undefined;
  const warnings: Diagnostic[] = [];
  const near = marker.length > checked ? marker.slice(0, -checked) : marker;
  let from = 0;
  // Where the line of `scanned` is, counted forward only.
  let line = 1;
  let lineStart = 0;
  let scanned = 0;
  const moveTo = (offset: number): void => {
    for (let at = text.indexOf("\n", scanned); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
      line++;
      lineStart = at + 1;
    }
    scanned = offset;
  };
  let padding = "";
  for (let at = text.indexOf(near); at >= 0; at = text.indexOf(near, at + near.length)) {
    moveTo(at);
    if (text.startsWith(marker, at)) {
      parts.push(padding + text.slice(from, at));
      starts.push(start);
      from = at + marker.length;
      start = { line, column: from - lineStart + 1 };
      padding = "\n".repeat(line - 1) + " ".repeat(from - lineStart);
    } else {
      warnings.push({
        severity: "warning",
        location: fileLocation(file, line, at + near.length - lineStart + 1),
        message: "near miss with file split marker",
      });
    }
  }
  if (from < text.length) {
    parts.push(padding + text.slice(from));
    starts.push(start);
  }
  return { parts, starts, warnings };
}
