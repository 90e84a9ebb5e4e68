// symbol-dce: erases symbols that nothing outside can name and nothing live refers to.
import type { Attribute, SymbolRefAttr } from "../ir/core/attributes.ts";
import { SymbolTables } from "../ir/core/symbol-tables.ts";
import { errorAt } from "../ir/core/diagnostic.ts";
import type { Operation } from "../ir/core/operation.ts";
import { nearestSymbolTable, symbolName, symbolReferences, symbolVisibility } from "../ir/core/symbol-table.ts";
import { walk, walkPostOrder } from "../ir/core/walk.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";

const isTable = (op: Operation): boolean => op.hasTrait("SymbolTable");

/** Whether no one outside can see into the table: nothing is outside, or it, or a table around it, is a private symbol. */
function isHidden(table: Operation, root: Operation): boolean {
  if (root.parentOp === null) return true;
  for (let op: Operation | undefined = table; op !== undefined; op = op === root ? undefined : nearestSymbolTable(op)) {
    if (symbolName(op) !== undefined && symbolVisibility(op) === "private") return true;
  }
  return false;
}

/** Whether a symbol can go when nothing refers to it. */
function isDiscardable(symbol: Operation, table: Operation, root: Operation): boolean {
  const visibility = symbolVisibility(symbol);
  return visibility === "private" || (visibility === "nested" && isHidden(table, root));
}

/** The symbol that a reference made at `from` means, and every symbol on the way to a nested one. */
function* resolved(from: Operation, reference: SymbolRefAttr, symbols: SymbolTables): IterableIterator<Operation> {
  for (let table = nearestSymbolTable(from); table !== undefined; table = nearestSymbolTable(table)) {
    let found = symbols.lookupIn(table, reference.root);
    if (found === undefined) continue;
    yield found;
    for (const name of reference.nested) {
      found = symbols.lookupIn(found, name);
      if (found === undefined) return;
      yield found;
    }
    return;
  }
}

/** Whether nobody knows if an op is a symbol table: its dialect is not registered, and it has one region. */
const mayBeTable = ({ regions, context, definition }: Operation): boolean =>
  regions.length === 1 && !definition.registered && !context.dialects.has(definition.dialect);

/** What an op in a table, or the table itself, is part of the live uses of. */
function userAround(op: Operation): Operation {
  let user = op;
  for (let parent = op.parentOp; parent !== null && !isTable(parent); parent = parent.parentOp) user = parent;
  return user;
}

/** The symbols of `root` and of the tables inside it that must stay; `unknown` is told of ops that may be tables. */
function liveSymbols(root: Operation, unknown: (op: Operation) => void): Set<Operation> {
  const live = new Set<Operation>();
  const symbols = new SymbolTables();
  const pending: Operation[] = [];
  const keep = (op: Operation): void => {
    if (live.has(op)) return;
    live.add(op);
    pending.push(op);
  };
  const visitReferences = (from: Operation, attribute: Attribute): void => {
    for (const reference of symbolReferences(attribute))
      for (const symbol of resolved(from, reference, symbols)) keep(symbol);
  };
  keep(root);
  for (let owner = pending.pop(); owner !== undefined; owner = pending.pop()) {
    const stack: Operation[] = [owner];
    for (let op = stack.pop(); op !== undefined; op = stack.pop()) {
      for (const [, attribute] of op.allAttributes) visitReferences(op, attribute);
      if (mayBeTable(op)) unknown(op);
      for (const region of op.regions) {
        for (const block of region.blocks) {
          for (const inner of block.ops()) {
            // A symbol of a table waits until something keeps it.
            if (isTable(op) && symbolName(inner) !== undefined && isDiscardable(inner, op, root)) continue;
            if (symbolName(inner) !== undefined) keep(inner);
            else stack.push(inner);
          }
        }
      }
    }
  }
  return live;
}

export const symbolDcePass = definePass({
  name: "symbol-dce",
  className: "SymbolDCE",
  summary: "Eliminate dead symbols",
  statistics: { "num-dce'd": "Number of symbols DCE'd" },
  run: (root, { context, listener, fail, count }) => {
    if (!isTable(root)) {
      const message = `'${root.name}' op  was scheduled to run under SymbolDCE, but does not define a symbol table`;
      fail(errorAt(root.location, message));
      return;
    }
    const users = new Set<Operation>();
    const live = liveSymbols(root, (op) => void users.add(userAround(op)));
    for (const { location } of users) {
      const message =
        "operation contains potentially unknown symbol table, meaning that we can't reliable compute symbol uses";
      fail(errorAt(location, message));
    }
    if (users.size > 0) return;
    const rewriter = new Rewriter(context, listener);
    const tables = [...walk(root)].filter(isTable);
    const dead = new Set<Operation>();
    for (const table of tables) {
      for (const region of table.regions) {
        for (const block of region.blocks) {
          for (const op of block.ops()) if (symbolName(op) !== undefined && !live.has(op)) dead.add(op);
        }
      }
    }
    for (const op of walkPostOrder(root)) if (dead.has(op)) rewriter.eraseOp(op);
    count("num-dce'd", dead.size);
  },
});
