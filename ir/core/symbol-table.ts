// Symbols: names of ops in a symbol table (`sym_name`), their lookup, uses and renaming.
import type { Attribute, SymbolRefAttr } from "./attributes.ts";
import { arrayAttr, dictionaryAttr, stringAttr, symbolRefAttr } from "./attribute-constructors.ts";
import type { Operation } from "./operation.ts";
import { walk } from "./walk.ts";

export const SYMBOL_NAME = "sym_name";
export const SYMBOL_VISIBILITY = "sym_visibility";

/** The symbol name of an op, if it has one. */
export function symbolName(op: Operation): string | undefined {
  const attribute = op.attribute(SYMBOL_NAME);
  return attribute?.kind === "string" ? attribute.value : undefined;
}

/** "public" unless `sym_visibility` says "private" or "nested". */
export function symbolVisibility(op: Operation): "public" | "private" | "nested" {
  const attribute = op.attribute(SYMBOL_VISIBILITY);
  const value = attribute?.kind === "string" ? attribute.value : "public";
  return value === "private" || value === "nested" ? value : "public";
}

/** The op named `name` directly inside a symbol table op. */
export function lookupSymbolIn(table: Operation, name: string): Operation | undefined {
  const block = table.regions[0]?.blocks[0];
  if (block === undefined) return undefined;
  for (const op of block.ops()) if (symbolName(op) === name) return op;
  return undefined;
}

/** The nearest enclosing op with the SymbolTable trait. */
export function nearestSymbolTable(from: Operation): Operation | undefined {
  for (let op: Operation | null = from; op !== null; op = op.parentOp) {
    if (op.hasTrait("SymbolTable") && op !== from) return op;
  }
  return undefined;
}

/** Resolves a reference (nested ones too) from where `from` stands: outwards through symbol tables, as MLIR does. */
export function resolveSymbol(from: Operation, reference: SymbolRefAttr | string): Operation | undefined {
  const root = typeof reference === "string" ? reference : reference.root;
  const nested = typeof reference === "string" ? [] : reference.nested;
  for (let table = nearestSymbolTable(from); table !== undefined; table = nearestSymbolTable(table)) {
    let found = lookupSymbolIn(table, root);
    for (const name of nested) found = found && lookupSymbolIn(found, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name based on `base` that is free in the table: `base`, `base_0`, `base_1`, ... */
export function uniqueSymbolName(table: Operation, base: string): string {
  if (lookupSymbolIn(table, base) === undefined) return base;
  for (let i = 0; ; i++) {
    const name = `${base}_${i}`;
    if (lookupSymbolIn(table, name) === undefined) return name;
  }
}

/** Every symbol reference inside an attribute, at any depth. */
export function* symbolReferences(attribute: Attribute): IterableIterator<SymbolRefAttr> {
  switch (attribute.kind) {
    case "symbol":
      yield attribute;
      break;
    case "array":
      if (attribute.packed !== undefined) return;
      for (const element of attribute.elements) yield* symbolReferences(element);
      break;
    case "dictionary":
      for (const [, value] of attribute.entries) yield* symbolReferences(value);
      break;
    default:
  }
}

/** The ops inside `root` that name `name` at the root of a reference. */
export function symbolUsers(root: Operation, name: string): Operation[] {
  const users: Operation[] = [];
  for (const op of walk(root)) {
    for (const [, attribute] of op.allAttributes) {
      for (const reference of symbolReferences(attribute)) {
        if (reference.root === name) {
          users.push(op);
          break;
        }
      }
    }
  }
  return [...new Set(users)];
}

/** Renames a symbol and every reference to it inside `root`. */
export function renameSymbol(root: Operation, symbol: Operation, name: string): void {
  const old = symbolName(symbol);
  if (old === undefined) throw new Error("not a symbol");
  for (const op of symbolUsers(root, old)) {
    for (const [key, attribute] of op.allAttributes) op.setAttribute(key, renamed(attribute, old, name));
  }
  symbol.setAttribute(SYMBOL_NAME, stringAttr(symbol.context, name));
}

function renamed(attribute: Attribute, from: string, to: string): Attribute {
  switch (attribute.kind) {
    case "symbol":
      return attribute.root === from ? symbolRefAttr(attribute.context, to, attribute.nested) : attribute;
    case "array":
      if (attribute.packed !== undefined) return attribute;
      return arrayAttr(
        attribute.context,
        attribute.elements.map((element) => renamed(element, from, to)),
      );
    case "dictionary":
      return dictionaryAttr(
        attribute.context,
        attribute.entries.map(([key, value]) => [key, renamed(value, from, to)] as const),
      );
    default:
      return attribute;
  }
}
