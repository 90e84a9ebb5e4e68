// Diagnostics: errors, warnings, remarks and their notes, as values. `ir/syntax` renders them with carets.
import type { Location } from "./location.ts";

export type Severity = "error" | "warning" | "remark" | "note";

/** Something that helps to understand a diagnostic, at a place of its own. */
export interface DiagnosticNote {
  readonly location: Location;
  readonly message: string;
  /** As that of a diagnostic. */
  readonly length?: number;
}

export interface Diagnostic {
  readonly severity: Severity;
  readonly location: Location;
  /** Lower case, no full stop, as MLIR writes them: `'arith.addi' op requires ...`. */
  readonly message: string;
  readonly notes?: readonly DiagnosticNote[];
  /** What to try instead, e.g. the nearest known name. */
  readonly hint?: string;
  /** Length in characters of the caret range at the location's column, when known. */
  readonly length?: number;
  /** Whether no grammar of the generic form would take the text, or it is well-formed and wrong; absent is "semantic". */
  readonly category?: "syntax" | "semantic";
}

export type DiagnosticSink = (diagnostic: Diagnostic) => void;

export function errorAt(location: Location, message: string, extra: Partial<Diagnostic> = {}): Diagnostic {
  return { severity: "error", location, message, ...extra };
}

/** Collects diagnostics in order; `failed` is true once an error came in. */
export class DiagnosticList {
  readonly items: Diagnostic[] = [];

  readonly sink: DiagnosticSink = (diagnostic) => {
    this.items.push(diagnostic);
  };

  get failed(): boolean {
    return this.items.some((diagnostic) => diagnostic.severity === "error");
  }
}
