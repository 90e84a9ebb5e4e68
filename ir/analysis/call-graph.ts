// The call graph of a module: which callable bodies call which, in strongly connected components, callees first. Orders are MLIR's.
import type { Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import { traverse } from "../core/walk.ts";
import type { Value } from "../core/value.ts";
import { CallableOpInterface, CallOpInterface } from "../define/op-interfaces.ts";
import type { SymbolTables } from "../core/symbol-tables.ts";

export interface CallSite {
  readonly op: Operation;
  readonly caller: Operation;
  readonly callee: Operation;
}

/** The region that calls run; undefined for a declaration and for what is not callable. */
export function callableBody(op: Operation): Region | undefined {
  const body = CallableOpInterface.of(op)?.(op);
  return body?.isEmpty === true ? undefined : body;
}

/** What a call passes now; earlier rewrites may have replaced it. */
export function callArguments(call: Operation): readonly Value[] {
  return CallOpInterface.of(call)?.(call)?.args ?? [];
}

function calleeOf(op: Operation, symbols: SymbolTables): Operation | undefined {
  const call = CallOpInterface.of(op)?.(op);
  const callee = call && symbols.resolveNearest(op, call.callee);
  return callee !== undefined && callableBody(callee) !== undefined ? callee : undefined;
}

/** The calls among these ops of several blocks, and inside them, whose callees have bodies in sight; those of callables inside are theirs, if they count at all. */
export function callSitesIn(
  blocks: Iterable<Iterable<Operation>>,
  caller: Operation,
  symbols: SymbolTables,
  insideCallables: boolean,
): CallSite[] {
  const sites: CallSite[] = [];
  const pending = Array.from(blocks, (ops) => ({ ops, caller }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const op of next.ops) {
      if (CallOpInterface.of(op) !== undefined) {
        const callee = calleeOf(op, symbols);
        if (callee !== undefined) sites.push({ op, caller: next.caller, callee });
      } else if (op.regions.length > 0) {
        const isCallable = callableBody(op) !== undefined;
        if (isCallable && !insideCallables) continue;
        for (const { blocks } of op.regions)
          for (const block of blocks) pending.push({ ops: block.ops(), caller: isCallable ? op : next.caller });
      }
    }
  }
  return sites;
}

/** For every callable with a body, those that it holds and those that it calls. */
export type CallGraph = ReadonlyMap<Operation, ReadonlySet<Operation>>;

export function callGraph(root: Operation, symbols: SymbolTables): CallGraph {
  const edges = new Map<Operation, Set<Operation>>();
  const calls: { readonly caller: Operation; readonly op: Operation }[] = [];
  const around: Operation[] = [];
  traverse(
    root,
    (op) => {
      const caller = around.at(-1);
      if (CallOpInterface.of(op) !== undefined) {
        if (caller !== undefined) calls.push({ caller, op });
        return false;
      }
      if (callableBody(op) !== undefined) {
        if (caller !== undefined) edges.get(caller)?.add(op);
        edges.set(op, new Set());
        around.push(op);
        return true;
      }
      return CallableOpInterface.of(op) === undefined;
    },
    (op) => {
      if (around.at(-1) === op) around.pop();
    },
  );
  for (const { caller, op } of calls) {
    const callee = calleeOf(op, symbols);
    if (callee !== undefined) edges.get(caller)?.add(callee);
  }
  return edges;
}

/** The components of mutual recursion (Tarjan), callees before callers; in each, what was reached last comes first. */
export function callComponents(graph: CallGraph): Operation[][] {
  const index = new Map<Operation, number>();
  const low = new Map<Operation, number>();
  const open: Operation[] = [];
  const isOpen = new Set<Operation>();
  const components: Operation[][] = [];
  const lower = (op: Operation, to: number): void => void low.set(op, Math.min(low.get(op) ?? to, to));
  for (const start of graph.keys()) {
    if (index.has(start)) continue;
    const path: { readonly op: Operation; readonly targets: readonly Operation[]; next: number }[] = [];
    const enter = (op: Operation): void => {
      lower(op, index.size);
      index.set(op, index.size);
      open.push(op);
      isOpen.add(op);
      path.push({ op, targets: [...(graph.get(op) ?? [])], next: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = top.targets[top.next++];
      if (target !== undefined) {
        const seen = index.get(target);
        if (seen === undefined) enter(target);
        else if (isOpen.has(target)) lower(top.op, seen);
        continue;
      }
      path.pop();
      const lowest = low.get(top.op) ?? 0;
      const caller = path.at(-1);
      if (caller !== undefined) lower(caller.op, lowest);
      if (lowest !== index.get(top.op)) continue;
      const component = open.splice(open.lastIndexOf(top.op)).reverse();
      for (const op of component) isOpen.delete(op);
      components.push(component);
    }
  }
  return components;
}
