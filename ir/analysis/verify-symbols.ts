// Symbols: names are unique within their table.
import { errorAt, type Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { symbolName } from "../core/symbol-table.ts";

export function verifySymbolTable(table: Operation, report: (diagnostic: Diagnostic) => void): void {
  const [region] = table.regions;
  if (table.regions.length !== 1 || region === undefined || region.blocks.length !== 1) {
    report(
      errorAt(
        table.location,
        `'${table.name}' op Operations with a 'SymbolTable' must have exactly one region with one block`,
      ),
    );
    return;
  }
  const seen = new Map<string, Operation>();
  for (const op of region.entry.ops()) {
    const name = symbolName(op);
    if (name === undefined) continue;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, op);
    else {
      const notes = [{ location: first.location, message: "see existing symbol definition here" }];
      report(errorAt(op.location, `redefinition of symbol named '${name}'`, { notes }));
    }
  }
}
