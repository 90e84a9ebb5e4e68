// Terminators that say nothing: custom forms leave them out.
import type { Operation } from "../core/operation.ts";

export function isBareTerminator(op: Operation | null): boolean {
  return (
    op !== null &&
    op.hasTrait("Terminator") &&
    op.operandCount === 0 &&
    op.resultCount === 0 &&
    op.allAttributes.length === 0
  );
}
