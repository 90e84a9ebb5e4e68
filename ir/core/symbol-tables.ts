// Look-ups of symbols that remember each table's names (SymbolTableCollection). Valid until symbols come, go or are renamed.
import type { SymbolRefAttr } from "./attributes.ts";
import type { Operation } from "./operation.ts";
import { nearestSymbolTable, symbolName } from "./symbol-table.ts";

export class SymbolTables {
  readonly #tables = new Map<Operation, ReadonlyMap<string, Operation>>();

  /** The op named `name` directly inside a symbol table op. */
  lookupIn(table: Operation, name: string): Operation | undefined {
    let names = this.#tables.get(table);
    if (names === undefined) this.#tables.set(table, (names = namesIn(table)));
    return names.get(name);
  }

  /** The op that a reference names from where `from` stands: outwards through symbol tables. */
  resolve(from: Operation, reference: SymbolRefAttr | string): Operation | undefined {
    for (let table = nearestSymbolTable(from); table !== undefined; table = nearestSymbolTable(table)) {
      const found = this.#resolveIn(table, reference);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The same in the nearest symbol table only, where most of MLIR's ops look (SymbolTable::lookupNearestSymbolFrom). */
  resolveNearest(from: Operation, reference: SymbolRefAttr): Operation | undefined {
    const table = nearestSymbolTable(from);
    return table && this.#resolveIn(table, reference);
  }

  #resolveIn(table: Operation, reference: SymbolRefAttr | string): Operation | undefined {
    if (typeof reference === "string") return this.lookupIn(table, reference);
    let found = this.lookupIn(table, reference.root);
    for (const name of reference.nested) found = found && this.lookupIn(found, name);
    return found;
  }
}

function namesIn(table: Operation): ReadonlyMap<string, Operation> {
  const names = new Map<string, Operation>();
  for (let op = table.regions[0]?.blocks[0]?.firstOp ?? null; op !== null; op = op.next) {
    const name = symbolName(op);
    if (name !== undefined && !names.has(name)) names.set(name, op);
  }
  return names;
}
