// Diagnostics as text for people: `file:line:col: error: message`, the source line, a caret under the place, notes, a hint.
import type { Diagnostic, Severity } from "../core/diagnostic.ts";
import { filePosition, type Location } from "../core/location.ts";
import { locationText } from "./print-locations.ts";

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Several lines, without a newline at the end. Sources whose text is given are quoted. */
export function renderDiagnostic(diagnostic: Diagnostic, sources: readonly Source[] = []): string {
  const { severity, location, message, notes, hint, length } = diagnostic;
  const parts = [renderMessage(severity, location, message, length ?? 1, sources)];
  for (const note of notes ?? []) parts.push(renderMessage("note", note.location, note.message, 1, sources));
  if (hint !== undefined) parts.push(`hint: ${hint}`);
  return parts.join("\n");
}

function renderMessage(
  severity: Severity,
  location: Location,
  message: string,
  length: number,
  sources: readonly Source[],
): string {
  const position = filePosition(location);
  if (position === undefined) {
    return `${location.kind === "unknown" ? "" : `${locationText(location)}: `}${severity}: ${message}`;
  }
  const { file, line, column } = position;
  const head = `${file}:${line}:${column}: ${severity}: ${message}`;
  const source = sources.find((candidate) => candidate.file === file);
  const quoted = source === undefined ? undefined : lineOf(source.text, line);
  if (quoted === undefined || column < 1) return head;
  const before = quoted.slice(0, column - 1).replace(/[^\t]/g, " ");
  const width = Math.max(1, Math.min(length, quoted.length - column + 1));
  return `${head}\n${quoted}\n${before}^${"~".repeat(width - 1)}`;
}

/** A line by number from 1, without splitting the whole text. */
function lineOf(text: string, line: number): string | undefined {
  let start = 0;
  for (let i = 1; i < line; i++) {
    start = text.indexOf("\n", start) + 1;
    if (start === 0) return undefined;
  }
  const end = text.indexOf("\n", start);
  return line < 1 ? undefined : text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
}
