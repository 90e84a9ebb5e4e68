// Diagnostics on their way to the user: as text with their source lines, or as JSON.
import type { Diagnostic, DiagnosticNote } from "../../ir/core/diagnostic.ts";
import { filePosition } from "../../ir/core/location.ts";
import { caretLength, renderDiagnostic, type Source } from "../../ir/syntax/render.ts";
import type { Failure } from "./failure.ts";
import type { CommandIo, ExitCode } from "./io.ts";

export const diagnosticFormats = ["text", "json"] as const;

/** `json`: one object on a line of its own for each diagnostic, of the shape of `DiagnosticJson`. */
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

/** The format that a flag's value names; text where there is none. */
export const diagnosticFormat = (value: string | undefined): DiagnosticFormat => (value === "json" ? "json" : "text");

/** The format that arguments ask for which cannot be read, or not yet. */
export const formatAskedFor = (argv: readonly string[]): DiagnosticFormat =>
  diagnosticFormat(argv.includes("--diagnostics=json") ? "json" : undefined);

/** Says why a command cannot go on. */
export function refuse(failed: Failure, format: DiagnosticFormat, io: CommandIo): ExitCode {
  io.stderr(failureText(failed, format));
  return 1;
}

export interface PlaceJson {
  readonly file: string;
  /** Both count from 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Characters of the caret range. */
  readonly length: number;
}

/** The shape of a diagnostic as JSON. It only ever gains fields. */
export interface DiagnosticJson {
  readonly severity: Diagnostic["severity"];
  readonly category: "syntax" | "semantic";
  readonly message: string;
  /** null where the place is in no file. */
  readonly location: PlaceJson | null;
  readonly notes: readonly { readonly message: string; readonly location: PlaceJson | null }[];
  readonly hint: string | null;
}

/** How many diagnostics are written as text; the reader gives no more than that, the verifier may. */
const mostShown = 501;

/** All diagnostics, one after another, each with the line that it points at. */
export function renderAll(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  format: DiagnosticFormat = "text",
): string {
  const render = (diagnostic: Diagnostic): string =>
    format === "json" ? JSON.stringify(diagnosticJson(diagnostic, sources)) : renderDiagnostic(diagnostic, sources);
  // A person reads no more of them; a program may want all.
  const shown = format === "json" ? diagnostics : diagnostics.slice(0, mostShown);
  const more = diagnostics.length - shown.length;
  return (
    shown.map((diagnostic) => `${render(diagnostic)}\n`).join("") + (more > 0 ? `${more} more are not shown\n` : "")
  );
}

export function diagnosticJson(diagnostic: Diagnostic, sources: readonly Source[]): DiagnosticJson {
  const { severity, category, message, notes, hint } = diagnostic;
  return {
    severity,
    category: category ?? "semantic",
    message,
    location: placeJson(diagnostic, sources),
    notes: (notes ?? []).map((note) => ({ message: note.message, location: placeJson(note, sources) })),
    hint: hint ?? null,
  };
}

function placeJson(
  { location, length }: Pick<DiagnosticNote, "location" | "length">,
  sources: readonly Source[],
): PlaceJson | null {
  const position = filePosition(location);
  if (position === undefined) return null;
  const { file, line, column } = position;
  return { file, line, column, length: length ?? caretLength(position, sources) };
}

/** What a command says when it cannot go on. */
export function failureText(failed: Failure, format: DiagnosticFormat = "text"): string {
  if (format === "text") return `${failed.failure}\n`;
  const { diagnostics, sources } = failed;
  if (diagnostics !== undefined) return renderAll(diagnostics, sources ?? [], "json");
  const [first = "", ...more] = failed.failure.split("\n");
  const hint = more.find((line) => line.startsWith("hint: "))?.slice("hint: ".length);
  const rest = more.filter((line) => !line.startsWith("hint: "));
  const message = [first.replace(/^error: /, ""), ...rest].join("\n");
  const plain: Diagnostic = { severity: "error", location: { kind: "unknown" }, message };
  return renderAll([hint === undefined ? plain : { ...plain, hint }], [], "json");
}
