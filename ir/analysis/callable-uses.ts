// How often callables that may go are named, kept up to date while calls of them are inlined. As in MLIR, names in other ops count for ever.
import type { Attribute, SymbolRefAttr } from "../core/attributes.ts";
import type { Operation } from "../core/operation.ts";
import { symbolName, symbolReferences, symbolVisibility } from "../core/symbol-table.ts";
import type { SymbolTables } from "../core/symbol-tables.ts";
import { traverse } from "../core/walk.ts";
import { callableBody, type CallGraph } from "./call-graph.ts";

/** What one callable names: its own attributes once each, the ops inside it as often as they do. */
interface Named {
  readonly own: Set<Operation>;
  readonly inside: Map<Operation, number>;
}

/** Calls `visit` with every reference that `op`, and what is inside it short of other symbol tables, holds. */
function visitReferences(op: Operation, visit: (reference: SymbolRefAttr, user: Operation) => void): void {
  traverse(op, (user) => {
    const visitIn = (attribute: Attribute | undefined): void => {
      if (attribute?.kind === "symbol") visit(attribute, user);
      else if (attribute?.kind === "array" || attribute?.kind === "dictionary")
        for (const reference of symbolReferences(attribute)) visit(reference, user);
    };
    const { properties } = user;
    for (let slot = 0; slot < properties.length; slot++) visitIn(properties[slot]);
    if (user.hasDiscardable) for (const [, attribute] of user.discardable) visitIn(attribute);
    return !user.hasTrait("SymbolTable");
  });
}

export class CallableUses {
  readonly #graph: CallGraph;
  readonly #symbols: SymbolTables;
  /** The callables that can go when nothing names them, and how often something does. */
  readonly #counts = new Map<Operation, number>();
  readonly #named = new Map<Operation, Named>();

  constructor(root: Operation, graph: CallGraph, symbols: SymbolTables) {
    this.#graph = graph;
    this.#symbols = symbols;
    const live = new Set<Operation>();
    this.#visitTables(root, root.parentOp === null, live);
    for (const callable of live) this.#counts.delete(callable);
    for (const callable of graph.keys()) this.recompute(callable);
  }

  /** Whether nothing names the callable, and nothing else can. */
  isDead(callable: Operation): boolean {
    return this.#counts.get(callable) === 0;
  }

  /** Whether the callable goes with the one use that is left. */
  isUsedOnce(callable: Operation): boolean {
    return this.#counts.get(callable) === 1;
  }

  /** Counts anew what a callable names. */
  recompute(callable: Operation): void {
    this.#release(callable);
    const named: Named = { own: new Set(), inside: new Map() };
    this.#named.set(callable, named);
    this.#visitCallables(callable, (target, user) => {
      if (!this.#counts.has(target)) return;
      if (user !== callable) named.inside.set(target, (named.inside.get(target) ?? 0) + 1);
      else if (named.own.has(target)) return;
      else named.own.add(target);
      this.#add(target, 1);
    });
  }

  /** The call, in `caller`, is about to go; what its callee names is named in the caller now. */
  inlined(call: Operation, caller: Operation, callee: Operation): void {
    const names = this.#named.get(caller)?.inside;
    if (names === undefined) return;
    this.#visitCallables(call, (target) => {
      const count = names.get(target);
      if (count === undefined) return;
      names.set(target, count - 1);
      this.#add(target, -1);
    });
    for (const [target, count] of this.#named.get(callee)?.inside ?? []) {
      names.set(target, (names.get(target) ?? 0) + count);
      this.#add(target, count);
    }
  }

  /** The callable goes, and with it all that it names. */
  erase(callable: Operation): void {
    this.#release(callable);
    this.#named.delete(callable);
  }

  #add(callable: Operation, uses: number): void {
    const count = this.#counts.get(callable);
    if (count !== undefined) this.#counts.set(callable, count + uses);
  }

  #release(callable: Operation): void {
    const named = this.#named.get(callable);
    for (const target of named?.own ?? []) this.#add(target, -1);
    for (const [target, uses] of named?.inside ?? []) this.#add(target, -uses);
  }

  #visitCallables(op: Operation, visit: (callable: Operation, user: Operation) => void): void {
    visitReferences(op, (reference, user) => {
      const callable = this.#symbols.resolveNearest(op, reference);
      if (callable !== undefined && this.#graph.has(callable)) visit(callable, user);
    });
  }

  /** Enters what may go of each symbol table, and into `live` what ops name that are no callables. */
  #visitTables(op: Operation, isHidden: boolean, live: Set<Operation>): void {
    const isTable = op.hasTrait("SymbolTable");
    const hidesInside = !isTable || isHidden || symbolName(op) === undefined || symbolVisibility(op) === "private";
    for (const region of op.regions) {
      for (const block of region.blocks) {
        for (const inner of block.ops()) {
          if (inner.regions.length > 0) this.#visitTables(inner, hidesInside, live);
          if (!isTable || region !== op.regions[0]) continue;
          if (callableBody(inner) === undefined) this.#visitCallables(inner, (callable) => live.add(callable));
          else if (symbolName(inner) !== undefined && mayGo(inner, hidesInside)) this.#counts.set(inner, 0);
        }
      }
    }
  }
}

function mayGo(symbol: Operation, isHidden: boolean): boolean {
  const visibility = symbolVisibility(symbol);
  return visibility === "private" || (isHidden && visibility === "nested");
}
