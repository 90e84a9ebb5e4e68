// The call graph of a module: which callable bodies call which, in strongly connected components, callees first.
import type { Operation } from "../core/operation.ts";
import { walk } from "../core/walk.ts";
import type { Value } from "../core/value.ts";
import { CallableOpInterface, CallOpInterface } from "../define/op-interfaces.ts";
import type { SymbolTables } from "../core/symbol-tables.ts";

export interface CallSite {
  readonly op: Operation;
  readonly callee: Operation;
}

/** What a call passes now; earlier rewrites may have replaced it. */
export function callArguments(call: Operation): readonly Value[] {
  return CallOpInterface.of(call)?.(call)?.args ?? [];
}

/** The calls inside a callable whose callee has a body in sight. */
export function callSitesIn(caller: Operation, symbols: SymbolTables): CallSite[] {
  const sites: CallSite[] = [];
  for (const op of walk(caller)) {
    const call = CallOpInterface.of(op)?.(op);
    const callee = call && symbols.resolve(op, call.callee);
    if (call === undefined || callee === undefined) continue;
    if (CallableOpInterface.of(callee)?.(callee) !== undefined) sites.push({ op, callee });
  }
  return sites;
}

/** The callables with bodies inside `root`, as components of mutual recursion (Tarjan), callees before callers. */
export function callComponents(root: Operation, symbols: SymbolTables): Operation[][] {
  const edges = new Map<Operation, Operation[]>();
  for (const op of walk(root)) {
    if (CallableOpInterface.of(op)?.(op) !== undefined)
      edges.set(
        op,
        callSitesIn(op, symbols).map(({ callee }) => callee),
      );
  }
  const index = new Map<Operation, number>();
  const low = new Map<Operation, number>();
  const open: Operation[] = [];
  const isOpen = new Set<Operation>();
  const components: Operation[][] = [];
  const lower = (op: Operation, to: number): void => void low.set(op, Math.min(low.get(op) ?? to, to));
  for (const start of edges.keys()) {
    if (index.has(start)) continue;
    const path: { readonly op: Operation; next: number }[] = [];
    const enter = (op: Operation): void => {
      lower(op, index.size);
      index.set(op, index.size);
      open.push(op);
      isOpen.add(op);
      path.push({ op, next: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const callee = edges.get(top.op)?.[top.next++];
      if (callee !== undefined) {
        const seen = index.get(callee);
        if (seen === undefined) {
          if (edges.has(callee)) enter(callee);
        } else if (isOpen.has(callee)) lower(top.op, seen);
        continue;
      }
      path.pop();
      const lowest = low.get(top.op) ?? 0;
      const caller = path.at(-1);
      if (caller !== undefined) lower(caller.op, lowest);
      if (lowest !== index.get(top.op)) continue;
      const component = open.splice(open.lastIndexOf(top.op));
      for (const op of component) isOpen.delete(op);
      components.push(component);
    }
  }
  return components;
}
