// Diagnostics on their way to the user: rendered with their source lines.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import { renderDiagnostic, type Source } from "../../ir/syntax/render.ts";

/** All diagnostics as text, one after another, each with the line that it points at. */
export function renderAll(diagnostics: readonly Diagnostic[], sources: readonly Source[]): string {
  return diagnostics.map((diagnostic) => `${renderDiagnostic(diagnostic, sources)}\n`).join("");
}

/** Long source lines (dense data) as a window around the place, so that a diagnostic stays readable. */
export function withShortLines(text: string, widest = 160): string {
  return text
    .split("\n")
    .map((line, i, lines) => shortened(line, lines[i + 1], lines[i - 1], widest))
    .join("\n");
}

function shortened(line: string, next: string | undefined, previous: string | undefined, widest: number): string {
  const caret = next === undefined ? -1 : caretOf(next);
  if (caret >= 0 && line.length > widest) return windowOf(line, caret, widest);
  const own = caretOf(line);
  if (own >= 0 && previous !== undefined && previous.length > widest) {
    const from = windowStart(previous.length, own, widest);
    return from === 0 ? line.slice(0, widest) : ` ${line.slice(from + 1, from + widest)}`;
  }
  return line;
}

const caretOf = (line: string): number => (/^\s*\^~*$/.test(line) ? line.indexOf("^") : -1);

const windowStart = (length: number, caret: number, widest: number): number =>
  Math.max(0, Math.min(caret - (widest >> 1), length - widest));

function windowOf(line: string, caret: number, widest: number): string {
  const from = windowStart(line.length, caret, widest);
  const until = from + widest;
  const head = from === 0 ? line.slice(0, 1) : "…";
  const tail = until >= line.length ? line.slice(until - 1, until) : "…";
  return head + line.slice(from + 1, until - 1) + tail;
}
