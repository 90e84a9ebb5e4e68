// `--mlir-print-op-on-diagnostic`: a note with the operation, in generic form, on what is said of one.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Location } from "../../ir/core/location.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { walk } from "../../ir/core/walk.ts";
import { printOperation } from "../../ir/syntax/printer.ts";

/** Diagnostics of ops of `root` with the note first. An op is known by its location, which is its own where the text gave none. */
export function withOperationNotes(diagnostics: readonly Diagnostic[], root: Operation): Diagnostic[] {
  const places = new Map<Location, Operation | undefined>(diagnostics.map(({ location }) => [location, undefined]));
  for (const op of walk(root)) {
    if (!places.has(op.location)) continue;
    if (places.get(op.location) === undefined) places.set(op.location, op);
  }
  return diagnostics.map((diagnostic) => {
    const op = places.get(diagnostic.location);
    if (op === undefined) return diagnostic;
    const text = printOperation(op, { generic: true, localScope: true });
    const message = `see current operation: ${op.regions.length > 0 ? "\n" : ""}${text}`;
    return { ...diagnostic, notes: [{ location: op.location, message }, ...(diagnostic.notes ?? [])] };
  });
}
