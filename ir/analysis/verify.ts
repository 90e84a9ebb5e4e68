// The verifier: structure, types and traits of every op, then dominance, then symbols. Diagnostics come in the order of the text.
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { walk, walkPostOrder } from "../core/walk.ts";
import { verifyBlocks } from "./verify-blocks.ts";
import { verifyUses } from "./verify-dominance.ts";
import { verifyOperation } from "./verify-operation.ts";
import { verifySymbolTable } from "./verify-symbols.ts";

/** What is wrong with an op and everything inside it; nothing when the list is empty. Later checks wait for earlier ones to hold. */
export function verify(root: Operation): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic | undefined): void => {
    if (diagnostic !== undefined) diagnostics.push({ category: "semantic", ...diagnostic });
  };
  for (const op of walk(root)) {
    report(verifyOperation(op));
    verifyBlocks(op, report);
  }
  if (diagnostics.length > 0) return diagnostics;
  verifyUses(root, report);
  if (diagnostics.length > 0) return diagnostics;
  for (const op of walkPostOrder(root)) {
    if (op.hasTrait("SymbolTable")) verifySymbolTable(op, report);
    report(op.definition.verifySymbols?.(op));
  }
  return diagnostics;
}
